"""The message catalogues: what a person reads, in English in the source and in other languages in src/legation/locale.

    python -m tools.messages update    takes new sentences into every catalogue, drops those gone, and compiles
    python -m tools.messages check     says what `update` would change, what is not translated, and what does not fit

Babel does the work, so no machine needs gettext. Sentences of the core are messages too, and must be translated like
those of pages. A language may be one of the public pages alone: PARTS names the files whose messages its catalogue has,
all of them translated; what stands elsewhere is read in English. Compiled catalogues are committed: no installation
builds anything.
Exit codes of `check`: 0 in order, 1 not.
"""

import argparse
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.template.base import Lexer, Token, TokenType
from django.utils.text import smart_split
from django.utils.translation import trim_whitespace

from legation_core.words import SENTENCES

SYSTEM = Path(__file__).resolve().parents[1] / "src/legation"
LOCALE = SYSTEM / "locale"
CORE = "core"
PYTHON_KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PUBLIC = (
    "base/drawings/shapes.py",
    "base/templatetags/marks.py",
    "base/templatetags/wording.py",
    "base/wording/instants.py",
    "base/wording/numbers.py",
    "integrity/checking.py",
    "public/checking.py",
    "public/pages/calendar.py",
    "public/pages/check.py",
    "public/pages/countries.py",
    "public/pages/day.py",
    "public/pages/home.py",
    "public/pages/stations.py",
    "public/rendering.py",
    "public/wording.py",
    "public/templates/public/calendar.html",
    "public/templates/public/check.html",
    "public/templates/public/countries.html",
    "public/templates/public/country.html",
    "public/templates/public/day.html",
    "public/templates/public/day_picture.html",
    "public/templates/public/enlargement.html",
    "public/templates/public/frame.html",
    "public/templates/public/heads.html",
    "public/templates/public/home.html",
    "public/templates/public/in_browser.html",
    "public/templates/public/known.html",
    "public/templates/public/map.html",
    "public/templates/public/rest.html",
    "public/templates/public/search.html",
    "public/templates/public/since.html",
    "public/templates/public/skyline.html",
    "public/templates/public/station.html",
    "public/templates/public/stations.html",
    "public/templates/public/strip.html",
    "public/templates/public/wall.html",
)
PARTS = {"ar": PUBLIC}
"""Files below src/legation of whose messages a language must be complete that is not one of the whole system."""
HEADER = """\
# What people read in Legation. Kept by tools/messages.py; only the translations are written by hand.
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""
LITERAL = re.compile(r"""_\(\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\s*\)""")
PYTHON_PLACE = re.compile(r"%\((\w+)\)[a-z]")


class Found(NamedTuple):
    """A message in the sources. `plural` is "" where there is none."""

    where: str
    line: int
    text: str
    plural: str
    context: str | None


def in_sources() -> Iterator[Found]:
    """Every message: Python, templates, sentences of the core."""
    for path in sorted(SYSTEM.rglob("*.py")):
        yield from _in_python(path)
    for path in sorted(SYSTEM.rglob("templates/**/*.html")):
        yield from in_template(path.read_text(encoding="utf-8"), path.relative_to(SYSTEM.parent).as_posix())
    for text in SENTENCES.values():
        yield Found(CORE, 0, text, "", None)


def _in_python(path: Path) -> Iterator[Found]:
    with path.open("rb") as source:
        for line, message, _, context in extract("python", source, PYTHON_KEYWORDS):
            text, plural = (message[0], message[1]) if isinstance(message, tuple) else (message, "")
            yield Found(path.relative_to(SYSTEM.parent).as_posix(), line, str(text), str(plural), context)


def in_template(text: str, where: str) -> Iterator[Found]:
    """Messages of a Django template: `translate`, `blocktranslate` and `_("...")`."""
    tokens = iter(Lexer(text).tokenize())
    for token in tokens:
        words = list(smart_split(token.contents)) if token.token_type == TokenType.BLOCK else []
        if words and words[0] in ("translate", "trans") and words[1][0] in "\"'":
            yield Found(where, token.lineno or 0, _unquoted(words[1]), "", _context(words))
        elif words and words[0] in ("blocktranslate", "blocktrans"):
            singular, plural = _block(tokens, trimmed="trimmed" in words)
            yield Found(where, token.lineno or 0, singular, plural, _context(words))
        if token.token_type in (TokenType.BLOCK, TokenType.VAR):
            for match in LITERAL.finditer(token.contents):
                yield Found(where, token.lineno or 0, _unquoted(match.group(1)), "", None)


def _block(tokens: Iterator[Token], *, trimmed: bool) -> tuple[str, str]:
    """The text up to `endblocktranslate`, as Django asks the catalogue for it, and its plural."""
    parts: list[list[str]] = [[]]
    for token in tokens:
        if token.token_type == TokenType.BLOCK:
            if token.contents.startswith("end"):
                break
            parts.append([])
        elif token.token_type == TokenType.VAR:
            parts[-1].append(f"%({token.contents.split('|')[0].strip()})s")
        elif token.token_type == TokenType.TEXT:
            parts[-1].append(token.contents.replace("%", "%%"))
    texts = ["".join(part) for part in parts]
    if trimmed:
        texts = [trim_whitespace(text) for text in texts]
    return texts[0], texts[1] if len(texts) > 1 else ""


def _context(words: list[str]) -> str | None:
    return _unquoted(words[words.index("context") + 1]) if "context" in words else None


def _unquoted(literal: str) -> str:
    return literal[1:-1].replace(f"\\{literal[0]}", literal[0])


def of_sources(language: str) -> Catalog:
    """The catalogue that the sources ask for in `language`, without translations."""
    catalog = Catalog(fuzzy=False)
    asked = tuple(f"legation/{part}" for part in PARTS.get(language, ()))
    for found in in_sources():
        if asked and not found.where.startswith(asked):
            continue
        places = [(found.where, found.line)] if found.where != CORE else []
        catalog.add(
            (found.text, found.plural) if found.plural else found.text,
            locations=places,
            auto_comments=["A sentence of the core."] if found.where == CORE else [],
            context=found.context,
        )
    return catalog


def languages() -> list[str]:
    """Every language with a catalogue."""
    return sorted(path.parents[1].name for path in LOCALE.glob("*/LC_MESSAGES/django.po"))


def file_of(language: str, kind: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / f"django.{kind}"


def read(language: str) -> Catalog:
    with file_of(language, "po").open("rb") as source:
        return read_po(source, locale=language)


def written(catalog: Catalog) -> bytes:
    """The catalogue as its file: by message, without dates or line numbers, so that it changes only with the words."""
    target = io.BytesIO()
    write_po(target, catalog, sort_output=True, include_lineno=False, width=120, ignore_obsolete=True, omit_header=True)
    return HEADER.format(language=catalog.locale_identifier, plural=catalog.plural_forms).encode() + target.getvalue()


class Lasting(Catalog):
    """A catalogue whose header says what its readers need, and nothing that changes with the minute or with Babel."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        plain = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Transfer-Encoding", "8bit")]
        return [("Language", str(self.locale_identifier)), *plain, ("Plural-Forms", self.plural_forms)]


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as its compiled file: the same octets for the same words, whenever it is compiled."""
    lasting = Lasting(locale=catalog.locale, fuzzy=False)
    for message in catalog:
        if message.id:
            lasting.add(message.id, message.string, context=message.context)
    target = io.BytesIO()
    write_mo(target, lasting)
    return target.getvalue()


def merged(language: str) -> Catalog:
    """The catalogue of `language` with exactly the messages of the sources."""
    old, new = read(language), of_sources(language)
    catalog = Catalog(locale=language, fuzzy=False)
    for message in new:
        if message.id:
            known = old.get(message.id if isinstance(message.id, str) else message.id[0], message.context)
            catalog.add(
                message.id,
                known.string if known and not known.fuzzy else "",
                locations=message.locations,
                auto_comments=message.auto_comments,
                context=message.context,
            )
    return catalog


def places_in(text: str) -> set[str]:
    """Names of the values that a message is filled with: `%(name)s` and `{name}`."""
    named = set(PYTHON_PLACE.findall(text))
    return named or {field for _, field, _, _ in Formatter().parse(text) if field}


def faults(language: str) -> Iterator[str]:
    """What is not in order in the catalogue of `language`, one sentence each."""
    catalog = read(language)
    if _essence(catalog) != _essence(merged(language)):
        yield f"{language}: the catalogue does not have the messages of the sources; run: make messages"
    if not file_of(language, "mo").exists() or file_of(language, "mo").read_bytes() != compiled(catalog):
        yield f"{language}: the compiled catalogue is not this catalogue's; run: make messages"
    for message in catalog:
        if message.id and not _is_translated(message):
            yield f"{language}: not translated: {message.id!r}"
        if message.id and _is_translated(message) and not fits(message):
            yield f"{language}: the translation fills in other values than the message: {message.id!r}"


def _essence(catalog: Catalog) -> set[tuple[object, str | None]]:
    return {(message.id, message.context) for message in catalog if message.id}


def _is_translated(message: Message) -> bool:
    strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(strings)


def fits(message: Message) -> bool:
    texts = message.id if isinstance(message.id, tuple | list) else (message.id,)
    strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
    wanted = set().union(*(places_in(str(text)) for text in texts))
    last_fits = places_in(str(strings[-1])) == places_in(str(texts[-1]))
    return last_fits and all(places_in(str(string)) <= wanted for string in strings)


def update() -> int:
    for language in languages():
        catalog = merged(language)
        file_of(language, "po").write_bytes(written(catalog))
        file_of(language, "mo").write_bytes(compiled(read(language)))
        waiting = sum(not _is_translated(message) for message in catalog if message.id)
        print(f"{language}: {len(catalog)} messages, {waiting} not translated")
    return 0


def check() -> int:
    found = [fault for language in languages() for fault in faults(language)]
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.messages", description="The message catalogues.")
    parser.add_argument("verb", choices=("update", "check"))
    settings.configure(USE_I18N=True)
    return update() if parser.parse_args().verb == "update" else check()


if __name__ == "__main__":
    sys.exit(main())
