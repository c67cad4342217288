"""Codes of problems: each has one sentence that is used, facts that fill it, and one subject."""

import ast
from collections import Counter
from pathlib import Path

from legation_core.words import SENTENCES
from tests.contracts.checks import codes
from tests.contracts.checks.tree import CORE, SOURCE, name_of, python_files, tree_of

WORDS = CORE / "words"
LETTERS = {
    "access": "A",
    "acts": "A",
    "complaints": "K",
    "consent": "C",
    "duty": "D",
    "inquiries": "Q",
    "integrity": "V",
    "keeping": "V",
    "lawbook": "L",
    "matters": "M",
    "network": "N",
    "notices": "B",
    "powers": "A",
    "protocol": "P",
    "readers": "R",
    "readiness": "D",
    "rehearsal": "A",
    "tasks": "C",
    "timetable": "T",
    "training": "S",
}
"""Module of sentences -> the letter of its codes."""
HOMES = {
    "A": ("legation/", "legation_core/access/", "legation_core/network/stations.py", "legation_core/powers/"),
    "B": ("legation_core/correspondence/", "legation/coordination/"),
    "C": (
        "legation_core/network/consent.py",
        "legation_core/lawbook/",
        "legation_core/tasks/",
        "legation/missions/",
        "legation/coordination/",
    ),
    "K": ("legation_core/correspondence/", "legation/coordination/"),
    "D": ("legation_core/duty/", "legation_core/readiness/", "legation/headquarters/"),
    "L": ("legation_core/lawbook/", "legation/plan/"),
    "M": ("legation_core/correspondence/", "legation/coordination/"),
    "N": ("legation_core/network/", "legation/stations/"),
    "P": ("legation_core/protocol/", "legation_core/tabulation/", "legation/count/"),
    "Q": ("legation_core/correspondence/", "legation_core/lawbook/", "legation/coordination/"),
    "R": ("legation/readers/",),
    "S": ("legation_core/training/", "legation/training/"),
    "T": ("legation_core/timetable/", "legation/plan/", "legation/missions/"),
    "V": (
        "legation_core/integrity/",
        "legation_core/__main__.py",
        "legation/integrity/",
        "legation/project/",
        "legation/public/",
    ),
}
"""Letter -> where its codes are raised."""
USES = [
    (path, use)
    for path in python_files(SOURCE)
    if path.parent != WORDS and "migrations" not in path.parts
    for use in codes.uses(tree_of(path))
]


FILLED_LATER = {"R": frozenset({"found"})}
"""Facts that the reader of a table puts beside every problem of a cell."""


def written_codes(path: Path) -> list[str]:
    """The keys of every dictionary in a module of sentences, repeated ones too."""
    dictionaries = (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Dict))
    return [str(key.value) for node in dictionaries for key in node.keys if isinstance(key, ast.Constant)]


def test_every_code_that_is_used_has_a_sentence() -> None:
    assert [(name_of(path), use.line, use.code) for path, use in USES if use.code not in SENTENCES] == []


def test_every_sentence_is_used() -> None:
    assert sorted(SENTENCES.keys() - {use.code for _, use in USES}) == []


def test_no_code_has_two_sentences() -> None:
    counted = Counter(code for path in WORDS.glob("*.py") for code in written_codes(path))
    assert [code for code, times in counted.items() if times > 1] == []


def test_every_subject_keeps_its_letter() -> None:
    wrong = [
        (path.stem, code)
        for path in WORDS.glob("*.py")
        for code in written_codes(path)
        if code[0] != LETTERS[path.stem]
    ]
    assert wrong == []


def test_every_code_is_raised_by_its_subject() -> None:
    strays = [
        (path.relative_to(SOURCE).as_posix(), use.line, use.code)
        for path, use in USES
        if not path.relative_to(SOURCE).as_posix().startswith(HOMES[use.code[0]])
    ]
    assert strays == []


def test_the_facts_written_beside_a_code_fill_its_sentence() -> None:
    missing = [
        (name_of(path), use.line, use.code, sorted(lacking))
        for path, use in USES
        if use.facts is not None and use.code in SENTENCES
        if (lacking := codes.placeholders(SENTENCES[use.code]) - use.facts - FILLED_LATER.get(use.code[0], frozenset()))
    ]
    assert missing == []
