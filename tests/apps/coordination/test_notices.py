"""Broadcasts: to whom, who has read, who is telephoned; the inbox; mails over a real relay on this machine."""

from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from typing import Any

import pytest

from legation.base import clock
from legation.base.actors import OutOfScope
from legation.coordination import actions
from legation.coordination.jobs import mail_notices
from legation.coordination.models import Broadcast, BroadcastReceipt, MailChoice
from legation.coordination.queries import broadcasts, inbox
from legation.integrity.models import Leaf
from legation.plan import queries as plan
from legation.project.settings.mail import MailSettings, Server
from legation_core.correspondence.notices import How
from legation_core.problems import Refused
from tests.apps.coordination.matters import AT, raised
from tests.loopback import Kept, Loopback

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(person) -> Callable[..., str]:
    def send(by: str = "ben", **named: Any) -> str:
        facts = {"title": "Whom to call", "text": "Call <b>us</b>.", "audience": "missions"} | named
        until = facts.pop("read_by", AT + timedelta(hours=12))
        return actions.send_broadcast(election="az2024", **facts, read_by=until, by=person(by), at=AT)

    return send


def refusal(action: Callable[..., Any], **given: Any) -> str:
    with pytest.raises(Refused) as refused:
        action(**given)
    return refused.value.code


def test_it_goes_to_the_roles_of_its_audience(sent) -> None:
    counts = {}
    for audience in ("missions", "districts", "stations", "institutions"):
        sent(audience=audience)
        rows = BroadcastReceipt.objects.filter(broadcast=Broadcast.objects.latest("pk"))
        counts[audience] = (rows.count(), {row.role for row in rows})
    assert counts == {
        "missions": (46, {"mission_head"}),
        "districts": (4, {"district_chair"}),
        "stations": (1, {"station_chair"}),
        "institutions": (4, {"commission_chair", "commission_officer", "ministry_headquarters", "ministry_consular"}),
    }


def test_who_has_read_and_who_must_be_telephoned_at_what_hour(sent, person) -> None:
    code, value = sent(), plan.election("az2024")
    actions.acknowledge(election="az2024", code=code, by=person("head-rome"), at=AT)
    one, _own = broadcasts.broadcast(person("ben"), value, code)
    places = broadcasts.places(value, one)
    assert [place.code for place in places if place.read_at] == ["rome"]
    ankara = next(place for place in places if place.code == "ankara")
    assert (ankara.telephone, ankara.zone) == ("+90 535 577 61 68", "Europe/Istanbul")
    actions.telephoned(election="az2024", receipt=ankara.receipt, note="duty officer", by=person("ben"), at=AT)
    again = next(place for place in broadcasts.places(value, one) if place.code == "ankara")
    assert (again.phoned_at, again.phoned_note) == (AT, "duty officer")
    assert broadcasts.sent(person("ben"), value)[0][1:] == (1, 46)


def test_what_is_not_ones_own_is_not_found(sent, person) -> None:
    code, value = sent(audience="districts"), plan.election("az2024")
    with pytest.raises(OutOfScope):
        broadcasts.broadcast(person("cora"), value, code)
    with pytest.raises(OutOfScope):
        actions.acknowledge(election="az2024", code=code, by=person("cora"), at=AT)
    assert refusal(actions.telephoned, election="az2024", receipt=BroadcastReceipt.objects.latest("pk").pk, note=" ",
                   by=person("ben"), at=AT) == "B105"  # fmt: skip


REFUSED = {
    "no text": ({"text": " "}, "B101"),
    "nobody there": ({"audience": "nobody"}, "B102"),
    "a time that passed": ({"read_by": AT}, "B103"),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_sent(sent, case) -> None:
    given, code = case
    assert refusal(sent, **given) == code


def test_the_inbox_gathers_what_waits(sent, person) -> None:
    value = plan.election("az2024")
    sent(audience="institutions", urgent=True)
    raised(person("head-berlin"))
    found = inbox.items(person("eli"), value, AT)
    assert [one.kind for one in found if one.kind in ("broadcast", "matter")] == ["broadcast", "matter"]
    assert found[0].urgent is True
    assert [one.kind for one in inbox.items(person("head-rome"), value, AT)] == []


def test_by_the_pages(as_person) -> None:
    ben, cora, home = as_person("ben"), as_person("cora"), "/az2024/broadcasts/"
    given = {"title": "Whom to call", "text": "Call <b>us</b>.", "audience": "missions", "read_by": "2024-01-23 20:00"}
    page = ben.post(f"{home}new/", given).headers["Location"]
    assert cora.get("/az2024/inbox/").context["items"][0][0].title == "Whom to call"
    assert b"<b>us</b>" not in cora.get(page).content
    cora.post(page)
    assert [receipt.read_at for _one, receipt in cora.get(home).context["mine"]] == [AT]
    shown = ben.get(page)
    assert (len(shown.context["to_call"]), [place.code for place in shown.context["reached"]]) == (45, ["tabriz"])
    receipt = shown.context["to_call"][0].receipt
    assert ben.post(f"{page}telephoned/{receipt}/", {"note": "duty officer"}).status_code == 302
    assert len(ben.get(page).context["reached"]) == 2
    assert cora.get(f"{page}telephoned/{receipt}/").status_code == 404
    assert as_person("fara").get(page).status_code == 404
    assert ben.post(f"{home}new/", given | {"read_by": "2024-01-20 20:00"}).status_code == 422


def mail_settings(port: int) -> MailSettings:
    """A server on this machine that sends, and no inbox."""
    smtp = Server("127.0.0.1", port, "", "", tls=False)
    return MailSettings("", "elections@mfa.example", "https://work.example/", b"", None, smtp, 1)


@pytest.fixture
def relay(settings) -> Iterator[list[Any]]:
    kept = Kept()
    server = Loopback(kept, hostname="127.0.0.1", port=0)
    server.start()
    settings.MAIL = mail_settings(server.port)
    yield kept.mails
    server.stop()


@pytest.fixture
def chosen(person) -> Callable[..., None]:
    def choose(who: str = "cora", how: How = How.AT_ONCE, zone: str = "Asia/Tehran") -> None:
        actions.choose_mail(
            mail=f"{who}@mission.example", how=how, zone=zone, quiet_from=time(22), quiet_to=time(7),
            daily_at=time(8), by=person(who), at=AT,
        )  # fmt: skip

    return choose


def at(moment: datetime) -> None:
    """Run the job at an instant."""
    restore = clock.use(lambda: moment)
    try:
        mail_notices()
    finally:
        restore()


def test_a_mail_holds_a_link_and_nothing_else_and_goes_once(sent, chosen, relay) -> None:
    chosen()
    sent()
    at(AT + timedelta(minutes=1))
    at(AT + timedelta(minutes=2))
    (mail,) = relay
    assert (mail["To"], mail["From"]) == ("cora@mission.example", "elections@mfa.example")
    text = mail.get_payload()
    assert "https://work.example/" in text
    assert [word for word in ("Whom", "Call", "Tabriz") if word in text + mail["Subject"]] == []
    leaf = Leaf.objects.filter(kind="notices_mailed").latest("index")
    assert b"cora" not in bytes(leaf.octets)


def test_quiet_hours_are_those_of_the_person_and_the_urgent_breaks_them(sent, chosen, relay, person) -> None:
    chosen("head-washington", zone="America/New_York")
    sent()
    at(AT + timedelta(minutes=1))
    assert relay == []
    sent(urgent=True)
    at(AT + timedelta(minutes=2))
    assert len(relay) == 1
    at(AT + timedelta(hours=11))
    assert len(relay) == 1


def test_daily_is_one_mail_in_the_morning(sent, chosen, relay) -> None:
    chosen(how=How.DAILY)
    sent()
    sent()
    at(AT + timedelta(hours=3))
    assert relay == []
    at(AT + timedelta(hours=24))
    assert len(relay) == 1


def test_a_relay_that_is_away_loses_nothing(sent, chosen, settings) -> None:
    settings.MAIL = mail_settings(9)
    chosen()
    sent()
    at(AT + timedelta(minutes=1))
    assert MailChoice.objects.get().told_at is None


def test_the_choice_is_made_on_its_page(as_person) -> None:
    cora = as_person("cora")
    given = {
        "mail": "cora@mission.example", "how": "daily", "zone": "Asia/Tehran", "quiet_from": "21:00",
        "quiet_to": "06:30", "daily_at": "09:00",
    }  # fmt: skip
    assert cora.post("/az2024/inbox/mail/", given | {"zone": "Tabriz"}).context["form"].errors.keys() == {"zone"}
    assert cora.post("/az2024/inbox/mail/", given).status_code == 302
    assert cora.get("/az2024/inbox/mail/").context["form"].initial["quiet_from"] == time(21)
    assert MailChoice.objects.get().person == "cora"
    leaf = Leaf.objects.filter(kind="mail_chosen").latest("index")
    assert b"mission.example" not in bytes(leaf.octets)
