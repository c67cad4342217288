"""Every problem of the timetable fills its sentence."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

import pytest

from legation_core.lawbook.model import Anchor, CalendarEntry, Limit, Rule
from legation_core.problems import Problem, Refused
from legation_core.timetable.day import first_opening
from legation_core.timetable.deadlines import ElectionDates, Place, deadlines, undated
from legation_core.timetable.feasibility import feasibility
from legation_core.timetable.windows import Opening, StationHours, hours_problems
from legation_core.timetable.working_days import WorkingDays
from legation_core.timetable.zones import Edge, instant
from legation_core.values import Text
from legation_core.words import sentence
from legation_core.words.timetable import SENTENCES

DATES = ElectionDates(date(2023, 12, 7), date(2023, 12, 8), date(2024, 2, 7))
LIMITS = {"notice_days_max": 60, "notice_days_min": 90, "election_weekday": 7, "days_to_set_max": 0}


def entry(key: str, days: int, anchor: Anchor = Anchor.ELECTION_DAY, **facts: object) -> CalendarEntry:
    values = {"text": Text({"en": key}), "owner": "ministry", "source": "art. 1", "rule": Rule.BY, **facts}
    return CalendarEntry(key=key, days=days, anchor=anchor, **values)  # type: ignore[arg-type]


def of_stations() -> Iterator[Problem]:
    spring, autumn = date(2024, 3, 31), date(2024, 10, 27)
    for zone, openings in [
        ("", ()),
        ("UTC+4", ()),
        ("Europe/Munich", ()),
        ("Europe/Berlin", ()),
        ("Europe/Berlin", (Opening(spring, time(2, 30), time(1)), Opening(autumn, time(2, 30), time(19)))),
        ("Europe/Berlin", (Opening(spring, time(8), time(12)), Opening(spring, time(11), time(19)))),
    ]:
        yield from hours_problems(StationHours("Berlin", zone, openings))


def of_calendars() -> Iterator[Problem]:
    entries = [entry("a", -90), entry("b", -10), entry("c", -20, after=("b",))]
    limits = {key: Limit(value=value, source="art. 9") for key, value in LIMITS.items()}
    yield from feasibility(entries, DATES, "Asia/Baku", limits=limits)
    yield from feasibility(entries, DATES, "Asia/Baku", at=datetime(2024, 1, 1, tzinfo=UTC))
    yield from feasibility([], ElectionDates(DATES.election_day, *[DATES.called_on] * 2), "Asia/Baku")
    closing = entry("d", 0, Anchor.STATION_CLOSING, each="station")
    yield from undated([closing], [Place("station", "Berlin", "Europe/Berlin")])


def of_refusals() -> Iterator[Problem]:
    for call in (
        lambda: first_opening(()),
        lambda: instant(date(1, 1, 1), 0, "Asia/Baku", Edge.START),
        lambda: deadlines([entry("e", 0, Anchor.STATION_CLOSING)], DATES, "Asia/Baku"),
        lambda: deadlines([entry("f", 0, zone="local")], DATES, "Asia/Baku"),
        lambda: WorkingDays("0000000").first(DATES.election_day),
    ):
        with pytest.raises(Refused) as refused:
            call()
        yield refused.value.problem


def test_every_problem_of_the_timetable_fills_its_sentence() -> None:
    found = [*of_stations(), *of_calendars(), *of_refusals()]
    assert {problem.code for problem in found} == set(SENTENCES)
    assert [text for text in map(sentence, found) if "{" in text or not text.endswith(".")] == []
