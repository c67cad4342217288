"""Tokens of inquiries: made, found again however a mail mangles them, and never guessed or borrowed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.correspondence.threads import Outcome, codes_in, marked, outcome, token

SECRET = b"0123456789abcdef0123456789abcdef"
OTHER = b"fedcba9876543210fedcba9876543210"
RIGHT = marked("abcdefghij", SECRET)
TEXTS = {
    "in the address": ([f"Inquiries <inquiries+{RIGHT}@mfa.example>"], {"abcdefghij"}),
    "in capitals": ([f"INQUIRIES+{RIGHT.upper()}@MFA.EXAMPLE"], {"abcdefghij"}),
    "among references": ([f"<x@y> <{RIGHT}.17@mfa.example>"], {"abcdefghij"}),
    "of two inquiries": ([RIGHT, marked("klmnopqrst", SECRET)], {"abcdefghij", "klmnopqrst"}),
    "another inquiry's": ([f"klmnopqrst.{token('abcdefghij', SECRET)}"], set()),
    "made with another secret": ([marked("abcdefghij", OTHER)], set()),
    "cut": ([RIGHT[:-1]], set()),
    "none": (["inquiries@mfa.example", ""], set()),
}


@pytest.mark.parametrize("case", TEXTS.values(), ids=TEXTS)
def test_codes_are_found_by_their_right_token_alone(case) -> None:
    texts, expected = case
    assert codes_in(texts, SECRET) == expected


@given(st.text(max_size=300))
def test_no_text_makes_a_token(text) -> None:
    assert codes_in([text], SECRET) == frozenset()


OUTCOMES = {
    "ours, from whoever asked": ({}, (Outcome.ADDED, "a")),
    "from somebody else": ({"sender": "x@evil.example"}, (Outcome.WAITING, "")),
    "no address on record": ({"known": [""], "sender": ""}, (Outcome.WAITING, "")),
    "tokens of two": ({"codes": ["a", "b"]}, (Outcome.WAITING, "")),
    "no token": ({"codes": []}, (Outcome.WAITING, "")),
    "by a machine": ({"automatic": True}, (Outcome.AUTOMATIC, "")),
    "too large": ({"too_large": True}, (Outcome.TOO_LARGE, "")),
}


@pytest.mark.parametrize("case", OUTCOMES.values(), ids=OUTCOMES)
def test_what_becomes_of_a_mail(case) -> None:
    facts, expected = case
    usual = {"codes": ["a"], "sender": "m@mission.example", "known": ["m@mission.example"]}
    assert outcome(**{**usual, "automatic": False, "too_large": False, **facts}) == expected
