"""The rota of duty: its picture, its table, what is wrong with it, and filling it."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.downloads import download
from legation.base.drawings.day import Day, Shown, drawn_day
from legation.base.web import page
from legation.headquarters import actions
from legation.headquarters.convert.duty import ShiftValue
from legation.headquarters.convert.staff import MemberValue
from legation.headquarters.permissions import institutions
from legation.headquarters.queries import duty as queries
from legation.headquarters.queries import staff
from legation.headquarters.queries.duty import Rota
from legation.headquarters.records.words import function_in_words
from legation.headquarters.web.doing import form_page, opened
from legation.headquarters.web.forms import ShiftForm, SureForm, TurnsForm
from legation.plan.convert import ElectionValue
from legation.readers.answers import octets_of
from legation_core.duty import rota as core


@page(Permission.HEADQUARTERS_READ)
def rota(request: HttpRequest, election: str) -> HttpResponse:
    actor, value, own = opened(request, election)
    found, now = queries.rotas(actor, value), clock.now()
    context = {
        "election": value,
        "own": own,
        "now": now,
        "rota": found,
        "pictures": [(key, found.of(key), picture(found, key, value, now)) for key in institutions(value.rules)],
        "names": {one.member: one.name for one in found.shifts},
        "findings": [(one, _name_of(found, one.member)) for one in found.findings],
        "may_keep": bool(own) and Permission.HEADQUARTERS_KEEP in actor.permissions,
        "may_hand_over": bool(own) and Permission.DUTY_KEEP in actor.permissions,
        "person": actor.person,
    }
    return render(request, "headquarters/rota.html", context)


def _name_of(found: Rota, member: str) -> str:
    return next((one.name for one in found.shifts if one.member == member), "")


def picture(found: Rota, body: str, election: ElectionValue, now: datetime) -> Day | None:
    """The shifts of one institution as bars, hours that nobody fills among them."""
    bars = [
        Shown(one.starts, one.ends, one.name, function_in_words(one.function), _state(one, now))
        for one in found.of(body)
    ]
    if not bars:
        return None
    nobody = gettext("nobody")
    bars += [
        Shown(one.span.starts, one.span.ends, nobody, "", "overdue")
        for one in found.findings
        if (one.kind, one.body) == ("unfilled", body)
    ]
    return drawn_day(bars, home_zone=election.home_zone, now=now)


def _state(one: ShiftValue, now: datetime) -> str:
    return "open" if one.core.at(now) else "closed" if one.ends <= now else "not_yet"


@page(Permission.HEADQUARTERS_READ)
def export(request: HttpRequest, election: str, form: str) -> HttpResponse:
    actor, value, _own = opened(request, election)
    rows = [queries.shift_row(one) for one in queries.rotas(actor, value).shifts]
    return download(octets_of(rows, form, "Rota"), f"{election}-rota", form)


@page(Permission.HEADQUARTERS_KEEP)
def assign(request: HttpRequest, election: str) -> HttpResponse:
    actor, value, own = opened(request, election)
    members = _own_members(actor, value, own)
    form = ShiftForm(request.POST or None, zone=value.home_zone, own=members, initial=_asked(request))

    def do(given: dict[str, Any]) -> None:
        shifts = [(given["member"], given["starts"], given["ends"])]
        actions.assign_duty(election=election, shifts=shifts, by=actor, at=clock.now())

    return form_page(
        request, form, do, election=value, title=gettext("Put somebody on duty"), button=gettext("Put on duty"),
        said=gettext("It stands in the rota."), back=reverse("headquarters:rota", args=[election]),
    )  # fmt: skip


@page(Permission.HEADQUARTERS_KEEP)
def turns(request: HttpRequest, election: str) -> HttpResponse:
    """Fill the hours from the first opening to the last closing, or any others, with the members in turn."""
    actor, value, own = opened(request, election)
    span = queries.rotas(actor, value).span
    initial = _typed(value, span.starts, span.ends) if span else {}
    form = TurnsForm(request.POST or None, zone=value.home_zone, own=_own_members(actor, value, own), initial=initial)

    def do(given: dict[str, Any]) -> None:
        core.check_shift(given["starts"], given["ends"])
        drawn = core.turns(core.Span(given["starts"], given["ends"]), form.length, given["members"])
        shifts = [(member, one.starts, one.ends) for member, one in drawn]
        actions.assign_duty(election=election, shifts=shifts, by=actor, at=clock.now())

    return form_page(
        request, form, do, election=value, title=gettext("Fill the hours in turns"), button=gettext("Fill the hours"),
        said=gettext("It stands in the rota."), back=reverse("headquarters:rota", args=[election]),
    )  # fmt: skip


def _own_members(actor: Actor, election: ElectionValue, own: str) -> list[MemberValue]:
    return [one for one in staff.members(actor, election) if one.body == own]


def _asked(request: HttpRequest) -> dict[str, str]:
    """What a link to an unfilled hour fills in."""
    return {name: request.GET.get(name, "")[:40] for name in ("starts", "ends")}


def _typed(election: ElectionValue, starts: datetime, ends: datetime) -> dict[str, str]:
    zone = ZoneInfo(election.home_zone)
    return {"starts": f"{starts.astimezone(zone):%Y-%m-%d %H:%M}", "ends": f"{ends.astimezone(zone):%Y-%m-%d %H:%M}"}


@page(Permission.HEADQUARTERS_KEEP)
def remove(request: HttpRequest, election: str, shift: str) -> HttpResponse:
    actor, value, _own = opened(request, election)
    one = queries.rotas(actor, value).by_code(shift)
    return form_page(
        request, SureForm(request.POST or None),
        lambda given: actions.remove_shift(election=election, shift=shift, by=actor, at=clock.now()),
        election=value, title=gettext("Take a shift out of the rota"), button=gettext("Take it out"),
        said=gettext("Taken out."), back=reverse("headquarters:rota", args=[election]), about={"shift": one},
    )  # fmt: skip
