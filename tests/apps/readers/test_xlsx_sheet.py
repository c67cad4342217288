"""The shortcut through plain rows finds what the parser alone would find, and nothing else."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from legation.readers import xlsx_rows
from legation.readers.limits import Limits
from legation.readers.xlsx_sheet import SheetFacts, scan
from legation_core.problems import Refused
from tests.apps.readers.workbooks import MAIN

LIMITS = Limits(rows=500, columns=30, cells=3000)
REFERENCES = st.one_of(
    st.tuples(st.sampled_from("ABCZ"), st.integers(0, 12)).map(lambda pair: f' r="{pair[0]}{pair[1]}"'),
    st.sampled_from(["", ' r="AA1"', ' r="A1B"', ' r="XFD2"', ' r="ZZZ3"']),
)
CONTENTS = st.sampled_from(
    [
        "",
        "<v>1</v>",
        "<v/>",
        "<f>1</f>",
        "<f/><v>1</v>",
        "<is><t>a</t></is>",
        "<v>&amp;</v>",
        "<v>]]></v>",
        "<!-- --><v>1</v>",
    ]
)
KINDS = st.sampled_from(["", ' t="s"', ' t="e"', ' s="3"', ' s="3" t="b"', ' t="inlineStr"', ' cm="1"'])
CELLS = st.builds("<c{}{}>{}</c>".format, REFERENCES, KINDS, CONTENTS) | st.just('<c r="B2"/>')
HEADS = st.builds(
    "{}{}".format,
    st.integers(0, 12).map(lambda row: f' r="{row}"') | st.just("") | st.just(' r="900"'),
    st.sampled_from(["", ' hidden="1"', ' hidden="0"', ' spans="1:3"', ' ht="12" hidden="true"']),
)
ROWS = st.builds("<row{}>{}</row>".format, HEADS, st.lists(CELLS, max_size=4).map("".join))
REST = st.sampled_from(
    ["\n", "<!-- ", " -->", "<mergeCells>", "</mergeCells>", '<mergeCell ref="A1:B2"/>', "<extLst>", "x"]
)
COLUMNS = st.sampled_from(["", '<cols><col min="2" max="3" hidden="1"/></cols>'])


def found(octets: bytes, size: int) -> SheetFacts | str:
    chunks = [octets[start : start + size] for start in range(0, len(octets), size)]
    try:
        return scan(chunks, "sheet", LIMITS)
    except Refused as refused:
        return refused.code


@example("", '<!-- <row></row><row r="1"><c r="A0"><v>1</v></c></row>', 1)
@given(COLUMNS, st.lists(ROWS | REST, max_size=6).map("".join), st.integers(1, 200))
def test_plain_rows_change_nothing(columns: str, rows: str, size: int) -> None:
    octets = f"<worksheet {MAIN}>{columns}<sheetData>{rows}</sheetData></worksheet>".encode()
    with pytest.MonkeyPatch.context() as patch:
        with_shortcut = found(octets, size)
        patch.setattr(xlsx_rows, "_plain", lambda _text: None)
        assert with_shortcut == found(octets, size)


@pytest.mark.parametrize(("begin", "end"), [("<!--", "-->"), ("<?note", "?>"), ("<![CDATA[", "]]>")])
@pytest.mark.parametrize("size", [1, 7, 500])
@pytest.mark.parametrize(
    "inside", ['<row r="1"><c r="A0"><v>1</v></c></row>', '<row r="9"><c r="B9"><v>1</v></c></row>']
)
def test_rows_inside_what_is_no_element_are_none(begin: str, end: str, size: int, inside: str) -> None:
    rows = f"{begin} <row></row>{inside} {end}"
    octets = f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>".encode()
    assert found(octets, size) == SheetFacts()


def test_most_rows_are_plain() -> None:
    rows = xlsx_rows.PlainRows()
    excel = b'<row r="2" spans="1:2" x14ac:dyDescent="0.25"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>4.5</v></c></row>'
    calc = b'<row r="3" customFormat="false" ht="12.8" hidden="false"><c r="A3" s="0" t="n"><v>1</v></c></row>'
    assert list(rows.divide(excel + b"\n" + calc)) == [(2, [b"A2", b"B2"]), (3, [b"A3"])]
    assert rows.end() == b""
