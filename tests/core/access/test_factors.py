"""What proves who somebody is, and what of it is enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.access.factors import Factor, check_removal, enough
from legation_core.problems import Refused

PASSKEY, PASSWORD, APP, KEY, CODES = Factor


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ((), False),
        ((PASSKEY,), True),
        ((PASSWORD,), False),
        ((APP,), False),
        ((KEY, CODES, APP), False),
        ((PASSWORD, APP), True),
        ((PASSWORD, KEY), True),
        ((PASSWORD, CODES), True),
        ((PASSKEY, PASSWORD), True),
    ],
)
def test_enough(held: tuple[Factor, ...], expected: bool) -> None:
    assert enough(held) is expected


@pytest.mark.parametrize(
    ("held", "left"), [((PASSKEY,), ()), ((PASSWORD, APP), (PASSWORD,)), ((PASSWORD, APP), (APP,))]
)
def test_the_last_way_to_sign_in_stays(held: tuple[Factor, ...], left: tuple[Factor, ...]) -> None:
    with pytest.raises(Refused, match="A209"):
        check_removal(held, left)


@pytest.mark.parametrize(
    ("held", "left"),
    [((PASSKEY, PASSKEY), (PASSKEY,)), ((PASSKEY, PASSWORD, APP), (PASSKEY,)), ((PASSWORD,), ()), ((APP,), ())],
)
def test_what_leaves_a_way_may_go(held: tuple[Factor, ...], left: tuple[Factor, ...]) -> None:
    check_removal(held, left)


@given(st.frozensets(st.sampled_from(Factor)), st.sampled_from(Factor))
def test_more_is_never_less(held: frozenset[Factor], more: Factor) -> None:
    assert enough(held | {more}) >= enough(held)
