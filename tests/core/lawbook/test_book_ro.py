"""The lawbook of Romania: other bodies, three voting days, numbers through the whole election."""

from datetime import date, time
from pathlib import Path

import pytest

import legation_core.lawbook
from legation_core.lawbook.loader import check, load
from legation_core.lawbook.model import Establishment, Rules
from legation_core.problems import Refused

BOOK = Path(legation_core.lawbook.__file__).parent / "books" / "ro.toml"


@pytest.fixture(scope="module")
def rules() -> Rules:
    return load(BOOK).on(date(2019, 11, 10))


def test_it_has_no_problems() -> None:
    assert check(BOOK) == []


def test_abroad_people_vote_from_friday_noon_to_sunday_evening(rules: Rules) -> None:
    assert [(hours.day, hours.opens, hours.closes) for hours in rules.hours] == [
        (-2, time(12), time(21)),
        (-1, time(7), time(21)),
        (0, time(7), time(21)),
    ]


def test_before_the_law_of_july_2019_there_was_one_voting_day() -> None:
    assert [hours.day for hours in load(BOOK).on(date(2019, 7, 27)).hours] == [0]


def test_the_ministry_creates_and_numbers_and_the_authority_confirms(rules: Rules) -> None:
    create = rules.competences["create_station"]

    assert (create.submitted_by, create.body, create.confirmed_by) == (
        "head_of_mission",
        "ministry",
        "electoral_authority",
    )
    assert rules.competences["number_station"].body == "ministry"
    assert rules.settings["numbering"].key == "election"


def test_people_of_the_permanent_authority_work_as_a_central_commission(rules: Rules) -> None:
    assert {key: body.kind for key, body in rules.book.bodies.items()} == {
        "electoral_authority": "central_commission",
        "central_commission": "central_commission",
        "ministry": "ministry",
        "head_of_mission": "head_of_mission",
        "district_commission": "district_commission",
        "station_commission": "station_commission",
        "government": "outside",
    }


def test_no_threshold_of_voters_is_in_force(rules: Rules) -> None:
    assert rules.establishment == Establishment(more_than=None, maximum_per_station=None, minimum_per_station=None)


def test_one_constituency_carries_all_stations(rules: Rules) -> None:
    assert [(district.number, district.carries_abroad) for district in rules.districts] == [("48", True)]


def test_the_form_has_the_letters_of_the_official_one(rules: Rules) -> None:
    form = rules.forms["station_protocol"]

    assert [line.number for line in form.lines] == ["a", "b", "b1", "b2", "b3", "c", "d", "e", "f", "g"]
    assert [relation.holds for relation in form.relations] == [
        "voted == sum(voters)",
        "valid == sum(candidates)",
        "voted == valid + invalid",
        "received == valid + invalid + unused",
        "voted_listed <= listed",
    ]


def test_it_answers_for_the_election_of_2019_only() -> None:
    with pytest.raises(Refused) as refused:
        load(BOOK).on(date(2024, 11, 24))

    assert refused.value.problem.code == "L090"
    assert refused.value.problem.facts == {"day": "2024-11-24", "start": "2019-07-01", "end": "2019-12-31"}
