"""Two at once in the daily work: the action plan, matters, complaints, broadcasts."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from legation.accounts.queries import actor_of
from legation.base.actors import Grant, ScopeRef
from legation.coordination import actions
from legation.coordination.models import BroadcastReceipt, Matter, Task, TaskStep
from legation.headquarters import actions as headquarters
from legation.headquarters.models import Entry, Report
from legation.integrity.models import Leaf
from tests.apps.coordination.matters import raised
from tests.races.test_races import AT, by, together

pytestmark = pytest.mark.django_db(transaction=True)
TABRIZ = "substitutes_named-tabriz"
RECEIVED = "material_received-tabriz"


def step(name: str, who: str, code: str, **named: object) -> Callable[[], None]:
    return lambda: getattr(actions, f"{name}_task")(election="az2024", code=code, by=by(who), at=AT, **named)


def test_two_report_one_task_done() -> None:
    results = together(*[step("report", who, TABRIZ, evidence="Letter 4") for who in ("cora", "ben")])
    assert results == ["C211", "done"]
    assert TaskStep.objects.filter(task__code=TABRIZ, step="report").count() == 1


def test_one_accepts_a_task_while_another_returns_it() -> None:
    step("report", "cora", RECEIVED, evidence="Packing list 4")()
    results = together(step("accept", "ben", RECEIVED), step("return", "ben", RECEIVED, reason="A seal is missing"))
    assert results == ["C211", "done"]


def test_two_workers_tell_on_the_same_late_tasks() -> None:
    late = datetime(2024, 1, 30, 12, tzinfo=UTC)
    home = Grant("operator", "az", "", ScopeRef("jurisdiction", "az"), late)

    def tell() -> None:
        actions.tell_late_tasks(election="az2024", by=actor_of("worker", home), at=late)

    assert together(tell, tell) == ["A006", "done"]
    told = Task.objects.filter(told__isnull=False).count()
    assert TaskStep.objects.filter(step__in=("owner", "superior", "headquarters")).count() == told
    assert Leaf.objects.filter(kind="tasks_told_on").count() == 1


def test_two_send_and_one_acknowledges_twice() -> None:
    code = actions.send_broadcast(
        election="az2024", title="Whom to call", text="Call us.", audience="missions",
        read_by=AT + timedelta(hours=12), by=by("ben"), at=AT,
    )  # fmt: skip

    def read() -> None:
        actions.acknowledge(election="az2024", code=code, by=by("cora"), at=AT)

    assert together(read, read) == ["done", "done"]
    assert BroadcastReceipt.objects.filter(broadcast__code=code, read_at=AT, person="cora").count() == 1


def test_two_close_one_entry_of_the_log() -> None:
    entry = headquarters.keep_entry(
        election="az2024", kind="call_in", text="Seals are missing.", follow_up=True, by=by("ben"), at=AT
    )

    def close() -> None:
        headquarters.close_entry(election="az2024", entry=entry, outcome="Sent.", by=by("ben"), at=AT)

    assert together(close, close) == ["D116", "done"]
    assert Entry.objects.get(code=entry).outcome == "Sent."


def test_two_draw_up_one_report() -> None:
    def draw() -> None:
        headquarters.draw_report(election="az2024", by=by("ben"), at=AT)

    assert together(draw, draw) == ["done", "done"]
    assert Report.objects.filter(election="az2024", signed_at__isnull=True).count() == 1


def test_two_take_one_matter() -> None:
    code = raised(by("head-berlin"))

    def take() -> None:
        actions.take_matter(election="az2024", code=code, by=by("ana"), at=AT)

    results = together(take, take)
    assert results[-1] == "done"
    assert Matter.objects.filter(code=code).count() == 1
