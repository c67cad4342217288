"""The lawbook of Azerbaijan says what its sources say."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest

import legation_core.lawbook
from legation_core.lawbook.acts import ACTS, REQUIRED
from legation_core.lawbook.loader import check, load
from legation_core.lawbook.model import Form, Lawbook, Rules

ELECTION_DAY = date(2024, 2, 7)
BOOK = Path(legation_core.lawbook.__file__).parent / "books" / "az.toml"


@pytest.fixture(scope="module")
def book() -> Lawbook:
    return load(BOOK)


@pytest.fixture(scope="module")
def rules(book: Lawbook) -> Rules:
    return book.on(ELECTION_DAY)


def test_it_has_no_problems() -> None:
    assert check(BOOK) == []


DEADLINES = {
    "voting_card_rules": date(2023, 12, 24),
    "commissions_formed": date(2023, 12, 29),
    "lists_displayed": date(2024, 1, 3),
    "ballot_approved": date(2024, 1, 3),
    "stations_created": date(2024, 1, 8),
    "districts_approved": date(2024, 1, 13),
    "lists_clarified": date(2024, 1, 13),
    "place_and_time_announced": date(2024, 1, 13),
    "campaign_start": date(2024, 1, 15),
    "candidate_list_published": date(2024, 1, 18),
    "protocol_forms_to_districts": date(2024, 1, 18),
    "ballots_to_districts": date(2024, 2, 2),
    "protocol_forms_to_stations": date(2024, 2, 3),
    "ballots_to_stations": date(2024, 2, 4),
    "district_protocol_handed_over": date(2024, 2, 9),
    "errors_settled": date(2024, 2, 11),
    "handed_to_constitutional_court": date(2024, 2, 17),
}


@pytest.mark.parametrize(("key", "day"), DEADLINES.items(), ids=DEADLINES.keys())
def test_the_calendar_falls_on_the_days_of_2024(rules: Rules, key: str, day: date) -> None:
    entry = next(entry for entry in rules.calendar if entry.key == key)

    assert entry.anchor == "election_day"
    assert ELECTION_DAY + timedelta(days=entry.days) == day


def test_the_protocol_is_due_24_hours_after_the_stations_own_closing(rules: Rules) -> None:
    entry = next(entry for entry in rules.calendar if entry.key == "station_protocol")

    assert (entry.anchor, entry.hours, entry.each) == ("station_closing", 24, "station")


def test_the_head_of_the_mission_creates_the_commission_attaches_the_district_numbers(rules: Rules) -> None:
    acts = ("create_station", "attach_station", "number_station")
    found = [(rules.competences[act].body, rules.competences[act].source) for act in acts]

    assert found == [
        ("head_of_mission", "Election Code, art. 35.6"),
        ("central_commission", "Election Code, art. 29.2"),
        ("district_commission", "Election Code, art. 31.1.4"),
    ]
    assert rules.competences["attach_station"].submitted_by == "ministry"
    assert rules.competences["create_station"].deadline == "stations_created"


def test_every_required_act_has_a_body(rules: Rules) -> None:
    assert set(REQUIRED) <= set(rules.competences) <= set(ACTS)


def test_a_station_needs_more_than_50_and_holds_1500(rules: Rules) -> None:
    limits = rules.establishment

    assert (limits.more_than and limits.more_than.value) == 50
    assert (limits.minimum_per_station and limits.minimum_per_station.value) == 50
    assert (limits.maximum_per_station and limits.maximum_per_station.value) == 1500


def test_voting_is_from_8_to_19_on_one_day(rules: Rules) -> None:
    assert [(hours.day, hours.opens, hours.closes) for hours in rules.hours] == [(0, time(8), time(19))]


def test_four_districts_carry_the_stations_abroad(rules: Rules) -> None:
    assert {district.number: district.name["en"] for district in rules.districts if district.carries_abroad} == {
        "15": "Yasamal First",
        "16": "Yasamal Second",
        "17": "Yasamal Third",
        "19": "Narimanov First",
    }


def test_the_norm_of_a_district_is_that_of_2024(book: Lawbook, rules: Rules) -> None:
    assert rules.limits["district_voters"].value == 51829
    assert "district_voters" not in book.on(date(2023, 12, 6)).limits


def test_turnout_is_told_five_times_by_the_clock_at_home(rules: Rules) -> None:
    assert [mark.at for mark in rules.lists["turnout_marks"]] == [600, 720, 900, 1020, 1140]
    assert rules.settings["turnout_clock"].key == "home"


def test_no_electronic_poll_book(rules: Rules) -> None:
    assert rules.settings["pollbook"].key == "none"


def test_an_assumption_says_what_it_assumes(book: Lawbook) -> None:
    assert [topic for topic, provision in book.provisions if provision.assumed and not provision.note] == []


def test_the_form_has_the_lines_of_the_law(rules: Rules) -> None:
    numbers = [line.number for line in rules.forms["station_protocol"].lines]

    assert " ".join(numbers) == "1 1a 1b 1c 1d 2 3 4 5 6 7 8 9 10a 10b 11 12 13"


def test_no_relation_blocks_for_the_form_was_not_read(rules: Rules) -> None:
    relations = [relation for form in rules.forms.values() for relation in form.relations]

    assert {relation.severity for relation in relations} == {"explain", "information"}
    assert all(relation.assumed for relation in relations)


def test_every_deadline_names_an_article_or_says_what_is_assumed(book: Lawbook) -> None:
    entries = [provision for topic, provision in book.provisions if topic == "calendar"]

    assert entries
    assert [entry for entry in entries if not entry.source or (entry.assumed and not entry.note)] == []


def test_a_rule_that_nobody_read_never_blocks(book: Lawbook) -> None:
    forms = [provision for topic, provision in book.provisions if topic == "forms" and isinstance(provision, Form)]
    relations = [relation for form in forms for relation in form.relations]

    assert relations
    assert [relation.code for relation in relations if relation.assumed and relation.severity == "blocks"] == []
