"""Facts of a problem as people read them: keys of bodies, acts and states become words before they fill a sentence."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from legation.base.wording.acts import act_in_words
from legation.base.wording.bodies import body_name
from legation.base.wording.countries import country_name
from legation.base.wording.instants import day_in_words
from legation_core.problems import Fact
from legation_core.values import ASSUMED

STATES: dict[str, str | Promise] = {
    "created": _("created"),
    "attached": _("attached"),
    "numbered": _("numbered"),
    "closed": _("closed"),
    "open": _("open"),
    "used": _("used"),
    "withdrawn": _("withdrawn"),
    "expired": _("expired"),
    "asked": _("asked"),
    "confirmed": _("confirmed"),
    "refused": _("refused"),
}


CONSENT: dict[str, str | Promise] = {
    "unknown": _("not known"),
    "not_required": _("not required"),
    "notify_only": _("to be notified"),
    "notified": _("notified"),
    "required": _("to be asked"),
    "asked": _("asked, no answer yet"),
    "granted": _("granted"),
    "refused": _("refused"),
    "withdrawn": _("withdrawn"),
    "notify": _("notification"),
    "consent": _("consent"),
}
"""States of a host's consent, and what a host asks."""
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def consent_in_words(key: str) -> str:
    return " / ".join(str(CONSENT.get(one, one)) for one in key.split(" / "))


PAPERS: dict[str, str | Promise] = {
    "decision": _("decision"),
    "order": _("order"),
    "letter": _("letter"),
    "note_verbale": _("note verbale"),
    "submission": _("submission"),
    "drafted": _("draft"),
    "sent": _("signed and sent"),
    "granted": _("granted"),
    "partly": _("granted in part"),
    "refused": _("refused"),
    "withdrawn": _("withdrawn"),
}
"""Kinds and states of papers."""


def paper_in_words(key: str) -> str:
    return " / ".join(str(PAPERS.get(one, one)) for one in key.split(" / "))


def _day(text: str) -> str:
    """A day as people read it; anything else as it is."""
    return day_in_words(date.fromisoformat(text), get_language() or "en") if DAY.fullmatch(text) else text


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
    "answered": _day,
    "body": _body,
    "consent": consent_in_words,
    "country": country_name,
    "due": _day,
    "given": _day,
    "outcome": paper_in_words,
    "paper_kind": paper_in_words,
    "paper_state": paper_in_words,
    "wanted_paper": paper_in_words,
    "inside": consent_in_words,
    "last_day": _day,
    "on": _day,
    "outside": consent_in_words,
    "sent": _day,
    "until": _day,
    "wanted_consent": consent_in_words,
    "act": act_in_words,
    "prior": act_in_words,
    "state": _states,
    "wanted": _states,
    "role": _readable,
    "invited": _readable,
    "source": _article,
}


def in_words(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """`facts` with the keys among them in the reader's words; everything else stays as it is."""
    return {name: _WORDS[name](str(fact)) if name in _WORDS else fact for name, fact in facts.items()}
