"""The formats of others: valid by their authors' schemas, and true of the stations."""

import json
import re

import fastjsonschema
import pytest
from lxml import etree

from legation.public.data import standards
from tests.apps.public.standards import NIST, VIP, is_there


@pytest.fixture
def vip(changed) -> etree._Element:
    return etree.fromstring(standards.octets(changed, "vip.xml"))


@pytest.fixture
def nist(changed) -> dict[str, object]:
    return json.loads(standards.octets(changed, "nist.json"))


def test_vip_is_valid_by_the_schema_of_its_authors(vip) -> None:
    if is_there(VIP):
        etree.XMLSchema(etree.parse(VIP)).assertValid(vip)


def test_nist_is_valid_by_the_schema_of_its_authors(nist) -> None:
    if is_there(NIST):
        fastjsonschema.compile(json.loads(NIST.read_text("utf-8")))(nist)


def test_vip_says_hours_and_number_of_a_station(vip) -> None:
    (precinct,) = vip.xpath("Precinct[@id='station-rome']")
    assert (precinct.findtext("Number"), precinct.findtext("PollingLocationIds")) == ("39", "place-rome")
    (hours,) = vip.xpath("HoursOpen[@id='hours-tabriz']/Schedule")
    assert [hours.findtext(f"Hours/{name}") for name in ("StartTime", "EndTime")] == [
        "08:00:00+03:30",
        "19:00:00+03:30",
    ]
    assert len(vip.findall("Precinct")) == len(vip.findall("PollingLocation")) == 49


def test_neither_says_an_inferred_number_or_a_position_that_is_the_citys(vip, nist) -> None:
    assert vip.xpath("Precinct[@id='station-seoul']/Number | Precinct[@id='station-seoul']/ElectoralDistrictIds") == []
    assert vip.findall("PollingLocation/LatLng") == []
    (seoul,) = [one for one in nist["GpUnit"] if one["@id"] == "station-seoul"]
    assert "Number" not in seoul
    assert "LatLng" not in seoul["ContactInformation"]


def test_an_address_that_is_not_published_is_not_made_up(vip) -> None:
    (place,) = vip.xpath("PollingLocation[@id='place-seoul']")
    assert [line.text for line in place.findall("AddressLine")] == [
        "Embassy of Azerbaijan in Korea",
        "Seoul, South Korea",
    ]
    assert place.findtext("Directions/Text") == "The street address is not published."


def test_every_unit_of_nist_is_composed_of_units_that_are_there(nist) -> None:
    units = {one["@id"]: one for one in nist["GpUnit"]}
    composed = [key for one in units.values() for key in one.get("ComposingGpUnitIds", ())]
    assert sorted([*composed, "home"]) == sorted(units)
    assert nist["Election"][0]["ElectionScopeId"] == "home"
    assert not re.search("Candidate|Contest|Count", json.dumps(nist))
