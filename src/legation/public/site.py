"""The frozen documents as pages read them. Nothing here knows a database or a clock."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, TypeVar

from legation.base.wording.instants import Clock
from legation.public.readable import needs_a_look, readable
from legation.publication.convert.frozen import Frozen

LANGUAGES = (("en", "English"), ("az", "Azərbaycanca"), ("ar", "العربية"))
"""Languages of the public pages. The staff pages have their own (`LANGUAGES` of the settings)."""
CODES = tuple(code for code, _name in LANGUAGES)
DESCRIBED = ("en", "az")
"""Languages in which press sheet and open data are written."""
CROWDED = 600
"""From so many stations on they are listed by country, not in one list."""

Value = dict[str, Any]
Made = TypeVar("Made")


@lru_cache(maxsize=4096)
def instant(text: str) -> datetime:
    """An instant of a document: `2024-02-07T15:00Z`."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%MZ").replace(tzinfo=UTC)


def day(text: str) -> date:
    return date.fromisoformat(text)


@dataclass(frozen=True)
class Span:
    """From opening to closing, in UTC."""

    opens: datetime
    closes: datetime


def spans(station: Value) -> tuple[Span, ...]:
    """The windows of a station's line or document."""
    return tuple(Span(instant(one["opens"]), instant(one["closes"])) for one in station["windows"])


def windows_told(station: Value) -> str:
    """The windows as a page carries them for its script."""
    return " ".join(f"{one['opens']}/{one['closes']}" for one in station["windows"])


def gathered(pairs: Iterable[tuple[str, Made]]) -> dict[str, list[Made]]:
    """What belongs to each name, in the order in which it comes."""
    found: dict[str, list[Made]] = {}
    for name, one in pairs:
        found.setdefault(name, []).append(one)
    return found


class Site:
    """One frozen state. Documents are read when a page asks for them, and once; which ones it asked for is noted."""

    def __init__(self, frozen: Frozen) -> None:
        self.frozen = frozen
        self._read: dict[str, Any] = {}
        self._made: dict[str, tuple[Any, set[str]]] = {}
        self._noted: set[str] = set()

    @contextmanager
    def noting(self) -> Iterator[set[str]]:
        """The paths of the documents that are asked for inside."""
        around, self._noted = self._noted, set()
        try:
            yield self._noted
        finally:
            around |= self._noted
            self._noted = around

    def document(self, path: str) -> Any:
        """The value of the document at `path`, its texts readable. `KeyError` where there is none."""
        self._noted.add(path)
        if path not in self._read:
            text = self.frozen.octets(path).decode()
            self._read[path] = readable(json.loads(text)) if needs_a_look(text) else json.loads(text)
        return self._read[path]

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """What is made of the documents under `name`, kept for the next who asks."""
        if name not in self._made:
            with self.noting() as noted:
                self._made[name] = make(), noted
        found: Made = self._made[name][0]
        self._noted |= self._made[name][1]
        return found

    def has(self, path: str) -> bool:
        self._noted.add(path)
        return path in self.frozen.documents

    def digest(self, path: str) -> str:
        """SHA-256 of the document at `path`."""
        self._noted.add(path)
        return self.frozen.documents[path]

    def octets(self, path: str) -> bytes:
        """The document at `path` as it was frozen."""
        self._noted.add(path)
        return self.frozen.octets(path)

    @property
    def election(self) -> Value:
        """The election as a whole; what was frozen before a field was thought of is as if it were empty."""
        found: Value = self.document("election.json")
        return {"address": "", "emblems": [""] * len(found["holders"])} | found

    @property
    def stations(self) -> list[Value]:
        """The stations that are not closed for good, by country, city and number."""
        found: list[Value] = self.document("stations.json")
        return found

    @property
    def by_code(self) -> dict[str, Value]:
        return self.once("stations by code", lambda: {one["code"]: one for one in self.stations})

    def station(self, code: str) -> Value:
        """The document of one station, closed for good or not."""
        found: Value = self.document(f"stations/{code}.json")
        return found

    @property
    def station_codes(self) -> tuple[str, ...]:
        """Every station that has a page, those closed for good too."""
        paths = (path for path in self.frozen.documents if path.startswith("stations/"))
        return tuple(path.removeprefix("stations/").removesuffix(".json") for path in sorted(paths))

    @property
    def missions(self) -> dict[str, Value]:
        return self.once("missions", lambda: {one["code"]: one for one in self.document("missions.json")})

    @property
    def countries(self) -> dict[str, Value]:
        return self.once("countries", lambda: {one["country"]: one for one in self.document("countries.json")})

    @property
    def by_country(self) -> dict[str, list[Value]]:
        """The stations of each country, in the order of all."""
        return self.once("stations by country", lambda: gathered((one["country"], one) for one in self.stations))

    @property
    def served_by(self) -> dict[str, list[tuple[str, Value]]]:
        """By the code of each mission what it serves: a country and the part of it."""
        parts = ((part["mission"], (code, part)) for code, answer in self.countries.items() for part in answer["parts"])
        return self.once("parts by mission", lambda: gathered(parts))

    @property
    def calendar(self) -> list[Value]:
        found: list[Value] = self.document("calendar.json")
        return found

    @property
    def law(self) -> Value:
        found: Value = self.document("law.json")
        return found

    @property
    def changes(self) -> list[Value]:
        found: list[Value] = self.document("changes.json")
        return found

    @property
    def records(self) -> Value:
        """The newest record about the election, each station and each country."""
        found: Value = self.document("records.json")
        return found

    @property
    def borders(self) -> Value:
        """The state borders that the operator chose to draw, and their name; empty where there are none."""
        return self._later("borders.json", {"name": "", "lines": []})

    @property
    def history(self) -> Value:
        """What sources say of earlier elections, and what may be claimed beside them."""
        return self._later("history.json", {"elections": [], "claims": [], "contradictions": [], "mixed_up": []})

    @property
    def results(self) -> list[Value]:
        """The published results of each contest; none before their time."""
        paths = sorted(path for path in self.frozen.documents if path.startswith("results/"))
        return [self.document(path) for path in paths]

    def _later(self, path: str, empty: Value) -> Value:
        """A document that those who froze before it was thought of did not make."""
        found: Value = self.document(path) if self.has(path) else empty
        return found

    @property
    def home(self) -> Clock:
        """The home country's clock."""
        return Clock(self.election["home_zone"])

    @property
    def year(self) -> int:
        return day(self.election["election_day"]).year

    @property
    def primary(self) -> str:
        """The language of the front page: the first of the lawbook's in which the public pages are written."""
        known = [code for code in self.election["languages"] if code in CODES]
        return known[0] if known else CODES[0]

    def together(self, codes: Iterable[str]) -> list[Value]:
        """The lines of some stations, in the order of all."""
        return [self.by_code[code] for code in codes if code in self.by_code]
