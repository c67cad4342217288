"""A task overdue in Tabriz, where Friday is no working day: who is told when, and how it ends."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from django.test import Client

from legation.accounts.models import User
from legation.base import clock
from legation.rehearsal.script.az2024_data import missions

pytestmark = [pytest.mark.django_db, pytest.mark.urls("legation.project.urls")]
HOME = "/az2024/plan"
LATE = f"{HOME}/task/voters_informed-tabriz"
IN_TIME = {
    "evidence": "Notice of the mission",
    "missions": [code for code in missions() if code not in ("tabriz", "rome")],
}


@pytest.fixture
def at_desk(db: None) -> Callable[[str], Client]:
    def signed_in(code: str) -> Client:
        client = Client()
        client.force_login(User.objects.get(code=code))
        return client

    return signed_in


@pytest.fixture
def on_day() -> Iterator[Callable[[int, int], None]]:
    """Let election time be an hour of January 2024 by the clock of Tabriz, UTC+3:30."""
    restores = []

    def set_to(day: int, hour: int) -> None:
        restores.append(clock.use(lambda: datetime(2024, 1, day, hour, 30, tzinfo=UTC)))

    yield set_to
    for restore in reversed(restores):
        restore()


def overdue(client: Client) -> dict[str, int]:
    """The overdue tasks that voters are informed, each with how far it was told on."""
    found = client.get(f"{HOME}/list/?standing=late&task=voters_informed").context
    return {one.place: int(one.level(found["now"])) for one in found["tasks"]}


def told_lines(client: Client) -> list[str]:
    return [one.what for one in client.get("/az2024/").context["todo"] if "told to you" in one.what]


def test_a_task_overdue_in_tabriz_escalates_by_its_own_working_days(at_desk, on_day) -> None:
    cora, ben, ana = (at_desk(one) for one in ("cora", "ben", "ana"))
    on_day(25, 8)
    assert ben.post(f"{HOME}/many/voters_informed/report/", IN_TIME).status_code == 302
    assert overdue(ben) == {}
    on_day(26, 12)  # Friday: late in Tabriz and in Rome, a working day only in Rome
    assert overdue(ben) == {"rome": 0, "tabriz": 0}
    on_day(27, 12)  # Saturday: the superior in Rome knows since Friday ended; in Tabriz it is the first working day
    assert overdue(ben) == {"rome": 1, "tabriz": 0}
    on_day(28, 12)  # Sunday: a working day in Tabriz, none in Rome
    assert overdue(ben) == {"rome": 1, "tabriz": 1}
    before = told_lines(ana)
    on_day(29, 12)  # Monday: both headquarters know of Tabriz, and of Rome only when its Monday ends
    assert overdue(ben) == {"rome": 1, "tabriz": 2}
    assert told_lines(ana) != before
    page = cora.get(f"{LATE}/").context
    assert [one["come"] for one in page["told"]] == [True, True]
    assert "ready_confirmed" in {one["template"].key for one in cora.get(f"{LATE}/").context["waiting"]}
    assert cora.post(f"{LATE}/report/", {"evidence": "Notice of 29 January"}).status_code == 302
    assert overdue(ben) == {"rome": 1}
    assert ben.post(f"{LATE}/accept/").status_code == 302
    assert str(cora.get(f"{LATE}/").context["task"].state) == "accepted"
