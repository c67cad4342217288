"""A new country brought by the guide, and what its smallest mission must see and type, with keys alone."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import small_mission
from tests.browser.small_mission import Installation, Walk
from tests.contracts.checks.tree import ROOT


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    with small_mission.served(tmp_path_factory.mktemp("country")) as made:
        yield made


@pytest.fixture(scope="module")
def vera(browser: Browser, installation: Installation) -> Walk:
    return small_mission.established(browser, installation, 360)


def test_her_station_stands_and_says_so(vera: Walk, installation: Installation) -> None:
    expect(vera.page.get_by_role("heading", name="Station 2, Vienna")).to_be_visible()
    rows = json.loads(installation.legation("stations", "estates2031", "--json"))
    assert {row["code"]: (row["state"], row["number"]) for row in rows} == {
        "vienna": ("numbered", 2),
        "lima": ("numbered", 1),
    }


def test_pages_and_fields_are_what_the_docs_say(vera: Walk) -> None:
    assert small_mission.report(vera) == (ROOT / "docs/small-mission.md").read_text(encoding="utf-8")


def test_pages_and_fields_stay_within_the_goal(vera: Walk) -> None:
    assert len(vera.pages) <= small_mission.GOAL_PAGES
    assert len(vera.typed) <= small_mission.GOAL_FIELDS


def test_nothing_is_asked_twice(vera: Walk) -> None:
    labels = [label for _page, label in vera.typed]
    assert sorted(labels) == sorted(set(labels))
