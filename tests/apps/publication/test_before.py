"""Each public fact with since when it holds and what it was before, as far as somebody had established it."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from legation.integrity import queries as log
from legation.integrity.models import Leaf, PrivatePart
from legation.integrity.web.sentences import sentence
from legation.missions import actions as missions
from legation.plan import queries as plan
from legation.public.bake import bake
from legation.public.site import Site
from legation.publication import actions, queries
from legation.stations import actions as stations
from legation.stations.convert import CatchmentValue
from legation.stations.models import Station
from legation.stations.queries import catchments
from tests.apps.publication.test_withheld import published, rendered

pytestmark = pytest.mark.django_db
AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
LATER = datetime(2024, 1, 25, 5, tzinfo=UTC)
HOME = "AZ"
GUESSED = "7 Guessed Street"


@pytest.fixture
def site(person: Callable[..., object]) -> Callable[[], Site]:
    """The site as it is frozen when it is asked for."""

    def frozen() -> Site:
        actions.freeze(election="az2024", by=person("eli"), at=LATER)
        return Site(queries.newest("az2024"))

    return frozen


def moved(person, address: str = "12 Bahar Street") -> None:
    change = {"address": address, "reason": "a larger hall", "effective_on": date(2024, 1, 25)}
    stations.change_address(election="az2024", station="tabriz", by=person("cora"), at=LATER, **change)


def changes(site: Site, *fields: str) -> list[tuple[str, str, str, str]]:
    found = site.station("tabriz")["changes"]
    return [tuple(one[key] for key in ("field", "before", "after", "effective_on")) for one in found
            if one["field"] in fields]  # fmt: skip


def test_an_address_that_was_inferred_is_told_nowhere_when_another_takes_its_place(
    site, person, tmp_path: Path
) -> None:
    Station.objects.filter(code="tabriz").update(address=GUESSED, address_basis="inferred")
    moved(person)
    told = log.of_kinds("az2024", ("station_changed",))[-1]
    assert (told.facts["before"], told.facts["after"]) == (None, "12 Bahar Street")
    assert "What it was before is not published." in sentence(told)
    made = site()
    assert changes(made, "address") == [("address", "", "12 Bahar Street", "2024-01-25")]
    assert made.station("tabriz")["changes"][0]["record"] == told.index
    bake(made, tmp_path)
    actions.publish_log(tmp_path / "log")
    assert [path for path in tmp_path.rglob("*") if path.is_file() and GUESSED.encode() in path.read_bytes()] == []
    leaf = Leaf.objects.get(index=told.index)
    assert json.loads(bytes(PrivatePart.objects.get(leaf=leaf).octets))["before"] == GUESSED


def test_an_address_that_was_decided_is_told_as_what_was_before(site, person, tmp_path: Path) -> None:
    moved(person, "1 First Street")
    moved(person, "2 Second Street")
    assert changes(site(), "address")[0] == ("address", "1 First Street", "2 Second Street", "2024-01-25")
    actions.publish_log(tmp_path)
    assert [one.public["before"] for one in published(tmp_path) if one.kind == "station_changed"][-1] == (
        "1 First Street"
    )


def test_a_district_that_was_established_is_told_as_what_was_before(site, person) -> None:
    stations.change_district(
        election="az2024", station="rome", district="16", reason="decided", effective_on=date(2024, 1, 25),
        by=person("ana"), at=LATER,
    )  # fmt: skip
    assert [(one["before"], one["after"]) for one in site().station("rome")["changes"]] == [("15", "16")]


def set_mission(person, **fields: object) -> None:
    for field, value in fields.items():
        missions.change_mission(code="tabriz", field=field, value=value, by=person("cora"), at=LATER)


def test_website_and_telephone_are_told_with_what_they_were_and_their_records(site, person) -> None:
    set_mission(person, website="https://one.example/", duty_phone="+98 41 1", duty_phone_public=True)
    set_mission(person, website="https://two.example/", duty_phone="+98 41 2")
    made = site()
    assert changes(made, "phone") == [
        ("phone", "+98 41 1", "+98 41 2", "2024-01-25"),
        ("phone", "", "+98 41 1", "2024-01-25"),
    ]
    assert changes(made, "website")[0] == ("website", "https://one.example/", "https://two.example/", "2024-01-25")
    facts = made.station("tabriz")["facts"]
    assert [facts[name]["since"] for name in ("phone", "website")] == ["2024-01-25", "2024-01-25"]
    records = {one["record"] for one in made.station("tabriz")["changes"]}
    assert records <= {one.index for one in log.of_kinds_in(HOME, ("mission_changed",))}
    page = rendered(made, "en/stations/tabriz/").decode()
    assert "<s><bdi>https://one.example/</bdi></s>" in page
    assert "<s><bdi>+98 41 1</bdi></s>" in page


def test_a_telephone_that_was_withdrawn_is_told_no_more(site, person, tmp_path: Path) -> None:
    set_mission(person, duty_phone="+98 41 1234567", duty_phone_public=True)
    set_mission(person, duty_phone_public=False)
    made = site()
    assert changes(made, "phone") == []
    bake(made, tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file() and b"1234567" in path.read_bytes()] == []


def test_a_website_that_nobody_changed_holds_since_its_mission_was_registered(site) -> None:
    registered = log.instants_in(HOME, "mission_registered")["mission:rome"]
    fact = site().station("rome")["facts"]["website"]
    assert fact["since"] == (f"{registered:%Y-%m-%d}" if fact["value"] else "")


def test_a_country_that_goes_to_another_mission_is_told_at_both_stations(site, person) -> None:
    give = {"country": "SM", "region": "", "reason": "", "basis": "decided"}
    for mission, at in (("athens", AT), ("rome", AT), ("vienna", LATER)):
        part = CatchmentValue(mission=mission, **give)
        stations.set_catchment(election="az2024", part=part, by=person("ben"), at=at)
    made = site()
    gone = next(one for one in made.station("rome")["changes"] if one["field"] == "catchment")
    come = next(one for one in made.station("vienna")["changes"] if one["field"] == "catchment")
    assert [(one["before"], one["after"]) for one in (gone, come)] == [("SM", ""), ("", "SM")]
    assert {gone["record"], come["record"]} == {log.newest_by_subject("az2024")["country:SM"]}
    assert [part["since"] for part in made.countries["SM"]["parts"]] == ["2024-01-25"]
    assert "<s><bdi>San Marino</bdi></s> → no longer" in rendered(made, "en/stations/rome/").decode()
    assert "Before: San Marino" in rendered(made, "en/changes.atom").decode()


def test_catchments_set_anew_keep_since_when_what_did_not_change(person) -> None:
    election = plan.election("az2024")
    before = {(one.country, one.region): one for one in catchments(election)}
    parts = tuple(one for one in before.values() if one.country != "SM")
    parts += (CatchmentValue("SM", "", "vienna", "", "decided"),)
    stations.set_catchments(election="az2024", parts=parts, by=person("ben"), at=LATER)
    after = {(one.country, one.region): one.since for one in catchments(election)}
    assert {place for place, since in after.items() if since == LATER} == {("SM", "")}
    assert after["MT", ""] == before["MT", ""].since
