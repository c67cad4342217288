"""A record in words, in the reader's language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from legation.base.wording.bodies import BODIES, body_name
from legation.base.wording.codes import Coded, names_of
from legation.base.wording.facts import recorded_in_words
from legation.integrity.convert import Shown
from legation.integrity.kinds import kind_of

DOUBLE_STOP = re.compile(r"(?<!\.)\.\.$")
"""An abbreviated weekday at the end of a sentence brings a full stop of its own."""

FIELDS: dict[str, str | Promise] = {
    "act": _("act"),
    "after": _("after"),
    "against": _("complained of"),
    "article": _("article"),
    "as_of": _("as of"),
    "basis": _("how it is known"),
    "before": _("before"),
    "called_on": _("called on"),
    "channel": _("way"),
    "complaint": _("number of the complaint"),
    "city": _("city"),
    "count": _("count"),
    "country": _("country"),
    "day_set_on": _("day set on"),
    "dated": _("date"),
    "decision": _("decision"),
    "digest": _("SHA-256"),
    "district": _("district"),
    "due": _("to be decided until"),
    "effect": _("what it changed"),
    "effects": _("changes named"),
    "effective_on": _("holds from"),
    "election_day": _("election day"),
    "ended_role": _("role"),
    "factor": _("way to sign in"),
    "field": _("what was changed"),
    "file": _("file, by its SHA-256"),
    "granted_role": _("role"),
    "ground": _("ground"),
    "hearing": _("hearing"),
    "instance": _("instance"),
    "inside": _("at missions"),
    "issuer": _("issuer"),
    "kind": _("kind"),
    "lead_days": _("days before the election day"),
    "letter_date": _("date of the letter"),
    "letter_number": _("number of the letter"),
    "mail_when": _("when mails go"),
    "mails": _("mails"),
    "matters": _("matters"),
    "minutes": _("number of the minutes"),
    "mission": _("mission"),
    "mission_premises_only": _("premises of missions only"),
    "missions": _("missions"),
    "note_date": _("date of the note"),
    "note_number": _("number of the note"),
    "new": _("new key"),
    "number": _("number"),
    "old": _("old key"),
    "option": _("option"),
    "origin": _("where it came from"),
    "outside": _("elsewhere"),
    "outcome": _("outcome"),
    "paper": _("paper"),
    "paper_kind": _("kind of paper"),
    "parts": _("countries and regions"),
    "premises": _("premises"),
    "reason": _("reason"),
    "recipients": _("people"),
    "reference": _("reference"),
    "refusal": _("refusal"),
    "region": _("region"),
    "result": _("decision on it"),
    "scope_code": _("scope"),
    "scope_kind": _("kind of scope"),
    "signature": _("signature"),
    "summary": _("in one sentence"),
    "served_by": _("served by"),
    "source": _("source"),
    "state": _("state"),
    "station": _("station"),
    "stations": _("stations"),
    "total": _("total"),
    "valid_until": _("valid until"),
    "version": _("version"),
    "zone": _("zone"),
}
"""Names of public facts. The facts themselves are shown as they were logged."""


def sentences(records: Sequence[Shown]) -> list[str]:
    """The sentence of each record: that of its kind over its public facts; while sealed, that something is sealed."""
    names = names_of((field, coded) for record in records for field, coded in _codes(record))
    return [_sentence(record, names) for record in records]


def sentence(record: Shown) -> str:
    """The sentence of one record."""
    return sentences([record])[0]


def in_sentences(records: Sequence[Shown]) -> list[dict[str, Any]]:
    """Records with their sentences, for a page that lists them."""
    told = zip(records, sentences(records), strict=True)
    return [{"record": record, "sentence": text} for record, text in told]


def _codes(record: Shown) -> Iterator[tuple[str, Coded]]:
    for field, value in (record.facts or {}).items():
        if isinstance(value, str) and value:
            yield field, Coded(record.jurisdiction, record.election, value)
    if record.facts is not None and record.body not in BODIES:
        yield "body", _body_of(record)


def _body_of(record: Shown) -> Coded:
    return Coded(record.jurisdiction, record.election, record.body)


def _sentence(record: Shown, names: Mapping[tuple[str, Coded], str]) -> str:
    if record.facts is None:
        return gettext("%(body)s acted; what was done is published later.") % {"body": body_name(record.body)}
    known = {name: fact for name, fact in record.facts.items() if fact is not None}
    withheld = dict.fromkeys(record.facts.keys() - known.keys(), gettext("not published"))
    facts = recorded_in_words(known) | withheld
    named = {field: names[field, coded] for field, coded in _codes(record) if (field, coded) in names}
    facts |= {field: name for field, name in named.items() if field != "body"}
    body = names.get(("body", _body_of(record)), body_name(record.body))
    kind = kind_of(record.kind)
    text = gettext(kind.withheld if withheld and kind.withheld else kind.sentence).format(body=body, **facts)
    return DOUBLE_STOP.sub(".", " ".join(text.split()))


def title(kind: str) -> str:
    """The title of a kind of record; its name, readable, where it has none."""
    known = kind_of(kind).title
    return gettext(known) if known else kind.replace("_", " ")


def named_facts(record: Shown) -> list[tuple[str, Any]]:
    """The public facts with their names; what was withheld is told as not published."""
    facts = record.facts or {}
    return [
        (str(FIELDS.get(name, name.replace("_", " "))), gettext("not published") if value is None else value)
        for name, value in facts.items()
    ]
