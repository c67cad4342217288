"""Kinds of units, entries and findings, functions of members, and how missions are reached, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legation_core.duty.calling import Reach

UNITS: dict[str, str | Promise] = {"headquarters": _("headquarters"), "working_group": _("working group")}
FUNCTIONS: dict[str, str | Promise] = {
    "head": _("head"),
    "deputy_head": _("deputy head"),
    "duty_officer": _("duty officer"),
    "missions": _("missions and stations"),
    "lists": _("lists of voters"),
    "materials": _("materials"),
    "systems": _("systems and links"),
    "public": _("public and press"),
    "secretary": _("secretary"),
}

ENTRIES: dict[str, str | Promise] = {
    "call_in": _("call received"),
    "call_out": _("call made"),
    "order": _("order given"),
    "note": _("note"),
}
REACH: dict[Reach, tuple[str, str | Promise]] = {
    Reach.AT_STATION: ("open", _("the station is open")),
    Reach.AT_WORK: ("met", _("at work")),
    Reach.AWAKE: ("not_due", _("outside working hours, awake")),
    Reach.NIGHT: ("not_required", _("night: only what cannot wait")),
}
FINDINGS: dict[str, tuple[str, str | Promise]] = {
    "unfilled": ("overdue", _("nobody is on duty")),
    "double": ("stopped", _("one person in two shifts at once")),
    "long": ("due_soon", _("longer than 12 hours without a break")),
}


def unit_in_words(key: str) -> str:
    return str(UNITS.get(key, key))


def function_in_words(key: str) -> str:
    return str(FUNCTIONS.get(key, key))


GATES: dict[str, str | Promise] = {
    "rule": _("rule of establishment"),
    "station": _("station"),
    "consent": _("host consent"),
    "commission": _("commission"),
    "training": _("training"),
    "list": _("list of voters"),
    "material": _("material"),
    "link": _("link"),
}
SET_AS: dict[str, str | Promise] = {
    "met": _("met"),
    "under_way": _("under way"),
    "stopped": _("stopped"),
    "not_known": _("not known"),
}


def gate_in_words(key: str) -> str:
    return str(GATES.get(key, key))
