"""Queued work: owed once, done once, taken up again after a killed worker, given up after three tries."""

from datetime import timedelta

import pytest
from django.db import transaction

from legation.base import clock, queue
from legation.base.models import QueuedJob

pytestmark = pytest.mark.django_db


@pytest.fixture
def done(monkeypatch) -> list[str]:
    found: list[str] = []
    monkeypatch.setitem(queue._handlers, "test.note", found.append)
    return found


def test_work_is_done_once_in_the_order_in_which_it_was_asked(done) -> None:
    for code in ("a", "b", "a"):
        queue.enqueue("test.note", code)
    assert (queue.run_waiting(), queue.run_waiting(), done) == (2, 0, ["a", "b"])
    assert queue.standing() == (0, 0)


def test_what_is_rolled_back_owes_nothing(done) -> None:
    with transaction.atomic():
        queue.enqueue("test.note", "a")
        transaction.set_rollback(True)
    assert (queue.run_waiting(), done) == (0, [])


def test_a_job_of_a_killed_worker_is_taken_up_when_its_time_is_over(done) -> None:
    queue.enqueue("test.note", "a")
    assert queue._take() is not None  # the worker that took it is killed here
    assert (queue.run_waiting(), queue.standing()) == (0, (1, 0))
    QueuedJob.objects.update(taken_until=clock.real() - timedelta(seconds=1))
    assert (queue.run_waiting(), done) == (1, ["a"])


def test_what_never_ends_is_given_up_and_stays_to_be_seen(done) -> None:
    queue.enqueue("test.note", "a")
    QueuedJob.objects.update(tries=queue.TRIES, taken_until=clock.real() - timedelta(seconds=1))
    assert (queue.run_waiting(), done, queue.standing()) == (0, [], (0, 1))


def test_a_name_that_nobody_carries_out_is_a_bug(done) -> None:
    with pytest.raises(ValueError, match="nobody carries out"):
        queue.enqueue("test.unknown", "a")
