"""Coming back after being locked out: two persons and one call back."""

from datetime import UTC, datetime, timedelta

import pytest

from legation_core.access.calling_back import (
    SETTLED_AFTER,
    WAITS,
    Request,
    State,
    check_asking,
    check_confirming,
    check_refusing,
    state_of,
    telephone,
)
from legation_core.problems import Refused
from legation_core.values import PersonCode

NOW = datetime(2024, 2, 7, 7, 40, tzinfo=UTC)
CHAIR, ONE, OTHER = PersonCode("seoul-1"), PersonCode("one"), PersonCode("other")
NUMBER = "+82212345678"
ASKED = Request(CHAIR, ONE, NOW)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("+82212345678", NUMBER),
        ("+82 2 1234 5678", NUMBER),
        ("0082 (2) 1234-5678", NUMBER),
        ("+82.2.1234/5678", NUMBER),
        ("+994125550100", "+994125550100"),
    ],
)
def test_telephone(text: str, number: str) -> None:
    assert telephone(text) == number


@pytest.mark.parametrize("text", ["", "12345678", "+82", "+82 two", "++8221234567", "+1234567890123456", "+٨٢٢١٢٣٤٥٦٧"])
def test_telephone_refuses_what_is_none(text: str) -> None:
    with pytest.raises(Refused, match="A218"):
        telephone(text)


@pytest.mark.parametrize(
    ("request_", "now", "state"),
    [
        (ASKED, NOW, State.ASKED),
        (ASKED, NOW + WAITS - timedelta(seconds=1), State.ASKED),
        (ASKED, NOW + WAITS, State.EXPIRED),
        (Request(CHAIR, ONE, NOW, confirmed=NOW), NOW + WAITS, State.CONFIRMED),
        (Request(CHAIR, ONE, NOW, refused=NOW), NOW, State.REFUSED),
    ],
)
def test_state_of(request_: Request, now: datetime, state: State) -> None:
    assert state_of(request_, now) is state


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"by": CHAIR}, "A203"),
        ({"on_record": "", "recorded": None}, "A206"),
        ({"recorded": NOW - SETTLED_AFTER + timedelta(seconds=1)}, "A207"),
        ({"called": "+82212345679"}, "A205"),
        ({"called": "on the line"}, "A218"),
    ],
)
def test_asking_is_refused(changed: dict[str, object], code: str) -> None:
    right: dict[str, object] = {
        "of": CHAIR,
        "by": ONE,
        "called": "+82 2 1234 5678",
        "on_record": NUMBER,
        "recorded": NOW - SETTLED_AFTER,
        "now": NOW,
    }
    check_asking(**right)  # type: ignore[arg-type]
    with pytest.raises(Refused, match=code):
        check_asking(**right | changed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("request_", "by", "now", "code"),
    [
        (ASKED, ONE, NOW, "A204"),
        (ASKED, CHAIR, NOW, "A203"),
        (ASKED, OTHER, NOW + WAITS, "A208"),
        (Request(CHAIR, ONE, NOW, confirmed=NOW), OTHER, NOW, "A208"),
        (Request(CHAIR, ONE, NOW, refused=NOW), OTHER, NOW, "A208"),
    ],
)
def test_confirming_is_refused(request_: Request, by: PersonCode, now: datetime, code: str) -> None:
    with pytest.raises(Refused, match=code):
        check_confirming(request_, by=by, now=now)


def test_a_second_person_confirms_and_anybody_refuses() -> None:
    check_confirming(ASKED, by=OTHER, now=NOW)
    check_refusing(ASKED, now=NOW)
