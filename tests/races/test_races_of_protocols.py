"""Two at once on one paper: one holds it, one makes it final, one begins the next version."""

from functools import partial

import pytest

from legation.count import actions
from legation.count.actions.leading import Paper
from tests.apps.count.test_leading import AFTER, accepted, final, paper, person, states
from tests.races.test_races import together

__all__ = ["paper"]
pytestmark = pytest.mark.django_db(transaction=True)


def test_two_claim_one_paper_that_nobody_has_begun(paper: Paper) -> None:
    one, two = (partial(actions.claim_protocol, paper=paper, by=person(who), at=AFTER) for who in ("one", "two"))
    assert together(one, two) == ["P202", "done"]


def test_two_make_one_protocol_final(paper: Paper) -> None:
    accepted(paper)
    one, two = (partial(actions.finalise_protocol, paper=paper, by=person(who), at=AFTER) for who in ("four", "five"))
    assert together(one, two) == ["P200", "done"]


def test_two_begin_the_next_version(paper: Paper) -> None:
    final(paper)
    begin = partial(
        actions.supersede_protocol, paper=paper, reason="recounted", witnesses="two", by=person("four"), at=AFTER
    )
    assert together(begin, begin) == ["P200", "done"]
    assert states(paper) == [(1, "superseded"), (2, "expected")]
