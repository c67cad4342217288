"""What may be claimed beside earlier elections: a table of described cases, then what always holds."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.network.history import (
    Measure,
    Precision,
    Stage,
    Statement,
    Verdict,
    contradictions,
    history_problems,
    mixed_up,
    most_so_far,
)

DAY = date(2024, 2, 7)
STATIONS, COUNTRIES, VOTERS = Measure.STATIONS, Measure.COUNTRIES, Measure.VOTERS
ABOUT, NEARLY, OVER = Precision.ABOUT, Precision.NEARLY, Precision.OVER


def said(
    year: int, measure: Measure, value: int, precision: Precision = Precision.EXACT, source: str = "https://a.example"
) -> Statement:
    return Statement(str(year), date(year, 10, 1), measure, value, precision, Stage.HELD, source)


KNOWN = (
    said(2008, STATIONS, 33),
    said(2013, STATIONS, 38),
    said(2013, COUNTRIES, 38, source="https://b.example"),
    Statement("2016", date(2016, 9, 26), COUNTRIES, 40, ABOUT, Stage.PLANNED, "https://c.example"),
    said(2018, STATIONS, 41),
    said(2018, COUNTRIES, 32),
    said(2018, VOTERS, 13000, OVER),
    said(2018, VOTERS, 13961, source="https://b.example"),
)


@pytest.mark.parametrize(
    ("case", "measure", "value", "known", "verdict"),
    [
        ("more than every known one", STATIONS, 49, KNOWN, Verdict.HOLDS),
        ("a plan of about 40 names more", COUNTRIES, 37, KNOWN, Verdict.DENIED),
        ("as many as one before", STATIONS, 41, KNOWN, Verdict.DENIED),
        ("about 40 may have been 42", COUNTRIES, 42, KNOWN, Verdict.OPEN),
        ("about 40 was not 46", COUNTRIES, 46, KNOWN, Verdict.HOLDS),
        ("over 13,000 has no end", VOTERS, 23000, KNOWN, Verdict.OPEN),
        ("nearly 12,000 is less", VOTERS, 12001, (said(2013, VOTERS, 12000, NEARLY),), Verdict.HOLDS),
        ("no earlier number is known", STATIONS, 49, (said(2013, VOTERS, 12000),), Verdict.OPEN),
        ("a later election does not count", STATIONS, 49, (said(2008, STATIONS, 33), said(2025, STATIONS, 60)),
         Verdict.HOLDS),
    ],
)  # fmt: skip
def test_the_most_so_far(case, measure, value, known, verdict) -> None:
    assert most_so_far(measure, value, DAY, known).verdict is verdict


def test_a_claim_names_what_stands_behind_it() -> None:
    claim = most_so_far(COUNTRIES, 37, DAY, KNOWN)
    assert (claim.against, claim.loose, claim.silent) == ((KNOWN[2], KNOWN[3]), (), ("2008",))
    assert claim.highest == KNOWN[3]
    assert most_so_far(STATIONS, 49, DAY, KNOWN).silent == ("2016",)


@pytest.mark.parametrize(
    ("value", "precision", "least", "most"),
    [(40, ABOUT, 35, 45), (12000, NEARLY, 11500, 12000), (13000, OVER, 13000, None), (41, ABOUT, 41, 41),
     (0, ABOUT, 0, 0)],
)  # fmt: skip
def test_what_the_words_of_a_source_allow(value, precision, least, most) -> None:
    one = said(2018, VOTERS, value, precision)
    assert (one.least, one.most) == (least, most)


def test_sources_that_exclude_each_other() -> None:
    pair = (said(2018, STATIONS, 41), said(2018, STATIONS, 44, source="https://b.example"))
    assert contradictions((*KNOWN, pair[1])) == (pair,)
    assert contradictions(KNOWN) == ()


def test_one_number_for_two_things() -> None:
    assert mixed_up(KNOWN) == ((KNOWN[1], KNOWN[2]),)


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("N401", said(2025, STATIONS, 1)),
        ("N402", said(2018, STATIONS, -1)),
        ("N403", said(2018, STATIONS, 1, source="hearsay")),
        ("N404", Statement("2008", date(2008, 1, 1), VOTERS, 1, source="https://a.example")),
        ("N405", KNOWN[0]),
    ],
)
def test_what_is_wrong_with_a_statement(code, wrong) -> None:
    assert [(one.code, one.where) for one in history_problems((KNOWN[0], wrong), DAY)] == [(code, "2")]


statements = st.builds(
    said, st.integers(2000, 2023), st.sampled_from(Measure), st.integers(0, 10**6), st.sampled_from(Precision)
)


@given(st.lists(statements), st.integers(0, 10**6))
def test_a_claim_that_holds_is_true_of_everything_the_words_allow(known, value) -> None:
    claim = most_so_far(STATIONS, value, DAY, known)
    bounds = [one.most for one in known if one.measure is STATIONS]
    assert (claim.verdict is Verdict.HOLDS) == (bool(bounds) and all(b is not None and b < value for b in bounds))


@given(st.lists(statements), st.integers(0, 10**5), statements)
def test_more_knowledge_never_makes_a_claim_true_that_was_denied(known, value, added) -> None:
    before, after = (most_so_far(STATIONS, value, DAY, k).verdict for k in (known, [*known, added]))
    assert after is Verdict.DENIED or before is not Verdict.DENIED
