"""Who may do an act: the body that the lawbook names, when it is due, and whether the acting person is of that body."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from legation.base.actors import Actor, Permission, ScopeRef
from legation.plan.convert import ElectionValue
from legation.plan.permissions import acts_for
from legation.stations.convert import StationValue
from legation_core.lawbook.model import Body, Competence
from legation_core.timetable.deadlines import Deadline, deadlines

PERMISSION_OF: Mapping[str, Permission] = MappingProxyType(
    {
        "create_station": Permission.STATION_CREATE,
        "submit_districts": Permission.STATION_SUBMIT_DISTRICT,
        "attach_station": Permission.STATION_ATTACH,
        "number_station": Permission.STATION_NUMBER,
        "change_station": Permission.STATION_CHANGE,
        "close_station": Permission.STATION_CLOSE,
        "overrule_refusal": Permission.RULE_OVERRULE,
        "set_catchment": Permission.CATCHMENT_SET,
    }
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the lawbook says of one act. Without a competence it is nobody's, and nobody may."""

    act: str
    may: bool
    """Whether the acting role holds the permission, is of the body, and reaches what the act is about."""
    competence: Competence | None = None
    body: Body | None = None
    submits: Body | None = None
    confirms: Body | None = None
    due: Deadline | None = None


def standing_of(actor: Actor, election: ElectionValue, act: str, scopes: Iterable[ScopeRef] | None = None) -> Standing:
    """Who may do `act` in the election; `scopes` are those of what it is about, where that is known."""
    competence = election.rules.competences.get(act)
    if competence is None:
        return Standing(act, may=False)
    bodies = election.book.bodies
    may = (
        PERMISSION_OF[act] in actor.permissions
        and acts_for(actor, election.rules, competence.body)
        and (scopes is None or actor.reaches(scopes))
    )
    submits, confirms = competence.submitted_by, competence.confirmed_by
    return Standing(
        act,
        may,
        competence,
        bodies[competence.body],
        bodies[submits] if submits else None,
        bodies[confirms] if confirms else None,
        _due(election, competence.deadline),
    )


def _due(election: ElectionValue, key: str | None) -> Deadline | None:
    """The deadline of that calendar entry, where the election has one of it."""
    entries = [entry for entry in election.rules.calendar if entry.key == key and entry.each == "election"]
    return next(iter(deadlines(entries, election.dates, election.home_zone)), None)


def waits_for_submission(election: ElectionValue, one: StationValue) -> bool:
    """Whether the lawbook asks for a submitted district before the station is attached, and none is there."""
    competence = election.rules.competences.get("attach_station")
    return bool(competence and competence.submitted_by and not one.submitted_district and not one.district)
