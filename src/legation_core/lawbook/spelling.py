"""The nearest known spelling of a word that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches


def near(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, or empty where none is like it."""
    found = get_close_matches(word[:80], sorted(known), n=1, cutoff=0.7)
    return found[0] if found else ""
