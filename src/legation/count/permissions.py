"""Who brings protocols in and reads results, and from when: nobody before the last station in the world closed."""

from collections.abc import Iterable
from datetime import datetime

from legation.base.actors import Actor
from legation.plan.permissions import acts_for, competence_for, competent, scopes_of
from legation.stations.convert import StationValue
from legation_core.lawbook.model import Rules
from legation_core.problems import Refused
from legation_core.timetable import day

__all__ = ["require_body", "require_closed", "require_station_closed", "scopes_of"]


def require_closed(stations: Iterable[StationValue], at: datetime) -> None:
    """Refuses (P430) while any station of the election is open or has still to open, whatever the rule besides."""
    windows = [window for one in stations for window in one.windows]
    last = day.last_closing(windows) if windows else None
    if last is not None and at < last:
        raise Refused("P430", facts={"until": f"{last:%Y-%m-%dT%H:%MZ}"})


def require_station_closed(station: StationValue, at: datetime) -> None:
    """Refuses (P208) while the station itself is open or has still to open: there is no signed paper before."""
    if at < station.closes:
        raise Refused("P208", facts={"until": f"{station.closes:%Y-%m-%dT%H:%MZ}"})


def require_body(by: Actor, rules: Rules, acts: tuple[str, ...]) -> str:
    """The body for which the actor does one of these acts; refused (A002) with the last where it is none of theirs."""
    for one in acts:
        body = competence_for(rules, one).body
        if acts_for(by, rules, body):
            return body
    return competent(by, rules, acts[-1]).body
