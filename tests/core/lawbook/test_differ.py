"""What one version changes in another."""

from pathlib import Path

import legation_core.lawbook
from legation_core.lawbook.differ import Change, Kind, diff
from legation_core.lawbook.loader import load
from tests.core.lawbook import ruritania

BOOKS = Path(legation_core.lawbook.__file__).parent / "books"
BOOK = ruritania.book()


def changes(*edits: tuple[str, str]) -> list[str]:
    return [str(change) for change in diff(BOOK, ruritania.edited(*edits))]


def test_a_book_differs_from_itself_in_nothing() -> None:
    assert diff(BOOK, ruritania.book()) == ()


def test_a_comment_is_no_change_of_the_law() -> None:
    assert changes(("# Two voting days", "# 2 voting days")) == []


def test_a_changed_value_says_how_it_stood_and_stands() -> None:
    assert diff(BOOK, ruritania.edited(("days = -28", "days = -30"))) == (
        Change(Kind.CHANGED, "calendar", "stations_created", "days", "-28", "-30"),
    )


def test_changed_texts_stand_in_every_language() -> None:
    assert changes(("Canton of Zenda", "Canton of Old Zenda")) == [
        "districts 7, name: Canton of Zenda / Kanton Zenda -> Canton of Old Zenda / Kanton Zenda"
    ]


def test_what_came_and_what_went_are_named() -> None:
    district = '[[districts]]\nnumber = "8"\nname = { en = "Canton of Hentzau", de = "Kanton Hentzau" }\n'
    other = district.replace('"8"', '"9"')

    assert changes((district, other)) == ["districts 9: added", "districts 8: removed"]


def test_a_body_that_came_or_is_called_otherwise_is_named() -> None:
    more = '[bodies.diet]\nname = { en = "Diet", de = "Landtag" }\n\n[bodies.crown]'

    assert changes(("[bodies.crown]", more), ("Königlicher Wahlrat", "Oberster Wahlrat")) == [
        (
            "bodies electoral_council, name: Royal Electoral Council / Königlicher Wahlrat -> "
            "Royal Electoral Council / Oberster Wahlrat"
        ),
        "bodies diet: added",
    ]


def test_a_body_of_another_kind_is_a_change_of_its_kind() -> None:
    assert changes(('kind = "head_of_mission"', 'kind = "outside"')) == [
        "bodies envoy, kind: head_of_mission -> outside"
    ]


def test_another_home_zone_is_a_change() -> None:
    assert changes(("Pacific/Chatham", "Europe/Prague")) == ["lawbook, home_zone: Pacific/Chatham -> Europe/Prague"]


def test_a_changed_relation_and_a_changed_line_are_told_inside_their_form() -> None:
    assert changes(("<= 10% of received", "<= 5% of received"), ("Ballots in the box", "Ballots found")) == [
        (
            "forms station_protocol lines cast, text: Ballots in the box / Stimmzettel in der Urne -> "
            "Ballots found / Stimmzettel in der Urne"
        ),
        (
            "forms station_protocol relations R4, holds: abs(seals - 2) <= 10% of received -> "
            "abs(seals - 2) <= 5% of received"
        ),
    ]


def test_a_provision_that_changed_with_the_law_is_compared_by_its_beginning() -> None:
    assert changes(("value = 500", "value = 600")) == [
        "establishment.maximum_per_station from 2025-01-01, value: 500 -> 600"
    ]


def test_an_assumption_that_was_read_since_is_a_change_of_its_source() -> None:
    old = 'source = "assumed"\nnote = "The Charter says that a campaign follows; the day after is taken."'

    assert changes((old, 'source = "Charter, art. 39"')) == [
        "calendar campaign_start, source: assumed -> Charter, art. 39",
        "calendar campaign_start, note: The Charter says that a campaign follows; the day after is taken. -> -",
    ]


def test_the_span_of_the_lawbook_and_of_a_provision_are_compared() -> None:
    assert changes(("from = 2020-01-01", "from = 2021-01-01")) == ["lawbook, span: from 2020-01-01 -> from 2021-01-01"]


def test_a_provision_that_ends_and_hours_that_move_are_told_in_words() -> None:
    assert changes(('opens = "06:00"', 'opens = "07:30"'), ("value = 2\n", "value = 2\nto = 2026-06-30\n")) == [
        "limits.snow_days, span: - -> to 2026-06-30",
        "hours 0, opens: 06:00 -> 07:30",
    ]


def test_two_countries_differ_in_who_creates_attaches_and_numbers() -> None:
    acts = ("create_station", "attach_station", "number_station")
    found = diff(load(BOOKS / "az.toml"), load(BOOKS / "ro.toml"))

    assert {
        change.name: (change.before, change.after)
        for change in found
        if change.topic == "competences" and change.field == "body" and change.name in acts
    } == {
        "create_station": ("head_of_mission", "ministry"),
        "attach_station": ("central_commission", "ministry"),
        "number_station": ("district_commission", "ministry"),
    }
