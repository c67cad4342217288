"""Who brings protocols in and reads results, and from when: nobody before the last station in the world closed."""

from collections.abc import Iterable
from datetime import datetime

from legation.plan.permissions import scopes_of
from legation.stations.convert import StationValue
from legation_core.problems import Refused
from legation_core.timetable import day

__all__ = ["require_closed", "scopes_of"]


def require_closed(stations: Iterable[StationValue], at: datetime) -> None:
    """Refuses (P430) while any station of the election is open or has still to open, whatever the rule besides."""
    windows = [window for one in stations for window in one.windows]
    last = day.last_closing(windows) if windows else None
    if last is not None and at < last:
        raise Refused("P430", facts={"until": f"{last:%Y-%m-%dT%H:%MZ}"})
