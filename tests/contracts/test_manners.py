"""Sizes, return types, and what is never left behind."""

from pathlib import Path

from tests.contracts.checks import manners, sizes
from tests.contracts.checks.tree import ROOT, SOURCE, name_of, place, place_text, python_files, template_files, tree_of

TESTS = ROOT / "tests"
FOLDERS = (SOURCE, TESTS, ROOT / "tools", ROOT / "bench")
WRITTEN_HERE = [path for path in python_files(*FOLDERS) if "migrations" not in path.parts]
SOURCES = [path for path in WRITTEN_HERE if path.is_relative_to(SOURCE)]
TAKES_ALL_OF_BASE = {name_of(path) for path in (SOURCE / "legation/project/settings").glob("*.py")}
"""Django's settings modules build on one another."""


def test_no_file_is_too_long() -> None:
    assert place_text(WRITTEN_HERE, sizes.long_file) == []


def test_no_function_is_too_long() -> None:
    assert place(WRITTEN_HERE, sizes.long_functions) == []


def test_of_a_hundred_functions_ninety_five_are_short() -> None:
    lengths = [length for path in SOURCES for _, _, length in sizes.function_lengths(tree_of(path))]
    assert sizes.share_is_kept(lengths)


def test_every_function_says_what_it_returns() -> None:
    assert place(WRITTEN_HERE, manners.missing_return_types) == []


def test_nothing_is_left_for_later() -> None:
    assert place_text([*WRITTEN_HERE, *template_files(), *_scripts()], manners.leftovers) == []


def test_nothing_catches_everything() -> None:
    assert place(WRITTEN_HERE, manners.catch_alls) == []


def test_nothing_imports_a_star() -> None:
    files = [path for path in WRITTEN_HERE if name_of(path) not in TAKES_ALL_OF_BASE]
    assert place(files, manners.star_imports) == []


def test_no_test_is_skipped() -> None:
    assert place(python_files(TESTS), manners.skipped_tests) == []


def test_no_file_is_named_for_no_subject() -> None:
    assert [name_of(path) for path in WRITTEN_HERE if manners.is_odds_and_ends(name_of(path))] == []


def _scripts() -> list[Path]:
    return [path for path in (ROOT / "tools").iterdir() if path.is_file() and path.suffix == ""]
