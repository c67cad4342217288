"""Pages of an election: by role, counted from rows, and what moving the day shows."""

from datetime import UTC, datetime

import pytest

from legation.base import clock
from legation.plan import queries as plan

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/az2024/", "/az2024/calendar/", "/az2024/calendar/print/"])
@pytest.mark.parametrize(
    ("person", "status"), [("ana", 200), ("ben", 200), ("cora", 200), ("fara", 200), ("gus", 200), ("dan", 404)]
)
def test_pages_of_an_election_exist_for_its_own_people(as_person, path, person, status) -> None:
    assert as_person(person).get(path).status_code == status


@pytest.mark.parametrize(
    ("person", "status"), [("ana", 200), ("eli", 404), ("ben", 404), ("cora", 404), ("gus", 404), ("dan", 404)]
)
def test_only_who_may_move_the_day_sees_the_page(as_person, person, status) -> None:
    assert as_person(person).get("/az2024/calendar/move/").status_code == status


def test_election_page_counts_rows(as_person) -> None:
    text = as_person("gus").get("/az2024/").content.decode()
    assert "49 stations at 46 missions in 37 countries" in text
    assert "The numbers of 28 stations and the districts of 32 are inferred" in text


@pytest.mark.parametrize(
    ("person", "buttons"),
    [
        ("ana", ["Answer", "Look it up", "Look it up"]),
        ("cora", ["Name a person", "Enter the address", "Answer"]),
        ("gus", []),
    ],
)
def test_election_page_offers_each_role_its_next_acts(as_person, person, buttons) -> None:
    todo = as_person(person).get("/az2024/").context["todo"]
    assert [act.button for act in todo] == buttons


@pytest.mark.parametrize("person", ["ana", "ben", "fara"])
def test_election_page_asks_the_database_a_bounded_number_of_times(
    as_person, person, django_assert_max_num_queries
) -> None:
    client = as_person(person)
    with django_assert_max_num_queries(44):
        client.get("/az2024/")


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", 44),
        ("?body=head_of_mission", 1),
        ("?q=ballots", 4),
        ("?q=T-30", 2),
        ("?when=ahead", 23),
        ("?when=passed", 21),
        ("?q=nothing-is-called-so", 0),
    ],
)
def test_calendar_is_filtered_by_its_address(as_person, query, shown) -> None:
    assert as_person("gus").get(f"/az2024/calendar/{query}").context["shown"] == shown


def test_calendar_stands_at_now(as_person) -> None:
    weeks = as_person("gus").get("/az2024/calendar/").context["weeks"]
    assert [(week.start.isoformat(), week.now_before) for week in weeks if week.now_before is not None] == [
        ("2024-01-22", 0)
    ]


def test_calendar_of_a_mission_shows_both_clocks(as_person) -> None:
    text = as_person("cora").get("/az2024/calendar/?mission=tabriz").content.decode()
    assert "<b>Wed 7 Feb, 08:00 Tabriz</b> <span>(08:30 Baku)</span>" in text


def test_calendar_of_a_mission_that_does_not_exist_is_not_found(as_person) -> None:
    assert as_person("ana").get("/az2024/calendar/?mission=nowhere").status_code == 404


def test_move_shows_every_change_before_it_is_confirmed(as_person) -> None:
    preview = as_person("ana").get("/az2024/calendar/move/?to=2024-01-31").context["preview"]
    assert (len(preview["changes"]), preview["unchanged"], preview["days"]) == (42, 2, -7)
    past = [one.line.key for one in preview["changes"] if one.past]
    assert past == ["observers_countrywide"]
    assert plan.election("az2024").election_day.isoformat() == "2024-02-07"


def test_move_names_the_places_of_a_change(as_person) -> None:
    changes = as_person("ana").get("/az2024/calendar/move/?to=2024-02-14").context["preview"]["changes"]
    opens = next(one for one in changes if one.line.key == "voting_opens")
    assert (opens.before.due, opens.after.due, opens.after.places) == (
        datetime(2024, 2, 6, 23, tzinfo=UTC),
        datetime(2024, 2, 13, 23, tzinfo=UTC),
        49,
    )


@pytest.mark.parametrize(
    ("to", "error"),
    [
        ("2024-02-07", "Nothing would change."),
        ("2023-12-01", "The election day must come after"),
        ("soon", "Enter a valid date."),
    ],
)
def test_move_says_what_is_wrong_with_the_day(as_person, to, error) -> None:
    answer = as_person("ana").get(f"/az2024/calendar/move/?to={to}")
    assert (answer.context["preview"], error in answer.content.decode()) == (None, True)


def test_move_is_proposed_with_its_reason_and_done_by_the_second_person(as_person) -> None:
    asked = {"to": "2024-02-14", "seen": "2024-02-07", "reason": "Snow"}
    answer = as_person("ana").post("/az2024/calendar/move/confirm/", asked)
    assert (answer.status_code, plan.election("az2024").election_day.isoformat()) == (302, "2024-02-07")
    as_person("eli").post(f"{answer['Location']}confirm/")
    assert plan.election("az2024").election_day.isoformat() == "2024-02-14"


@pytest.mark.parametrize(
    ("asked", "code"),
    [({"seen": "2024-02-01", "reason": "Snow"}, "A036"), ({"seen": "2024-02-07", "reason": " "}, "A054")],
)
def test_move_is_refused_when_it_changed_meanwhile_or_has_no_reason(as_person, asked, code) -> None:
    answer = as_person("ana").post("/az2024/calendar/move/confirm/", {"to": "2024-02-14"} | asked)
    assert (answer.status_code, answer.context["code"]) == (409, code)
    assert answer.context["way_on"]["url"] == "/az2024/calendar/move/?to=2024-02-14"


def test_home_leads_to_the_only_election(as_person) -> None:
    assert as_person("ana").get("/")["Location"] == "/az2024/"


def test_home_of_a_jurisdiction_without_elections_says_so(as_person) -> None:
    assert "No election is open" in as_person("dan").get("/").content.decode()


def test_calendar_after_the_last_deadline_has_no_line_of_now(as_person) -> None:
    restore = clock.use(lambda: datetime(2031, 1, 1, tzinfo=UTC))
    try:
        weeks = as_person("ana").get("/az2024/calendar/").context["weeks"]
    finally:
        restore()
    assert {week.now_before for week in weeks} == {None}
