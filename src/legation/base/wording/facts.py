"""Facts of a problem as people read them: keys of bodies, acts and states become words before they fill a sentence."""

from collections.abc import Callable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from legation.base.wording.acts import act_in_words
from legation.base.wording.bodies import body_name
from legation_core.problems import Fact
from legation_core.values import ASSUMED

STATES: dict[str, str | Promise] = {
    "created": _("created"),
    "attached": _("attached"),
    "numbered": _("numbered"),
    "closed": _("closed"),
}


def _body(key: str) -> str:
    name = body_name(key)
    return name[:1].lower() + name[1:]


def _states(keys: str) -> str:
    return " / ".join(str(STATES.get(key, key)) for key in keys.split(" / "))


def _article(source: str) -> str:
    """An article that nobody read is told as assumed."""
    return gettext("assumed") if source == ASSUMED else source


def _readable(key: str) -> str:
    return key.replace("_", " ")


_WORDS: Mapping[str, Callable[[str], str]] = {
    "body": _body,
    "act": act_in_words,
    "prior": act_in_words,
    "state": _states,
    "wanted": _states,
    "role": _readable,
    "source": _article,
}


def in_words(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """`facts` with the keys among them in the reader's words; everything else stays as it is."""
    return {name: _WORDS[name](str(fact)) if name in _WORDS else fact for name, fact in facts.items()}
