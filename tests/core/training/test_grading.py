"""Short tests and what earns the certificate."""

import pytest

from legation_core.problems import Refused
from legation_core.training.grading import Grade, Question, check_earned, check_question, grade

THREE = (Question(3, frozenset({0})), Question(2, frozenset({1})), Question(4, frozenset({1, 3})))


@pytest.mark.parametrize(
    ("given", "result"),
    [
        (({0}, {1}, {1, 3}), Grade(3, 3, (), passed=True)),
        (({0}, {1}, {1}), Grade(2, 3, (2,), passed=False)),
        (({0}, {1}, {1, 2, 3}), Grade(2, 3, (2,), passed=False)),
        ((set(), set(), set()), Grade(0, 3, (0, 1, 2), passed=False)),
    ],
)
def test_a_grade_counts_questions_answered_just_rightly(given, result) -> None:
    assert grade(THREE, [frozenset(one) for one in given], 70) == result


def test_every_question_is_answered() -> None:
    with pytest.raises(Refused, match="S123"):
        grade(THREE, [frozenset({0})], 70)


@pytest.mark.parametrize(
    ("question", "code"),
    [(Question(1, frozenset({0})), "S121"), (Question(2, frozenset()), "S122"), (Question(2, frozenset({2})), "S122")],
)
def test_a_question_that_cannot_be_answered_is_refused(question, code) -> None:
    with pytest.raises(Refused, match=code):
        check_question(question)


@pytest.mark.parametrize(
    ("present", "passed", "code"),
    [(False, {}, "S124"), (True, {"lists": False, "count": True}, "S125")],
)
def test_a_certificate_is_earned(present, passed, code) -> None:
    with pytest.raises(Refused, match=code):
        check_earned(present=present, passed=passed)
    check_earned(present=True, passed={"lists": True})
