"""Protocol files that lie, slip or attack: each is refused by row, with the reason, and nothing of it is taken."""

import pytest

from legation_core.words import sentence
from tests.core.protocol import files

HOSTILE = {
    "negative.csv": ("P419", "row 2, column valid"),
    "huge.csv": ("P104", "row 2, station one, valid"),
    "endless_number.csv": ("P419", "row 2, column valid"),
    "decimal.csv": ("P419", "row 2, column valid"),
    "exponent.csv": ("P419", "row 2, column valid"),
    "percent.csv": ("P419", "row 2, column valid"),
    "words.csv": ("P419", "row 2, column valid"),
    "other_digits.csv": ("P419", "row 2, column valid"),
    "formula.csv": ("P418", "row 2, column valid"),
    "command.csv": ("P418", "row 2, column valid"),
    "blank_cell.csv": ("P102", "row 2, station one, valid"),
    "thousands_not_named.csv": ("P419", "row 2, column received"),
    "twice.csv": ("P411", "row 3"),
    "unknown_station.csv": ("P410", "row 2"),
    "blank_station.csv": ("P410", "row 2"),
    "column_shifted.csv": ("P414", "row 2"),
    "row_cut_off.csv": ("P414", "row 2"),
    "heading_twice.csv": ("P408", "row 1"),
    "line_missing.csv": ("P407", "row 1"),
    "other_form.csv": ("P407", "row 1"),
    "no_candidates.csv": ("P409", "row 1"),
    "version_zero.csv": ("P415", "row 2, column version"),
    "headings_alone.csv": ("P413", ""),
    "empty_below.csv": ("P413", ""),
}


@pytest.mark.parametrize(("name", "expected"), HOSTILE.items(), ids=HOSTILE)
def test_a_hostile_file_is_refused_by_row_with_the_reason(name: str, expected: tuple[str, str]) -> None:
    found = files.plain(name)

    assert found.protocols == ()
    assert (found.problems[0].code, found.problems[0].where) == expected
    assert all(sentence(one) for one in found.problems)


def test_every_file_is_here() -> None:
    assert {path.name for path in files.FOLDER.iterdir()} == {*HOSTILE, "sound.csv"}
