"""Templates of letters: filled from facts, refused where one is missing, never read twice."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.lawbook import loader
from legation_core.lawbook.templates import PLACEHOLDERS, fill, paragraphs, placeholders
from legation_core.problems import Refused
from tests.core.lawbook import ruritania

BOOKS = Path(loader.__file__).with_name("books")
TEMPLATE = """
[[templates]]
key = "letter"
kind = "letter"
body = "crown"
source = "assumed"
note = "a test"
name = { en = "Letter", de = "Letter" }
addressee = { en = "Council", de = "Council" }
"""


@pytest.mark.parametrize("book", sorted(path.name for path in BOOKS.glob("*.toml")))
def test_the_templates_of_each_book_are_filled_by_all_facts(book: str) -> None:
    lawbook = loader.load(BOOKS / book)
    facts = dict.fromkeys(PLACEHOLDERS, "x")
    for topic, item in lawbook.provisions:
        if topic == "templates":
            texts = [fill(text, facts) for part in (item.text, item.name, item.addressee) for text in part.values()]
            assert all("{" not in text.replace("{table}", "") for text in texts)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("no name", ()),
        ("{body} and {body}, {day}", ("body", "day")),
        ("{Body} {0} {a.b}", ("Body", "0", "a.b")),
        ("a { b", ("{",)),
        ("{body}}", ("body", "}")),
    ],
)
def test_the_placeholders_of_a_text(text: str, found: tuple[str, ...]) -> None:
    assert placeholders(text) == found


def test_a_missing_fact_is_named() -> None:
    with pytest.raises(Refused) as refused:
        fill("{body} {country}", {"body": "x"})
    assert (refused.value.code, refused.value.problem.facts["missing"]) == ("C131", "country")


@given(st.text())
def test_what_a_fact_says_is_never_a_placeholder(typed: str) -> None:
    assert fill("{body}|{table}", {"body": typed, "day": "secret"}) == f"{typed}|{{table}}"


def test_paragraphs_are_divided_by_empty_lines() -> None:
    assert paragraphs("\none\n two\n \n{table}\n\n\nthree\n") == ("one two", "{table}", "three")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("{body} {day}", []),
        ("{bodi}", ["C130", "C130"]),
        ("{table}", ["C130", "C130"]),
        ("{body", ["C130", "C130"]),
    ],
)
def test_a_placeholder_that_nothing_fills_is_a_mistake_of_the_file(text: str, codes: list[str]) -> None:
    data = (ruritania.TEXT + TEMPLATE + f'text = {{ en = "{text}", de = "{text}" }}\n').encode()
    assert [one.code for one in _problems(data)] == codes


def _problems(data: bytes) -> list:
    try:
        loader.read(data)
    except Refused as refused:
        return list(refused.problems)
    return []
