"""The slot finder: the fewest sessions in civil hours, what cannot be avoided, and the hours of every clock."""

from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext, ngettext

from legation.base import clock
from legation.base.actors import Permission
from legation.base.web import page
from legation.base.wording.instants import Clock, told
from legation.plan.convert import ElectionValue
from legation.training import actions
from legation.training.queries import places
from legation.training.queries import seminars as queries
from legation.training.web.drawing import picture
from legation.training.web.forms import SessionsForm
from legation.training.web.planning import done, found
from legation_core.training.slots import Found


@page(Permission.SEMINAR_PLAN)
def slots(request: HttpRequest, election: str, seminar: str) -> HttpResponse:
    actor, value, one = found(request, election, seminar)
    sitting = places.sittings(value, places.seats_by_rule(value, one))
    speakers = queries.speakers(one)
    result = places.slots(value, one, sitting, speakers)
    form = SessionsForm(
        request.POST or None, zone=value.home_zone, choices=_choices(value, result),
        initial={"found": [slot.start.isoformat() for slot in result.slots]},
    )  # fmt: skip

    def do(_given: dict[str, Any]) -> None:
        actions.set_sessions(election=election, code=seminar, starts=form.starts(), by=actor, at=clock.now())

    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, gettext("The sessions stand. Next come the invitations."))
        return redirect("seminars:seminar", election, seminar)
    names = {f"{each.asked.seat}:{each.asked.code}": each.name for each in sitting}
    names |= {f"speaker:{each.code}": each.name for each in speakers}
    starts = [slot.start for slot in result.slots]
    context = {
        "election": value,
        "seminar": one,
        "form": form,
        "slots": [(slot, [names[key] for key in slot.places]) for slot in result.slots],
        "left_out": [(left, names[left.place]) for left in result.left_out],
        "together": result.together,
        "conflict": [names[key] for key in result.conflict],
        "picture": picture(_day(request, one.days), one.wish(value.home_zone), sitting, starts),
        "speakers": speakers,
        "seats": len(sitting),
    }
    return render(request, "training/slots.html", context, status=422 if form.errors else 200)


def _day(request: HttpRequest, days: tuple[date, ...]) -> date:
    """The day that is drawn: the one asked for, where it comes into question, else the first."""
    asked = request.GET.get("day", "")
    return next((one for one in days if one.isoformat() == asked), days[0])


def _choices(election: ElectionValue, result: Found) -> list[tuple[str, str]]:
    """The sessions that were found, then the best starts for those who are left out."""

    def words(at: datetime) -> str:
        clocks = (Clock("UTC"), Clock(election.home_zone))
        return str(told(at, *clocks, language=get_language() or "en", year=election.election_day.year))

    chosen = {}
    for slot in result.slots:
        count = len(slot.places)
        seats = ngettext("%(count)d seat", "%(count)d seats", count) % {"count": count}
        chosen[slot.start.isoformat()] = f"{words(slot.start)}: {seats}"
    for left in result.left_out:
        text = f"{words(left.start)}: {gettext('outside civil hours')}"
        chosen.setdefault(left.start.isoformat(), text)
    return list(chosen.items())
