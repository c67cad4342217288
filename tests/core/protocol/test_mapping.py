"""A map that is wrong is refused with every key that is, and with what should stand there."""

import pytest

from legation_core.problems import Refused
from legation_core.protocol import mapping

FILE = '[[files]]\nstation = ["n"]\n'
WRONG = {
    "no TOML": ("[[files", "P402", ""),
    "no file": ("[map]\n", "P403", "[[files]]"),
    "no station": ("[[files]]\nblank = 'zero'\n", "P403", "[[files]] 1 station"),
    "a key that nothing reads": (FILE + "sheet = 'one'\n", "P404", "[[files]] 1"),
    "a kind that does not fit": (FILE + "header_row = '3'\n", "P403", "[[files]] 1 header_row"),
    "true for a number": (FILE + "header_row = true\n", "P403", "[[files]] 1 header_row"),
    "a row before the first": (FILE + "header_row = 0\n", "P403", "[[files]] 1 header_row"),
    "two delimiters": (FILE + "delimiter = '||'\n", "P403", "[[files]] 1 delimiter"),
    "blanks that mean nothing known": (FILE + "blank = 'one'\n", "P403", "[[files]] 1 blank"),
    "another name of stations": (FILE + "[map]\nstations = 'name'\n", "P403", "[map] stations"),
    "options without a place": (FILE + "options = { line = 'v' }\n", "P403", "[[files]] 1 options"),
    "options without a line": (FILE + "options = { columns = '(.)' }\n", "P403", "[[files]] 1 options"),
    "a pattern without a group": (
        FILE + "options = { line = 'v', columns = 'c.' }\n",
        "P403",
        "[[files]] 1 options columns",
    ),
    "a pattern that runs for ever": (
        FILE + "options = { line = 'v', columns = '(c+)+' }\n",
        "P403",
        "[[files]] 1 options columns",
    ),
    "no pattern": (FILE + "options = { line = 'v', columns = '(' }\n", "P403", "[[files]] 1 options columns"),
    "long lines without a value": (FILE + "long_lines = { name = 'line' }\n", "P403", "[[files]] 1 long_lines value"),
    "sums without a value": (FILE + "[[files.sums]]\ncolumn = 'n'\n", "P403", "[[files]] 1 sums value"),
    "lines that are a list": (FILE + "lines = ['a']\n", "P403", "[[files]] 1 lines"),
}


@pytest.mark.parametrize(("text", "code", "where"), WRONG.values(), ids=WRONG)
def test_a_wrong_map_is_refused_with_its_key(text: str, code: str, where: str) -> None:
    with pytest.raises(Refused) as refused:
        mapping.read(text.encode())
    assert [(one.code, one.where) for one in refused.value.problems] == [(code, where)]
    assert refused.value.diagnostics()


def test_a_map_that_is_too_large_is_not_read() -> None:
    with pytest.raises(Refused) as refused:
        mapping.read(b"#" * (mapping.MOST_BYTES + 1))
    assert refused.value.code == "P402"
