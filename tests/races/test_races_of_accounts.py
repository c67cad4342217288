"""Two at once: a letter, a printed code and a re-enrolment are each used once; a role is given and ended once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from legation.accounts import actions, queries
from legation.accounts.actions import proving
from legation.accounts.models import RoleGrant, User
from legation.base import clock
from legation.base.actors import Grant, ScopeRef
from legation_core.problems import Refused


def at_once(*doings: Callable[[], object]) -> list[str]:
    """Run all together; `done`, `nothing` or the code of the refusal of each, sorted."""

    def one(doing: Callable[[], object]) -> str:
        try:
            return "done" if doing() else "nothing"
        except Refused as refused:
            return refused.code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(doings)) as pool:
        return sorted(pool.map(one, doings))


@pytest.fixture
def letter(demonstration_again: None) -> actions.Letter:
    grant = Grant("mission_officer", "AZ", "", ScopeRef("mission", "AZ/tabriz"), clock.now())
    by = queries.actor_by_code("ben", clock.now())
    return actions.invite_person(
        code="tabriz-2", name="A person", grant=grant, telephone="+98 41 000000", by=by, at=clock.now()
    )


def test_a_letter_is_used_once(letter: actions.Letter) -> None:
    def use() -> object:
        return actions.use_invitation(typed=letter.secret)

    assert at_once(use, use, use) == ["A200", "A200", "done"]


def test_a_printed_code_is_used_once(letter: actions.Letter) -> None:
    user = actions.use_invitation(typed=letter.secret)
    code = actions.print_codes(user=user, at=clock.now())[0]

    def use() -> object:
        return proving.try_second(user=user, typed=code, address="::1")

    assert at_once(use, use, use) == ["done", "nothing", "nothing"]


def test_a_re_enrolment_is_confirmed_once(letter: actions.Letter) -> None:
    User.objects.filter(code="tabriz-2").update(telephone_at=datetime.now(UTC) - timedelta(days=2))
    ben = queries.actor_by_code("ben", clock.now())
    grant = Grant("ministry_consular", "AZ", "", ScopeRef("jurisdiction", "AZ"), clock.now())
    actions.create_account(code="hana", name="Hana", grants=(grant,), by=ben, at=clock.now())
    hana = queries.actor_by_code("hana", clock.now())
    code = actions.ask_re_enrolment(person="tabriz-2", called="+98 41 000000", by=ben, at=clock.now())

    def confirm() -> object:
        return actions.confirm_re_enrolment(code=code, by=hana, at=clock.now())

    def refuse() -> object:
        return actions.refuse_re_enrolment(code=code, by=ben, at=clock.now()) or True

    assert at_once(confirm, confirm, refuse) == ["A208", "A208", "done"]


def test_a_role_is_given_once_and_ended_once(demonstration_again: None) -> None:
    ben, fara = (queries.actor_by_code(code, clock.now()) for code in ("ben", "fara"))

    def give() -> object:
        given = {"person": "cora", "role": "mission_officer", "held_for": "mission AZ/kars"}
        return actions.give_role(by=ben, at=clock.now(), **given) == []

    assert at_once(give, give, give) == ["A244", "A244", "done"]
    held = RoleGrant.objects.get(user__code="cora", role="station_chair").pk

    def end() -> object:
        return actions.end_role(person="cora", number=held, reason="replaced", by=fara, at=clock.now()) or True

    assert at_once(end, end) == ["A249", "done"]


def test_roles_that_the_law_keeps_apart_are_not_given_at_once(demonstration_again: None) -> None:
    fara = queries.actor_by_code("fara", clock.now())

    def give(station: str) -> Callable[[], object]:
        given = {"person": "head-kars", "role": "station_chair", "held_for": f"station az2024/{station}"}
        return lambda: actions.give_role(by=fara, at=clock.now(), election="az2024", **given) == []

    assert at_once(give("kars"), give("washington")) == ["A245", "done"]
