"""Keys among the facts of a problem become words, in the reader's language."""

import pytest
from django.utils import translation

from legation.base.wording import numbered, worded
from legation.base.wording.acts import ACTS
from legation_core.lawbook.acts import ACTS as CORE_ACTS
from legation_core.problems import Problem


def test_every_act_of_the_core_has_its_name() -> None:
    assert set(ACTS) == set(CORE_ACTS)


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (
            Problem("A002", "", {"act": "create_station", "body": "head_of_mission", "source": "art. 1"}),
            "This act belongs to another body: the lawbook names the head of mission (art. 1). Ask that body to act.",
        ),
        (
            Problem("A004", "", {"prior": "submit_districts", "source": "art. 29.2"}),
            "Before this comes submitting the district (art. 29.2). Wait for it, or ask the body that owes it.",
        ),
        (
            Problem("A050", "", {"state": "numbered", "wanted": "created / attached"}),
            (
                "The station is numbered; for this act it must be created / attached. "
                "Open the station to see what comes next."
            ),
        ),
    ],
)
def test_keys_are_words_in_a_sentence(problem, sentence) -> None:
    assert worded(problem) == sentence


def test_words_follow_the_language() -> None:
    with translation.override("az"):
        assert "nümayəndəliyin rəhbəri" in worded(
            Problem("A002", "", {"act": "create_station", "body": "head_of_mission", "source": "35.6"})
        )


def test_facts_of_other_subjects_stay_as_they_are() -> None:
    assert "created" in worded(Problem("R302", "row 1", {"wanted": "created"}))


@pytest.mark.parametrize(
    ("number", "name", "told"),
    [("17", "Yasamal Third", "17 Yasamal Third"), ("17", "17 saylı Yasamal", "17 saylı Yasamal"), ("", "Home", "Home")],
)
def test_a_number_is_told_once(number, name, told) -> None:
    assert numbered(number, {"en": name}) == told
