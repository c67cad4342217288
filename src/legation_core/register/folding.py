"""Folding of text to the one key that search and sorting use, so that a name is found however it is typed.

The key is for looking up, never for showing and never proof that two persons are one. It rests on Unicode compatibility
decomposition and full case folding (Unicode Standard, 3.13 and UAX 15), with these decisions:

* Latin, Greek, Arabic and Hebrew letters lose their marks; other scripts keep theirs, where a mark makes another letter
  (Cyrillic й, Devanagari vowel signs). Cyrillic ё is е, as most people write it. No script is transliterated.
* Dotted and dotless i are one letter: `Istanbul`, `İstanbul`, `ISTANBUL` and `ıstanbul` fold alike.
* Latin letters that do not decompose become what people type who lack them: ł is l, ø is o, þ is th. Azerbaijani ə
  is e, as on a keyboard without it, in sorting, and in ICAO Doc 9303, part 3; so `Əliyev` is found by `eliyev`, and not
  by `Aliyev`, which is another spelling of the name and a matter for matching.
* Decimal digits of every script become 0 to 9.
* Apostrophes vanish (`O'Neill`, `Oʻzbekiston`); other punctuation, symbols and white space become one space.
* Controls, bidirectional marks, joiners and unassigned characters vanish.

Which characters are assigned depends on the Unicode tables of the Python that runs: make keys again after an upgrade.
"""

import unicodedata

LONGEST = 400
"""Characters of the longest key; what is longer is cut."""
READ = 4 * LONGEST
"""Characters of a text that are looked at."""

_LETTERS = str.maketrans(
    {
        "æ": "ae", "œ": "oe", "þ": "th", "ĳ": "ij", "ŋ": "n", "ĸ": "k", "ſ": "s", "ß": "ss",
        "ə": "e", "ǝ": "e", "ɛ": "e", "ı": "i", "ɩ": "i", "ɨ": "i", "ł": "l", "ƚ": "l", "ø": "o", "ɔ": "o", "ɵ": "o",
        "đ": "d", "ð": "d", "ɖ": "d", "ɗ": "d", "ħ": "h", "ŧ": "t", "ƭ": "t", "ʈ": "t", "ɓ": "b", "ƀ": "b", "ƈ": "c",
        "ƙ": "k", "ɠ": "g", "ǥ": "g", "ɣ": "g", "ɲ": "n", "ƞ": "n", "ƥ": "p", "ƒ": "f", "ʋ": "v", "ƴ": "y", "ɏ": "y",
        "ƶ": "z", "ȥ": "z", "ʒ": "z", "ʉ": "u", "ɐ": "a", "ⱥ": "a", "ƣ": "gh", "ё": "е",
    }
)  # fmt: skip
_APOSTROPHES = dict.fromkeys(map(ord, "'`´’‘‛ʹʻʼʽʾʿˈˊˋ՚׳＇"))
_VANISHING = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_MARKS_ARE_SPELLING_IN = ("LATIN", "GREEK", "ARABIC", "HEBREW")


def fold(text: str) -> str:
    """The key of `text` for search and sorting: at most `LONGEST` characters; `fold(fold(text)) == fold(text)`."""
    decomposed = unicodedata.normalize("NFKD", text[:READ].translate(_APOSTROPHES)).casefold()
    small = unicodedata.normalize("NFKD", decomposed).translate(_APOSTROPHES)
    letters = unicodedata.normalize("NFC", _reduced(small)).translate(_LETTERS)
    return " ".join(letters.split())[:LONGEST].rstrip()


def _reduced(text: str) -> str:
    """Letters, digits and the marks that make letters; a space for whatever separates words."""
    kept: list[str] = []
    strips = True
    for character in text:
        kind = unicodedata.category(character)
        if kind in _VANISHING and not character.isspace():
            continue
        if kind[0] == "M":
            kept.append("" if strips else character)
            continue
        kept.append(_letter_or_space(character, kind))
        strips = _loses_marks(kept[-1])
    return "".join(kept)


def _letter_or_space(character: str, kind: str) -> str:
    if kind == "Nd":
        return str(unicodedata.decimal(character))
    return character if kind[0] in "LN" else " "


def _loses_marks(character: str) -> bool:
    return character.isascii() or unicodedata.name(character, "").startswith(_MARKS_ARE_SPELLING_IN)
