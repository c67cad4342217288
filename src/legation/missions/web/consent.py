"""Steps with a host country: the note that goes, the answer that comes; and the papers that lie beside them."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from legation.base import clock, files
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.downloads import paper_download
from legation.base.templatetags.consenting import step_name
from legation.base.web import page
from legation.base.wording import text_of
from legation.missions import actions, queries
from legation.missions.convert import MissionValue
from legation.missions.permissions import scopes_of
from legation.missions.queries import consent as hosts
from legation.missions.web.consent_forms import FIELDS, StepForm
from legation.missions.web.mission import done
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation_core.network.consent import Terms, Way

BUTTONS: dict[str, str | Promise] = {
    "settle": _("Keep it"),
    "notify": _("Enter the note verbale"),
    "ask": _("Enter the note verbale"),
    "grant": _("Enter the consent"),
    "refuse": _("Enter the refusal"),
    "withdraw": _("Enter the withdrawal"),
}


def _there(request: HttpRequest, election: str, country: str) -> tuple[Actor, ElectionValue, list[MissionValue]]:
    """The actor, the election and the missions in that country; out of scope where there is none."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    posts = [one for one in queries.missions(value.jurisdiction) if one.country == country]
    if not posts or not hosts.may_open(actor, value, posts):
        raise OutOfScope(country)
    return actor, value, posts


@page(Permission.CONSENT_ASK)
def step(request: HttpRequest, election: str, country: str, step: str) -> HttpResponse:
    actor, value, posts = _there(request, election, country)
    if step not in FIELDS:
        raise OutOfScope(step)
    own = [one for one in posts if actor.reaches(scopes_of(one.jurisdiction, one.code, election))]
    choices = [(one.code, text_of(one.names)) for one in own]
    premises = [one.core.premises for one in hosts.consents(value, country) if one.core.premises]
    form = StepForm(request.POST or None, request.FILES or None, step=step, missions=choices, premises=premises)

    def do(given: dict[str, Any]) -> None:
        actions.take_step(
            election=election, country=country, step=step, by=actor, at=clock.now(), **_facts(step, given)
        )

    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, gettext("Kept."))
        return redirect("desks:consent", election, country)
    context = {"election": value, "country": country, "form": form, "title": step_name(step), "button": BUTTONS[step]}
    return render(request, "missions/consent_step.html", context, status=422 if form.errors else 200)


def _facts(step: str, given: dict[str, Any]) -> dict[str, Any]:
    """What was typed as the act takes it."""
    names = ("mission", "note_number", "note_date", "premises", "text")
    facts = {name: given[name] for name in names if name in given}
    if step == "settle":
        facts["way"] = Way(given["way"])
    if step == "grant":
        facts["terms"] = Terms(given["stations"], given["mission_premises_only"], given["valid_until"])
    paper = given.get("file")
    return facts | ({"file": (paper.read(), paper.name)} if paper else {})


@page(Permission.MISSION_READ)
def paper(request: HttpRequest, election: str, country: str, sha256: str) -> HttpResponse:
    _actor, value, _posts = _there(request, election, country)
    octets, name = files.read(hosts.file_of(value, country, sha256))
    return paper_download(octets, name)
