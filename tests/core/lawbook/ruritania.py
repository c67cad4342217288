"""The sound book of an invented country, for the tests of what reads lawbooks."""

from pathlib import Path

from legation_core.lawbook import loader
from legation_core.lawbook.model import Lawbook

FILE = Path(__file__).parents[2] / "assets" / "lawbooks" / "ruritania.toml"
TEXT = FILE.read_text(encoding="utf-8")


def book() -> Lawbook:
    return loader.load(FILE)


def edited(*edits: tuple[str, str]) -> Lawbook:
    """The book with texts replaced, each once."""
    text = TEXT
    for old, new in edits:
        assert old in text, f"the book has no {old!r}"
        text = text.replace(old, new, 1)
    return loader.read(text.encode(), "ruritania.toml")
