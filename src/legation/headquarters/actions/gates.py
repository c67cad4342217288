"""Setting a gate of readiness by hand."""

from datetime import datetime

from legation.accounts.models import User
from legation.base.actors import Actor, OutOfScope, Permission, require
from legation.headquarters.models import GateSetting
from legation.headquarters.permissions import acting_body
from legation.integrity.actions import act
from legation.missions.models import Mission
from legation.missions.permissions import scopes_of
from legation.plan import queries as plan
from legation_core.readiness.gates import check_set


def set_gate(*, election: str, mission: str, gate: str, state: str, why: str, by: Actor, at: datetime) -> None:
    """Set a gate of a mission that no record tells yet: by whom, and on what it rests."""
    with act("gate_set", by=by, at=at) as record:
        value = plan.election_for(by, election)
        require(by, Permission.GATE_SET, scopes_of(value.jurisdiction, mission, election))
        row = Mission.objects.filter(jurisdiction=value.jurisdiction, code=mission).first()
        if row is None:
            raise OutOfScope(mission)
        check_set(gate, state, why)
        body = acting_body(by, value.rules)
        name = User.objects.filter(person=by.person).order_by("pk").values_list("name", flat=True).first() or ""
        GateSetting.objects.create(
            election_id=election,
            mission=row,
            gate=gate,
            state=state,
            why=why.strip()[:300],
            body=body,
            name=name,
            at=at,
        )
        record.about(
            jurisdiction=value.jurisdiction, election=election, lawbook=value.book.digest, subject=f"gate:{mission}",
            body=body,
        )  # fmt: skip
        record.public(mission=mission, gate=gate)
        record.private(state=state, why=why.strip()[:300])
