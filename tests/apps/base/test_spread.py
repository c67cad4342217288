"""How many stations at how many missions in how many countries, each number in its own form."""

import pytest
from django.utils import translation

from legation.base.wording.numbers import spread


@pytest.mark.parametrize(
    ("language", "counts", "told"),
    [
        ("en", (1, 1, 1), "1 station at 1 mission in 1 country"),
        ("en", (2, 1, 1), "2 stations at 1 mission in 1 country"),
        ("en", (1498, 46, 37), "1,498 stations at 46 missions in 37 countries"),
        ("az", (49, 46, 37), "37 ölkədə, 46 nümayəndəlikdə 49 məntəqə"),
        ("az", (1, 1, 1), "1 ölkədə, 1 nümayəndəlikdə 1 məntəqə"),
    ],
)
def test_each_number_has_its_form(language: str, counts: tuple[int, int, int], told: str) -> None:
    with translation.override(language):
        assert spread(*counts, language) == told
