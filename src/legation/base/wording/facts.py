"""Facts of a problem as people read them: keys of bodies, acts and states become words before they fill a sentence."""

from collections.abc import Callable, Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from legation.base.wording.acts import act_in_words
from legation.base.wording.bodies import body_name
from legation.base.wording.countries import country_name
from legation.base.wording.fields import field_in_words
from legation.base.wording.where import days_in_words
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
    "proposed": _("proposed"),
    "lapsed": _("lapsed"),
    "single_handed": _("done single-handed"),
    "overdue": _("done single-handed, its confirmation overdue"),
    "confirmed_afterwards": _("confirmed afterwards"),
    "objected": _("objected to"),
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


TASKS: dict[str, str | Promise] = {
    "open": _("to do"),
    "started": _("under way"),
    "done": _("reported done"),
    "accepted": _("accepted"),
    "returned": _("returned"),
    "dropped": _("dropped"),
}
"""States of tasks of the action plan."""


def task_in_words(key: str) -> str:
    return " / ".join(str(TASKS.get(one, one)) for one in key.split(" / "))


def _body(key: str) -> str:
    name = body_name(key)
    return name[:1].lower() + name[1:]


def _bodies(keys: str) -> str:
    return " / ".join(_body(key) for key in keys.split(" / "))


def _states(keys: str) -> str:
    return " / ".join(str(STATES.get(key, key)) for key in keys.split(" / "))


def _article(source: str) -> str:
    """An article that nobody read is told as assumed."""
    return gettext("assumed") if source == ASSUMED else source


HOLIDAYS: dict[str, str | Promise] = {
    "host": pgettext_lazy("holiday", "host"),
    "home": pgettext_lazy("holiday", "home"),
}
SCOPES: dict[str, str | Promise] = {
    "jurisdiction": pgettext_lazy("scope", "jurisdiction"),
    "election": pgettext_lazy("scope", "election"),
    "mission": pgettext_lazy("scope", "mission"),
    "district": pgettext_lazy("scope", "district"),
    "station": pgettext_lazy("scope", "station"),
}


def scope_in_words(key: str) -> str:
    return str(SCOPES.get(key, key))


_WORDS: dict[str, Callable[[str], str]] = {
    "bodies": _bodies,
    "body": _body,
    "consent": consent_in_words,
    "country": country_name,
    "outcome": paper_in_words,
    "paper_kind": paper_in_words,
    "paper_state": paper_in_words,
    "wanted_paper": paper_in_words,
    "task_state": task_in_words,
    "wanted_task": task_in_words,
    "inside": consent_in_words,
    "outside": consent_in_words,
    "wanted_consent": consent_in_words,
    "act": act_in_words,
    "prior": act_in_words,
    "state": _states,
    "wanted": _states,
    "field": field_in_words,
    "kind": scope_in_words,
    "of": lambda key: str(HOLIDAYS.get(key, key)),
    "source": _article,
}


def in_words(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """`facts` with the keys and days among them in the reader's words; everything else stays as it is."""
    return {name: _fact(name, fact) for name, fact in facts.items()}


def _fact(name: str, fact: Fact) -> Fact:
    if name in _WORDS:
        return _WORDS[name](str(fact))
    return days_in_words(fact) if isinstance(fact, str) else fact


_LOGGED = frozenset({"kind", "source", "number", "note_number", "letter_number", "reason", "decision"})
"""What people wrote, shown as it was logged."""
_RECORDED: dict[str, Callable[[str], str]] = {"state": consent_in_words, "scope_kind": scope_in_words}
"""Facts of records that are told otherwise than those of problems."""


def recorded_in_words(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """The public facts of a record, with the keys and days among them in the reader's words."""
    return {
        name: _RECORDED[name](str(fact)) if name in _RECORDED else fact if name in _LOGGED else _fact(name, fact)
        for name, fact in facts.items()
    }


def name_facts(names: Iterable[str], words: Callable[[str], str]) -> None:
    """Let `words` say the facts of these names. Called by a capability's app when it is ready."""
    _WORDS.update(dict.fromkeys(names, words))
