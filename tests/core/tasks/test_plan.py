"""The tasks of an election from the templates of its lawbook."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import legation_core.lawbook
from legation_core.lawbook import loader
from legation_core.lawbook.model import Anchor, Basis, Rules, Task
from legation_core.lawbook.schema import AREAS
from legation_core.tasks.plan import Planned, Site, downstream, due_at, due_on, expand
from legation_core.timetable.deadlines import ElectionDates
from legation_core.values import Text

DATES = ElectionDates(date(2023, 12, 7), date(2023, 12, 8), date(2024, 2, 7))
BOOKS = Path(legation_core.lawbook.__file__).parent / "books"


def task(key: str, days: int = -10, **facts: object) -> Task:
    given = {"text": Text({"en": key}), "area": "staff", "owner": "ministry", "basis": Basis.PRACTICE, "source": "x"}
    return Task(**{"key": key, "anchor": Anchor.ELECTION_DAY, "days": days, **given, **facts})


@pytest.fixture(scope="module")
def rules() -> Rules:
    return loader.load(BOOKS / "az.toml").on(DATES.election_day)


def test_once_and_in_each_mission() -> None:
    tasks = [
        task("once"),
        task("each", -5, each="mission", after=("once",)),
        task("own", -4, each="mission", after=("each",), lead=3),
        task("last", -1, after=("own",)),
    ]
    days = [date(2024, 1, 28), date(2024, 2, 2), date(2024, 2, 3), date(2024, 2, 6)]
    assert expand(tasks, DATES, ["rome", "tabriz"]) == (
        Planned("once", "", days[0]),
        Planned("each", "rome", days[1], 1, (("once", ""),)),
        Planned("each", "tabriz", days[1], 1, (("once", ""),)),
        Planned("own", "rome", days[2], 3, (("each", "rome"),)),
        Planned("own", "tabriz", days[2], 3, (("each", "tabriz"),)),
        Planned("last", "", days[3], 1, (("own", "rome"), ("own", "tabriz"))),
    )


def test_a_day_set_otherwise_and_a_need_that_is_no_longer_in_force() -> None:
    found = expand([task("a", after=("gone",))], DATES, [], {("a", ""): date(2024, 2, 1)})
    assert found == (Planned("a", "", date(2024, 2, 1)),)


@pytest.mark.parametrize(
    ("anchor", "days", "day"),
    [
        (Anchor.ELECTION_DAY, -30, date(2024, 1, 8)),
        (Anchor.ELECTION_DAY, 10, date(2024, 2, 17)),
        (Anchor.CALL, 7, date(2023, 12, 14)),
        (Anchor.DAY_SET, 0, date(2023, 12, 8)),
    ],
)
def test_the_day_on_which_a_task_is_due(anchor: Anchor, days: int, day: date) -> None:
    assert due_on(task("a", days, anchor=anchor), DATES) == day


def test_a_task_is_late_when_its_day_has_ended_where_it_is_owed() -> None:
    assert due_at(date(2024, 1, 25), Site("", "Asia/Baku")) == datetime(2024, 1, 25, 20, tzinfo=UTC)
    assert due_at(date(2024, 1, 25), Site("tabriz", "Asia/Tehran")) == datetime(2024, 1, 25, 20, 30, tzinfo=UTC)


def test_what_waits_for_a_task_near_and_far() -> None:
    tasks = [task("a"), task("b", after=("a",)), task("c", after=("b",)), task("d")]
    assert downstream(tasks, "a") == {"b", "c"}


def test_the_plan_of_azerbaijan_covers_every_subject(rules: Rules) -> None:
    assert {one.area for one in rules.tasks.values()} == set(AREAS)
    assert {one.owner for one in rules.tasks.values()} == {"ministry", "central_commission", "head_of_mission"}
    assert [one.key for one in rules.tasks.values() if one.escalation is None or one.evidence is None] == []


def test_the_plan_of_2024_has_its_tasks_in_46_missions(rules: Rules) -> None:
    missions = [f"mission-{number}" for number in range(46)]
    once = sum(one.each == "election" for one in rules.tasks.values())
    each = len(rules.tasks) - once
    assert (once, each) == (9, 21)
    assert len(expand(rules.tasks.values(), DATES, missions)) == once + 46 * each


def test_no_task_is_due_before_what_it_waits_for(rules: Rules) -> None:
    early = [
        (one.key, other)
        for one in rules.tasks.values()
        for other in one.after
        if due_on(rules.tasks[other], DATES) > due_on(one, DATES)
    ]
    assert early == []


def test_the_book_of_romania_has_a_small_plan() -> None:
    book = loader.load(BOOKS / "ro.toml")
    assert list(book.on(date(2019, 11, 10)).tasks) == [
        "premises_checked",
        "tablets_tried",
        "queue_plan",
        "ready_confirmed",
    ]
