"""Two accounts of one person, recorded on a page; what is assumed against a role, read before it is confirmed."""

from collections.abc import Callable

import pytest
from django.test import Client

from legation.accounts.actions import granting
from legation.accounts.models import User
from legation.base import clock
from legation.base.actors import Actor
from legation.integrity.models import Leaf
from legation.rehearsal.script import ro2019

pytestmark = [pytest.mark.django_db, pytest.mark.urls("legation.project.urls")]


@pytest.fixture
def at_desk() -> Callable[[str], Client]:
    def signed_in(code: str) -> Client:
        client = Client()
        client.force_login(User.objects.get(code=code))
        return client

    return signed_in


def test_two_accounts_are_recorded_as_one_person(at_desk: Callable[[str], Client]) -> None:
    ana = at_desk("ana")
    answer = ana.post("/people/eli/join/", {"other": "FARA ", "sure": "on"})
    assert answer["Location"] == "/people/eli/"
    assert ana.get("/people/eli/").context["same"] == ("fara",)
    assert Leaf.objects.latest("index").kind == "accounts_joined"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"other": "nobody", "sure": "on"}, "other"),
        ({"other": "ioana", "sure": "on"}, "other"),
        ({"other": "eli", "sure": "on"}, "other"),
        ({"other": "fara"}, "sure"),
    ],
)
def test_what_cannot_be_joined_stands_beside_its_field(
    at_desk: Callable[[str], Client], given: dict[str, str], field: str
) -> None:
    answer = at_desk("ana").post("/people/eli/join/", given)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


def test_a_mission_joins_nobody(at_desk: Callable[[str], Client]) -> None:
    assert at_desk("cora").get("/people/cora/join/").status_code == 404


@pytest.fixture
def romania(db: None) -> None:
    """The second jurisdiction up to its lawbook, in which nobody read the article that keeps roles apart."""
    for scene in ro2019.script().scenes:
        for step in scene.steps:
            step.do(scene.at)
        if scene.code == "ro-lawbook-adopted":
            return


@pytest.mark.usefixtures("romania")
def test_the_second_person_reads_what_the_law_only_assumes(
    at_desk: Callable[[str], Client], person: Callable[..., Actor]
) -> None:
    given = {"person": "radu", "role": "commission_officer", "held_for": "jurisdiction RO"}
    code = granting.give_role.propose(**given, by=person("ioana"), at=clock.now())
    warnings = at_desk("mihai").get(f"/two-persons/{code}/").context["warnings"]
    assert [one.partition(" do not meet")[0].partition(" that ")[0] for one in warnings] == ["The lawbook assumes"]
