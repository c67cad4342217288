"""One cell at a time: what each kind takes, what it refuses, and what it makes of what it takes."""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal

import pytest

from legation.readers.columns import Column, Columns, Kind
from legation.readers.headings import match
from legation.readers.rows import Problems, Row, RowReader
from legation_core.values import Text
from legation_core.words import sentence

KINDS = Columns(
    (
        Column("text", "Text", max_length=300),
        Column("lines", "Lines", multiline=True),
        Column("int", "Int", kind=Kind.INT, minimum=-5, maximum=1500),
        Column("decimal", "Decimal", kind=Kind.DECIMAL, minimum=-90, maximum=90),
        Column("date", "Date", kind=Kind.DATE),
        Column("time", "Time", kind=Kind.TIME),
        Column("zone", "Zone", kind=Kind.ZONE),
        Column("country", "Country", kind=Kind.COUNTRY),
        Column("choice", "Choice", kind=Kind.CHOICE, choices={"no_station": Text({"en": "None", "az": "Yoxdur"})}),
    )
)


def read(column: str, text: str) -> tuple[Row | None, Problems]:
    headings, _none = match([column, "Other"], Columns((*KINDS.columns, Column("other", "Other"))))
    problems = Problems(10)
    return RowReader(KINDS, headings, problems).read(7, [text, "x"]), problems


@pytest.mark.parametrize(
    ("column", "text", "value", "written"),
    [
        ("text", " Bakı\u00a0şəhəri ", "Bakı şəhəri", "Bakı şəhəri"),
        ("text", "Baki\u0307", "Baki\u0307", "Baki\u0307"),
        ("text", "Cafe\u0301", "Caf\u00e9", "Caf\u00e9"),
        ("text", "نمی\u200cدانم", "نمی\u200cدانم", "نمی\u200cدانم"),
        ("text", "+994 12 492-91-37", "+994 12 492-91-37", "+994 12 492-91-37"),
        ("text", "'+994", "+994", "+994"),
        ("text", "'quoted'", "'quoted'", "'quoted'"),
        ("text", "x" * 300, "x" * 300, "x" * 300),
        ("lines", "Street 1\r\n\rCity", "Street 1\n\nCity", "Street 1\n\nCity"),
        ("int", "0012", 12, "12"),
        ("int", "-0", 0, "0"),
        ("int", "-5", -5, "-5"),
        ("decimal", "-33.30", Decimal("-33.30"), "-33.30"),
        ("date", "2024-02-29", date(2024, 2, 29), "2024-02-29"),
        ("time", "8:05", time(8, 5), "08:05"),
        ("time", "08:00:00", time(8), "08:00"),
        ("zone", "Asia/Seoul", "Asia/Seoul", "Asia/Seoul"),
        ("country", "kr", "KR", "KR"),
        ("choice", "NO STATION", "no_station", "no_station"),
        ("choice", "yoxdur", "no_station", "no_station"),
        ("int", "", None, ""),
        ("text", "", "", ""),
    ],
)
def test_a_cell_is_taken(column: str, text: str, value: object, written: str) -> None:
    row, problems = read(column, text)
    assert problems.all() == ()
    assert row is not None
    assert (row.typed[column], row.values[column]) == (value, written)


@pytest.mark.parametrize(
    ("column", "text", "code", "facts"),
    [
        ("text", "x" * 301, "R402", {"found": "x" * 39 + "…", "length": 301, "limit": 300}),
        ("text", "a\u202eb", "R403", {"found": "a[U+202E]b"}),
        ("text", "a\u200fb", "R403", {"found": "a[U+200F]b"}),
        ("text", "a\x00b", "R404", {"found": "a[U+0000]b"}),
        ("text", "a\tb", "R404", {"found": "a[U+0009]b"}),
        ("text", "a\u200bb", "R404", {"found": "a[U+200B]b"}),
        ("text", "a\U000e0041b", "R404", {"found": "a[U+E0041]b"}),
        ("text", "B\ufffdki", "R405", {"found": "B[U+FFFD]ki"}),
        ("text", "=1+1", "R406", {"found": "=1+1"}),
        ("text", "'=1+1", "R406", {"found": "'=1+1"}),
        ("text", "@SUM(1)", "R406", {"found": "@SUM(1)"}),
        ("text", "+SUM(1)", "R406", {"found": "+SUM(1)"}),
        ("text", "-", "R406", {"found": "-"}),
        ("text", "-cmd", "R406", {"found": "-cmd"}),
        ("text", "\uff1d1+1", "R406", {"found": "\uff1d1+1"}),
        ("text", "a\nb", "R407", {"found": "a[U+000A]b"}),
        ("int", "1.0", "R411", {"found": "1.0"}),
        ("int", "\u0664\u0660", "R411", {"found": "\u0664\u0660"}),
        ("int", "1 234", "R412", {"found": "1 234"}),
        ("int", "1,234,567.00", "R412", {"found": "1,234,567.00"}),
        ("int", "1501", "R419", {"found": "1501", "limit": 1500}),
        ("int", "-6", "R413", {"found": "-6", "limit": -5}),
        ("decimal", "41,9", "R414", {"found": "41,9"}),
        ("date", "07.02.2024", "R415", {"found": "07.02.2024"}),
        ("date", "2024-02-07 08:00:00", "R415", {"found": "2024-02-07 08:00:00"}),
        ("date", "45329", "R416", {"found": "45329"}),
        ("date", "2024-02-30", "R417", {"found": "2024-02-30"}),
        ("time", "24:00", "R418", {"found": "24:00"}),
        ("time", "08:00:30", "R418", {"found": "08:00:30"}),
        ("zone", "Mars/Olympus", "R421", {"found": "Mars/Olympus"}),
        ("zone", "+04:00", "R422", {"found": "+04:00"}),
        ("zone", "Etc/GMT-4", "R422", {"found": "Etc/GMT-4"}),
        ("zone", "baku", "R423", {"found": "baku", "near": "Asia/Baku"}),
        ("zone", "asia/baku", "R423", {"found": "asia/baku", "near": "Asia/Baku"}),
        ("country", "XX", "R424", {"found": "XX"}),
        ("country", "Azerbaijan", "R424", {"found": "Azerbaijan"}),
        ("choice", "some", "R425", {"found": "some", "choices": "no_station"}),
    ],
)
def test_a_cell_is_refused(column: str, text: str, code: str, facts: Mapping[str, object]) -> None:
    row, problems = read(column, text)
    (problem,) = problems.all()
    assert row is None
    assert (problem.code, dict(problem.facts)) == (code, {**facts, "row": 7, "column": column})
    assert sentence(problem).startswith(f"{code} row 7, column {column}: ")
