"""What every page of an act does: show the form, do the act, tell what must be mended beside its field."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from legation.base.actors import Actor
from legation.base.doing import done_beside
from legation.headquarters.permissions import own_institution
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue

FIELD_OF: Mapping[str, str] = MappingProxyType(
    {
        "D101": "ends",
        "D102": "members",
        "D103": "unit",
        "D104": "kind",
        "D107": "person",
        "D109": "counterpart",
        "D112": "incoming",
        "D115": "text",
        "D117": "outcome",
        "D119": "dated",
        "D202": "state",
        "D304": "hour",
        "D203": "why",
    }
)


def opened(request: HttpRequest, election: str) -> tuple[Actor, ElectionValue, str]:
    """The actor, the election, and the institution for which the actor acts (empty for who only reads)."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    return actor, value, own_institution(actor, value.rules)


done = done_beside(FIELD_OF)
"""Does the act of a form; what can be mended there stands beside its field."""


def form_page(
    request: HttpRequest,
    form: forms.Form,
    do: Callable[[dict[str, Any]], object],
    *,
    election: ElectionValue,
    title: str,
    button: str,
    said: str,
    back: str,
    about: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """A page with one form and one act; afterwards `back`, with `said`."""
    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, said)
        return redirect(back)
    context = {"election": election, "form": form, "title": title, "button": button, "back": back} | dict(about or {})
    return render(request, "headquarters/act.html", context, status=422 if form.errors else 200)
