"""A new country brought by the guide alone: each command of it, from an empty installation, prints what it says."""

import pytest

from tests.flows import guide


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return guide.follow(tmp_path_factory.mktemp("guide"))


def test_every_block_prints_what_the_guide_says(printed: list[str]) -> None:
    told = [said if one.printed else "" for one, said in zip(guide.blocks(), printed, strict=True)]
    assert told == [one.printed for one in guide.blocks()]


def test_most_of_the_guide_says_what_comes_of_it() -> None:
    found = guide.blocks()
    assert (len(found), sum(bool(one.printed) for one in found)) == (11, 7)
