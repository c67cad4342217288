"""Every command of ours in the runbooks is one that there is, with arguments that it takes; every page is listed."""

import re
import shlex
from pathlib import Path

import pytest

from legation.project.cli import parser_of, verbs

FOLDER = Path(__file__).parents[3] / "docs" / "runbooks"
PAGES = sorted(path.name for path in FOLDER.glob("*.md"))
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


def commands(page: str) -> list[str]:
    """The lines of the page's blocks that call the system."""
    text = (FOLDER / page).read_text(encoding="utf-8")
    lines = [line for block in BLOCK.findall(text) for line in block.splitlines()]
    return [line for line in lines if line.startswith("legation ")]


def test_every_runbook_is_listed() -> None:
    listed = re.findall(r"\]\((\w+\.md)\)", (FOLDER / "README.md").read_text(encoding="utf-8"))
    assert sorted([*listed, "README.md"]) == PAGES


@pytest.mark.parametrize(("page", "line"), [(page, line) for page in PAGES for line in commands(page)])
def test_every_command_is_one_that_there_is(page, line) -> None:
    chosen = parser_of(verbs()).parse_args(shlex.split(line)[1:])
    assert callable(chosen.verb.run)


def test_the_runbooks_use_what_they_are_about() -> None:
    called = {line.split()[1] for page in PAGES for line in commands(page)}
    assert {"prepare", "serve", "backup", "restore", "archive", "publish", "freeze", "keys", "witness"} <= called


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page) -> None:
    links = re.findall(r"\]\(([^)#]+)", (FOLDER / page).read_text(encoding="utf-8"))
    assert [link for link in links if not (FOLDER / link).exists()] == []
