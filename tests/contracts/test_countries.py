"""A new country is a new file: no code knows one."""

import re

from tests.contracts.checks import countries
from tests.contracts.checks.tree import CORE, SOURCE, SYSTEM, place, python_files

JURISDICTIONS = frozenset(book.stem.upper() for book in (CORE / "lawbook/books").glob("*.toml"))
WORLD = CORE / "network/countries.py"
"""All countries alike: a list, not a rule."""
NAMES = re.compile(r"Azerbaijan|Azərbaycan\b|\bBaku\b|\bRomania\b|az20\d\d|ro20\d\d")


def test_no_country_stands_in_code() -> None:
    demonstration = SYSTEM / "rehearsal"
    files = [path for path in python_files(SOURCE) if path != WORLD and not path.is_relative_to(demonstration)]
    found = place(files, lambda tree: countries.countries_in_code(tree, jurisdictions=JURISDICTIONS, names=NAMES))
    assert found == []
