"""The handbook: a page a role in every language, made of what the role may do; the same in the docs."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import get_resolver

from legation.accounts.permissions.roles import READING, ROLES
from legation.base.actors import Permission
from legation.desks import handbook, handbook_files
from legation.desks.commands import PICTURES
from legation_core.words import SENTENCES
from tests.contracts.checks.tree import ROOT

DOCS = ROOT / "docs/handbook"
TO_PICTURES = "../../../src/legation/desks/static/desks/handbook"
LARGEST = 80_000
"""Octets of a picture."""
ROWS = [(role, language) for role in ROLES for language in ("en", "az")]


def names(resolver: object = None, before: str = "") -> Iterator[str]:
    for pattern in (resolver or get_resolver("legation.project.urls")).url_patterns:  # type: ignore[attr-defined]
        if hasattr(pattern, "url_patterns"):
            yield from names(pattern, f"{pattern.namespace}:" if pattern.namespace else before)
        elif pattern.name:
            yield before + pattern.name


def test_it_is_written_in_every_language_of_the_system() -> None:
    assert handbook.languages() == tuple(sorted(code for code, _name in settings.LANGUAGES))


@pytest.mark.parametrize("language", ["en", "az"])
def test_every_language_has_every_role_and_every_task(language: str) -> None:
    wanted = {("role", key) for key in ROLES} | {("task", one.key) for one in handbook.tasks()}
    assert set(handbook.texts(language)) == wanted


@pytest.mark.parametrize(("role", "language"), ROWS)
def test_links_lead_to_tasks_that_the_role_may_do(role: str, language: str) -> None:
    chapter = handbook.chapter(role, language)
    linked = set(re.findall(r"\]\(#([a-z-]+)\)", chapter.text))
    assert linked - {one.task.key for one in chapter.sections} == set()


def test_every_power_beyond_reading_has_its_task() -> None:
    shared = {Permission.LAWBOOK_ADOPT, Permission.INQUIRY_APPROVE, Permission.INQUIRY_READ, Permission.PEOPLE_READ}
    powers = {power for role in ROLES.values() for power in role.permissions} - READING
    assert powers - {one.permission for one in handbook.tasks()} == shared


def test_codes_of_refusals_and_names_of_pages_exist() -> None:
    codes = {code for one in handbook.tasks() for code in one.refusals}
    pages = {page for one in handbook.tasks() for page in one.pages}
    assert (codes - set(SENTENCES), pages - set(names())) == (set(), set())


def test_no_page_has_two_tasks_for_one_role() -> None:
    found = [page for one in handbook.tasks() for page in one.pages]
    assert sorted(found) == sorted(set(found))


def test_a_refusal_reads_with_dots_for_what_is_not_known() -> None:
    (number,) = [one for one in handbook.chapter("district_chair", "en").remedies if one.code == "A051"]
    assert number.sentence == "Number … is taken in district … by …. Choose a free number: the next is …."


def test_every_task_with_a_picture_has_it_in_every_language_and_small() -> None:
    wanted = {PICTURES / code / f"{one.key}.png" for one in handbook.tasks() if one.picture for code in ("en", "az")}
    found = set(PICTURES.rglob("*.png"))
    assert found == wanted
    assert [path.name for path in found if path.stat().st_size > LARGEST] == []


def test_the_docs_hold_the_same_handbook() -> None:
    wanted = {DOCS / path: text for path, text in handbook_files.files(TO_PICTURES)}
    found = {path: path.read_text(encoding="utf-8") for path in DOCS.rglob("*.md")}
    assert [path.name for path in wanted if found.get(path) != wanted[path]] == [], "type: make handbook"
    assert set(found) == set(wanted)


@pytest.mark.django_db
def test_the_acting_role_comes_first(as_person: Callable[[str], Client]) -> None:
    titles = {one: str(as_person(one).get("/handbook/").context["chapter"].role.title) for one in ("ana", "cora")}
    assert titles == {"ana": "Chair of the central commission", "cora": "Head of mission"}


@pytest.mark.django_db
def test_every_role_is_there_to_read_and_no_other(as_person: Callable[[str], Client]) -> None:
    dan = as_person("dan")
    assert [dan.get(f"/handbook/{role}/").status_code for role in ROLES] == [200] * len(ROLES)
    assert dan.get("/handbook/emperor/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("person", "page", "help_url"),
    [
        ("cora", "/az2024/stations/create/", "/handbook/#create"),
        ("gus", "/az2024/missions/tabriz/", "/handbook/"),
        ("ana", "/handbook/", ""),
    ],
)
def test_help_leads_to_the_task_of_the_page(
    as_person: Callable[[str], Client], person: str, page: str, help_url: str
) -> None:
    assert as_person(person).get(page).context["help_url"] == help_url


def test_raw_html_in_a_text_is_shown_and_not_obeyed() -> None:
    from legation.desks.web.handbook import _html

    assert _html("<script>1</script> **a**") == "<p>&lt;script&gt;1&lt;/script&gt; <strong>a</strong></p>\n"


def test_the_verb_writes_pages_and_pictures(tmp_path: Path) -> None:
    from legation.project.cli import main

    assert main(["handbook", str(tmp_path)]) == 0
    assert len(list(tmp_path.rglob("*.md"))) == 2 * (len(ROLES) + 1)
    assert (tmp_path / "en/mission_head.md").read_text().count("](../pictures/en/") > 5
