"""From the letter to the first sign-in; without a second factor nothing else opens."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from legation.accounts import actions
from legation.accounts.models import Invitation, User
from legation.accounts.queries import access
from legation.base import clock
from legation.base.actors import Actor, OutOfScope, ScopeRef
from legation.integrity.models import Leaf
from legation_core.problems import Refused
from tests.apps.accounts.conftest import PASSWORD, invite

pytestmark = [pytest.mark.django_db, pytest.mark.urls("legation.project.urls")]

MISSION = ScopeRef("mission", "AZ/tabriz")
HOME = ScopeRef("jurisdiction", "AZ")
PAGES = ("/", "/az2024/", "/roles/", "/account/", "/people/", "/log/", "/sign-in/", "/nothing/")


@pytest.fixture
def newcomer(invited: actions.Letter) -> Client:
    client = Client()
    client.post("/enrol/", {"invitation": invited.secret})
    return client


@pytest.mark.parametrize("path", PAGES)
def test_without_a_second_factor_only_enrolment_opens(newcomer: Client, path: str) -> None:
    answer = newcomer.get(path)
    assert (answer.status_code, answer["Location"]) == (302, "/enrol/")


def test_a_letter_leads_to_work(newcomer: Client) -> None:
    newcomer.post("/enrol/password/", {"password": PASSWORD, "once_more": PASSWORD})
    assert newcomer.get("/enrol/done/")["Location"] == "/enrol/"
    shown = newcomer.post("/enrol/codes/").context["codes"]
    assert newcomer.get("/enrol/done/")["Location"] == "/"
    assert (len(shown), newcomer.get("/account/").status_code) == (10, 200)


def test_the_link_of_a_letter_is_not_used_up_by_looking(invited: actions.Letter) -> None:
    client = Client()
    assert client.get(f"/enrol/with/{invited.secret}/")["Location"] == "/enrol/"
    assert invited.secret in client.get("/enrol/").content.decode()
    assert Invitation.objects.get().used is None


@pytest.mark.parametrize("typed", ["", "aaaa-aaaa-aaaa-aaaa-aaaa", "x" * 60])
def test_a_wrong_code_opens_nothing(invited: actions.Letter, typed: str) -> None:
    client = Client()
    answer = client.post("/enrol/", {"invitation": typed})
    assert (answer.status_code, client.get("/account/")["Location"].partition("?")[0]) == (422, "/sign-in/")


def test_a_letter_works_once(invited: actions.Letter, newcomer: Client) -> None:
    assert Client().post("/enrol/", {"invitation": invited.secret}).status_code == 422


def test_capitals_and_hyphens_make_no_difference(invited: actions.Letter) -> None:
    typed = invited.secret.replace("-", " ").upper()
    assert actions.use_invitation(typed=typed).code == "tabriz-2"


def test_a_letter_that_is_too_old_opens_nothing(invited: actions.Letter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "real", lambda: datetime.now(UTC) + timedelta(days=31))
    with pytest.raises(Refused, match="A200"):
        actions.use_invitation(typed=invited.secret)


def test_a_new_letter_makes_the_one_before_void(invited: actions.Letter, person: Callable[..., Actor]) -> None:
    again = actions.invite_again(person="tabriz-2", by=person("ben"), at=clock.now())
    with pytest.raises(Refused, match="A200"):
        actions.use_invitation(typed=invited.secret)
    assert actions.use_invitation(typed=again.secret).code == "tabriz-2"


def test_a_withdrawn_letter_opens_nothing(invited: actions.Letter, person: Callable[..., Actor]) -> None:
    actions.withdraw_invitation(person="tabriz-2", by=person("ben"), at=clock.now())
    with pytest.raises(Refused, match="A200"):
        actions.use_invitation(typed=invited.secret)
    with pytest.raises(Refused, match="A201"):
        actions.withdraw_invitation(person="tabriz-2", by=person("ben"), at=clock.now())


def test_only_a_hash_of_the_letter_is_kept_and_the_record_names_nobody(invited: actions.Letter) -> None:
    kept = Invitation.objects.get()
    leaf = Leaf.objects.filter(kind="person_invited").latest("index")
    assert kept.digest not in (invited.secret, invited.secret.replace("-", ""))
    assert [word for word in (b"tabriz-2", b"A person", invited.secret.encode()) if word in bytes(leaf.octets)] == []


@pytest.mark.parametrize(
    ("by", "role", "scope", "refusal"),
    [
        ("ben", "commission_chair", HOME, Refused),
        ("ana", "ministry_headquarters", HOME, Refused),
        ("cora", "mission_head", MISSION, Refused),
        ("cora", "mission_officer", ScopeRef("mission", "AZ/london"), OutOfScope),
        ("fara", "district_chair", ScopeRef("district", "AZ/17"), Refused),
        ("gus", "auditor", HOME, Refused),
        ("dan", "operator", ScopeRef("jurisdiction", "ZZ"), Refused),
    ],
)
def test_who_may_not_invite(
    person: Callable[..., Actor], by: str, role: str, scope: ScopeRef, refusal: type[Exception]
) -> None:
    before = User.objects.count()
    with pytest.raises(refusal):
        invite(person(by), "new-1", role, scope)
    assert User.objects.count() == before


def test_a_head_of_mission_invites_their_own_officer(person: Callable[..., Actor]) -> None:
    assert invite(person("cora"), "tabriz-9", "mission_officer", MISSION).person == "tabriz-9"


def test_a_head_of_mission_sees_their_own_people_alone(person: Callable[..., Actor]) -> None:
    invite(person("ben"), "tabriz-9", "mission_officer", MISSION)
    invite(person("ben"), "london-9", "mission_officer", ScopeRef("mission", "AZ/london"))
    assert [one.code for one in access.listed(person("cora"), clock.real())] == ["cora", "tabriz-9"]


PASSWORDS = [
    ("short", "A210"),
    ("x" * 257, "A210"),
    ("password1234", "A211"),
    ("qwertyuiop12", "A211"),
    ("four words in a row", None),
]


@pytest.mark.parametrize(("password", "code"), PASSWORDS)
def test_passwords(newcomer: Client, password: str, code: str | None) -> None:
    user = User.objects.get(code="tabriz-2")
    if code is None:
        actions.set_password(user=user, password=password, at=clock.now())
    else:
        with pytest.raises(Refused, match=code):
            actions.set_password(user=user, password=password, at=clock.now())


def test_the_last_way_to_sign_in_stays(enrolled: tuple[User, tuple[str, ...]]) -> None:
    with pytest.raises(Refused, match="A006"):
        actions.remove_factor(user=enrolled[0], number=999, at=clock.now())


def test_the_first_account_is_made_at_the_terminal_once(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    from legation.project.cli import main

    words = ["account", "first", "chair-1", "--name", "The chair", "--jurisdiction", "XR", "--role", "commission_chair"]
    assert main([*words, "--site", "https://elections.example"]) == 0
    link = capsys.readouterr().out.strip()
    assert link.startswith("https://elections.example/enrol/with/")
    user = actions.use_invitation(typed=link.rstrip("/").rpartition("/")[2])
    actions.set_password(user=user, password=PASSWORD, at=clock.now())
    actions.print_codes(user=user, at=clock.now())
    assert main([*words[:2], "chair-2", *words[3:]]) == 1
    assert capsys.readouterr().err.startswith("A213")
