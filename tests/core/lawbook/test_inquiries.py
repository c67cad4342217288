"""Inquiries in a lawbook: each mistake with its line, and the two books read back."""

from datetime import date
from importlib.resources import files

import pytest

from legation_core.lawbook import loader
from legation_core.lawbook.explain import chapters
from legation_core.problems import Refused
from tests.core.lawbook import ruritania

ASKED = """
[[lists.inquiry_urgencies]]
key = "usual"
text = { en = "Usual", de = "Gewöhnlich" }
source = "assumed"
note = "a test"

[[inquiry_categories]]
key = "lists"
text = { en = "Lists", de = "Listen" }
body = "chancellery"
approved_by = "crown"
open_to_public = true
source = "Diary of 2021"

[[inquiry_terms]]
key = "usual"
urgency = "usual"
days = -30
hours = 8
clock = "working"
source = "Diary of 2021"
"""
SOUND = ruritania.TEXT.rstrip("\n") + "\n" + ASKED
MISTAKES = {
    "approved by itself": ('approved_by = "crown"', 'approved_by = "chancellery"', "Q113"),
    "approved by nobody known": ('approved_by = "crown"', 'approved_by = "zzz_qqq"', "L041"),
    "an urgency that is not listed": ('urgency = "usual"', 'urgency = "soon"', "Q114"),
    "no hours at all": ("hours = 8", "hours = 0", None),
}


@pytest.mark.parametrize("case", MISTAKES.values(), ids=MISTAKES)
def test_each_mistake_has_its_code_and_its_line(case) -> None:
    right, wrong, code = case
    text = SOUND.replace(right, wrong)
    line = text[: text.rindex(wrong)].count("\n") + 1
    with pytest.raises(Refused) as refused:
        loader.read(text.encode(), name="r.toml")
    found = [(one.code, one.where) for one in refused.value.problems]
    assert [where for _, where in found] == [f"r.toml line {line}"]
    assert code in (None, found[0][0])


def test_the_law_says_them_in_readable_words() -> None:
    book = loader.read(SOUND.encode(), name="r.toml")
    found = {one.key: one.entries for one in chapters(book) if one.key.startswith("inquiry")}
    assert (found["inquiry_categories"][0].text.partition(":")[0], found["inquiry_terms"][0].text) == (
        "Lists", "usual, from T-30 on: 8 working hours of whoever asks",
    )  # fmt: skip


@pytest.mark.parametrize(("name", "day"), [("az", date(2024, 2, 7)), ("ro", date(2019, 11, 10))])
def test_every_urgency_of_the_books_has_terms(name, day) -> None:
    octets = files("legation_core.lawbook").joinpath(f"books/{name}.toml").read_bytes()
    rules = loader.read(octets, name=name).on(day)
    assert {one.urgency for one in rules.inquiry_terms} == {one.key for one in rules.lists["inquiry_urgencies"]}
    assert all(one.body in rules.book.bodies for one in rules.inquiry_categories.values())
