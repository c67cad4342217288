"""The frozen documents as pages read them. Nothing here knows a database or a clock."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
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


class Site:
    """One frozen state. Documents are read when a page asks for them, and once."""

    def __init__(self, frozen: Frozen) -> None:
        self.frozen = frozen
        self._read: dict[str, Any] = {}
        self._made: dict[str, Any] = {}

    def document(self, path: str) -> Any:
        """The value of the document at `path`, its texts readable. `KeyError` where there is none."""
        if path not in self._read:
            text = self.frozen.octets(path).decode()
            self._read[path] = readable(json.loads(text)) if needs_a_look(text) else json.loads(text)
        return self._read[path]

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """What is made of the documents under `name`, kept for the next who asks."""
        if name not in self._made:
            self._made[name] = make()
        found: Made = self._made[name]
        return found

    def has(self, path: str) -> bool:
        return path in self.frozen.documents

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

    @cached_property
    def by_code(self) -> dict[str, Value]:
        return {one["code"]: one for one in self.stations}

    def station(self, code: str) -> Value:
        """The document of one station, closed for good or not."""
        found: Value = self.document(f"stations/{code}.json")
        return found

    @cached_property
    def station_codes(self) -> tuple[str, ...]:
        """Every station that has a page, those closed for good too."""
        paths = (path for path in self.frozen.documents if path.startswith("stations/"))
        return tuple(path.removeprefix("stations/").removesuffix(".json") for path in sorted(paths))

    @cached_property
    def missions(self) -> dict[str, Value]:
        return {one["code"]: one for one in self.document("missions.json")}

    @cached_property
    def countries(self) -> dict[str, Value]:
        return {one["country"]: one for one in self.document("countries.json")}

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
