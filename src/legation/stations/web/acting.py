"""How the page of an act goes: who may, the form, a second look where nothing can be taken back, what was refused."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from legation.accounts.actions.joint import Joint
from legation.base.actors import Actor, OutOfScope
from legation.base.doing import done_beside
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.plan.permissions import needs_of
from legation.stations import queries
from legation.stations.convert import StationValue
from legation.stations.permissions import scopes_of
from legation.stations.web.competence import Standing, standing_of
from legation_core.powers import four_eyes

Do = Callable[[dict[str, Any]], None]

FIELD_OF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "A040": ("mission",),
        "A043": ("mission",),
        "A044": ("mission",),
        "A051": ("number",),
        "A052": ("district",),
        "A053": ("address", "name", "closes", "district", "mission"),
        "A054": ("reason",),
        "A055": ("closes",),
        "A056": ("district",),
        "A057": ("day",),
        "A059": ("mission",),
    }
)
"""Refusals that the person can mend in the form, each with the field beside which it stands: the first that it has."""


@dataclass(frozen=True, slots=True)
class Page:
    """The words of the page of one act."""

    act: str
    """As the lawbook calls it."""
    what: str
    button: str
    done: str
    warning: Callable[[dict[str, Any]], str] | None = None
    """What cannot be taken back, over what was typed: shown for a second look before the act is done."""
    together: bool = False
    """Whether one person is enough, who may still have a second one confirm it first."""


def found(request: HttpRequest, election: str, station: str) -> tuple[Actor, ElectionValue, StationValue]:
    """The actor, the election and a station in the actor's scope."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    one = queries.station(value, station)
    if not queries.reaches(actor, one):
        raise OutOfScope(station)
    return actor, value, one


def act_or_propose(what: Callable[..., object], proposed: list[str], *, together: bool = False, **given: Any) -> None:
    """Do an act, or propose it where the lawbook has a second person confirm it, or whoever acts wants one
    (`together`): its code then goes to `proposed`.
    """
    if isinstance(what, Joint) and (together or what.needs_two(**given)):
        proposed.append(what.propose(**given))
    else:
        what(**given)


def may_together(value: ElectionValue, act: str) -> bool:
    """Whether a mission may do `act` by one person, who may want a second one all the same."""
    competence = value.rules.competences.get(act)
    if competence is None:
        return False
    needs = needs_of(value.rules, act, always=False)
    return four_eyes.may_alone(needs) and not needs.required


def to_proposal(request: HttpRequest, code: str) -> HttpResponse:
    """To the page where the second person will confirm what was just proposed."""
    messages.success(request, gettext("Proposed. It is done when a second person confirms it."))
    return redirect("accounts:joint_act", code)


def answer(
    request: HttpRequest,
    value: ElectionValue,
    one: StationValue,
    form: forms.Form,
    do: Do,
    page: Page,
    proposed: Sequence[str] = (),
    **more: Any,
) -> HttpResponse:
    """Show the form, ask for a second look, or do the act and go back to the station with what was done.

    What `do` only proposed stands in `proposed` then, by its code.
    """
    scopes = scopes_of(one.mission.jurisdiction, value.code, one.mission.code, one.district, one.code)
    standing = standing_of(request.actor, value, page.act, scopes)  # type: ignore[attr-defined]
    context = {"election": value, "station": one, "form": form, "page": page, "standing": standing, **more}
    if request.method == "POST" and form.is_valid():
        if page.warning and "confirmed" not in request.POST and standing.may:
            given = [(name, request.POST[name]) for name in (*form.fields, "together", "draft") if name in request.POST]
            context |= {"warning": page.warning(form.cleaned_data), "given": given}
            return render(request, "stations/confirm.html", context)
        if done(form, do):
            if proposed:
                return to_proposal(request, proposed[0])
            messages.success(request, page.done)
            return redirect("stations:station", value.code, one.code)
    return render(request, "stations/act.html", context, status=422 if form.errors else 200)


done = done_beside(FIELD_OF)
"""Does the act of a form; what can be mended there stands beside its field."""


def standing_for(request: HttpRequest, value: ElectionValue, act: str) -> Standing:
    """Who may do an act that is about no station that stands yet, or about several."""
    return standing_of(request.actor, value, act)  # type: ignore[attr-defined]
