"""Characters that a cell must not hold, because nobody sees them or because they turn the line around."""

import re
import unicodedata

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROL = "\x00-\x08\x09\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_UNSEEN = "\u00ad\u180e\u200b\u2028\u2029\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"
_LINE_BREAKS = "\n\r\x85"
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u202f", " "))

DOUBTFUL = re.compile(f"[{_BIDI}{_CONTROL}{_UNSEEN}{_LINE_BREAKS}\ufffd]")
"""Anything that needs a second look. Joiners (U+200C, U+200D) are not here: Persian and Indic names need them."""

_FAULTS = (
    ("R403", re.compile(f"[{_BIDI}]")),
    ("R404", re.compile(f"[{_CONTROL}{_UNSEEN}]")),
    ("R405", re.compile("\ufffd")),
)


def fault_in(text: str) -> str:
    """The code of the first fault among the characters of `text`, or nothing."""
    return next((code for code, pattern in _FAULTS if pattern.search(text)), "")


def has_line_break(text: str) -> bool:
    """True where `text` goes over more than one line."""
    return any(character in text for character in _LINE_BREAKS)


def tidied(text: str) -> str:
    """`text` composed (NFC), its no-break spaces as spaces, its line breaks as line feeds, no space at the ends."""
    text = unicodedata.normalize("NFC", text.translate(_SPACES)) if not text.isascii() else text
    if "\r" in text or "\x85" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    return text.strip()


def shown(text: str, longest: int = 40) -> str:
    """`text` as a sentence can quote it: shortened, and every doubtful character by its number."""
    short = text if len(text) <= longest else text[: longest - 1] + "\u2026"
    return DOUBTFUL.sub(lambda found: f"[U+{ord(found[0]):04X}]", short)


def in_ascii(text: str) -> str:
    """A name out of the inside of a file, as a sentence can quote it: ASCII only, and shortened."""
    return ascii(text)[1:-1][:60]
