"""Texts as everyone may be shown them. What people wrote goes into pages, tables, feeds, calendars and images alike.

Escaping is each format's own matter. Here goes what no escaping makes harmless: characters that no XML or HTML may
hold, those that turn the direction of the text around them, those that nobody can see, heaps of marks on one letter.
"""

import re
import unicodedata
from typing import Any

MARKS = 3
"""So many combining marks one letter keeps; names of places and streets need no more."""
_SPACES = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # controls
    "\xad\u180e\u200b\u2060-\u2065\ufeff\U000e0000-\U000e007f"  # not seen
    "\u202a-\u202e\u2066-\u2069\u206a-\u206f"  # turn the direction
    "\ud800-\udfff\ufdd0-\ufdef\ufff9-\uffff"  # no characters
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]+"
)


def _combining() -> str:
    """Every combining mark, as the inside of a set of a regular expression."""
    found = [code for code in range(0x300, 0x20000) if unicodedata.combining(chr(code))]
    edges = [code for code in found if not unicodedata.combining(chr(code - 1))]
    ends = [code for code in found if not unicodedata.combining(chr(code + 1))]
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in zip(edges, ends, strict=True))


_MARK = f"[{_combining()}]"
_HEAP = re.compile(f"({_MARK}{{{MARKS}}}){_MARK}+")
_SUSPECT = re.compile(rf"\\[bfnrtu]|{_UNSEEN.pattern}|{_SPACES.pattern}|{_HEAP.pattern}")
"""What the octets of a document hold where any of its texts needs a look, escaped or not."""


def readable(value: Any) -> Any:
    """The same value with every text in it readable."""
    if isinstance(value, str):
        return readable_text(value)
    if isinstance(value, list):
        return [readable(one) for one in value]
    return {key: readable(one) for key, one in value.items()} if isinstance(value, dict) else value


def needs_a_look(octets: str) -> bool:
    """Whether a document may hold a text that has to be made readable: nearly none does."""
    return _SUSPECT.search(octets) is not None


def readable_text(text: str) -> str:
    """On one line, without what cannot be seen or shown."""
    return _HEAP.sub(r"\1", _UNSEEN.sub("", _SPACES.sub(" ", text)))
