from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.lawbook.relations import (
    Absolute,
    Closing,
    Comparison,
    Figure,
    GroupSum,
    Number,
    Present,
    Previous,
    Relation,
    Share,
    Sum,
    parse,
    terms_of,
)
from legation_core.problems import Refused

a, b, c = Figure("a"), Figure("b"), Figure("c")

GOOD = {
    "a == b": Relation((), Comparison(a, "==", b)),
    "a == b + c - 1": Relation((), Comparison(a, "==", Sum(((1, b), (1, c), (-1, Number(1)))))),
    "sum(candidates) == a": Relation((), Comparison(GroupSum("candidates"), "==", a)),
    "abs(a - b) <= 3": Relation((), Comparison(Absolute(Sum(((1, a), (-1, b)))), "<=", Number(3))),
    "a <= 103% of b": Relation((), Comparison(a, "<=", Share(103, 100, b))),
    "a >= 2/3 of b": Relation((), Comparison(a, ">=", Share(2, 3, b))),
    "a != 2 * (b + c)": Relation((), Comparison(a, "!=", Share(2, 1, Sum(((1, b), (1, c)))))),
    "if a > 0: b == c": Relation((Comparison(a, ">", Number(0)),), Comparison(b, "==", c)),
    "if a > 0 and b < 1: c == 0": Relation(
        (Comparison(a, ">", Number(0)), Comparison(b, "<", Number(1))), Comparison(c, "==", Number(0))
    ),
    "a >= closing(station)": Relation((), Comparison(a, ">=", Closing())),
    "a >= previous(a)": Relation((), Comparison(a, ">=", Previous("a"))),
    "sum(votes, machine) == a": Relation((), Comparison(GroupSum("votes", "machine"), "==", a)),
    "if present(a): b == c": Relation((Comparison(Present("a"), "!=", Number(0)),), Comparison(b, "==", c)),
    "if a + b and c: b == c": Relation(
        (Comparison(Sum(((1, a), (1, b))), "!=", Number(0)), Comparison(c, "!=", Number(0))), Comparison(b, "==", c)
    ),
    "  a==b  ": Relation((), Comparison(a, "==", b)),
}


@pytest.mark.parametrize(("text", "expected"), GOOD.items(), ids=GOOD.keys())
def test_parse(text: str, expected: Relation) -> None:
    assert parse(text) == expected


BAD = {
    "": (1, "the end", "a number, a name or ("),
    "a": (2, "the end", "a comparison (== != <= >= < >)"),
    "a = b": (3, "=", "a number, a name or a sign"),
    "a == ": (5, "the end", "a number, a name or ("),
    "a == b c": (8, "c", "the end"),
    "a == b == c": (8, "==", "the end"),
    "a <= 103%": (10, "the end", "of"),
    "a >= 2/0 of b": (10, "of", "a number that is not 0 before this"),
    "a >= 2/b": (8, "b", "a number"),
    "if a > 0 b == c": (10, "b", ":"),
    "sum(3) == a": (5, "3", "a name"),
    "sum(if) == a": (5, "if", "a name"),
    "closing(mission) < a": (9, "mission", "station"),
    "abs(a == b": (7, "==", ")"),
    "a == b.c": (7, ".", "a number, a name or a sign"),
    "__import__('os') == 1": (1, "_", "a number, a name or a sign"),
    "a ** 2 == b": (3, "*", "a comparison (== != <= >= < >)"),
    "of == a": (1, "of", "a number, a name or ("),
}


@pytest.mark.parametrize(("text", "expected"), BAD.items(), ids=BAD.keys())
def test_parse_refuses_with_the_column(text: str, expected: tuple[int, str, str]) -> None:
    with pytest.raises(Refused) as refused:
        parse(text)

    assert refused.value.code == "L070"
    assert tuple(refused.value.problem.facts[key] for key in ("column", "found", "expected")) == expected


def test_parse_refuses_what_is_too_long_or_too_deep() -> None:
    for text in ("a == " + "1 + " * 100 + "1", "(" * 30 + "a" + ")" * 30 + " == 1"):
        with pytest.raises(Refused):
            parse(text)


def test_terms_of_gives_conditions_first_and_outer_terms_first() -> None:
    relation = parse("if a > 0: abs(b - c) <= 3% of a")

    assert list(terms_of(relation)) == [
        a,
        Number(0),
        Absolute(Sum(((1, b), (-1, c)))),
        Sum(((1, b), (-1, c))),
        b,
        c,
        Share(3, 100, a),
        a,
    ]


@given(st.text(alphabet="ab19 +-*/%()<>=!:.ifofandsum", max_size=40))
def test_parse_reads_or_refuses_and_nothing_else(text: str) -> None:
    with suppress(Refused):
        assert list(terms_of(parse(text)))
