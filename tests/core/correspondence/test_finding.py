"""Answered questions are found by other words, endings, slips and scripts; what is unlike is not offered."""

import pytest

from legation_core.correspondence.finding import Text, alike, find, rough

TEXTS = [
    Text("card", rough("Can one vote with an identity card"), rough("Yes, a valid card is accepted.")),
    Text("hours", rough("When do stations open and close"), rough("From eight to seven, local time.")),
    Text("hours", rough("mntqlr saat necd acilir"), rough("shr skkizdn")),
    Text("box", rough("Can a patient vote with the mobile box"), rough("Members bring the box to the patient.")),
]
ROUGH = {
    "spellings of one letter": ("shakhsijjat", "sahsiat"),
    "the same word elsewhere": ("sexsiyyet", "sahsiat"),
    "doubled letters": ("passport", "pasport"),
    "apostrophes": ("golosovat'", "golosovat"),
    "marks between words": ("id-card, now!", "id card nov"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize("case", ROUGH.values(), ids=ROUGH)
def test_rough_words(case) -> None:
    text, expected = case
    assert " ".join(rough(text)) == expected


FOUND = {
    "the same question": ("Can one vote with an identity card", "card"),
    "other endings": ("voting, identity cards accepted?", "card"),
    "a slip": ("mobil bx for a pateint", "box"),
    "words of the answer alone": ("local time eight", "hours"),
    "another language": ("mentegeler saat necede acilir", "hours"),
}


@pytest.mark.parametrize("case", FOUND.values(), ids=FOUND)
def test_the_likest_comes_first(case) -> None:
    asked, entry = case
    assert find(rough(asked), TEXTS)[0].entry == entry


def test_an_entry_is_found_once_whatever_its_languages() -> None:
    assert [one.entry for one in find(rough("saat open close"), TEXTS)].count("hours") == 1


def test_the_same_question_is_as_like_as_can_be() -> None:
    assert find(rough("When do stations open and close"), TEXTS)[0].likeness == 1.0


@pytest.mark.parametrize("asked", ["", "zzz qqq", "the diplomatic bag with ballots leaves on which day"])
def test_what_is_unlike_is_not_offered(asked) -> None:
    assert alike(rough(asked), TEXTS) == []


def test_one_common_word_is_not_enough_to_offer() -> None:
    assert alike(rough("May one vote?"), TEXTS[:1]) == []
    assert [one.entry for one in alike(rough("May one vote with the card of identity?"), TEXTS[:1])] == ["card"]


def test_nothing_is_found_in_nothing() -> None:
    assert find(rough("anything"), []) == []
