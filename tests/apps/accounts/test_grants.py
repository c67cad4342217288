"""Roles given and ended: by whom, for which place, and what a running session can do after the end."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from legation.accounts import actions, queries
from legation.accounts.actions import joint
from legation.accounts.models import RoleGrant
from legation.accounts.permissions.roles import ROLES
from legation.accounts.queries import grants
from legation.base import clock
from legation.base.actors import Actor, Grant, OutOfScope, ScopeRef
from legation.integrity.models import Leaf
from legation_core.problems import Refused

NOW = datetime(2024, 1, 23, 5, tzinfo=UTC)
HOUR = timedelta(hours=1)
HOME = ScopeRef("jurisdiction", "AZ")
TABRIZ = ScopeRef("station", "az2024/tabriz")
pytestmark = pytest.mark.django_db
Person = Callable[..., Actor]


def give(by: Actor, to: str, role: str, place: ScopeRef, election: str = "", **span: datetime) -> str:
    """Give it, or propose it where it takes two persons: then the proposal's code."""
    given = {"person": to, "role": role, "held_for": f"{place.kind} {place.code}", "election": election, **span}
    if ROLES[role].two_persons:
        return actions.give_role.propose(by=by, at=NOW, **given)
    actions.give_role(by=by, at=NOW, **given)
    return ""


def number(person: str, role: str) -> int:
    return RoleGrant.objects.get(user__code=person, role=role).pk


def mission(code: str) -> ScopeRef:
    return ScopeRef("mission", f"AZ/{code}")


NOT_GIVEN = {
    "to oneself": ("ben", "ben", "mission_head", mission("rome"), "", "A240"),
    "a role of the other institution": ("ana", "gus", "ministry_headquarters", HOME, "", "A241"),
    "a role above one's own": ("eli", "gus", "commission_chair", HOME, "", "A241"),
    "by somebody who gives none": ("gus", "eli", "auditor", HOME, "", "A001"),
    "at a mission of somebody else": ("cora", "head-rome", "mission_officer", mission("rome"), "", OutOfScope),
    "at a mission that does not exist": ("ben", "cora", "mission_officer", mission("atlantis"), "", "A251"),
    "at a station of another district": (
        *("fara", "head-kars", "station_chair", ScopeRef("station", "az2024/rome"), "az2024"),
        OutOfScope,
    ),
    "for an election that does not exist": ("ben", "cora", "mission_officer", mission("rome"), "az1999", "A251"),
    "to nobody": ("ben", "nobody", "mission_officer", mission("rome"), "", "A010"),
    "to somebody of another jurisdiction": ("ana", "dan", "auditor", HOME, "", "A010"),
    "what is held already": ("ben", "cora", "mission_head", mission("tabriz"), "", "A244"),
    "what the law keeps apart": ("ana", "ben", "district_chair", ScopeRef("district", "AZ/17"), "", "A245"),
    "two districts at once": ("ana", "fara", "district_chair", ScopeRef("district", "AZ/15"), "", "A245"),
    "a second station": ("fara", "cora", "station_chair", ScopeRef("station", "az2024/kars"), "az2024", "A245"),
}


@pytest.mark.parametrize("case", NOT_GIVEN.values(), ids=NOT_GIVEN.keys())
def test_what_may_be_given_and_by_whom(person: Person, case) -> None:
    by, to, role, place, election, wanted = case
    before = RoleGrant.objects.count()
    try:
        give(person(by), to, role, place, election)
        found: object = None
    except Refused as refused:
        found = refused.code
    except OutOfScope:
        found = OutOfScope
    assert (found, RoleGrant.objects.count() - before) == (wanted, 0)


def test_a_role_of_an_institution_is_given_by_two_persons_and_begins_when_the_second_confirms(person: Person) -> None:
    given = {"person": "gus", "role": "commission_officer", "held_for": "jurisdiction AZ"}
    with pytest.raises(Refused) as refused:
        actions.give_role(by=person("ana"), at=NOW, **given)
    assert refused.value.code == "A507"

    until = NOW + 30 * HOUR
    code = actions.give_role.propose(by=person("ana"), at=NOW, until=until, **given)
    assert [one.role for one in queries.grants_of(queries.user("gus").pk, NOW + HOUR)] == ["auditor"]

    joint.confirm(code=code, by=person("eli"), at=NOW + HOUR)
    row = RoleGrant.objects.get(user__code="gus", role="commission_officer")
    assert (row.since, row.until, row.given_by) == (NOW + HOUR, until, "ana")


@pytest.mark.parametrize(("second", "code"), [("ana", "A500"), ("eli", "A252"), ("ben", "A501")])
def test_who_may_not_be_the_second_person(person: Person, second: str, code: str) -> None:
    proposed = give(person("ana"), "eli", "auditor", HOME)
    with pytest.raises(Refused) as refused:
        joint.confirm(code=proposed, by=person(second), at=NOW)
    assert (refused.value.code, RoleGrant.objects.filter(user__code="eli", role="auditor").count()) == (code, 0)


def test_an_invited_officer_of_the_commission_holds_nothing_before_the_second_person(person: Person, as_person) -> None:
    grant = Grant("commission_officer", "AZ", "", HOME, NOW)
    letter = actions.invite_person(code="new-1", name="N", grant=grant, telephone="", by=person("ana"), at=NOW)
    client = as_person("new-1")
    before = client.get("/az2024/").status_code
    joint.confirm(code=letter.proposed, by=person("eli"), at=NOW)

    assert (before, client.get("/az2024/").status_code) == (403, 200)


def test_the_page_proposes_and_shows_in_words_what_would_happen(as_person) -> None:
    answer = as_person("ana").post(
        "/people/give/", {"person": "gus", "role": "commission_officer", "place": "", "until": "2024-02-09"}
    )
    page = as_person("eli").get(answer["Location"]).content.decode()
    said = ("Giving a role", "Officer of the central commission", "the whole jurisdiction", "2024-02-09 20:00 UTC")
    assert [text for text in said if text not in page] == []


def test_the_record_names_body_role_and_place_and_nobody(person: Person) -> None:
    give(person("ben"), "head-rome", "mission_head", mission("kars"))

    leaf = Leaf.objects.filter(kind="role_granted").latest("index")
    row = RoleGrant.objects.latest("pk")
    assert (row.given_by, row.given_body) == ("ben", "ministry")
    assert (b"mission_head" in bytes(leaf.octets), b"head-rome" in bytes(leaf.octets)) == (True, False)


def test_a_person_at_the_commission_of_a_station_answers_to_the_commission_alone(person: Person) -> None:
    held = number("cora", "station_chair")

    assert person("cora", "station_chair").bodies == {"station_commission"}
    for code in ("ben", "cora"):
        with pytest.raises((OutOfScope, Refused)):
            actions.end_role(person="cora", number=held, reason="moved", by=person(code), at=NOW)
    actions.end_role(person="cora", number=held, reason="replaced", by=person("fara"), at=NOW)
    assert [grant.role for grant in queries.grants_of(queries.user("cora").pk, NOW)] == ["mission_head"]


def test_an_ended_grant_keeps_who_ended_it_and_why(person: Person) -> None:
    held = number("head-rome", "mission_head")
    actions.end_role(person="head-rome", number=held, reason="recalled", by=person("ben"), at=NOW)

    row = RoleGrant.objects.get(pk=held)
    assert (row.until, row.ended_by, row.ended_body, row.ended_reason) == (NOW, "ben", "ministry", "recalled")
    leaf = Leaf.objects.filter(kind="role_ended").latest("index")
    assert (b"recalled" in bytes(leaf.octets), b"head-rome" in bytes(leaf.octets)) == (False, False)


def test_a_grant_can_end_before_it_begins(person: Person) -> None:
    give(person("ben"), "head-rome", "mission_officer", mission("kars"), since=NOW + HOUR)
    held = number("head-rome", "mission_officer")
    actions.end_role(person="head-rome", number=held, reason="not needed", by=person("ben"), at=NOW)

    grant = RoleGrant.objects.get(pk=held)
    assert grant.since == grant.until == NOW + HOUR


@pytest.mark.parametrize("who", ["cora", "eli", "ana"])
def test_nobody_ends_a_role_of_another_side_or_their_own(person: Person, who: str) -> None:
    for other, role in (("head-rome", "mission_head"), (who, person(who).role)):
        with pytest.raises((OutOfScope, Refused)):
            actions.end_role(person=other, number=number(other, role), reason="x", by=person(who), at=NOW)


def test_a_grant_of_one_election_reaches_nothing_else(person: Person) -> None:
    joint.confirm(code=give(person("ana"), "gus", "commission_officer", HOME, "az2024"), by=person("eli"), at=NOW)
    gus = person("gus", "commission_officer")
    election = {HOME, ScopeRef("election", "az2024")}

    assert (gus.reaches(election), gus.reaches({HOME}), gus.reaches({HOME, ScopeRef("election", "az2028")})) == (
        True,
        False,
        False,
    )
    with pytest.raises(OutOfScope):
        give(gus, "eli", "auditor", HOME)


def test_a_role_that_ends_while_somebody_works_gives_no_power_to_the_next_request(as_person, person: Person) -> None:
    client: Client = as_person("head-rome")
    assert client.get("/az2024/").status_code == 200

    actions.end_role(
        person="head-rome", number=number("head-rome", "mission_head"), reason="recalled", by=person("ben"), at=NOW
    )

    answers = [client.get("/az2024/"), client.post("/az2024/stations/create/", {"mission": "rome"})]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert b"You hold no role here now" in answers[0].content


def test_a_role_ends_by_the_clock_of_the_election(as_person, person: Person) -> None:
    actions.end_role(
        person="head-rome",
        number=number("head-rome", "mission_head"),
        reason="recalled",
        until=NOW + HOUR,
        by=person("ben"),
        at=NOW,
    )
    client = as_person("head-rome")
    seen = []
    for instant in (NOW + HOUR - timedelta(seconds=1), NOW + HOUR):
        restore = clock.use(lambda instant=instant: instant)
        seen.append(client.get("/az2024/").status_code)
        restore()
    assert seen == [200, 403]


def test_whoever_loses_the_role_they_act_in_does_not_slip_into_another_unseen(as_person, person: Person) -> None:
    client = as_person("cora")
    chair = number("cora", "station_chair")
    client.post("/roles/", {"grant": chair})
    assert b"Chair of a station commission" in client.get("/az2024/").content

    actions.end_role(person="cora", number=chair, reason="replaced", by=person("fara"), at=NOW)

    refused, after = client.post("/az2024/stations/tabriz/close/", {}), client.get("/az2024/")
    assert (refused.status_code, after.status_code) == (403, 200)
    assert b"Head of mission" in after.content


def test_one_acts_in_one_role_at_a_time_and_the_page_says_which(as_person) -> None:
    client = as_person("cora")
    assert client.get("/az2024/missions/tabriz/").status_code == 200
    client.post("/roles/", {"grant": number("cora", "station_chair")})

    page = client.get("/az2024/stations/tabriz/").content.decode()
    assert "Chair of a station commission" in page
    assert [client.get(f"/az2024/{way}/").status_code for way in ("missions", "missions/tabriz", "papers")] == [404] * 3


def test_a_grant_of_somebody_else_cannot_be_chosen(as_person) -> None:
    client = as_person("cora")
    client.post("/roles/", {"grant": number("ana", "commission_chair")})
    assert "Head of mission" in client.get("/roles/").content.decode()


def test_the_actor_is_loaded_once_a_request(as_person) -> None:
    client = as_person("cora")
    client.get("/account/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/account/")
    assert sum('FROM "accounts_rolegrant"' in one["sql"] for one in asked) == 1


def test_the_page_gives_and_ends_a_role(as_person) -> None:
    client = as_person("ben")
    given = client.post(
        "/people/give/",
        {"person": "head-rome", "role": "mission_officer", "place": "mission AZ/kars", "until": "2024-02-09"},
    )
    row = RoleGrant.objects.latest("pk")
    assert (given.status_code, given["Location"]) == (302, "/people/head-rome/")
    assert (row.role, row.scope_code, row.until) == ("mission_officer", "AZ/kars", datetime(2024, 2, 9, 20, tzinfo=UTC))

    page = client.get("/people/head-rome/").content.decode()
    assert f"/people/head-rome/grants/{row.pk}/end/" in page
    ended = client.post(f"/people/head-rome/grants/{row.pk}/end/", {"reason": "back home"})
    row.refresh_from_db()
    assert (ended.status_code, row.until, row.ended_reason) == (302, NOW, "back home")
    assert "back home" in client.get("/people/head-rome/").content.decode()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"person": "ben", "role": "mission_officer", "place": "mission AZ/kars"}, "to themselves"),
        ({"person": "cora", "role": "mission_head", "place": ""}, "is held in one mission"),
        ({"person": "cora", "role": "mission_head", "place": "mission RO/it"}, "RO/it"),
        ({"person": "cora", "role": "commission_chair", "place": ""}, "commission_chair"),
        ({"person": "cora", "role": "mission_head", "place": "mission AZ/kars", "until": "x"}, "Until the end of"),
    ],
)
def test_the_page_says_why_a_role_is_not_given(as_person, given: dict[str, str], said: str) -> None:
    before = RoleGrant.objects.count()
    answer = as_person("ben").post("/people/give/", given)
    assert (answer.status_code, said in answer.content.decode(), RoleGrant.objects.count()) == (422, True, before)


def test_a_district_gives_roles_at_its_own_stations_alone(as_person) -> None:
    page = as_person("fara").get("/people/give/").content.decode()
    assert ("station az2024/tabriz" in page, "station az2024/rome" in page) == (True, False)


def test_a_district_sees_the_people_of_its_stations(person: Person) -> None:
    from legation.accounts.queries import access

    assert [one.code for one in access.listed(person("fara"), clock.real())] == ["cora", "fara"]


def test_lists_ask_as_often_for_three_grants_as_for_one(person: Person) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            grants.lines_of(person("ben"), "head-rome", NOW)
        return len(found)

    one = asked()
    for place in ("kars", "tabriz"):
        give(person("ben"), "head-rome", "mission_officer", mission(place))
    assert asked() == one


def test_no_person_can_be_called_like_a_page_about_people() -> None:
    from django.urls import get_resolver

    from legation.accounts.actions.making import PAGES

    below = {str(one.pattern) for one in get_resolver("legation.accounts.web.urls").url_patterns}
    firsts = {route.split("/")[1] for route in below if route.startswith("people/") and route.count("/") > 1}
    assert {first for first in firsts if "<" not in first} == PAGES


@pytest.mark.parametrize("code", ["give", "invite", "re-enrol"])
def test_an_account_called_like_a_page_is_refused(person, code: str) -> None:
    from legation.accounts.actions.making import create_account

    with pytest.raises(Refused) as refused:
        create_account(code=code, name="A person", grants=(), by=person("ana"), at=clock.now())
    assert refused.value.code == "A225"
