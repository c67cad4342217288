"""The work of the two institutions told as stories, each from its first page to its last, on the day of the cast."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from legation.accounts.actions import joint
from legation.accounts.models import User
from legation.base import clock
from legation.base.actors import Actor
from legation.desks import calendars
from legation.integrity.models import Leaf
from legation.plan import queries as plan
from legation.project.cli import main
from legation.stations import actions as stations
from legation_core.problems import Refused
from tests.flows import guide

pytestmark = [pytest.mark.django_db, pytest.mark.urls("legation.project.urls")]
AT = datetime(2024, 1, 23, 5, tzinfo=UTC)


@pytest.fixture
def at_desk(db: None) -> Callable[[str], Client]:
    def signed_in(code: str) -> Client:
        client = Client()
        client.force_login(User.objects.get(code=code))
        return client

    return signed_in


def newest(count: int) -> list[str]:
    """The kinds of the newest records, the oldest of them first."""
    return list(Leaf.objects.order_by("-index").values_list("kind", flat=True)[:count])[::-1]


def facts(client: Client, station: str) -> tuple[str, str, int | None]:
    one = client.get(f"/az2024/stations/{station}/").context["station"]
    return str(one.state), one.district, one.number


def test_tabriz_creates_a_station_and_baku_attaches_and_numbers_it(at_desk: Callable[[str], Client]) -> None:
    cora, ben, ana, fara = (at_desk(one) for one in ("cora", "ben", "ana", "fara"))
    counted = {"ground": "resident_abroad", "count": "1600", "as_of": "2024-01-22", "source": "consular register"}
    assert cora.post("/az2024/missions/tabriz/voters/", counted).status_code == 302
    made = cora.post("/az2024/stations/create/", {"mission": "tabriz", "address": "Valiasr 7"}, follow=True)
    station = made.context["station"].code
    assert facts(cora, station) == ("created", "", None)
    assert fara.get(f"/az2024/stations/{station}/number/").status_code in (404, 409)
    ben.post(f"/az2024/stations/{station}/submit/", {"district": "17"})
    ana.post(f"/az2024/stations/{station}/attach/", {"district": "17"})
    assert facts(ana, station) == ("attached", "17", None)
    warned = fara.post(f"/az2024/stations/{station}/number/", {"number": "56"})
    assert (warned.status_code, facts(fara, station)[0]) == (200, "attached")
    fara.post(f"/az2024/stations/{station}/number/", {"number": "56", "confirmed": "1"})
    assert facts(cora, station) == ("numbered", "17", 56)
    assert newest(5) == [
        "voters_reported", "station_created", "station_submitted", "station_attached",
        "station_numbered",
    ]  # fmt: skip


def test_a_note_verbale_is_answered_with_a_condition(at_desk: Callable[[str], Client]) -> None:
    cora, page = at_desk("cora"), "/az2024/consent/IR/"
    note = {"mission": "tabriz", "note_number": "12/24", "note_date": "2024-01-15", "text": "as the note says"}
    cora.post(f"{page}step/ask/", note | {"premises": ""})
    assert str(cora.get(page).context["host"].whole.state) == "asked"
    answer = note | {"note_number": "IR-7", "note_date": "2024-01-22", "valid_until": "2024-02-06"}
    cora.post(f"{page}step/grant/", answer)
    host = at_desk("ben").get(page).context["host"]
    assert (str(host.whole.state), [one.finding.problem.code for one in host.problems]) == ("granted", ["C109"])
    assert [one.owner for one in host.problems] == ["head_of_mission"]
    assert newest(2) == ["host_consent_asked", "host_consent_granted"]


@pytest.fixture
def lima(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    """The station in Lima of the invented country of the guide, where nobody beside the envoy closes it."""
    country = guide.ROOT / "docs/guides/country"
    people = {"rosa": "commission_chair", "emil": "commission_officer", "flora": "ministry_headquarters"}
    for code, role in people.items():
        spoken("account", "add", code, "--name", code, "--jurisdiction", "XG", "--role", role)
    spoken(
        "account", "add", "leo", "--name", "leo", "--jurisdiction", "XG", "--role", "mission_head", "--scope", "lima"
    )
    digest = spoken("lawbook", "propose", country / "lawbook.toml", "--by", "emil", says=capsys)
    adopting = spoken("lawbook", "adopt", digest, "--decision", "No. 1", "--by", "rosa", says=capsys)
    spoken("joint", "confirm", adopting, "--by", "emil")
    days = ("--called", "2024-01-10", "--day", "2024-05-11")
    opening = spoken(
        "election", "open", "estates", "--names", "Estates", "--kind", "estates", *days, "--by", "rosa", says=capsys
    )
    spoken("joint", "confirm", opening.split()[-1], "--by", "emil")
    spoken("import", "missions", country / "missions.csv", "--by", "flora")
    spoken("import", "voters", country / "voters.csv", "--election", "estates", "--by", "flora")
    spoken("import", "stations", country / "stations.csv", "--election", "estates", "--by", "leo")


def spoken(*words: object, says: pytest.CaptureFixture[str] | None = None) -> str:
    """Speak a verb that must succeed; what it prints where `says` is given."""
    if says:
        says.readouterr()
    assert main([str(word) for word in words]) == 0
    return says.readouterr().out.strip() if says else ""


@pytest.mark.usefixtures("lima")
def test_one_clerk_alone_closes_the_station_and_owes_a_confirmation(
    at_desk: Callable[[str], Client], person: Callable[..., Actor]
) -> None:
    given: dict[str, Any] = {"election": "estates", "station": "lima", "reason": "the hall burnt"}
    leo = person("leo")
    with pytest.raises(Refused, match="A504"):
        stations.close_station.do_alone(" ", **given, by=leo, at=AT)
    code = stations.close_station.do_alone("no line to home since the morning", **given, by=leo, at=AT)
    page = at_desk("leo").get("/estates/stations/lima/")
    assert str(page.context["station"].state) == "closed"
    seen = {
        one: str(at_desk(one).get(f"/two-persons/{code}/").context["joint"]["value"].state) for one in ("rosa", "flora")
    }
    assert seen == {"rosa": "single_handed", "flora": "single_handed"}
    with pytest.raises(Refused, match="A500"):
        joint.confirm(code=code, by=leo, at=AT + timedelta(hours=1))
    at_desk("flora").post(f"/two-persons/{code}/confirm/")
    after = at_desk("leo").get(f"/two-persons/{code}/").context["joint"]["value"]
    assert str(after.state) == "confirmed_afterwards"


def days_of_tabriz() -> dict[str, date]:
    base = calendars.grounds(plan.election("az2024"))
    return {line.key: line.on for line in calendars.lines(base, calendars.Asked("tabriz"))}


def test_the_election_day_moves_by_a_week_after_everybody_could_look(at_desk: Callable[[str], Client]) -> None:
    ana, eli, before = at_desk("ana"), at_desk("eli"), days_of_tabriz()
    preview = ana.get("/az2024/calendar/move/?to=2024-02-14").context["preview"]
    assert (preview["days"], len(preview["changes"])) == (7, 43)
    assert days_of_tabriz() == before
    answer = {"seen": "2024-02-07", "to": "2024-02-14", "reason": "snow"}
    proposed = ana.post("/az2024/calendar/move/confirm/", answer)
    assert plan.election("az2024").election_day == date(2024, 2, 7)
    eli.post(f"{proposed['Location']}confirm/")
    after = days_of_tabriz()
    assert (after["voting_opens"], after["voting_opens"] - before["voting_opens"]) == (
        date(2024, 2, 14),
        timedelta(days=7),
    )
    station = at_desk("cora").get("/az2024/stations/tabriz/").context["station"]
    assert {opening.day for opening in station.openings} == {date(2024, 2, 14)}


def test_the_stories_happen_at_the_time_of_the_cast() -> None:
    assert clock.now() == AT
