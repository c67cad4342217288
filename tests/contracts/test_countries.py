"""A new country is a new file: no code knows one."""

import re
import tomllib

from tests.contracts.checks import countries
from tests.contracts.checks.tree import CORE, SOURCE, SYSTEM, place, python_files

BOOKS = [tomllib.loads(path.read_text(encoding="utf-8"))["lawbook"] for path in CORE.glob("lawbook/books/*.toml")]
OF_THE_BOOKS = frozenset(str(book[key]) for book in BOOKS for key in ("jurisdiction", "home_country", "home_zone"))
NAMES = re.compile(r"Azerbaijan|Azərbaycan\b|Romania|az20\d\d|ro20\d\d")
MAY_NAME_COUNTRIES = (
    CORE / "words",  # a sentence may show an example
    CORE / "network/countries.py",  # every country of the world
    SYSTEM / "rehearsal",  # the demonstration
)


def test_the_books_name_their_countries() -> None:
    assert {"AZ", "RO"} <= OF_THE_BOOKS


def test_no_country_stands_in_code() -> None:
    files = [path for path in python_files(SOURCE) if not any(map(path.is_relative_to, MAY_NAME_COUNTRIES))]
    found = place(files, lambda tree: countries.countries_in_code(tree, jurisdictions=OF_THE_BOOKS, names=NAMES))
    assert found == []
