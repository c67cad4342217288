"""The law as text: chapter by chapter, with sources, assumptions and times."""

from datetime import date

from legation_core.lawbook.explain import chapters, explain
from tests.core.lawbook import ruritania

BOOK = ruritania.book()


def lines(language: str = "en", day: date | None = None) -> list[str]:
    return explain(BOOK, language=language, day=day).splitlines()


def chapter(key: str, language: str = "en", day: date | None = None) -> list[str]:
    return [entry.text for one in chapters(BOOK, language=language, day=day) if one.key == key for entry in one.entries]


def test_the_head_names_book_zone_and_digest() -> None:
    assert lines()[:3] == [
        "Ruritania: election of the Diet at legations abroad, version 1",
        "=" * 62,
        f"Home zone Pacific/Chatham. Languages: en, de. SHA-256 {BOOK.digest}",
    ]


def test_chapters_stand_in_the_order_of_reading() -> None:
    assert [one.key for one in chapters(BOOK)] == [
        "contests_abroad",
        "competences",
        "establishment",
        "hours",
        "calendar",
        "districts",
        "limits",
        "settings",
        "lists",
        "forms",
    ]


def test_each_provision_is_told_once() -> None:
    told = [entry for one in chapters(BOOK) for entry in one.entries]

    assert len(told) == len(BOOK.provisions)
    assert sorted(entry.source for entry in told) == sorted(item.source for _, item in BOOK.provisions)


def test_a_source_stands_behind_what_was_read_and_assumed_behind_what_was_not() -> None:
    text = lines()

    assert "* Create a station: Chancellery for Foreign Affairs [Charter, art. 32]" in text
    at = text.index(
        "* Move the election day, after seeing every deadline that changes: Royal Electoral Council [assumed]"
    )
    assert text[at + 1 : at + 3] == [
        "    after: set the election day",
        "    Note: Whoever sets the day is taken to be the one who moves it.",
    ]


def test_every_assumed_provision_is_marked() -> None:
    marked = [line for line in lines() if line.startswith("* ") and "[assumed]" in line]

    assert len(marked) == sum(item.assumed for _, item in BOOK.provisions)


def test_a_changed_limit_stands_with_both_its_times() -> None:
    assert [line for line in lines() if "maximum per station" in line] == [
        "* maximum per station: 400 [Charter, art. 32, first reading] to 2024-12-31",
        "* maximum per station: 500 [Charter, art. 32, second reading] from 2025-01-01",
    ]


def test_on_a_day_only_what_is_in_force_is_told() -> None:
    assert chapter("establishment", day=date(2025, 3, 9)) == ["more than: 10", "maximum per station: 500"]
    assert "In force on 2025-03-09." in lines(day=date(2025, 3, 9))


def test_hours_and_deadlines_are_told_as_an_official_counts_them() -> None:
    assert chapter("hours") == [
        "day -1: 16:00 to 20:30, local time of the station",
        "election day: 06:00 to 24:00, local time of the station",
    ]
    assert chapter("calendar") == [
        "by +5 days from the call: Election day set (Royal Electoral Council)",
        "by T-28: Stations created (Chancellery for Foreign Affairs, each mission)",
        "from +1 days from the day on which the election day was set: Campaign begins (Royal Electoral Council)",
        "by 36 h after the closing of the station: Protocol handed over (Board of the station, each station)",
        "on T+3, 12:00: Result published at noon (Royal Electoral Council)",
    ]


def test_a_form_is_a_table_of_its_lines_and_relations() -> None:
    (form,) = next(one.entries for one in chapters(BOOK) if one.key == "forms")

    assert form.text == "Protocol of the station"
    assert form.details == (
        "   I  Ballots received",
        "  II  Ballots unused",
        " III  Ballots in the box",
        "  IV  Invalid ballots",
        "   V  Votes for each list",
        "  VI  Completed on, at",
        "R1  received == sum(ballots)  (blocks, Charter, art. 48): Ballots are missing or too many.",
        "R2  cast == sum(choices) + invalid  (explain, assumed): The box and the votes differ.",
        "R3  if cast > 0: completed >= closing(station)  (explain, assumed): Completed before the station closed.",
        "R4  abs(seals - 2) <= 10% of received  (information, assumed): The number of seals is unusual.",
    )


def test_the_lawbooks_own_texts_are_told_in_the_language_asked_for() -> None:
    assert chapter("districts", "de") == ["7 Kanton Zenda", "8 Kanton Hentzau"]
    assert lines("de")[0] == "Ruritanien: Wahl des Landtags bei den Gesandtschaften, version 1"
