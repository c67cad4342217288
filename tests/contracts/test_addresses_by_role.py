"""Every address, by GET and by POST, for every role: inside its place, outside it, and in the other jurisdiction.

Two elections stand side by side: that of 2024, and that of 2019 with its first forty stations. What a role is answered
outside its place stands in `addresses_in_place.csv`; everything else follows from `addresses.csv`.
"""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client

from legation.accounts import actions as accounts
from legation.accounts import queries as people
from legation.accounts.models import RoleGrant
from legation.accounts.permissions.roles import ROLES
from legation.base import clock
from legation.base.actors import Grant, Permission, ScopeRef
from legation.coordination.models import Inquiry, Knowledge, Matter, Paper
from legation.headquarters.models import Shift
from legation.integrity.models import Leaf
from legation.plan.models import LawbookVersion
from legation.rehearsal.script import ro2019
from legation.training.models import Module, Seat
from tests.contracts.test_addresses import SYSTEM, Address

IN_PLACE = Path(__file__).with_name("addresses_in_place.csv")
GUARDED = tuple(one for one in SYSTEM if one.permission is not None)
ANSWERED, HIDDEN = "answered", "not found"
MET = {200: ANSWERED, 302: ANSWERED, 400: ANSWERED, 405: ANSWERED, 409: ANSWERED, 422: ANSWERED, 404: HIDDEN}
READING = frozenset({one for one in Permission if one.endswith((".read", ".read_counts"))})

pytestmark = pytest.mark.django_db


FORMS = {
    "<slug:election>/papers/<slug:paper>/document/<slug:form>/": {"slug:form": "docx"},
    "<slug:election>/plan/many/<slug:key>/<slug:step>/": {"slug:step": "accept"},
    "<slug:election>/seminars/<slug:seminar>/minutes/<slug:form>/": {"slug:form": "docx"},
    "<slug:election>/seminars/<slug:seminar>/sessions/<int:meeting>/<slug:step>/": {"slug:step": "open"},
    "<slug:election>/headquarters/reports/<int:report>/document/<slug:form>/": {"slug:form": "json"},
}


@dataclass(frozen=True)
class Place:
    """What stands in the addresses: things of one mission, its station and its district."""

    election: str
    mission: str
    station: str
    country: str
    person: str


TABRIZ = Place("az2024", "tabriz", "tabriz", "IR", "cora")
ROME = Place("az2024", "rome", "rome", "IT", "head-rome")
ITALY = Place("ro2019", "it", "ro-1", "IT", "elena")
MADE = {
    "consul": ("ministry_consular", ScopeRef("jurisdiction", "AZ"), ""),
    "officer": ("mission_officer", ScopeRef("mission", "AZ/tabriz"), ""),
    "presides": ("station_chair", ScopeRef("station", "az2024/tabriz"), "az2024"),
}
INSIDE = {
    "ana": "commission_chair",
    "eli": "commission_officer",
    "gus": "auditor",
    "ben": "ministry_headquarters",
    "consul": "ministry_consular",
    "cora": "mission_head",
    "officer": "mission_officer",
    "fara": "district_chair",
    "presides": "station_chair",
    "hal": "operator",
}
"""A person for each role, all of them in place at Tabriz, its station and its district."""
THINGS = ("<slug:election>", "<slug:person>", "<slug:digest>", "<int:index>")
"""Parts of addresses that name something of one jurisdiction."""
IN_ONE_PLACE = ("cora", "officer", "fara", "presides")
ABROAD = ("ioana", "mihai", "radu", "elena", "petre")


@pytest.fixture(scope="module")
def two(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """Both elections, and a person for each role, once for all the tests of this file."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        for scene in ro2019.script().scenes:
            for step in scene.steps:
                step.do(scene.at)
            if scene.code.startswith("ro-established"):
                break
        founder = people.actor_of("operator", Grant("operator", "AZ", "", ScopeRef("jurisdiction", "AZ"), clock.now()))
        for code, (role, scope, election) in MADE.items():
            grants = (Grant(role, "AZ", election, scope, ro2019.at(7, 11, 9)),)
            accounts.create_account(code=code, name=code, grants=grants, by=founder, at=clock.now())
        yield
        transaction.set_rollback(True)


def test_every_role_has_a_person() -> None:
    assert set(INSIDE.values()) == set(ROLES)


def paths(place: Place) -> dict[str, str]:
    """Every guarded address with the things of a place in it."""
    jurisdiction = "AZ" if place.election == "az2024" else "RO"
    grant = RoleGrant.objects.filter(user__code=place.person).latest("pk")
    paper = Paper.objects.filter(election=place.election).first()
    shift = Shift.objects.filter(election=place.election).select_related("member").first()
    inquiries = Inquiry.objects.filter(election=place.election)
    inquiry = inquiries.filter(mission__code=place.mission).first() or inquiries.first()
    matter = Matter.objects.filter(election=place.election).first()
    seat = Seat.objects.filter(seminar__election=place.election, of=place.mission).first()
    module = Module.objects.filter(seminar__election=place.election).first()
    index = Leaf.objects.filter(jurisdiction=jurisdiction).order_by("index").values_list("index", flat=True)[0]
    parts = {
        "int:index": str(index),
        "slug:election": place.election,
        "slug:mission": place.mission,
        "slug:station": place.station,
        "slug:country": place.country,
        "slug:person": place.person,
        "int:number": str(grant.pk),
        "slug:paper": paper.code if paper else "none",
        "slug:shift": shift.code if shift else "none",
        "slug:member": shift.member.code if shift else "none",
        "slug:entry": "none",
        "slug:knowledge": Knowledge.objects.filter(election=place.election).values_list("code", flat=True).first()
        or "none",
        "slug:inquiry": inquiry.code if inquiry else "none",
        "slug:matter": matter.code if matter else "none",
        "slug:seminar": seat.seminar.code if seat else "none",
        "slug:seat": seat.code if seat else "none",
        "slug:part": module.code if module else "none",
        "slug:task": f"security_agreed-{place.mission}",
        "slug:key": "security_agreed",
        "slug:module": module.code if module else "none",
        "slug:digest": LawbookVersion.objects.get(jurisdiction=jurisdiction).digest,
    }
    return {one.route: filled(one, parts | FORMS.get(one.route, {})) for one in GUARDED}


def filled(one: Address, parts: dict[str, str]) -> str:
    path = one.route
    for name, value in parts.items():
        path = path.replace(f"<{name}>", value)
    return Address(path, one.permission, one.marked).path


def met(person: str, place: Place, wanted: Callable[[str], bool] = lambda route: True) -> dict[str, str]:
    """What a person meets at the addresses of a place, by GET and by POST, which are the same or both told.

    What only changes things answers a GET with 405, which says nothing: then the POST counts. A page that only reads
    is asked for once.
    """
    client = Client()
    client.force_login(people.user(person))
    powers = {one.route: one.permission for one in GUARDED}
    found = {}
    for route, path in paths(place).items():
        if not wanted(route):
            continue
        by_get = client.get(path).status_code
        if powers[route] in READING and by_get != 405 and MET[by_get] == ANSWERED:
            found[route] = ANSWERED
            continue
        with transaction.atomic():
            by_post = MET[client.post(path).status_code]
            transaction.set_rollback(True)
        found[route] = by_post if by_get in (405, 200) or MET[by_get] == by_post else f"{by_get}, {by_post} by POST"
    return found


def exceptions() -> dict[str, tuple[set[str], set[str]]]:
    """By address, the roles that hold the power and yet do not find what stands there: in their place, elsewhere."""
    with IN_PLACE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    everybody = set(ROLES)
    return {
        row["route"]: tuple(
            everybody if row[column] == "everybody" else set(row[column].split())
            for column in ("hidden_inside", "hidden_outside")
        )  # type: ignore[misc]
        for row in rows
    }


def expected(role: str, *, outside: bool) -> dict[str, str]:
    """What the two tables say: hidden where the role lacks the power, or what stands there is not for it."""
    told = exceptions()
    hidden = {
        one.route: one.permission not in ROLES[role].permissions
        or role in told.get(one.route, (set(), set()))[0]
        or (outside and role in told.get(one.route, (set(), set()))[1])
        for one in GUARDED
    }
    return {route: HIDDEN if is_hidden else ANSWERED for route, is_hidden in hidden.items()}


def different(found: dict[str, str], wanted: dict[str, str]) -> dict[str, tuple[str, str]]:
    """The addresses at which something else was met: what, and what the tables say."""
    return {route: (met, wanted[route]) for route, met in found.items() if met != wanted[route]}


def test_the_exceptions_name_addresses_and_roles_that_there_are() -> None:
    told = exceptions()
    assert set(told) - {one.route for one in GUARDED} == set()
    assert {role for pair in told.values() for roles in pair for role in roles} - set(ROLES) == set()


@pytest.mark.parametrize("person", INSIDE)
def test_in_its_place_a_role_finds_what_its_powers_open(person: str, two: None) -> None:
    assert different(met(person, TABRIZ), expected(INSIDE[person], outside=False)) == {}


@pytest.mark.parametrize("person", IN_ONE_PLACE)
def test_outside_its_place_a_role_finds_what_is_for_all_and_nothing_else(person: str, two: None) -> None:
    assert different(met(person, ROME), expected(INSIDE[person], outside=True)) == {}


@pytest.mark.parametrize(
    ("person", "place"),
    [*((person, ITALY) for person in INSIDE), *((person, TABRIZ) for person in ABROAD)],
    ids=lambda one: one if isinstance(one, str) else one.election,
)
def test_in_the_other_jurisdiction_nothing_is_found(person: str, place: Place, two: None) -> None:
    """Not even that it exists: also for those who hold every power at home."""
    found = met(person, place, lambda route: any(part in route for part in THINGS))
    assert {route: answer for route, answer in found.items() if answer != HIDDEN} == {}
