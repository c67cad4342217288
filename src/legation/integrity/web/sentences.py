"""A record in words, in the reader's language."""

from typing import Any

from django.utils.translation import gettext

from legation.base.wording.bodies import body_name
from legation.integrity.convert import Shown
from legation.integrity.kinds import kind_of


def sentence(record: Shown) -> str:
    """The sentence of the record's kind over its public facts; while sealed, that something is sealed."""
    if record.facts is None:
        return gettext("%(body)s acted; what was done is published later.") % {"body": body_name(record.body)}
    facts: dict[str, Any] = {name: value if value != "" else "" for name, value in record.facts.items()}
    text = gettext(kind_of(record.kind).sentence).format(body=body_name(record.body), **facts)
    return " ".join(text.split())
