"""The loader reads or refuses; it never breaks and never takes long, whatever it is given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.lawbook.loader import MOST_PATHS, MOST_STOPS, read
from legation_core.problems import Refused
from legation_core.words import sentence
from tests.core.lawbook import ruritania

LINES = ruritania.TEXT.split("\n")
PARTS = 12
PIECES = st.sampled_from(
    [*LINES, "[[calendar]]", "[[forms.lines]]", "[limits]", "x = {", 'y = """', "= 1", "days = 1e9"]
)
VALUES = st.sampled_from(
    ["1", "-1", "1.5", "true", '"x"', "[]", "{}", '["x", 1]', "2024-01-01", "08:00:00", '""', "[{}]"]
)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _read_or_say(data)


@given(st.permutations(range(PARTS)), st.lists(st.tuples(st.integers(0, len(LINES)), PIECES), max_size=4))
def test_any_mixture_of_lines_is_read_or_refused(order: list[int], pieces: list[tuple[int, str]]) -> None:
    step = len(LINES) // PARTS + 1
    lines = [line for part in order for line in LINES[part * step : (part + 1) * step]]
    for place, piece in pieces:
        lines.insert(place, piece)
    _read_or_say("\n".join(lines).encode())


@given(st.lists(st.tuples(st.integers(0, len(LINES) - 1), VALUES), min_size=1, max_size=6))
def test_any_value_anywhere_is_read_or_refused(changes: list[tuple[int, str]]) -> None:
    lines = list(LINES)
    for place, value in changes:
        key, equals, _ = lines[place].partition(" = ")
        if equals:
            lines[place] = f"{key} = {value}"
    _read_or_say("\n".join(lines).encode())


LONG = {
    "tables in tables": ("[" + "a." * 300 + "a]", "L086 long line 1: This line has 300 full stops, more than 200."),
    "more entries than any law": ("[[hours]]\n" * MOST_PATHS, "L085 long: The file has 20002 keys and entries"),
}


@pytest.mark.parametrize(("text", "said"), LONG.values(), ids=LONG.keys())
def test_what_would_take_long_is_refused_before(text: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        read(text.encode(), "long")

    assert [sentence(problem)[: len(said)] for problem in refused.value.problems] == [said]


def test_a_file_with_more_mistakes_than_guesses_has_all_of_them_told() -> None:
    owners = "".join(f'\n[[calendar]]\nkey = "entry{number}"\nowner = "senate{number}"\n' for number in range(500))

    with pytest.raises(Refused) as refused:
        read((ruritania.TEXT + owners).encode())

    assert sum(problem.code == "L041" for problem in refused.value.problems) == 500


def test_many_circles_are_told_up_to_twenty() -> None:
    circles = "".join(f'\n[[calendar]]\nkey = "entry{number}"\nafter = ["entry{number}"]\n' for number in range(50))

    with pytest.raises(Refused) as refused:
        read((ruritania.TEXT + circles).encode())

    assert sum(problem.code == "L046" for problem in refused.value.problems) == 20


def test_the_law_of_a_country_has_far_fewer_full_stops_in_a_line_than_are_refused() -> None:
    assert max(line.count(".") for line in LINES) * 10 < MOST_STOPS


def _read_or_say(data: bytes) -> None:
    """Read `data`, or have every problem said: its facts must fill its sentence."""
    try:
        read(data)
    except Refused as refused:
        refused.diagnostics()
