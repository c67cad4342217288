"""Single values of a lawbook file, read by their kind; each that is wrong becomes a problem with its line."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from legation_core.lawbook import relations, zones
from legation_core.lawbook.positions import Path, nearest
from legation_core.lawbook.schema import Key, Kind
from legation_core.lawbook.spelling import near
from legation_core.problems import Fact, Problem, Refused
from legation_core.values import ASSUMED, Text

MOST_LETTERS = 4000
MOST_GUESSES = 100
_MOST_LISTED = 60
_WORD = re.compile(r"[a-z][a-z0-9_]{0,59}")
_TIME = re.compile(r"([01][0-9]|2[0-4]):([0-5][0-9])")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_EXPECTED = {
    Kind.NUMBER: "a whole number without quotes",
    Kind.DATE: "a date without quotes, as 2019-07-01",
    Kind.TEXT: 'texts by language, as { en = "..." }',
    Kind.WORDS: 'a list, as ["one", "two"]',
    Kind.LANGUAGES: 'a list, as ["en", "fr"]',
    Kind.FLAG: "true or false without quotes",
    Kind.TIME: 'a time in quotes, as "08:00"',
}
_FOUND: tuple[tuple[type, str], ...] = (
    (bool, "true or false"),
    (str, "text"),
    (int, "a whole number"),
    (float, "a number with a point"),
    (datetime, "a date with a time"),
    (date, "a date"),
    (time, "a time without quotes"),
    (list, "a list"),
    (dict, "a table"),
)


@dataclass(frozen=True, slots=True)
class Cell:
    path: Path
    spec: Key
    value: object

    @property
    def key(self) -> str:
        return str(self.path[-1])


class Cells:
    """Reads cells of one file and gathers the problems. `languages` is set as soon as it is known."""

    def __init__(self, name: str, lines: dict[Path, int]) -> None:
        self.name = name
        self.lines = lines
        self.problems: list[tuple[int, Problem]] = []
        self.languages: tuple[str, ...] = ()
        self._guesses = 0
        self._readers: Mapping[Kind, Callable[[Cell], object | None]] = {
            Kind.WORD: self.word,
            Kind.PLAIN: self._plain,
            Kind.TEXT: self._text,
            Kind.NUMBER: self._number,
            Kind.DATE: self._date,
            Kind.TIME: self._time,
            Kind.CHOICE: self._choice,
            Kind.WORDS: self._words,
            Kind.SOURCE: self._source,
            Kind.ZONE: self._zone,
            Kind.COUNTRY: self._country,
            Kind.LANGUAGES: self._languages,
            Kind.RELATION: self._relation,
            Kind.FLAG: self._flag,
        }

    def line(self, path: Path) -> int:
        return nearest(self.lines, path)

    def title(self, path: Path) -> str:
        """The table of `path` as it is written in the file: `[[calendar]]`, `[bodies.ministry]`."""
        names = ".".join(str(part) for part in path if not isinstance(part, int))
        return f"[[{names}]]" if path and isinstance(path[-1], int) else f"[{names}]"

    def problem(self, code: str, path: Path, /, **facts: Fact) -> None:
        self.problem_on(self.line(path), code, **facts)

    def problem_on(self, line: int, code: str, /, **facts: Fact) -> None:
        self.problems.append((line, Problem(code, f"{self.name} line {line}", facts)))

    def unknown_key(self, path: Path, table: str, known: Collection[str]) -> None:
        """L010 with the nearest spelling, L011 with all the keys where none is near."""
        key = str(path[-1])
        guess = self._near(key, known)
        facts: dict[str, Fact] = {"near": guess} if guess else {"known": _listed(known)}
        self.problem("L010" if guess else "L011", path, key=key[:80], table=table or "the file", **facts)

    def unknown_word(self, codes: tuple[str, str], path: Path, word: str, known: Collection[str]) -> None:
        """The first code with the nearest spelling, the second with all the known words where none is near."""
        guess = self._near(word, known)
        facts: dict[str, Fact] = {"near": guess} if guess else {"known": _listed(known)}
        self.problem(codes[0] if guess else codes[1], path, key=_last_name(path), word=word[:80], **facts)

    def _near(self, word: str, known: Collection[str]) -> str:
        """The nearest known spelling; after many a file needs another kind of help, and no more are looked for."""
        self._guesses += 1
        return near(word, known) if self._guesses <= MOST_GUESSES else ""

    def table(self, path: Path, value: object) -> Iterator[tuple[str, object]]:
        """The pairs of a table; none, and a problem, where `value` is something else."""
        if isinstance(value, dict):
            yield from value.items()
        else:
            self._wrong_type(path, "a table", value)

    def tables(self, path: Path, value: object) -> Iterator[tuple[int, object]]:
        """The items of an array of tables; none, and a problem, where `value` is something else."""
        if isinstance(value, list):
            yield from enumerate(value)
        else:
            self._wrong_type(path, f"[[{'.'.join(str(part) for part in path if isinstance(part, str))}]]", value)

    def read(self, cell: Cell) -> object | None:
        """The value, converted; `None` where it is wrong, and then there is a problem."""
        return self._readers[cell.spec.kind](cell)

    def word(self, cell: Cell) -> str | None:
        value = self._string(cell)
        if value is not None and not _WORD.fullmatch(value):
            self._refuse(cell, "L016", value=value[:80])
            return None
        return value

    def _wrong_type(self, path: Path, expected: str, value: object) -> None:
        found = next((words for kind, words in _FOUND if isinstance(value, kind)), "something else")
        self.problem("L013", path, key=_last_name(path), expected=expected, found=found)

    def _refuse(self, cell: Cell, code: str, /, **facts: Fact) -> None:
        self.problem(code, cell.path, key=_last_name(cell.path), **facts)

    def _typed(self, cell: Cell, kind: type) -> bool:
        fits = isinstance(cell.value, kind) and not (kind is int and isinstance(cell.value, bool))
        if not fits:
            self._wrong_type(cell.path, _EXPECTED.get(cell.spec.kind, "text in quotes"), cell.value)
        return fits

    def _string(self, cell: Cell) -> str | None:
        if not self._typed(cell, str):
            return None
        value = str(cell.value)
        if not value.strip():
            self._refuse(cell, "L018")
            return None
        if len(value) > MOST_LETTERS:
            self._refuse(cell, "L019", letters=len(value), most=MOST_LETTERS)
            return None
        return value

    def _plain(self, cell: Cell) -> str | None:
        return self._string(cell)

    def _source(self, cell: Cell) -> str | None:
        value = self._string(cell)
        if value is not None and value != ASSUMED and value.strip(" .!?").casefold() == ASSUMED:
            self._refuse(cell, "L062", value=value)
            return None
        return value

    def _text(self, cell: Cell) -> Text | None:
        if not self._typed(cell, dict):
            return None
        pairs = dict(self.table(cell.path, cell.value))
        inner = Key(kind=Kind.PLAIN)
        read = {tag: self._string(Cell((*cell.path, tag), inner, value)) for tag, value in pairs.items()}
        if self.languages:
            self._compare_languages(cell, pairs)
        return Text({tag: value for tag, value in read.items() if value is not None})

    def _compare_languages(self, cell: Cell, pairs: Collection[str]) -> None:
        missing = [language for language in self.languages if language not in pairs]
        if missing:
            self._refuse(cell, "L020", languages=", ".join(missing))
        for tag in pairs:
            if tag not in self.languages:
                self.problem("L021", (*cell.path, tag), language=tag[:40], known=", ".join(self.languages))

    def _number(self, cell: Cell) -> int | None:
        if not self._typed(cell, int) or not isinstance(cell.value, int):
            return None
        if not cell.spec.least <= cell.value <= cell.spec.most:
            digits = str(cell.value) if abs(cell.value) < 10**20 else "..."
            self._refuse(cell, "L017", value=digits, least=cell.spec.least, most=cell.spec.most)
            return None
        return cell.value

    def _date(self, cell: Cell) -> date | None:
        if isinstance(cell.value, datetime) or not isinstance(cell.value, date):
            self._wrong_type(cell.path, _EXPECTED[Kind.DATE], cell.value)
            return None
        return cell.value

    def _time(self, cell: Cell) -> int | None:
        """Minutes after midnight; 1440 for "24:00"."""
        if not self._typed(cell, str):
            return None
        value = str(cell.value)
        match = _TIME.fullmatch(value)
        minutes = int(match[1]) * 60 + int(match[2]) if match else 1441
        if minutes > 1440:
            self._refuse(cell, "L032", value=value[:40])
            return None
        return minutes

    def _choice(self, cell: Cell) -> str | None:
        value = self._string(cell)
        if value is not None and value not in cell.spec.choices:
            self.unknown_word(("L014", "L015"), cell.path, value, cell.spec.choices)
            return None
        return value

    def _words(self, cell: Cell) -> tuple[str, ...] | None:
        if not isinstance(cell.value, list):
            self._wrong_type(cell.path, _EXPECTED[cell.spec.kind], cell.value)
            return None
        inner = Key(kind=Kind.PLAIN)
        items = enumerate(cell.value)
        read = [self._string(Cell((*cell.path, index), inner, value)) for index, value in items]
        words = [word for word in read if word is not None]
        for word in sorted({word for word in words if words.count(word) > 1}):
            self._refuse(cell, "L023", word=word[:80])
        return tuple(dict.fromkeys(words))

    def _languages(self, cell: Cell) -> tuple[str, ...] | None:
        tags = self._words(cell)
        for tag in tags or ():
            if not _LANGUAGE.fullmatch(tag):
                self._refuse(cell, "L024", value=tag[:40])
        if tags is not None and "en" not in tags:
            self._refuse(cell, "L022")
            tags = ("en", *tags)
        self.languages = tuple(tag for tag in tags or () if _LANGUAGE.fullmatch(tag))
        return tags

    def _country(self, cell: Cell) -> str | None:
        value = self._string(cell)
        if value is not None and not _COUNTRY.fullmatch(value):
            self._refuse(cell, "L038", value=value[:40])
            return None
        return value

    def _zone(self, cell: Cell) -> str | None:
        value = self._string(cell)
        if value is None or zones.usable(value):
            return value
        guess = self._near(value, zones.known())
        if zones.fixed_offset(value):
            self._refuse(cell, "L035", value=value[:80])
        elif guess:
            self._refuse(cell, "L033", word=value[:80], near=guess)
        else:
            self._refuse(cell, "L034", word=value[:80])
        return None

    def _flag(self, cell: Cell) -> bool | None:
        return bool(cell.value) if self._typed(cell, bool) else None

    def _relation(self, cell: Cell) -> str | None:
        value = self._string(cell)
        if value is None:
            return None
        try:
            relations.parse(value)
        except Refused as refused:
            self._refuse(cell, refused.code, **refused.problem.facts)
            return None
        return value


def _listed(known: Collection[str]) -> str:
    """The known words, the first of them where there are too many to read."""
    words = list(known)
    more = ", ..." if len(words) > _MOST_LISTED else ""
    return (", ".join(words[:_MOST_LISTED]) or "-") + more


def _last_name(path: Path) -> str:
    """The key at the end of `path`; for an item of a list, the key of the list."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")
