"""Setting a gate of readiness by hand."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext

from legation.base import clock
from legation.base.actors import OutOfScope, Permission
from legation.base.web import page
from legation.base.wording import text_of
from legation.headquarters import actions
from legation.headquarters.queries import gates as queries
from legation.headquarters.records.words import gate_in_words
from legation.headquarters.web.doing import form_page, opened
from legation.headquarters.web.forms import GateForm
from legation.missions import queries as missions
from legation.missions.permissions import scopes_of
from legation_core.readiness.gates import HAND_SET


@page(Permission.GATE_SET)
def set_gate(request: HttpRequest, election: str, mission: str, gate: str) -> HttpResponse:
    actor, value, _own = opened(request, election)
    post = missions.mission_for(actor, mission)
    if gate not in HAND_SET or not actor.reaches(scopes_of(value.jurisdiction, mission, election)):
        raise OutOfScope(gate)
    now = clock.now()
    before = queries.standing(queries.settings(value, mission), now).get((mission, gate))
    form = GateForm(request.POST or None, initial={"state": before.state if before else "not_known"})
    return form_page(
        request, form,
        lambda given: actions.set_gate(election=election, mission=mission, gate=gate, by=actor, at=now, **given),
        election=value, title=f"{text_of(post.cities)}: {gate_in_words(gate)}", button=gettext("Set the gate"),
        said=gettext("Set, by hand and with your name."),
        back=reverse("desks:gates_of_mission", args=[election, mission]), about={"above": gettext("Readiness")},
    )  # fmt: skip
