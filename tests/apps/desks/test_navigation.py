"""The way around: a row of few pages, groups of many, and where one is."""

import re

import pytest

pytestmark = pytest.mark.django_db
LINK = re.compile(r'<a href="([^"]+)"(?: aria-current="(\w+)")?>([^<]+?)</a>')


def rows(page: str) -> list[list[tuple[str, str]]]:
    """Each row above the page: its links by text, with what marks where one is."""
    head = page[page.index("</details>") : page.index("</header>")]
    return [[(text, mark) for _url, mark, text in LINK.findall(row)] for row in head.split("<nav")[1:]]


def test_many_pages_stand_in_groups_and_those_of_the_group_below(as_person) -> None:
    page = as_person("ben").get("/az2024/missions/").content.decode()
    groups, pages = rows(page)
    assert [text for text, mark in groups] == ["Election", "Stations", "Daily work", "Law and log", "People"]
    assert [text for text, mark in groups if mark] == ["Stations"]
    assert pages == [
        ("Stations", ""),
        ("Rolling day", ""),
        ("Missions", "page"),
        ("Countries", ""),
        ("Host consent", ""),
    ]


def test_the_page_of_one_thing_stands_in_its_list(as_person) -> None:
    page = as_person("ben").get("/az2024/missions/tabriz/").content.decode()
    assert [text for text, mark in rows(page)[1] if mark] == ["Missions"]


def test_the_menu_of_a_telephone_has_every_page(as_person) -> None:
    page = as_person("ben").get("/az2024/").content.decode()
    menu = page[page.index('class="menu"') : page.index("</details>")]
    wanted = ("Desk", "Rolling day", "Papers", "Log", "Two persons")
    assert [text for text in wanted if f">{text}</a>" not in menu] == []


def test_few_pages_stand_in_one_row(as_person) -> None:
    page = as_person("hal").get("/health/").content.decode()
    assert [len(row) for row in rows(page)] == [1]
