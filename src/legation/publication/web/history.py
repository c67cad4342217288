"""Earlier elections: what sources say of them, and bringing in the table that says it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, ngettext

from legation.base import clock
from legation.base.actors import Permission
from legation.base.web import page
from legation.integrity import queries as log
from legation.plan import queries as plan
from legation.publication import actions, queries
from legation.readers import importing

MEASURES: dict[str, str | Promise] = {
    "stations": gettext_lazy("Stations"),
    "countries": gettext_lazy("Countries"),
    "voters": gettext_lazy("Voters"),
}
PRECISIONS: dict[str, str | Promise] = {
    "exact": gettext_lazy("exactly"),
    "about": gettext_lazy("about"),
    "nearly": gettext_lazy("nearly"),
    "over": gettext_lazy("more than"),
}


@page(Permission.PUBLICATION_FREEZE)
def kept(request: HttpRequest, election: str) -> HttpResponse:
    """What is kept: one line for each number that a source gives, and the record of its keeping."""
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    found = queries.history(election)
    figures = [(one.names, one.said, MEASURES[one.said.measure], PRECISIONS[one.said.precision]) for one in found]
    records = log.about(value.jurisdiction, election, {f"history:{election}"})
    shown = {"election": value, "figures": figures, "record": records[0] if records else None}
    shown["published"] = election in queries.published_elections()
    return render(request, "publication/history.html", shown)


@page(Permission.PUBLICATION_FREEZE)
def bring(request: HttpRequest, election: str) -> HttpResponse:
    """A table takes the place of what was kept, all rows or none."""
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]

    def done(count: int) -> HttpResponse:
        messages.success(request, ngettext("%(count)d row kept.", "%(count)d rows kept.", count) % {"count": count})
        return redirect("publication:history", election)

    table = actions.importable(election, by=request.actor, at=clock.now())  # type: ignore[attr-defined]
    links = {
        "back": reverse("publication:history", args=[election]),
        "template_url": reverse("publication:bring", args=[election]) + "template/",
    }
    return importing.answer(request, table, election, {"election": value, **links}, done)


@page(Permission.PUBLICATION_FREEZE)
def template(request: HttpRequest, election: str, form: str) -> HttpResponse:
    """The table to fill in."""
    plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    return importing.template(actions.importable(election, by=request.actor, at=clock.now()), form)  # type: ignore[attr-defined]
