"""The list and the page of missions, and the acts their people do there."""

import json
from collections.abc import Callable

import pytest
from django.test import Client

from legation.accounts.models import User
from legation.missions import queries
from legation.plan import queries as plan
from tests.by_two import by_two

pytestmark = pytest.mark.django_db
HOME = "/az2024/missions"


@pytest.fixture
def enter() -> Callable[[str], Client]:
    """A browser in which a person of the demonstration is signed in."""

    def signed_in(person: str) -> Client:
        client = Client()
        client.force_login(User.objects.get(code=person))
        return client

    return signed_in


def codes(answer) -> list[str]:
    return [row.mission.code for row in answer.context["rows"]]


SEARCHES = {
    "by country in the reader's language": ("q=kazakhstan", ["aktau", "almaty", "astana"]),
    "by country's code": ("country=GE", ["batumi", "tbilisi"]),
    "by kind": ("kind=consulate_general&country=TR", ["istanbul", "kars"]),
    "most voters first": ("country=TR&sort=-voters", ["istanbul", "ankara", "kars"]),
    "most stations first": ("country=RU&sort=-stations", ["moscow", "saint-petersburg", "yekaterinburg"]),
    "without a station": ("station=no", []),
    "nothing": ("q=atlantis", []),
}


@pytest.mark.parametrize("case", SEARCHES.values(), ids=SEARCHES)
def test_missions_are_found(enter, case) -> None:
    query, expected = case
    assert codes(enter("ben").get(f"{HOME}/?{query}")) == expected


def test_a_mission_without_a_station_is_found_as_such(enter, person) -> None:
    from legation.stations import actions
    from tests.apps.stations.conftest import AT

    by_two(
        actions.close_station,
        election="az2024",
        station="kars",
        reason="the host withdrew",
        by=person("head-kars"),
        at=AT,
    )
    assert codes(enter("ben").get(f"{HOME}/?station=no")) == ["kars"]


def test_every_mission_is_listed_and_only_ones_own_opens(enter) -> None:
    rows = enter("cora").get(f"{HOME}/").context["rows"]
    assert (len(rows), [row.mission.code for row in rows if row.opens]) == (46, ["tabriz"])
    assert enter("cora").get(f"{HOME}/rome/").status_code == 404
    assert enter("cora").get(f"{HOME}/tabriz/").status_code == 200


def test_the_page_of_a_mission_has_its_stations_voters_and_rule(enter) -> None:
    answer = enter("ben").get(f"{HOME}/ankara/")
    assert [row["station"].code for row in answer.context["stations"]] == ["ankara", "ankara-2"]
    assert b"2 stations are due" in answer.content
    assert b"Election Code, art. 35.6" in answer.content


MAY = {
    "ben": {"change", "report"},
    "cora": {"change", "report", "designate", "create"},
    "ana": set(),
    "gus": set(),
}


@pytest.mark.parametrize("who", MAY)
def test_acts_are_offered_by_power_and_lawbook(enter, who) -> None:
    may = enter(who).get(f"{HOME}/tabriz/").context["may"]
    assert {name for name, allowed in may.items() if allowed} == MAY[who]


def test_a_report_stands_first_and_the_earlier_stays(enter) -> None:
    client = enter("cora")
    given = {"ground": "resident_abroad", "count": "480", "as_of": "2024-01-20", "source": "consular register"}
    assert client.post(f"{HOME}/tabriz/voters/", given).status_code == 302
    context = client.get(f"{HOME}/tabriz/").context
    assert context["registered"].total == 480
    assert [one.count for one in context["history"]] == [480, 469]
    assert client.post(f"{HOME}/tabriz/voters/", given).status_code == 409


def test_the_record_is_changed_whole_and_a_wrong_zone_stands_beside_its_field(enter) -> None:
    client = enter("cora")
    record = {"address": "12 Bahar Street", "duty_phone": "+98 41", "website": "", "working_days": "1111100"}
    wrong = client.post(f"{HOME}/tabriz/change/", record | {"zone": "UTC+3"})
    assert (wrong.status_code, list(wrong.context["form"].errors)) == (422, ["zone"])
    assert queries.mission("AZ", "tabriz").address == ""
    assert client.post(f"{HOME}/tabriz/change/", record | {"zone": "Asia/Tehran"}).status_code == 302
    assert queries.mission("AZ", "tabriz").duty_phone == "+98 41"
    assert client.post(f"{HOME}/tabriz/change/", record | {"zone": "Asia/Tehran"}).status_code == 409


def test_the_building_is_placed_on_its_page_and_only_on_the_earth(enter) -> None:
    client = enter("cora")
    wrong = client.post(f"{HOME}/tabriz/building/", {"latitude": "138.07", "longitude": "46.29"})
    assert (wrong.status_code, list(wrong.context["form"].errors)) == (422, ["latitude"])
    assert client.post(f"{HOME}/tabriz/building/", {"latitude": "38.07", "longitude": "46.29"}).status_code == 302
    assert queries.mission("AZ", "tabriz").position == "building"


def test_every_wrong_line_of_holidays_is_named(enter) -> None:
    client = enter("cora")
    wrong = client.post(f"{HOME}/tabriz/holidays/", {"days": "2024-02-11 host Victory day\nFriday\n2024-02-31 home X"})
    assert wrong.status_code == 422
    assert [text[:7] for text in wrong.context["form"].errors["days"]] == ["line 2:", "line 3:"]
    client.post(f"{HOME}/tabriz/holidays/", {"days": "2024-02-11 host Victory day"})
    assert [one.name for one in queries.holidays(queries.mission("AZ", "tabriz").id)] == ["Victory day"]


def test_deputies_are_seen_inside_and_counted_outside(enter) -> None:
    assert enter("cora").post(f"{HOME}/tabriz/deputies/", {"persons": "leyla-2\nhasan-1"}).status_code == 302
    assert b"leyla-2, hasan-1" in enter("cora").get(f"{HOME}/tabriz/").content
    assert b"leyla-2" not in enter("fara").get(f"{HOME}/tabriz/").content


def test_a_name_instead_of_a_code_stands_beside_its_field(enter) -> None:
    given = {"person": "Leyla H", "letter_number": "7", "letter_date": "2024-01-20"}
    answer = enter("cora").post(f"{HOME}/tabriz/representative/", given)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["person"])


@pytest.mark.parametrize("act", ["voters", "change", "holidays", "deputies", "representative"])
def test_another_missions_acts_are_not_there(enter, act) -> None:
    assert enter("head-rome").get(f"{HOME}/tabriz/{act}/").status_code == 404


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_missions_are_exported(enter, form) -> None:
    answer = enter("gus").get(f"{HOME}/export/{form}/")
    assert answer.status_code == 200
    if form == "json":
        assert len(json.loads(answer.content)) == len(queries.missions(plan.election("az2024").jurisdiction))
