"""Short tests after a module, and what earns the certificate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from legation_core.problems import Refused


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the places of its choices that are right, from 0 on."""

    choices: int
    right: frozenset[int]


@dataclass(frozen=True, slots=True)
class Grade:
    """How many questions were answered rightly, which were not, and whether that is enough."""

    right: int
    of: int
    wrong: tuple[int, ...]
    passed: bool


def check_question(question: Question) -> None:
    """Refuses a question of fewer than two choices (S121), or without a right one among them (S122)."""
    if question.choices < 2:
        raise Refused("S121")
    if not question.right or not question.right <= set(range(question.choices)):
        raise Refused("S122")


def grade(questions: Sequence[Question], given: Sequence[frozenset[int]], share: int) -> Grade:
    """A question is right where just the right choices were taken. `share` in a hundred is enough."""
    if len(given) != len(questions):
        raise Refused("S123", facts={"given": len(given), "asked": len(questions)})
    wrong = tuple(place for place, one in enumerate(questions) if given[place] != one.right)
    right = len(questions) - len(wrong)
    return Grade(right, len(questions), wrong, right * 100 >= len(questions) * share)


def check_earned(*, present: bool, passed: Mapping[str, bool]) -> None:
    """Refuses the certificate to whoever was not there (S124) or did not pass the test of a module (S125)."""
    if not present:
        raise Refused("S124")
    open_ones = [module for module, enough in passed.items() if not enough]
    if open_ones:
        raise Refused("S125", facts={"modules": ", ".join(open_ones)})
