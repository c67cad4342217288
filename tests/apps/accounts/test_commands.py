"""The verbs of people and grants at the terminal, by the same rules as on the pages."""

import json

import pytest

from legation.accounts.models import RoleGrant
from legation.integrity.models import Leaf
from legation.project.cli import main

pytestmark = pytest.mark.django_db
REFUSED, USAGE = 1, 2


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What a verb prints that must succeed."""
    capsys.readouterr()
    assert main(list(words)) == 0
    return capsys.readouterr().out


def grants_of(capsys: pytest.CaptureFixture[str], person: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(told(capsys, "grant", "list", person, "--json"))
    return found


def test_people_are_listed_by_code_and_never_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(told(capsys, "people", "list", "--jurisdiction", "AZ", "--json"))
    assert [(row["role"], row["scope"]) for row in rows if row["person"] == "fara"] == [
        ("district_chair", "district AZ/17")
    ]
    assert all("name" not in row for row in rows)


def test_a_role_is_given_and_ended_as_a_person_who_may(capsys: pytest.CaptureFixture[str]) -> None:
    said = told(capsys, "grant", "give", "head-rome", "--role", "mission_officer", "--scope", "tabriz", "--by", "cora")
    assert said == "head-rome: mission_officer for mission AZ/tabriz\n"
    number = grants_of(capsys, "head-rome")[-1]["number"]
    ended = told(capsys, "grant", "end", "head-rome", number, "--reason", "went home", "--by", "cora")
    assert ended.startswith("head-rome: mission_officer for mission AZ/tabriz ends at ")
    kinds = Leaf.objects.order_by("-index").values_list("kind", flat=True)[:2]
    assert list(kinds) == ["role_ended", "role_granted"]


def test_a_role_of_an_institution_is_only_proposed(capsys: pytest.CaptureFixture[str]) -> None:
    said = told(capsys, "grant", "give", "head-rome", "--role", "ministry_consular", "--by", "ben", "--json")
    assert list(json.loads(said)) == ["proposed"]
    assert RoleGrant.objects.filter(user__code="head-rome", role="ministry_consular").count() == 0


def test_who_may_not_give_a_role_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["grant", "give", "head-rome", "--role", "mission_officer", "--scope", "rome", "--by", "cora"]
    assert main(words) != 0
    assert RoleGrant.objects.filter(user__code="head-rome", role="mission_officer").count() == 0


def test_the_grants_of_a_person_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    rows = grants_of(capsys, "cora")
    assert {(row["role"], row["scope"]) for row in rows} == {
        ("mission_head", "mission AZ/tabriz"),
        ("station_chair", "station az2024/tabriz"),
    }
