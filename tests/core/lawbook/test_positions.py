import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.lawbook.positions import lines_of, nearest

CASES = {
    "a pair": ("a = 1\n", {("a",): 1}),
    "comments and blank lines": ("# c\n\na = 1 # d\n# e\nb = 2", {("a",): 3, ("b",): 5}),
    "a dotted key": ("\na.b . c = 1\n", {("a",): 2, ("a", "b"): 2, ("a", "b", "c"): 2}),
    "quoted keys": ("\"x.y\" = 1\n'p q' = 2\n", {("x.y",): 1, ("p q",): 2}),
    "an escape in a key": ('"\\u0061]" = 1\n', {("a]",): 1}),
    "a table": ("[a]\nb = 1\n", {("a",): 1, ("a", "b"): 2}),
    "a dotted table": ("\n[a.b]\nc = 1\n", {("a",): 2, ("a", "b"): 2, ("a", "b", "c"): 3}),
    "an array of tables": (
        "[[a]]\nb = 1\n[[a]]\nb = 2\n",
        {("a",): 1, ("a", 0): 1, ("a", 0, "b"): 2, ("a", 1): 3, ("a", 1, "b"): 4},
    ),
    "a table in an array of tables": (
        "[[a]]\n[a.b]\nc = 1\n",
        {("a",): 1, ("a", 0): 1, ("a", 0, "b"): 2, ("a", 0, "b", "c"): 3},
    ),
    "an array of tables in another": (
        "[[a]]\n[[a.b]]\n[[a]]\n[[a.b]]\nc = 1\n",
        {
            ("a",): 1,
            ("a", 0): 1,
            ("a", 0, "b"): 2,
            ("a", 0, "b", 0): 2,
            ("a", 1): 3,
            ("a", 1, "b"): 4,
            ("a", 1, "b", 0): 4,
            ("a", 1, "b", 0, "c"): 5,
        },
    ),
    "an inline table": ("a = { b = 1, c.d = 2 }", {("a",): 1, ("a", "b"): 1, ("a", "c"): 1, ("a", "c", "d"): 1}),
    "an array over several lines": (
        "a = [ # one\n  1,\n  2, # two\n]\nb = 1\n",
        {("a",): 1, ("a", 0): 2, ("a", 1): 3, ("b",): 5},
    ),
    "a string over several lines": ('a = """\n[b]\nc = 1\n"""\nd = 1\n', {("a",): 1, ("d",): 5}),
    "quotes before the closing three": ('a = """x"""""\nb = 1\n', {("a",): 1, ("b",): 2}),
    "an escaped quote": ('a = "\\"# ]"\nb = 1\n', {("a",): 1, ("b",): 2}),
    "a literal string that ends in a backslash": ("a = 'x\\'\nb = 1\n", {("a",): 1, ("b",): 2}),
    "Windows line ends": ("a = 1\r\n[b]\r\nc = 1\r\n", {("a",): 1, ("b",): 2, ("b", "c"): 3}),
    "a date with a space": ("a = 2024-02-07 08:00:00\nb = 1", {("a",): 1, ("b",): 2}),
    "an empty file": ("", {}),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_lines_of(text: str, expected: dict[tuple[str | int, ...], int]) -> None:
    tomllib.loads(text)

    assert lines_of(text) == {(): 1, **expected}


def test_nearest_is_the_innermost_table_that_stands_in_the_file() -> None:
    lines = lines_of("\n[a]\nb = 1\n")

    assert nearest(lines, ("a", "c", 3)) == 2
    assert nearest(lines, ("z",)) == 1


keys = st.one_of(st.from_regex(r"[A-Za-z0-9_-]{1,6}", fullmatch=True), st.text(min_size=0, max_size=4))
scalars = st.one_of(st.integers(-(2**63), 2**63 - 1), st.booleans(), st.text(max_size=8), st.dates())
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3), max_leaves=8
)


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, list):
        return "[ # a list\n" + "".join(f"  {_written(item)},\n" for item in value) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_quoted(key)} = {_written(item)}" for key, item in value.items()) + " }"
    return str(value)


def _quoted(text: str) -> str:
    letters = (letter if letter.isalnum() and ord(letter) < 128 else f"\\U{ord(letter):08X}" for letter in text)
    return f'"{"".join(letters)}"'


def _paths(value: object, path: tuple[str | int, ...] = ()) -> set[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return {path}.union(*(_paths(item, (*path, key)) for key, item in inner))


@given(st.dictionaries(keys, values, max_size=4), st.dictionaries(keys, st.dictionaries(keys, values), max_size=3))
def test_every_path_of_a_file_has_a_line(pairs: dict[str, object], tables: dict[str, dict[str, object]]) -> None:
    text = "".join(f"{_quoted(key)} = {_written(value)}\n" for key, value in pairs.items())
    for name, table in tables.items():
        text += f"[[list.{_quoted(name)}]]\n" if "list" not in pairs else f"[{_quoted('table ' + name)}]\n"
        text += "".join(f"{_quoted(key)} = {_written(value)}\n" for key, value in table.items())

    lines = lines_of(text)

    assert set(lines) == _paths(tomllib.loads(text))
    assert max(lines.values()) <= text.count("\n") + 1
