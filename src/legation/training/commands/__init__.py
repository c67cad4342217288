"""The verb of seminars: who is asked, when that is by their own clock, what they answered. No person stands in it."""

from argparse import ArgumentParser, Namespace
from zoneinfo import ZoneInfo

from legation.base.verbs import DONE, Row, Verb, formats, print_csv, print_json, print_table
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.training.convert import SeatValue, SeminarValue, SessionValue
from legation.training.queries import seminars as queries
from legation.training.queries.places import Sitting, sittings
from legation_core.training.audience import Asked
from legation_core.training.hours import away, civil_spans


def listed(chosen: Namespace) -> int:
    """The seats of every seminar of an election, or of one."""
    value = plan.election(chosen.election)
    found = [one for one in queries.seminars(value) if chosen.seminar in ("", one.code)]
    rows = [row for one in found for row in _rows(value, one)]
    if chosen.json:
        print_json(rows)
    elif chosen.csv:
        print_csv(rows)
    else:
        short = ("place", "zone", "session", "local", "minutes_outside_civil_hours", "answer")
        print_table([{name: row[name] for name in short} for row in rows])
    return DONE


def _rows(value: ElectionValue, seminar: SeminarValue) -> list[Row]:
    """One row a seat; three queries a seminar beside those of the places."""
    seats = queries.seats(seminar)
    held = {one.number: one for one in queries.sessions(seminar)}
    sitting = sittings(value, [Asked(one.kind, one.of) for one in seats])
    return [
        _row(value, seminar, seat, place, held.get(seat.session or 0))
        for seat, place in zip(seats, sitting, strict=True)
    ]


def _row(
    value: ElectionValue, seminar: SeminarValue, seat: SeatValue, place: Sitting, session: SessionValue | None
) -> Row:
    """`local` is the start by the clock of the place with its offset; instants are empty before it has a session."""
    starts = session.starts_at if session else None
    civil = civil_spans(place.place, seminar.wish(value.home_zone))
    return {
        "election": value.code,
        "seminar": seminar.code,
        "basis": seat.basis,
        "seat": str(seat.kind),
        "of": seat.of,
        "place": place.name,
        "zone": place.zone,
        "session": session.number if session else "",
        "starts": f"{starts:%Y-%m-%dT%H:%MZ}" if starts else "",
        "local": starts.astimezone(ZoneInfo(place.zone)).isoformat(timespec="minutes") if starts else "",
        "minutes_outside_civil_hours": away(civil, starts, seminar.length) if starts else "",
        "answer": str(seat.answer),
    }


def _listed(parser: ArgumentParser) -> None:
    parser.add_argument("election", help="code of the election")
    parser.add_argument("seminar", nargs="?", default="", help="code of a seminar (default: all of the election)")
    formats(parser, "csv", "json")


VERBS = [Verb(("seminar",), "the seats of seminars with their sessions by each clock", _listed, listed)]
