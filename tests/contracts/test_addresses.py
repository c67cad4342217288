"""Every address of the site and who may open it. A new one must be entered in `addresses.csv`."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.test import Client
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver

from legation.accounts.models import User
from legation.base.actors import Permission
from legation.plan.models import LawbookVersion

TABLE = Path(__file__).with_name("addresses.csv")
SIMPLE = {
    "election": "az2024",
    "code": "tabriz",
    "station": "tabriz",
    "mission": "tabriz",
    "index": "3",
    "person": "cora",
    "role": "mission_head",
    "number": "1",
    "country": "IR",
    "form": "csv",
    "what": "missions",
    "field": "address",
    "sha256": "0" * 64,
    "step": "ask",
    "paper": "none",
    "inquiry": "none",
    "matter": "none",
    "complaint": "99",
    "broadcast": "none",
    "receipt": "0",
    "stage": "0",
    "minutes": "99",
    "seminar": "none",
    "seat": "none",
    "module": "none",
    "kind": "module",
    "part": "none",
    "task": "host_told-tabriz",
    "key": "host_told",
    "participant": "none",
    "question": "none",
    "meeting": "1",
    "knowledge": "none",
    "template": "submission_voters_abroad",
    "member": "none",
    "shift": "none",
    "report": "1",
    "gate": "link",
    "entry": "none",
}


@dataclass(frozen=True)
class Address:
    route: str
    permission: Permission | None
    marked: bool

    @property
    def path(self) -> str:
        path = self.route
        for name, value in SIMPLE.items():
            for kind in ("slug", "str", "int"):
                path = path.replace(f"<{kind}:{name}>", value)
        return "/" + path


def addresses(resolver: URLResolver, before: str = "") -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, route)
        elif isinstance(pattern, URLPattern):
            view = pattern.callback
            yield Address(route, getattr(view, "permission", None), hasattr(view, "permission"))


SYSTEM = tuple(addresses(get_resolver("legation.project.urls")))
DEMONSTRATION = tuple(addresses(get_resolver("legation.project.urls_demonstration")))


def entered() -> dict[str, str]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["route"]: row["permission"] for row in csv.DictReader(file)}


def test_every_address_says_who_may_open_it() -> None:
    assert [one.route for one in DEMONSTRATION if not one.marked] == []


def test_the_table_names_every_address_with_its_permission() -> None:
    assert {one.route: str(one.permission or "open") for one in DEMONSTRATION} == entered()


def test_no_address_of_the_demonstration_resolves_in_production() -> None:
    own = {one.route for one in DEMONSTRATION} - {one.route for one in SYSTEM}
    assert own == {
        "demonstration/enter/<str:token>/",
        "demonstration/sign-in/",
        "demonstration/move/",
        "demonstration/move/back/",
        "demonstration/move/moment/",
        "demonstration/moving/",
        "demonstration/script/",
    }


@pytest.mark.parametrize("address", [one for one in DEMONSTRATION if one not in SYSTEM], ids=lambda one: one.route)
def test_production_answers_no_address_of_the_demonstration(address: Address) -> None:
    with pytest.raises(Resolver404):
        get_resolver("legation.project.urls").resolve(address.path.replace("<str:token>", "a"))


def signed_in(person: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(code=person))
    return client


@pytest.fixture
def digest(db) -> str:
    return LawbookVersion.objects.get().digest


GUARDED = [one for one in SYSTEM if one.permission is not None]


@pytest.mark.parametrize("address", GUARDED, ids=lambda one: one.route)
def test_a_stranger_is_led_to_the_sign_in_page(address, digest) -> None:
    answer = Client().get(address.path.replace("<str:digest>", digest).replace("<slug:digest>", digest))
    assert (answer.status_code, answer.headers.get("Location", "").partition("?")[0]) == (302, "/sign-in/")


@pytest.mark.parametrize(
    "address", [one for one in GUARDED if "<slug:election>" in one.route], ids=lambda one: one.route
)
def test_an_election_that_does_not_exist_is_not_found(address, digest) -> None:
    path = address.path.replace("/az2024/", "/no-such-election/")
    assert signed_in("ana").get(path).status_code == 404
