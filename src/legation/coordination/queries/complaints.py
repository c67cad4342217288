"""Reads of complaints: the register without personal data, one as its commissions read it, what waits for an actor."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import QuerySet

from legation.base.actors import Actor, OutOfScope, Permission
from legation.coordination.convert.complaints import (
    ComplaintValue,
    Party,
    StageValue,
    complaint_value,
    opened,
    stage_value,
)
from legation.coordination.models import Complaint, ComplaintParty, ComplaintStage
from legation.coordination.permissions.complaints import scopes_of, sits_on
from legation.plan.convert import ElectionValue
from legation_core.lawbook.model import Listed
from legation_core.problems import Refused


def instances(election: ElectionValue) -> tuple[Listed, ...]:
    """The instances of the law in their order; refused (K109) where it names none."""
    found = election.rules.lists.get("complaint_instances", ())
    if not found:
        raise Refused("K109")
    return found


def complaints(election: ElectionValue) -> tuple[ComplaintValue, ...]:
    """Every complaint of an election, the newest first: two queries however many."""
    return _values(Complaint.objects.filter(election=election.code))


def _values(rows: QuerySet[Complaint]) -> tuple[ComplaintValue, ...]:
    found = list(rows.select_related("station__district").order_by("-number"))
    stages: dict[int, list[StageValue]] = defaultdict(list)
    for row in ComplaintStage.objects.filter(complaint__in=[one.pk for one in found]).order_by("stage"):
        stages[row.complaint_id].append(stage_value(row))
    return tuple(complaint_value(row, tuple(stages[row.pk])) for row in found)


def complaint(election: ElectionValue, number: int) -> ComplaintValue:
    """One complaint of the register; an unknown one is out of scope."""
    found = next(iter(_values(Complaint.objects.filter(election=election.code, number=number))), None)
    if found is None:
        raise OutOfScope(number)
    return found


def reads_whole(actor: Actor, election: ElectionValue, one: ComplaintValue) -> bool:
    """Whether the actor reads what was written: commissions of its station, its district and the centre alone."""
    if not {"central_commission", "district_commission", "station_commission"} & actor.bodies:
        return False
    return actor.reaches(scopes_of(election.jurisdiction, election.code, one.district, one.station))


def decides(actor: Actor, election: ElectionValue, one: ComplaintValue) -> bool:
    """Whether the actor sits on the instance that has the complaint."""
    return reads_whole(actor, election, one) and sits_on(actor, election.rules, one.current.body)


def party(actor: Actor, election: ElectionValue, one: ComplaintValue) -> Party | None:
    """Who complains, for the deciding body alone; nobody for everyone else."""
    if not decides(actor, election, one):
        return None
    row = ComplaintParty.objects.filter(complaint=one.id).first()
    return opened(row.box) if row else None


def waiting(actor: Actor, election: ElectionValue, found: Iterable[ComplaintValue]) -> tuple[ComplaintValue, ...]:
    """Those that the actor's body has to decide, the one due first in front."""
    mine = [one for one in found if one.is_open and decides(actor, election, one)]
    return tuple(sorted(mine, key=lambda one: (one.current.due, one.number)))


def owed(actor: Actor, election: ElectionValue) -> tuple[ComplaintValue, ...]:
    """The same for a desk; no query for those who decide none."""
    if Permission.COMPLAINT_DECIDE not in actor.permissions:
        return ()
    rows = Complaint.objects.filter(election=election.code, state__in=("lodged", "hearing"))
    return waiting(actor, election, _values(rows)) if rows.exists() else ()


def register_row(one: ComplaintValue) -> dict[str, object]:
    """A complaint as the register tells it to anyone: no name, no text of the complainant."""
    current = one.current
    return {
        "complaint": one.number,
        "lodged": f"{one.lodged_at:%Y-%m-%dT%H:%M:%SZ}",
        "channel": str(one.channel),
        "station": one.station,
        "district": one.district,
        "against": one.against,
        "state": str(one.state),
        "instance": current.body,
        "due": f"{current.due:%Y-%m-%dT%H:%M:%S%z}",
        "zone": current.zone,
        "outcome": str(current.outcome or ""),
        "article": current.article,
        "summary": current.summary,
        "decided": f"{current.decided_at:%Y-%m-%dT%H:%M:%SZ}" if current.decided_at else "",
    }
