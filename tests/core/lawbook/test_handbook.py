"""docs/lawbook.md has an entry for every table, key, name, choice and act that a lawbook may have, and for no other."""

import re
import textwrap
from pathlib import Path

import pytest

from legation_core.lawbook import relations
from legation_core.lawbook.acts import ACTS
from legation_core.lawbook.model import Anchor, Rule
from legation_core.lawbook.relations import parse
from legation_core.lawbook.schema import (
    BODY_KINDS,
    ESTABLISHMENT,
    FORM_PARTS,
    LIMITS,
    LISTS,
    REQUIRED_SETTINGS,
    SETTINGS,
    TABLES,
    Kind,
    Shape,
    Table,
)

HANDBOOK = (Path(__file__).parents[3] / "docs" / "lawbook.md").read_text(encoding="utf-8")
HEADINGS = {
    **{table.shape.replace("table", name).replace("name]", "NAME]"): table for name, table in TABLES.items()},
    **{f"[[forms.{part}]]": table for part, table in FORM_PARTS.items() if part != "figures"},
}


def section(heading: str) -> str:
    """What stands under a heading, up to the next one."""
    return re.split(r"\n#+ ", HANDBOOK.partition(f"# `{heading}`\n")[2])[0]


def tables(text: str) -> list[list[tuple[str, str]]]:
    """The tables of a section: the first two cells of every row below the heading row."""
    found: list[list[tuple[str, str]]] = []
    for block in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        rows = [line.strip("|\n").split("|") for line in block.splitlines()[2:]]
        found.append([(row[0].strip(), row[1].strip()) for row in rows])
    return found


def words(text: str) -> list[str]:
    return re.findall(r"`([a-z_]+)`", text)


@pytest.mark.parametrize(("heading", "table"), HEADINGS.items(), ids=HEADINGS.keys())
def test_every_key_has_its_entry_and_every_entry_its_key(heading: str, table: Table) -> None:
    entries = tables(section(heading))[0]

    assert sorted(word for first, _ in entries for word in words(first)) == sorted(table.keys)
    required = {word for first, second in entries if second == "required" for word in words(first)}
    required |= {word for line in re.findall(r"`(\w+)` is required", section(heading)) for word in [line]}
    assert required == {key for key, spec in table.keys.items() if spec.required}


@pytest.mark.parametrize(("heading", "table"), HEADINGS.items(), ids=HEADINGS.keys())
def test_every_choice_of_a_key_is_named_in_the_row_of_the_key(heading: str, table: Table) -> None:
    rows = {words(line)[0]: line for line in section(heading).splitlines() if line.startswith("| `")}

    missing = {
        (key, choice)
        for key, spec in table.keys.items()
        if spec.kind is Kind.CHOICE
        for choice in spec.choices
        if f"`{choice}`" not in rows[key]
    }
    assert missing == set()


def test_the_handbook_names_all_anchors_rules_and_kinds_of_body() -> None:
    assert {word for word in (*Anchor, *Rule, *BODY_KINDS) if f"`{word}`" not in HANDBOOK} == set()


def test_the_figures_of_a_form_have_the_keys_of_its_lines_without_the_number() -> None:
    assert set(FORM_PARTS["lines"].keys) - set(FORM_PARTS["figures"].keys) == {"number"}


def test_every_act_has_its_entry_with_its_mark() -> None:
    entries = tables(section("[[competences]]"))[1]

    assert [(words(first)[0], first.endswith("*")) for first, _ in entries] == [
        (act.key, act.required) for act in ACTS.values()
    ]


def test_every_limit_and_list_has_its_entry() -> None:
    assert [word for first, _ in tables(section("[[limits.NAME]]"))[1] for word in words(first)] == list(LIMITS)
    assert [word for first, _ in tables(section("[[lists.NAME]]"))[1] for word in words(first)] == list(LISTS)
    assert set(words(section("[[establishment.NAME]]"))) >= set(ESTABLISHMENT)


def test_every_setting_has_its_entry_with_its_choices_and_its_mark() -> None:
    entries = {words(first)[0]: (first, second) for first, second in tables(section("[[settings.NAME]]"))[1]}

    assert list(entries) == list(SETTINGS)
    assert {name for name, (first, _) in entries.items() if first.endswith("*")} == set(REQUIRED_SETTINGS)
    assert {name: set(words(second)) for name, (_, second) in entries.items()} == {
        name: set(choices) for name, choices in SETTINGS.items()
    }


def test_the_relations_it_shows_can_be_read() -> None:
    block = HANDBOOK.partition("## The language of relations\n\n```\n")[2].partition("```")[0]
    shown = [re.split(r" {3,}", line)[0] for line in block.splitlines()]

    assert len(shown) == 10
    assert [str(parse(relation).claim.operator) for relation in shown] == [
        "==",
        "==",
        "<=",
        "<=",
        ">=",
        "<=",
        ">=",
        ">=",
        "==",
        "<=",
    ]


def test_the_grammar_it_shows_is_that_of_the_parser() -> None:
    grammar = textwrap.dedent((relations.__doc__ or "").split("\n\n")[1])

    assert f"```\n{grammar}\n```" in HANDBOOK
    assert {word for word in relations.RESERVED if f"`{word}`" not in HANDBOOK} == set()


def test_a_table_is_written_as_its_heading_says() -> None:
    assert {table.shape for table in TABLES.values()} == set(Shape)
    assert set(HEADINGS) <= set(re.findall(r"^##+ `(.*)`$", HANDBOOK, re.MULTILINE))
