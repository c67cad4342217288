"""For everybody: the register of complaints, which names nobody, and the form to complain without an account.

The form is guarded: so many complaints an hour come in this way in an election, and what fills the trap for robots is
thrown away. Whoever meets the guard reads how else to complain.
"""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from legation.base import clock
from legation.base.web import open_page
from legation.base.wording import text_of
from legation.base.wording.countries import country_name
from legation.coordination import actions
from legation.coordination.convert.complaints import Form, Party
from legation.coordination.permissions.complaints import anyone
from legation.coordination.queries import complaints as queries
from legation.coordination.web.complaints.acts import bodies_of, done
from legation.coordination.web.complaints.forms import LodgeForm
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.stations import queries as stations
from legation_core.correspondence.complaints import Channel

CONSENT = _("I agree that my name and address are kept, sealed, for the body that decides")


class OpenForm(LodgeForm):
    """The form of the law for whoever complains themselves."""

    consent = forms.BooleanField(label=CONSENT)
    website = forms.CharField(required=False, widget=forms.HiddenInput)
    """A trap: people do not see it."""

    def __init__(self, *given: object, **named: Any) -> None:
        super().__init__(*given, **named)
        del self.fields["channel"]


@open_page
def register(request: HttpRequest, election: str) -> HttpResponse:
    """The register as anyone may read it."""
    value = plan.election(election)
    context = {"election": value, "complaints": queries.complaints(value)}
    return render(request, "coordination/complaints/open_register.html", context)


@open_page
@never_cache
@sensitive_post_parameters()
def online(request: HttpRequest, election: str) -> HttpResponse:
    """Complain online. The answer names the number in the register and nothing that was typed."""
    value = plan.election(election)
    form = OpenForm(
        request.POST if request.method == "POST" else None,
        election=value,
        stations=_stations(value),
        against=[(key, text_of(value.book.bodies[key].name)) for key in bodies_of(value)],
    )
    made: list[int] = []

    def do(given: dict[str, Any]) -> None:
        party = Party(given["name"], given["address"], given["contact"])
        written = {key: given[key] for key in ("act", "circumstances", "article", "evidence", "relief", "attends")}
        at = clock.now()
        made.append(
            actions.lodge_complaint(
                election=election, station=given["station"], channel=Channel.ONLINE, against=given["against"],
                happened_on=given["happened_on"], party=party, form=Form(**written), by=anyone(value, at), at=at,
            )
        )  # fmt: skip

    context = {"election": value, "form": form}
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["website"]:
            return render(request, "coordination/complaints/lodged.html", context | {"number": 0})
        if done(form, do):
            return render(request, "coordination/complaints/lodged.html", context | {"number": made[0]})
    return render(request, "coordination/complaints/online.html", context, status=422 if form.errors else 200)


def _stations(election: ElectionValue) -> list[tuple[str, str]]:
    found = stations.stations(election)
    return [(one.code, f"{text_of(one.mission.cities)}, {country_name(one.mission.country)}") for one in found]
