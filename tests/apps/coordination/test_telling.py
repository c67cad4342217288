"""Late tasks told on: each level once, to whom, with a record and a line in the inbox."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest

from legation.base import clock
from legation.coordination import actions
from legation.coordination.jobs import tell_late_tasks
from legation.coordination.models import Task, TaskStep
from legation.coordination.queries import inbox
from legation.integrity.models import Leaf
from legation.plan import queries as plan

CODE = "voters_informed-tabriz"
pytestmark = pytest.mark.django_db


@pytest.fixture
def run_at() -> Iterator[Callable[[int], datetime]]:
    """Let the worker run on a day of January 2024 at noon by UTC."""
    restores = []

    def run(day: int) -> datetime:
        moment = datetime(2024, 1, day, 12, tzinfo=UTC)
        restores.append(clock.use(lambda: moment))
        tell_late_tasks()
        return moment

    yield run
    for restore in reversed(restores):
        restore()


@pytest.fixture
def alone(person) -> None:
    """Every task is finished but one of Tabriz, due on Thursday 25 January; Friday is no working day there."""
    Task.objects.exclude(code=CODE).update(state="dropped", finished=True, done_at=None, done_on=None)


def steps() -> list[str]:
    return list(TaskStep.objects.filter(task__code=CODE).order_by("pk").values_list("step", flat=True))


def told(who, at: datetime) -> list[str]:
    return [one.title for one in inbox.items(who, plan.election("az2024"), at) if one.kind == "late_tasks"]


def test_each_level_is_told_once_with_a_record(alone, run_at) -> None:
    for day in (25, 26, 26, 27, 28, 28, 29, 30):
        run_at(day)
    assert steps() == ["owner", "superior", "headquarters"]
    rows = Leaf.objects.filter(kind="tasks_told_on").order_by("index")
    assert [CODE in bytes(row.octets).decode() for row in rows] == [False, False, False]


def test_who_has_it_in_the_inbox(alone, run_at, person) -> None:
    at = run_at(26)
    assert [told(person(who), at) for who in ("cora", "head-rome", "ben", "ana")] == [["1"], [], [], []]
    at = run_at(29)
    assert [told(person(who), at) for who in ("cora", "head-rome", "ben", "ana")] == [["1"], [], ["1"], ["1"]]


def test_a_worker_that_stood_still_tells_the_level_that_is_reached(alone, run_at) -> None:
    run_at(30)
    assert steps() == ["headquarters"]


def test_moved_to_a_later_day_it_is_told_on_anew(alone, run_at, person) -> None:
    at = run_at(29)
    actions.reschedule_task(
        election="az2024", code=CODE, due_on=date(2024, 1, 31), reason="The hall changed", by=person("ben"), at=at
    )
    assert told(person("ana"), at) == []
    for day in (30, 30):
        run_at(day)
    assert steps() == ["headquarters", "reschedule"]


def test_what_was_done_is_told_to_nobody(alone, run_at, person) -> None:
    at = run_at(26)
    actions.report_task(election="az2024", code=CODE, evidence="Notice", by=person("cora"), at=at)
    assert told(person("cora"), at) == []
    run_at(30)
    assert steps() == ["owner", "report"]


def test_the_page_of_the_task_and_the_inbox_say_it(alone, run_at, as_person) -> None:
    run_at(29)
    cora = as_person("cora")
    assert b"told to both headquarters" in cora.get(f"/az2024/plan/task/{CODE}/").content
    page = cora.get("/az2024/inbox/").content.decode()
    assert "/az2024/plan/list/?standing=late" in page


def test_many_are_told_in_parts(run_at, monkeypatch) -> None:
    monkeypatch.setattr("legation.coordination.actions.telling.MOST_AT_ONCE", 20)
    at = run_at(30)
    late = Task.objects.filter(state__in=("open", "started", "returned"), due_at__lte=at)
    assert (late.filter(told__isnull=True).count(), late.count() > 20) == (0, True)
    assert Leaf.objects.filter(kind="tasks_told_on").count() == -(-late.count() // 20)
