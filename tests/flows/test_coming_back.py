"""A chair locked out at 07:40 in Seoul is back in five minutes: two persons of headquarters, one call back."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from legation.accounts import actions
from legation.accounts.models import CallBack, SignedIn, User
from legation.base import clock
from legation.base.actors import Actor, Grant, OutOfScope, ScopeRef
from legation.integrity.models import Leaf
from legation_core.problems import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.urls("legation.project.urls")]

NUMBER = "+82 2 1234 5678"
PASSWORD = "four words in a row"
SEOUL = ScopeRef("mission", "AZ/seoul")
HOME = ScopeRef("jurisdiction", "AZ")


@pytest.fixture
def at_work(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Real time as this story needs it: 7 February 2024, 07:40 in Seoul, and moved on."""
    begin = datetime(2024, 2, 6, 22, 40, tzinfo=UTC)

    def move(by: timedelta) -> None:
        monkeypatch.setattr(clock, "real", lambda: begin + by)

    move(timedelta())
    return move


@pytest.fixture
def chair(at_work: Callable[[timedelta], None], person: Callable[..., Actor]) -> User:
    """seoul-1, enrolled two days before, with a number on record and a session going on."""
    at_work(-timedelta(days=2))
    made = actions.invite_person(
        code="seoul-1",
        name="The chair",
        grant=Grant("mission_head", "AZ", "", SEOUL, clock.now()),
        telephone=NUMBER,
        by=person("ben"),
        at=clock.now(),
    )
    user = actions.use_invitation(typed=made.secret)
    actions.set_password(user=user, password=PASSWORD, at=clock.now())
    actions.print_codes(user=user, at=clock.now())
    at_work(timedelta())
    return user


@pytest.fixture
def second(db: None, person: Callable[..., Actor]) -> str:
    """A second person of the ministry's headquarters."""
    grant = Grant("ministry_consular", "AZ", "", HOME, clock.now())
    actions.create_account(code="hana", name="Hana", grants=(grant,), by=person("ben"), at=clock.now())
    return "hana"


def browser(code: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(code=code))
    return client


def test_a_chair_locked_out_is_back_in_five_minutes(
    chair: User, second: str, at_work: Callable[[timedelta], None]
) -> None:
    ben, hana, seoul = browser("ben"), browser(second), Client()
    at_work(timedelta(minutes=1))
    assert ben.post("/people/seoul-1/ask/", {"called": "0082 2 1234 5678"}).status_code == 302
    at_work(timedelta(minutes=2))
    request = CallBack.objects.get().code
    page = hana.post(f"/people/re-enrol/{request}/", {"answer": "confirm"})
    assert page.status_code == 200
    read_out = page.context["letter"].secret
    at_work(timedelta(minutes=3))
    assert seoul.post("/enrol/", {"invitation": read_out.upper()})["Location"] == "/enrol/"
    seoul.post("/enrol/password/", {"password": "new words after the call", "once_more": "new words after the call"})
    seoul.post("/enrol/codes/")
    at_work(timedelta(minutes=4))
    assert seoul.get("/enrol/done/")["Location"] == "/"
    assert seoul.get("/az2024/").status_code == 200
    kinds = Leaf.objects.order_by("-index").values_list("kind", flat=True)[:4]
    assert list(kinds) == ["sign_in_set_up", "sign_in_set_up", "re_enrolment_confirmed", "re_enrolment_asked"]


def test_what_they_signed_in_with_before_is_void(chair: User, second: str, person: Callable[..., Actor]) -> None:
    old = Client()
    codes = actions.print_codes(user=chair, at=clock.now())
    old.post("/sign-in/", {"code": "seoul-1", "password": PASSWORD})
    old.post("/sign-in/second/", {"typed": codes[0]})
    assert old.get("/account/").status_code == 200
    code = actions.ask_re_enrolment(person="seoul-1", called=NUMBER, by=person("ben"), at=clock.now())
    actions.confirm_re_enrolment(code=code, by=person(second), at=clock.now())
    assert old.get("/account/").status_code == 302
    assert Client().post("/sign-in/", {"code": "seoul-1", "password": PASSWORD}).status_code == 422
    assert SignedIn.objects.filter(ended__isnull=True).count() == 0


@pytest.mark.parametrize(
    ("asks", "called", "confirms", "code"),
    [
        ("ben", "+82 2 1234 5679", "hana", "A205"),
        ("ben", NUMBER, "ben", "A204"),
        ("ana", NUMBER, "hana", "A224"),
    ],
)
def test_what_is_not_two_persons_and_one_call_is_refused(
    chair: User, second: str, person: Callable[..., Actor], asks: str, called: str, confirms: str, code: str
) -> None:
    at = clock.now()
    with pytest.raises(Refused, match=code):
        request = actions.ask_re_enrolment(person="seoul-1", called=called, by=person(asks), at=at)
        actions.confirm_re_enrolment(code=request, by=person(confirms), at=at)
    assert User.objects.get(code="seoul-1").has_usable_password()


def test_who_holds_no_such_power_finds_nothing(chair: User, person: Callable[..., Actor]) -> None:
    for code in ("cora", "fara", "dan"):
        with pytest.raises(OutOfScope):
            actions.ask_re_enrolment(person="seoul-1", called=NUMBER, by=person(code), at=clock.now())


def test_a_number_recorded_today_is_not_called(chair: User, person: Callable[..., Actor]) -> None:
    actions.record_telephone(person="seoul-1", number="+82 2 9999 9999", by=person("ben"), at=clock.now())
    with pytest.raises(Refused, match="A207"):
        actions.ask_re_enrolment(person="seoul-1", called="+82 2 9999 9999", by=person("ben"), at=clock.now())


def test_the_code_read_out_lives_ten_minutes(
    chair: User, second: str, person: Callable[..., Actor], at_work: Callable[[timedelta], None]
) -> None:
    request = actions.ask_re_enrolment(person="seoul-1", called=NUMBER, by=person("ben"), at=clock.now())
    letter = actions.confirm_re_enrolment(code=request, by=person(second), at=clock.now())
    at_work(timedelta(minutes=10))
    with pytest.raises(Refused, match="A200"):
        actions.use_invitation(typed=letter.secret)


def test_a_refused_request_is_not_confirmed(chair: User, second: str, person: Callable[..., Actor]) -> None:
    request = actions.ask_re_enrolment(person="seoul-1", called=NUMBER, by=person("ben"), at=clock.now())
    actions.refuse_re_enrolment(code=request, by=person(second), at=clock.now())
    with pytest.raises(Refused, match="A208"):
        actions.confirm_re_enrolment(code=request, by=person(second), at=clock.now())
