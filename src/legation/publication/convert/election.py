"""The election as a whole: its day, its clock, its figures, who holds it, how its record is verified."""

from collections.abc import Sequence

import tzdata

from legation.plan.convert import ElectionValue
from legation.publication.convert.facts import texts, utc
from legation.stations.convert import StationValue
from legation_core.lawbook.model import Body
from legation_core.timetable import day
from legation_core.timetable.windows import Window
from legation_core.timetable.zones import END_OF_DAY, Edge, instant, minutes_of

HOLDERS = ("central_commission", "ministry")
"""Kinds of bodies that hold an election abroad together."""


def election_document(
    election: ElectionValue, found: Sequence[StationValue], *, log: dict[str, str], demonstration: bool
) -> dict[str, object]:
    """`found` are the stations that are not closed for good."""
    windows = [window for one in found for window in one.windows]
    return {
        "code": election.code,
        "jurisdiction": election.jurisdiction,
        "names": texts(election.names),
        "kind": election.kind,
        "called_on": election.called_on.isoformat(),
        "election_day": election.election_day.isoformat(),
        "home_country": election.book.home_country,
        "home_zone": election.home_zone,
        "languages": list(election.book.languages),
        "holders": [texts(body.name) for body in holders(election)],
        "hours": [
            {"day": one.day, "opens": f"{one.opens:%H:%M}", "closes": _end(one.closes_minute)}
            for one in election.rules.hours
        ],
        "stations": len(found),
        "missions": len({one.mission.code for one in found}),
        "countries": len({one.mission.country for one in found}),
        "first_opening": utc(day.first_opening(windows)) if windows else "",
        "last_closing": utc(day.last_closing(windows)) if windows else "",
        "marks": _marks(election, windows),
        "zone_table": tzdata.IANA_VERSION,
        "log": log,
        "demonstration": demonstration,
    }


def holders(election: ElectionValue) -> tuple[Body, ...]:
    """The bodies that hold the election together, in the order of the lawbook."""
    return tuple(body for body in election.book.bodies.values() if body.kind in HOLDERS)


def emblem_path(kind: str) -> str:
    """Where the emblem of a kind of body lies among the documents."""
    return f"emblems/{kind}.png"


def _end(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _marks(election: ElectionValue, windows: Sequence[Window]) -> list[dict[str, object]]:
    """The home country's own day: its opening, its turnout marks, its closing, and how many stations are open then."""
    if not windows or not election.rules.hours:
        return []
    hours = election.rules.hours[-1]
    minutes = {minutes_of(hours.opens): "opens"}
    minutes |= {one.at: "turnout" for one in election.rules.lists.get("turnout_marks", ()) if one.at is not None}
    minutes |= {minutes_of(hours.opens): "opens", minutes_of(hours.closes) or END_OF_DAY: "closes"}
    kinds = {instant(election.election_day, at, election.home_zone, Edge.START): kind for at, kind in minutes.items()}
    counted = day.marks(windows, sorted(kinds))
    return [{"at": utc(one.at), "kind": kinds[one.at], "open": one.open} for one in counted]
