"""What the log and the page of two persons call a contest and the stage of its results."""

import pytest
from django.utils import translation

from legation.base.wording.codes import Coded, names_of

pytestmark = pytest.mark.django_db
STAGES = {"preliminary": "ilkin nəticələr", "final": "yekun nəticələr", "confirmed": "təsdiq edilmiş nəticələr"}


def named(field: str, code: str) -> str | None:
    coded = Coded("AZ", "az2024", code)
    with translation.override("az"):
        return names_of([(field, coded)]).get((field, coded))


@pytest.mark.parametrize(("stage", "words"), STAGES.items())
def test_a_stage_is_told_in_words(stage: str, words: str) -> None:
    assert named("stage", stage) == words


def test_a_contest_is_called_as_the_lawbook_calls_it() -> None:
    assert (named("contest", "presidential"), named("contest", "nothing-of-that-name")) == ("Prezident seçkisi", None)


def test_what_is_no_stage_has_no_words() -> None:
    assert named("stage", "announced") is None
