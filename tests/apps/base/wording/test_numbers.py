import pytest

from legation.base.wording.numbers import number, part_of


@pytest.mark.parametrize(
    ("language", "words"), [("en", "1,498"), ("az", "1.498"), ("ro", "1.498"), ("en-gb", "1,498"), ("fr", "1\u202f498")]
)
def test_a_count_is_written_as_the_language_writes_it(language: str, words: str) -> None:
    assert number(1498, language) == words


def test_a_share_is_told_as_a_count_of_a_count() -> None:
    assert part_of(40, 1046, "en") == "40 of 1,046"
