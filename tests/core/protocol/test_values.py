"""What is no protocol of a form is told line by line."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from legation_core.problems import Problem
from legation_core.protocol.values import MOST_COUNT, Protocol, misshapen
from tests.core.protocol import books
from tests.core.protocol.cases import SOUND, changed

OPTIONS = ("1", "2")


def told(protocol: Protocol) -> list[tuple[str, str]]:
    return [(one.code, one.where) for one in misshapen(books.RO, OPTIONS, protocol)]


def test_a_sound_protocol_has_the_shape_of_its_form() -> None:
    assert told(SOUND["ro"]) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"valid": -1}, ("P104", "valid")),
        ({"valid": MOST_COUNT + 1}, ("P104", "valid")),
        ({"turnout": 3}, ("P101", "turnout")),
        ({"candidate_votes": 3}, ("P101", "candidate_votes")),
        ({"valid": datetime(2019, 11, 10, tzinfo=UTC)}, ("P105", "valid")),
    ],
)
def test_a_value_out_of_shape(change: dict[str, int], expected: tuple[str, str]) -> None:
    assert told(changed("ro", change)) == [expected]


def test_a_missing_line_and_a_missing_option() -> None:
    values = {key: value for key, value in SOUND["ro"].values.items() if key != "invalid"}
    protocol = Protocol(values, {"candidate_votes": {"1": 50}})
    assert told(protocol) == [("P102", "invalid"), ("P102", "candidate_votes 2")]


def test_an_option_that_is_not_on_the_ballot() -> None:
    protocol = replace(SOUND["ro"], votes={"candidate_votes": {"1": 50, "2": 30, "9": 1}})
    assert list(misshapen(books.RO, OPTIONS, protocol)) == [
        Problem("P103", "candidate_votes", {"option": "9", "line": "g"})
    ]


def test_a_time_that_is_not_written_is_no_fault_of_shape() -> None:
    values = {key: value for key, value in SOUND["az"].values.items() if key != "completed"}
    assert list(misshapen(books.AZ, ("a", "b", "c"), replace(SOUND["az"], values=values))) == []
