import pytest

from legation.base.wording.numbers import hundredths, number, part_of


@pytest.mark.parametrize(
    ("language", "words"), [("en", "1,498"), ("az", "1.498"), ("ro", "1.498"), ("en-gb", "1,498"), ("fr", "1\u202f498")]
)
def test_a_count_is_written_as_the_language_writes_it(language: str, words: str) -> None:
    assert number(1498, language) == words


def test_a_share_is_told_as_a_count_of_a_count() -> None:
    assert part_of(40, 1046, "en") == "40 of 1,046"


def test_hundredths_of_a_percent_have_two_places() -> None:
    assert [hundredths(one, "az") for one in (5281, 10_000, 5, 0)] == ["52,81", "100,00", "0,05", "0,00"]
    assert hundredths(5281, "en") == "52.81"
