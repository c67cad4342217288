"""One key for however a name is typed."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from legation_core.register.folding import LONGEST, fold


@pytest.mark.parametrize(
    ("key", "spellings"),
    [
        (
            "istanbul",
            ["Istanbul", "İstanbul", "ISTANBUL", "istanbul", "ıstanbul", "I\u0307stanbul", "Ｉｓｔａｎｂｕｌ"],
        ),
        ("naxcivan", ["Naxçıvan", "NAXÇIVAN", "naxcivan", "Naxc\u0327ivan"]),
        ("eliyev", ["Əliyev", "ƏLİYEV", "əliyev", "Eliyev"]),
        ("lodz", ["Łódź", "ŁÓDŹ", "Lodz"]),
        ("oresund", ["Øresund", "ØRESUND", "Ǿresund"]),
        ("strasse", ["Straße", "STRASSE", "STRAẞE"]),
        ("dord thor aegir oeuvre", ["Đorđ Þor Ægir Œuvre", "ðorð þor ægir œuvre"]),
        ("hal far", ["Ħal Far", "Hal Far"]),
        ("ozbekiston", ["O'zbekiston", "Oʻzbekiston", "O‘zbekiston", "OʼZBEKISTON", "O´zbekiston", "O`zbekiston"]),
        (
            "saint denis",
            ["Saint-Denis", "SAINT DENIS", " saint\u2011denis ", "Saint\u00a0\u2014 Denis,", "Saint\nDenis"],
        ),
        ("семенов андрей", ["Семёнов Андрей", "СЕМЕНОВ АНДРЕЙ"]),
        ("київ", ["Київ", "КИЇВ"]),
        ("αθηνα", ["Αθήνα", "ΑΘΗΝΑ"]),
        ("οδοσ", ["οδός", "ΟΔΟΣ"]),
        ("محمد", ["محمد", "مُحَمَّد", "\u202bمحمد\u202c"]),
        ("نيويورك 123", ["نيويورك ١٢٣", "نيويورك 123"]),
        ("서울", ["서울", unicodedata.normalize("NFD", "서울")]),
        ("नेपाल", ["नेपाल"]),
        ("東京", ["東京"]),
        ("no 5", ["No. 5", "№ ５", "N\u200bo 5"]),
        ("", ["", "  ", "\u202e\u200f", "---", "\x00\x1b", "\ud800"]),
    ],
)
def test_fold(key: str, spellings: list[str]) -> None:
    assert [fold(spelling) for spelling in spellings] == [key] * len(spellings)


def test_fold_keeps_different_letters_apart() -> None:
    assert len({fold(name) for name in ("Андрей", "Андреи", "Андре", "Andrej")}) == 4


def test_fold_is_bounded() -> None:
    assert fold("a" * 10_000) == "a" * LONGEST
    assert len(fold("\ufdfa" * 100_000)) <= LONGEST
    assert fold("a" + "\u0301" * 100_000 + "b") == "a"


@pytest.mark.parametrize("first", range(0, 0x3000, 0x400))
def test_fold_of_every_letter_of_the_alphabets_is_folded(first: int) -> None:
    keys = {character: fold(character) for character in map(chr, range(first, first + 0x400))}
    assert {character: fold(key) for character, key in keys.items()} == keys


@given(st.text())
@example("\u0661\u0301")
@example("\u0415\u0308" * LONGEST)
def test_fold_twice_is_fold_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_fold_leaves_letters_digits_marks_and_single_spaces(text: str) -> None:
    key = fold(text)
    assert {unicodedata.category(character)[0] for character in key} <= set("LNMZ")
    assert key == " ".join(key.split())


@given(st.text(st.characters(codec="latin-1")))
def test_fold_does_not_see_how_accents_are_stored(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)
