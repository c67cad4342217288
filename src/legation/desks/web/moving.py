"""What moving the election day would change: every deadline before and after, what is past, what clashes."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy, ngettext

from legation.base import clock
from legation.base.actors import Permission
from legation.base.web import page
from legation.base.wording import text_of, worded
from legation.desks import calendars
from legation.desks.calendars import Asked, Grounds, Line, Together
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.plan.web import words
from legation_core.problems import Problem
from legation_core.timetable.deadlines import Deadline
from legation_core.timetable.feasibility import Moved, moved


@dataclass(frozen=True, slots=True)
class Change:
    """What a move does to one entry of the calendar. `before` and `after` are empty where there is none."""

    line: Line
    """The entry as it becomes, or as it was where it vanishes."""
    before: Line | None
    after: Line | None
    places: tuple[tuple[tuple[str, ...], Moved], ...]
    """By new instant, the codes of the places that share it; empty for the election as a whole."""
    past: int
    """In how many places it could be met before the move and no longer after it."""
    ahead: bool
    """Whether it can still be met after the move."""
    clashes: tuple[str, ...]
    """What it presupposes and would then come before, in words."""


class MoveForm(forms.Form):
    """The new election day."""

    to = forms.DateField(label=gettext_lazy("New election day"), help_text=gettext_lazy("For example 2024-02-14"))

    def __init__(self, *given: object, election: ElectionValue, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.election = election

    def clean_to(self) -> date:
        to: date = self.cleaned_data["to"]
        code = "A053" if to == self.election.election_day else "A035" if to <= self.election.called_on else ""
        if code:
            raise forms.ValidationError(worded(Problem(code)))
        return to


class ReasonForm(forms.Form):
    """Asked for beside the preview; the plan reads it."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=300, help_text=gettext_lazy("Stands in the log for everybody to read.")
    )


@page(Permission.ELECTION_MOVE)
def move(request: HttpRequest, election: str) -> HttpResponse:
    """Pick a day and see every change; what confirms it is sent to the plan."""
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    form = MoveForm(request.GET or None, election=value)
    preview = _preview(value, form.cleaned_data["to"], clock.now()) if form.is_valid() else None
    steps = [(_step(days), value.election_day + timedelta(days=days)) for days in (-7, -1, 1, 7, 14)]
    context = {"election": value, "form": form, "preview": preview, "steps": steps, "confirm": ReasonForm()}
    return render(request, "desks/move.html", context)


def _step(days: int) -> str:
    if days < 0:
        return ngettext("%(count)d day earlier", "%(count)d days earlier", -days) % {"count": -days}
    return ngettext("%(count)d day later", "%(count)d days later", days) % {"count": days}


def _preview(value: ElectionValue, to: date, now: datetime) -> dict[str, Any]:
    """Everything that the move would change, and what would clash that does not now."""
    before, after = calendars.grounds(value), calendars.grounds(value.moved_to(to))
    changes = changes_of(before, after, now)
    known = {_name(one) for one in calendars.clashes(before)}
    return {
        "to": to,
        "days": (to - value.election_day).days,
        "changes": changes,
        "unchanged": len(calendars.lines(after, Asked())) - sum(one.after is not None for one in changes),
        "past": sum(bool(one.past) for one in changes),
        "clashes": [
            words.clash_told(after.election, one) for one in calendars.clashes(after) if _name(one) not in known
        ],
        "other_law": sum(one not in value.rules.calendar for one in after.election.rules.calendar),
    }


def _name(problem: Problem) -> tuple[object, ...]:
    """What makes a clash the same on another day."""
    return problem.code, problem.facts.get("key"), problem.facts.get("presupposed")


def changes_of(before: Grounds, after: Grounds, now: datetime) -> list[Change]:
    """Every entry of which an instant changes, by its new instant, then those that vanish."""
    election, later = before.election, after.election
    together, moving = before.alike(), after.alike()
    old = election.dates, [one.place for one in together.values()]
    new = later.dates, [one.place for one in moving.values()]
    by_key: dict[str, list[Moved]] = defaultdict(list)
    for one in moved(later.rules.calendar, old, new, election.home_zone, now):
        by_key[one.key].append(one)
    texts = {entry.key: text_of(entry.text) for entry in later.rules.calendar}
    return [_change(found, moving, texts, now) for found in by_key.values()]


def _change(found: list[Moved], together: Together, texts: Mapping[str, str], now: datetime) -> Change:
    before, after = _line([one.before for one in found], together), _line([one.after for one in found], together)
    line = after or before
    if line is None:
        raise ValueError("a change of the calendar has a deadline before it or after it")
    return Change(
        line=line,
        before=before,
        after=after,
        places=tuple((together[line.entry.each, one.place].codes, one) for one in found if one.place),
        past=sum(len(_codes(line, one, together)) for one in found if one.becomes_past),
        ahead=after is not None and not after.passed(now),
        clashes=tuple(texts[key] for key in sorted({key for one in found for key in one.clashes})),
    )


def _codes(line: Line, one: Moved, together: Together) -> tuple[str, ...]:
    """The places that the change concerns; of the election as a whole one without a name."""
    return together[line.entry.each, one.place].codes if one.place else ("",)


def _line(found: list[Deadline | None], together: Together) -> Line | None:
    deadlines = [one for one in found if one is not None]
    return calendars.line_of(deadlines, together) if deadlines else None
