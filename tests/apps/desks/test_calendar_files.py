"""The calendar plan as files that other programs read."""

import csv
import io
import json
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar
from icalendar.cal.component import Component

from legation.project.cli import main

pytestmark = pytest.mark.django_db

DAYS = {"T-45": "2023-12-24", "T-30": "2024-01-08", "T-25": "2024-01-13", "T-20": "2024-01-18"}


def events(octets: bytes) -> list[Component]:
    return Calendar.from_ical(octets).walk("VEVENT")


@pytest.fixture
def download(as_person) -> Callable[..., bytes]:
    def get(form: str, query: str = "") -> bytes:
        answer = as_person("gus").get(f"/az2024/calendar/export/{form}/{query}")
        assert answer.status_code == 200
        assert answer["Content-Disposition"].startswith("attachment; ")
        return answer.content

    return get


def test_csv_and_json_say_the_same(download) -> None:
    rows = list(csv.DictReader(io.StringIO(download("csv").decode("utf-8-sig"))))
    assert rows == [{name: str(value) for name, value in row.items()} for row in json.loads(download("json"))]
    assert {row["day"]: row["on"] for row in rows if row["day"] in DAYS} == DAYS


def test_json_of_the_command_is_that_of_the_page(download, capsys) -> None:
    assert main(["calendar", "az2024", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(download("json"))


def test_csv_of_a_mission_has_its_own_clock(download) -> None:
    rows = {row["key"]: row for row in json.loads(download("json", "?mission=tabriz"))}
    assert rows["voting_opens"]["due_local"] == "2024-02-07T08:00+03:30"
    assert (rows["stations_created"]["due_local"], rows["stations_created"]["clock"]) == (
        "2024-01-08T23:30+03:30",
        "Asia/Tehran",
    )


def test_icalendar_has_one_event_an_entry_with_an_identifier_that_stays(download) -> None:
    found = events(download("ics"))
    identifiers = [str(event["uid"]) for event in found]
    assert len(identifiers) == len(set(identifiers)) == 44
    assert "stations_created.az2024@legation.example.log" in identifiers
    assert identifiers == [str(event["uid"]) for event in events(download("ics"))]


def test_icalendar_event_fills_the_day_that_the_law_names(download) -> None:
    created = next(event for event in events(download("ics")) if str(event["uid"]).startswith("stations_created"))
    assert created.decoded("dtstart") == date(2024, 1, 8)
    assert str(created["summary"]) == "T-30 Stations abroad created"
    assert set(created) >= {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION"}


def test_icalendar_event_stands_at_its_instant_where_midnight_is_another(download) -> None:
    found = {str(event["uid"]): event for event in events(download("ics", "?mission=los-angeles"))}
    created = found["stations_created.los-angeles.az2024@legation.example.log"]
    assert created.decoded("dtstart") == datetime(2024, 1, 8, 20, tzinfo=UTC)


def test_icalendar_keeps_to_the_lines_of_the_standard(download) -> None:
    octets = download("ics")
    assert octets.endswith(b"END:VCALENDAR\r\n")
    assert max(len(line) for line in octets.split(b"\r\n")) <= 75
    assert b"\n" not in octets.replace(b"\r\n", b"")


@pytest.mark.parametrize("arguments", [["--mission", "nowhere"], ["--body", "nobody"]])
def test_command_says_what_there_is_not(arguments, capsys) -> None:
    assert main(["calendar", "az2024", *arguments]) == 2
    assert "There is nothing of the name" in capsys.readouterr().err
