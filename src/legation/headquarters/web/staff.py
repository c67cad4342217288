"""Units and their members: entering an order, naming somebody, letting somebody leave."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.web import page
from legation.coordination.queries import papers
from legation.headquarters import actions
from legation.headquarters.queries import staff as queries
from legation.headquarters.web.doing import form_page, opened
from legation.headquarters.web.forms import EstablishForm, MemberForm, SureForm
from legation.plan.convert import ElectionValue
from legation_core.lawbook.papers import Kind


@page(Permission.HEADQUARTERS_KEEP)
def establish(request: HttpRequest, election: str) -> HttpResponse:
    actor, value, own = opened(request, election)
    form = EstablishForm(request.POST or None, papers=_orders(actor, value, own))
    return form_page(
        request, form,
        lambda given: actions.establish_unit(election=election, by=actor, at=clock.now(), **given),
        election=value, title=gettext("Establish headquarters or a working group"), button=gettext("Enter the order"),
        said=gettext("Established."), back=reverse("headquarters:overview", args=[election]),
    )  # fmt: skip


def _orders(actor: Actor, election: ElectionValue, own: str) -> Iterator[tuple[str, str]]:
    """Orders and decisions of one's own institution that were signed."""
    for one in papers.papers_for(actor, election):
        if one.body == own and one.kind in (Kind.ORDER, Kind.DECISION) and one.number:
            yield one.code, f"{one.number}: {one.content.title}"


@page(Permission.HEADQUARTERS_KEEP)
def new_member(request: HttpRequest, election: str) -> HttpResponse:
    actor, value, own = opened(request, election)
    everybody = queries.members(actor, value)
    form = MemberForm(
        request.POST or None, zone=value.home_zone, own=[one for one in everybody if one.body == own],
        other=[one for one in everybody if one.body != own], initial={"unit": request.GET.get("unit", "")},
    )  # fmt: skip
    return form_page(
        request, form,
        lambda given: actions.name_member(election=election, by=actor, at=clock.now(), **given),
        election=value, title=gettext("Name a member"), button=gettext("Name the member"),
        said=gettext("Named."), back=reverse("headquarters:overview", args=[election]),
    )  # fmt: skip


@page(Permission.HEADQUARTERS_KEEP)
def leave(request: HttpRequest, election: str, member: str) -> HttpResponse:
    actor, value, _own = opened(request, election)
    one = queries.member(actor, value, member)
    about: dict[str, Any] = {
        "asked": gettext("%(name)s has left: their shifts must be filled anew.") % {"name": one.name}
    }
    return form_page(
        request, SureForm(request.POST or None),
        lambda given: actions.let_leave(election=election, member=member, by=actor, at=clock.now()),
        election=value, title=gettext("A member has left"), button=gettext("Record that they left"),
        said=gettext("Kept."), back=reverse("headquarters:overview", args=[election]), about=about,
    )  # fmt: skip
