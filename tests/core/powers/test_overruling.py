"""Overruling a refusal: which refusals, and what the decision must have."""

import pytest

from legation_core.lawbook.acts import ACTS
from legation_core.powers.overruling import CAN_BE, check
from legation_core.problems import Refused
from legation_core.words import SENTENCES


@pytest.mark.parametrize("code", sorted(CAN_BE))
def test_refusals_of_rules_can_be_overruled(code: str) -> None:
    check(code, "5/31", "the voters of the region cannot travel")


@pytest.mark.parametrize(
    ("code", "decision", "reason", "refused"),
    [
        ("A001", "5/31", "because", "A520"),
        ("A507", "5/31", "because", "A520"),
        ("A043", " ", "because", "A521"),
        ("A044", "5/31", "", "A522"),
    ],
)
def test_overruling_is_refused(code: str, decision: str, reason: str, refused: str) -> None:
    with pytest.raises(Refused, match=refused):
        check(code, decision, reason)


def test_every_such_refusal_is_known_with_its_act() -> None:
    assert {code for code in CAN_BE if code not in SENTENCES} == set()
    assert {act for act in CAN_BE.values() if act not in ACTS} == set()
