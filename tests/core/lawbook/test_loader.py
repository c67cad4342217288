"""A lawbook file becomes values: every table, spans, digests."""

import hashlib
from datetime import date, time

from legation_core.lawbook import loader
from legation_core.lawbook.model import Anchor, Rule
from tests.core.lawbook import ruritania


def test_the_head_says_whose_law_it_is() -> None:
    book = ruritania.book()

    assert (book.jurisdiction, book.version, book.home_zone, book.home_country) == ("XR", "1", "Pacific/Chatham", "XR")
    assert book.languages == ("en", "de")
    assert (book.span.start, book.span.end) == (date(2020, 1, 1), None)


def test_the_digest_is_that_of_the_bytes() -> None:
    assert ruritania.book().digest == hashlib.sha256(ruritania.FILE.read_bytes()).hexdigest()


def test_one_changed_byte_changes_the_digest() -> None:
    assert ruritania.edited(("AN INVENTED", "An INVENTED")).digest != ruritania.book().digest


def test_carriage_returns_change_no_value_and_the_digest() -> None:
    other = loader.read(ruritania.TEXT.replace("\n", "\r\n").encode())

    assert other.provisions == ruritania.book().provisions
    assert other.digest != ruritania.book().digest


def test_a_body_is_short_by_its_name_and_outside_where_nothing_is_said() -> None:
    bodies = ruritania.book().bodies

    assert (str(bodies["crown"].short), bodies["crown"].kind) == ("The Crown", "outside")
    assert (str(bodies["electoral_council"].short), bodies["electoral_council"].kind) == (
        "Council",
        "central_commission",
    )


def test_every_provision_keeps_its_topic_in_the_order_of_the_file() -> None:
    topics = [topic for topic, _ in ruritania.book().provisions]

    assert list(dict.fromkeys(topics)) == [
        "contests_abroad",
        "competences",
        "establishment.more_than",
        "establishment.maximum_per_station",
        "limits.complaint_days",
        "limits.snow_days",
        "hours",
        "calendar",
        "districts",
        "lists.grounds",
        "lists.retention",
        "lists.turnout_marks",
        "settings.pollbook",
        "settings.counting_place",
        "settings.publication",
        "settings.numbering",
        "settings.catchment",
        "settings.turnout_clock",
        "forms",
    ]


def test_midnight_at_the_end_of_a_day_is_written_24() -> None:
    evening, whole = ruritania.book().on(date(2025, 3, 9)).hours

    assert (evening.day, evening.opens, evening.closes) == (-1, time(16), time(20, 30))
    assert (whole.closes, whole.closes_minute) == (time(0), 1440)


def test_a_calendar_entry_is_counted_from_its_anchor() -> None:
    entries = {entry.key: entry for entry in ruritania.book().on(date(2025, 3, 9)).calendar}

    published, protocol = entries["result_published"], entries["station_protocol"]
    assert (published.anchor, published.rule, published.days, published.time_of_day, published.zone) == (
        Anchor.ELECTION_DAY,
        Rule.ON,
        3,
        720,
        "home",
    )
    assert (protocol.anchor, protocol.hours, protocol.each) == (Anchor.STATION_CLOSING, 36, "station")
    assert entries["stations_created"].after == ("day_set",)


def test_a_form_holds_its_lines_figures_and_relations() -> None:
    form = ruritania.book().on(date(2025, 3, 9)).forms["station_protocol"]

    assert [(line.number, line.key, line.kind, line.group) for line in form.lines] == [
        ("I", "received", "count", ""),
        ("II", "unused", "count", "ballots"),
        ("III", "cast", "count", "ballots"),
        ("IV", "invalid", "count", ""),
        ("V", "list_votes", "each_candidate", "choices"),
        ("VI", "completed", "instant", ""),
    ]
    assert [figure.key for figure in form.figures] == ["seals"]
    assert [(one.code, one.severity, one.silences) for one in form.relations] == [
        ("R1", "blocks", ("R2",)),
        ("R2", "explain", ()),
        ("R3", "explain", ()),
        ("R4", "information", ()),
    ]


def test_a_line_was_read_where_its_form_was() -> None:
    form = ruritania.book().on(date(2025, 3, 9)).forms["station_protocol"]

    assert {line.source for line in form.lines} == {"Charter, art. 48"}


def test_a_list_of_the_countrys_own_and_a_limit_of_its_own_are_read() -> None:
    rules = ruritania.book().on(date(2025, 3, 9))

    assert rules.limits["snow_days"].value == 2
    assert [(one.key, one.months, one.body) for one in rules.lists["retention"]] == [("lists", 18, "canton_board")]
    assert [one.at for one in rules.lists["turnout_marks"]] == [720]
