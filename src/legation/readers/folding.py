"""One way to compare headings, choices and keys: without case, marks, punctuation and spaces between words."""

import re
import unicodedata

_BETWEEN_WORDS = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """`text` for comparison only; "Station no." and "STATİON_NO" give the same."""
    apart = unicodedata.normalize("NFKD", text.casefold().replace("\u0131", "i"))
    bare = "".join(character for character in apart if not unicodedata.combining(character))
    return _BETWEEN_WORDS.sub(" ", bare).strip()
