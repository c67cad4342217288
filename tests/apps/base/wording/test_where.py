"""Where a problem stands is told in the reader's language, with days as people read them."""

import ast
import re
from pathlib import Path

import pytest
from django.utils import translation

import legation
import legation_core
from legation.base.wording import worded
from legation.base.wording.phrases import PHRASES
from legation.base.wording.where import where_in_words
from legation_core.lawbook import cells
from legation_core.problems import Problem
from legation_core.words import SENTENCES

ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
ENGLISH = re.compile(r"\b(row|cell|cells|column|columns|line|byte|district|file|the)\b")
SHAPES = frozenset({"R415", "R416", "A046"})
"""Sentences that show how a day is written in a file or a field."""
CODES_OF_DAYS = {
    "due", "later", "known", "day", "called_on", "day_set_on", "election_day", "on", "sent", "given", "until",
    "last_day", "answered", "date", "seen", "now", "before",
}  # fmt: skip


@pytest.mark.parametrize(
    ("where", "english", "azerbaijani"),
    [
        ("row 5", "row 5", "5-ci sətir"),
        ("cell B3", "cell B3", "B3 xanası"),
        ("az.toml line 12", "az.toml, line 12", "az.toml, sətir 12"),
        ("file a, b.csv, row 2", "file a, b.csv, row 2", None),
        ("IR, north", "Iran, north", "İran, north"),
        ("2024-02-07 08:00", "Wed 7 Feb 2024 08:00", "7 fev 2024 Ç. 08:00"),
        ("2024-02-07T04:00Z", "Wed 7 Feb 2024, 04:00 UTC", "7 fev 2024 Ç., 04:00 UTC"),
        ("2024-13-40", "2024-13-40", "2024-13-40"),
        ("tabriz-2", "tabriz-2", "tabriz-2"),
    ],
)
def test_a_place_is_told_in_both_languages(where, english, azerbaijani) -> None:
    assert where_in_words(where) == english
    with translation.override("az"):
        assert azerbaijani in (None, where_in_words(where))


def _typical(name: str) -> str | int:
    return "2024-02-07" if name in CODES_OF_DAYS else 7


@pytest.mark.parametrize("code", sorted(code for code in SENTENCES if code[0] in "ACNT"))
def test_no_sentence_shows_a_day_by_its_digits(code) -> None:
    names = set(re.findall(r"\{([a-z_]+)", SENTENCES[code]))
    facts = {name: _typical(name) for name in names}
    with translation.override("az"):
        told = worded(Problem(code, "row 7", facts))
    assert told.startswith("7-ci sətir: ")
    assert code in SHAPES or not ISO.search(told)


def _places() -> list[str]:
    """Every text by which the source names the place of a problem, each of its gaps filled with 7."""
    roots = [Path(legation.__file__).parent, Path(legation_core.__file__).parent]
    calls = [
        call
        for root in roots
        for path in root.rglob("*.py")
        if "integrity" not in path.parts
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in {"Problem", "Refused"}
    ]
    named = [call.args[1] for call in calls if len(call.args) > 1]
    return sorted({_filled(one) for one in named if isinstance(one, ast.JoinedStr | ast.Constant)} - {""})


def _filled(node: ast.JoinedStr | ast.Constant) -> str:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in parts)


def test_every_place_that_the_source_names_has_its_words() -> None:
    places = _places()
    assert {"row 7", "row 7, column 7", "cell 7", "7 line 7", "district 7"} < set(places)
    with translation.override("az"):
        told = {place: where_in_words(place) for place in places}
    assert {place for place, words in told.items() if ENGLISH.search(words)} == set()


def test_every_phrase_of_the_lawbook_has_its_words() -> None:
    phrases = {*cells._EXPECTED.values(), *(words for _kind, words in cells._FOUND)}
    assert phrases - set(PHRASES) == set()
    with translation.override("az"):
        told = worded(Problem("L013", "az.toml line 3", {"key": "days", "expected": "a list", "found": "a table"}))
    assert "a list" not in told
    assert "a table" not in told
