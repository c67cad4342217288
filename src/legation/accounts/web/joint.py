"""Acts by two persons: what waits for a second one, what would happen, and the second person's answer."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from legation.accounts.actions import joint as actions
from legation.accounts.convert.joint import JointValue
from legation.accounts.permissions.roles import ROLES
from legation.accounts.queries import grants
from legation.accounts.queries import joint as queries
from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.web import page
from legation.base.wording import worded
from legation.base.wording.acts import act_in_words
from legation.base.wording.bodies import body_name
from legation.base.wording.codes import Coded, names_of
from legation.base.wording.where import days_in_words
from legation_core.powers import four_eyes
from legation_core.powers.four_eyes import State

ARGUMENTS: dict[str, str | Promise] = {
    "address": _("Address"),
    "closes": _("Closes"),
    "contest": _("Contest"),
    "count": _("How many"),
    "day": _("Voting day"),
    "language": _("Language"),
    "name": _("Name"),
    "opens": _("Opens"),
    "stations": _("Stations"),
    "called_on": _("Called on"),
    "code": _("Election"),
    "day_set_on": _("Day set on"),
    "decision": _("Decision"),
    "digest": _("SHA-256 of the lawbook"),
    "district": _("District"),
    "effective_on": _("Holds from"),
    "election": _("Election"),
    "election_day": _("Election day"),
    "kind": _("Kind of election"),
    "mission": _("Mission"),
    "names": _("Name"),
    "number": _("Number"),
    "option": _("Option"),
    "held_for": _("Held for"),
    "incoming": _("Taken over by the shift"),
    "open_items": _("Open items"),
    "read": _("SHA-256 of what was read"),
    "report": _("Situation report"),
    "shift": _("Shift"),
    "source": _("Source"),
    "stage": _("Stage"),
    "text": _("Text"),
    "person": _("Code of the person"),
    "reason": _("Reason"),
    "role": _("Role"),
    "sha256": _("SHA-256"),
    "since": _("Begins"),
    "seen": _("Election day now"),
    "station": _("Station"),
    "to": _("New election day"),
    "until": _("Ends"),
}
"""What an act is done with, in words."""
INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+[+-][0-9]{2}:[0-9]{2}")
OTHERWISE: dict[tuple[str, str], tuple[str, str | Promise]] = {
    ("decide_matter", "code"): ("matter", _("Matter")),
    ("overrule_refusal", "code"): ("code", _("Refusal")),
    ("overrule_refusal", "subject"): ("mission", _("Mission")),
}
"""Arguments that mean something else in one act: as what a record names them, and in words."""
LEFT_OUT = frozenset({("create_station", "seen")})
"""Arguments that only keep a form from acting twice."""
STATES: dict[State, tuple[str, str | Promise]] = {
    State.PROPOSED: ("under_way", _("waits for a second person")),
    State.CONFIRMED: ("met", _("confirmed and done")),
    State.REFUSED: ("stopped", _("refused")),
    State.WITHDRAWN: ("not_required", _("withdrawn")),
    State.LAPSED: ("not_required", _("lapsed: nobody confirmed it in time")),
    State.SINGLE_HANDED: ("due_soon", _("done by one person; its confirmation is owed")),
    State.OVERDUE: ("overdue", _("done by one person; its confirmation is overdue")),
    State.CONFIRMED_AFTERWARDS: ("met", _("done by one person, confirmed afterwards")),
    State.OBJECTED: ("stopped", _("done by one person; the second one objects")),
}
"""Each state as a mark and in words."""
DONE = {
    "confirm": _("Confirmed."),
    "refuse": _("Refused. Whoever proposed it reads your reason."),
    "alone": _("Done, by you alone. Both institutions see it and owe you a confirmation within 24 hours."),
    "withdraw": _("Withdrawn. Nothing has happened."),
}


@page(Permission.JOINT_READ)
def listing(request: HttpRequest) -> HttpResponse:
    """What waits for me, what waits on others, what has ended."""
    actor, now = _actor(request), clock.now()
    waiting = queries.waiting_ones(actor, now)
    mine = [one for one in waiting if queries.may_second(actor, one)]
    ended = queries.ended_ones(actor, now)
    names = _subjects((*waiting, *ended), actor.grant.jurisdiction)
    context = {
        "mine": [shown(one, names) for one in mine],
        "others": [shown(one, names) for one in waiting if one not in mine],
        "ended": [shown(one, names) for one in ended],
    }
    return render(request, "accounts/joint_acts.html", context)


@page(Permission.JOINT_READ)
def one(request: HttpRequest, code: str) -> HttpResponse:
    """What would happen, who wants it in which role, and the buttons of whoever may answer."""
    actor, now = _actor(request), clock.now()
    value = queries.one(actor, code, now)
    context = {
        "joint": shown(value),
        "facts": list(_facts(value, actor.grant.jurisdiction)),
        "warnings": _warnings(value, actor, now),
        "may": queries.may_second(actor, value),
        "own": value.is_open and value.proposed_by == actor.person,
        "may_alone": four_eyes.may_alone(value.needs) and value.state is State.PROPOSED,
    }
    return render(request, "accounts/joint_act.html", context)


@page(Permission.JOINT_READ)
@require_POST
def answer(request: HttpRequest, code: str, step: str) -> HttpResponse:
    """Confirm, or refuse with a reason; of one's own, withdraw it or do it alone with a reason."""
    actor, at = _actor(request), clock.now()
    queries.one(actor, code, at)
    if step == "confirm":
        actions.confirm(code=code, by=actor, at=at)
    elif step == "refuse":
        actions.refuse(code=code, reason=request.POST.get("reason", ""), by=actor, at=at)
    elif step == "alone":
        actions.go_alone(code=code, because=request.POST.get("reason", ""), by=actor, at=at)
    elif step == "withdraw":
        actions.withdraw(code=code, by=actor, at=at)
    else:
        raise OutOfScope(step)
    messages.success(request, DONE[step])
    return redirect("accounts:joint_act", code)


def _warnings(value: JointValue, actor: Actor, now: datetime) -> list[str]:
    """What speaks against an act that waits and does not refuse it: the second person reads it before confirming."""
    if value.act != "give_role" or not value.is_open:
        return []
    return [worded(problem) for problem in grants.warnings_of(value.arguments, actor.grant.jurisdiction, now)]


def _subjects(values: Iterable[JointValue], jurisdiction: str) -> dict[str, str]:
    """What the acts are about, each by its code: the names of stations and missions."""
    wanted = set()
    for value in values:
        kind, _colon, code = value.subject.partition(":")
        wanted.add((kind, Coded(jurisdiction, value.election, code)))
    found = names_of(wanted)
    return {value.code: name for value in values for key, name in found.items() if _is_of(value, *key)}


def _is_of(value: JointValue, kind: str, coded: Coded) -> bool:
    return (value.subject, value.election) == (f"{kind}:{coded.code}", coded.election)


def shown(value: JointValue, names: Mapping[str, str] = MappingProxyType({})) -> dict[str, Any]:
    """A joint act in words. `names`: what each act is about, by its code."""
    state, told = STATES[value.state]
    what = act_in_words(value.act)
    return {
        "value": value,
        "about": names.get(value.code, ""),
        "what": what[:1].upper() + what[1:],
        "state": state,
        "told": told,
        "role": ROLES[value.role].title,
        "ended_role": ROLES[value.ended_role].title if value.ended_role else "",
        "body": body_name(value.needs.body),
        "seconds": ", ".join(_in_a_row(value)),
    }


def _in_a_row(value: JointValue) -> Iterator[str]:
    """The bodies of which the second person may be, in words."""
    for kind in sorted(value.needs.seconds):
        name = body_name(kind)
        yield name[:1].lower() + name[1:] if name.startswith("The ") else name


def _facts(value: JointValue, jurisdiction: str) -> Iterator[tuple[str, str]]:
    """What the act is done with: names instead of codes, days as people read them."""
    given = [
        (*OTHERWISE.get((value.act, name), (name, ARGUMENTS.get(name, _readable(name)))), argument)
        for name, argument in value.arguments.items()
        if (value.act, name) not in LEFT_OUT
    ]
    codes = {
        (field, Coded(jurisdiction, value.election, argument.rpartition(":")[2])): argument
        for field, _label, argument in given
        if isinstance(argument, str)
    }
    names = {codes[key]: name for key, name in names_of(codes).items()}
    for _field, label, argument in given:
        yield str(label), (names.get(argument) if isinstance(argument, str) else None) or _told(argument)


def _readable(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _told(given: Any) -> str:
    if isinstance(given, dict):
        return " · ".join(f"{text} ({language})" for language, text in given.items())
    if isinstance(given, str) and INSTANT.fullmatch(given):
        return f"{datetime.fromisoformat(given).astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    if isinstance(given, list):
        return ", ".join(
            one if isinstance(one, str) else str(one.get("code") or one.get("mission", "")) for one in given
        )
    return days_in_words(str(given))


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor
