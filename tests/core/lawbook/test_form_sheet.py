"""A form as an official reads it."""

from legation_core.lawbook.form_sheet import in_numbers, sheet
from tests.core.protocol import books


def test_relations_stand_in_the_numbers_of_the_form() -> None:
    assert [in_numbers(books.RO, one.holds) for one in books.RO.relations] == [
        "b = b1 + b2 + b3",
        "c = all of g",
        "b = c + d",
        "e = c + d + f",
        "b1 ≤ a",
    ]


def test_conditions_channels_shares_and_versions_are_said() -> None:
    form = books.REFERENDUM_FORM
    machine = "[Third question: yes, by machine] + [Third question: no, by machine]"
    assert [in_numbers(form, one.holds) for one in form.relations] == [
        "1 = 2a + 2b + 2c",
        "the difference |3a + 3b − 1| ≤ 1/50 of 1",
        f"where machine is given: {machine} = [Counter of the machine]",
        "where [Counter of the machine] ≠ 0: 4a + 4b < 1",
        "the difference |1 − [Check-ins at the closing]| ≤ 2",
        "1 ≥ 1 of the version before",
    ]


def test_the_sheet_has_lines_relations_severity_article_and_what_is_silenced() -> None:
    told = sheet(books.REFERENDUM_FORM, "de")

    assert told[:2] == ("   1  Abstimmende mit Stimmzetteln", "  2a  Erste Frage: Ja [paper]")
    at = told.index("Q1: 1 = 2a + 2b + 2c (must hold; Charter, art. 60)")
    assert told[at + 1 : at + 3] == (
        "    Stimmen zur ersten Frage weichen ab.",
        "    Where it does not hold, not told: Q5.",
    )
