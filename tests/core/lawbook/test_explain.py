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
        " III  Ballots in the box [paper]",
        "  IV  Invalid ballots",
        "   V  Votes for each list (one row for each option)",
        "  VI  Completed on, at (date and time)",
        "   *  Seals found whole (not printed on the form)",
        "R1: I = II + III (must hold; Charter, art. 48)",
        "    Ballots are missing or too many.",
        "    Where it does not hold, not told: R2.",
        "R2: III = all of V + IV (must be explained where it does not hold; assumed)",
        "    The box and the votes differ.",
        "R3: where III > 0: VI ≥ the closing of the station (must be explained where it does not hold; assumed)",
        "    Completed before the station closed.",
        "R4: the difference |[Seals found whole] − 2| ≤ 10 % of I (for information; assumed)",
        "    The number of seals is unusual.",
    )


def test_the_lawbooks_own_texts_are_told_in_the_language_asked_for() -> None:
    assert chapter("districts", "de") == ["7 Kanton Zenda (may carry stations abroad)", "8 Kanton Hentzau"]
    assert lines("de")[0] == "Ruritanien: Wahl des Landtags bei den Gesandtschaften, version 1"


def test_a_limit_says_what_it_limits() -> None:
    assert chapter("limits") == [
        "complaint days: 3 (Days for a complaint)",
        "snow days: 2 (Days by which snow may delay the courier)",
    ]


def test_an_item_of_a_list_says_who_keeps_it_how_long_and_when() -> None:
    told = chapter("lists")

    assert told[2:] == [
        "retention: Lists of voters (Board of the canton, 18 months)",
        "turnout marks: Turnout at noon (at 12:00)",
    ]


def test_a_kind_of_election_says_what_stands_on_the_ballot() -> None:
    assert chapter("contests_abroad") == ["Election of the Diet (lists)", "Question to the people (question)"]


def test_a_deadline_says_what_it_presupposes_and_what_proves_it() -> None:
    (calendar,) = (one for one in chapters(BOOK) if one.key == "calendar")

    assert [entry.details for entry in calendar.entries[:2]] == [
        ("shown by: Decree with the great seal",),
        ("after: Election day set",),
    ]


def test_an_act_says_by_which_deadline_it_is_due() -> None:
    (competences,) = (one for one in chapters(BOOK) if one.key == "competences")
    create = next(entry for entry in competences.entries if entry.text.startswith("Create a station"))

    assert create.details == ("on the submission of Envoy", "due: Stations created")
