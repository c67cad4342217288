"""Invitations and reminders over real SMTP on this machine: a link and a calendar entry by the mission's own clock."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar

from legation.base import queue
from legation.coordination.actions import mail
from legation.project.settings.mail import MailSettings, Server
from legation.training import actions
from legation.training.models import Seat
from legation_core.problems import Refused
from legation_core.training.audience import Rule
from legation_core.training.states import Answer
from tests.apps.training.conftest import AT
from tests.loopback import Kept, Loopback

pytestmark = pytest.mark.django_db
TABRIZ = "tabriz@mission.example"


@pytest.fixture
def sent(settings, person) -> Iterator[list[Any]]:
    """What a server on loopback was given; Tabriz alone has its address on record."""
    kept = Kept()
    server = Loopback(kept, hostname="127.0.0.1", port=0)
    server.start()
    named(settings, server.port)
    mail.keep_address(election="az2024", mission="tabriz", address=TABRIZ, by=person("ben"), at=AT)
    yield kept.mails
    server.stop()


def named(settings: Any, port: int) -> None:
    smtp = Server("127.0.0.1", port, "", "", tls=False)
    settings.MAIL = MailSettings("", "elections@mfa.example", "https://work.example/", b"", None, smtp, 1)


def test_an_invitation_is_a_link_and_an_entry_by_the_clock_of_the_mission(sent, invited) -> None:
    code = invited(Rule())
    queue.run_waiting()
    (one,) = sent
    text, calendar = one.get_payload()
    seat = Seat.objects.get(seminar__code=code, of="tabriz").code
    assert (one["To"], one["From"], one["Auto-Submitted"]) == (TABRIZ, "elections@mfa.example", "auto-generated")
    assert text.get_payload(decode=True).decode().count(f"https://work.example/az2024/seminars/{code}/") == 1
    assert [word in f"{one['Subject']}{text.as_string()}" for word in ("counting", "Sayılma")] == [False, False]
    event = Calendar.from_ical(calendar.get_payload(decode=True)).walk("VEVENT")[0]
    assert (event.decoded("dtstart").tzinfo.key, str(event["uid"]).partition(".")[0]) == ("Asia/Tehran", seat)


def test_whoever_has_not_answered_is_reminded_by_mail_and_whoever_has_is_not(sent, invited, person) -> None:
    code = invited(Rule())
    queue.run_waiting()
    later = AT + timedelta(hours=1)
    actions.remind(election="az2024", code=code, by=person("ben"), at=later)
    queue.run_waiting()
    assert len(sent) == 2
    seat = Seat.objects.get(seminar__code=code, of="tabriz").code
    given: dict[str, Any] = {"election": "az2024", "code": code, "by": person("cora"), "at": later}
    actions.answer(seat=seat, answer=Answer.YES, name="Somebody", **given)
    queue.enqueue("training.invitation", seat)
    queue.run_waiting()
    assert len(sent) == 2


def test_a_server_that_is_down_leaves_the_mail_owed(invited, person, settings) -> None:
    mail.keep_address(election="az2024", mission="tabriz", address=TABRIZ, by=person("ben"), at=AT)
    named(settings, 1)
    code = invited(Rule())
    Seat.objects.filter(seminar__code=code).exclude(of="tabriz").delete()
    with pytest.raises(Refused) as refused:
        for _try in range(60):
            queue.run_waiting()
    assert (refused.value.code, queue.standing()[0] > 0) == ("S134", True)


def test_without_a_server_nothing_is_owed(invited, settings) -> None:
    settings.MAIL = None
    invited(Rule())
    assert queue.standing()[0] == 0
