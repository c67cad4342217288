"""`python -m bench.entry_errors [PAPERS]`: errors that stay in 10,000 fields after blind double entry, relations and image.

The papers are the protocols of Romania 2019 that the package holds. docs/entry-errors.md says what is assumed.
"""

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from legation.readers.raw import raw_rows
from legation_core.lawbook import loader
from legation_core.lawbook.model import Form
from legation_core.protocol import mapping
from legation_core.protocol.checking import Checks
from legation_core.protocol.comparing import fields
from legation_core.protocol.taking import take
from legation_core.protocol.values import MOST_COUNT, Protocol

SOURCE = Path(__file__).parents[1] / "src"
DATA = SOURCE / "legation" / "rehearsal" / "data" / "ro2019"
RATES = (0.002, 0.0067, 0.01, 0.036)
OVERLOOKED = 0.5
"""Assumed: the share of wrong fields that who accepts overlooks beside the image."""
KINDS = ("digits swapped", "column shifted", "zero dropped", "line skipped")
Figures = list[int]


@dataclass(slots=True)
class Counts:
    """Wrong fields left after each step, of `fields` typed."""

    fields: int = 0
    single: int = 0
    double: int = 0
    relations: int = 0

    def in_ten_thousand(self, count: float) -> float:
        return 10_000 * count / self.fields


def slipped(paper: Figures, at: int, kind: str, rng: random.Random) -> Iterator[tuple[int, int]]:
    """The fields that a slip at field `at` makes wrong, with what is typed there."""
    digits = str(paper[at])
    below = (at + 1) % len(paper)
    if kind == "line skipped":
        yield at, paper[below]
    elif kind == "column shifted":
        yield from ((at, paper[below]), (below, paper[at]))
    elif kind == "zero dropped":
        zeros = [place for place in range(1, len(digits)) if digits[place] == "0"]
        place = rng.choice(zeros or range(len(digits)))
        yield at, int(digits[:place] + digits[place + 1 :] or "0")
    elif len(digits) == 1:
        yield at, rng.randrange(10)
    else:
        place = rng.randrange(len(digits) - 1)
        yield at, int(digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :])


def typed(paper: Figures, rate: float, rng: random.Random) -> Figures:
    """One reading of the paper; a slip of each kind is equally likely."""
    found = list(paper)
    for at in range(len(paper)):
        if rng.random() < rate:
            for field, value in slipped(paper, at, rng.choice(KINDS), rng):
                found[field] = min(value, MOST_COUNT)
    return found


def settled(paper: Figures, first: Figures, second: Figures, rate: float, rng: random.Random) -> Figures:
    """Both readings made one: a third person reads the fields that differ, with slips of their own."""
    third = typed(paper, rate, rng) if first != second else first
    return [a if a == b else c for a, b, c in zip(first, second, third, strict=True)]


def papers() -> tuple[Form, list[Protocol]]:
    book = loader.load(Path(loader.__file__).parent / "books" / "ro.toml")
    form = next(item for _, item in book.provisions if isinstance(item, Form) and item.key == "station_protocol")
    described = mapping.read((DATA / "protocols.toml").read_bytes())
    rows = list(raw_rows(DATA / "protocols.csv", encoding="utf-8", delimiter=","))
    stations = {cells[rows[0][1].index("station")] for _, cells in rows[1:]}
    return form, [one.protocol for one in take(described, [rows], form, {name: name for name in stations}).protocols]


def rebuilt(protocol: Protocol, names: list[str], figures: Figures) -> Protocol:
    votes: dict[str, dict[str, int]] = {line: {} for line in protocol.votes}
    values = {}
    for name, count in zip(names, figures, strict=True):
        line, _, option = name.partition("/")
        if option:
            votes[line][option] = count
        else:
            values[line] = count
    return Protocol(values, votes)


def measured(rate: float, wanted: int, seed: int = 2019) -> Counts:
    """`wanted` papers typed twice, one after the other from the published ones."""
    rng = random.Random(seed)  # noqa: S311  # a model, no secret
    form, found = papers()
    checks, counts = Checks(form), Counts()
    for number in range(wanted):
        protocol = found[number % len(found)]
        given = fields(protocol)
        names, paper = list(given), [count for count in given.values() if isinstance(count, int)]
        first, second = typed(paper, rate, rng), typed(paper, rate, rng)
        kept = settled(paper, first, second, rate, rng)
        counts.fields += len(paper)
        counts.single += wrong(paper, first)
        counts.double += wrong(paper, kept)
        if kept != paper and checks.findings(rebuilt(protocol, names, kept)) == checks.findings(protocol):
            counts.relations += wrong(paper, kept)
    return counts


def wrong(paper: Figures, given: Figures) -> int:
    return sum(a != b for a, b in zip(paper, given, strict=True))


def main(arguments: list[str]) -> None:
    wanted = int(arguments[0]) if arguments else 100_000
    print(
        "| slips a field | fields typed | one entry | two entries, settled | relations | image |\n|---|---|---|---|---|---|"
    )
    for rate in RATES:
        counts = measured(rate, wanted)
        steps = (counts.single, counts.double, counts.relations, counts.relations * OVERLOOKED)
        cells = " | ".join(f"{counts.in_ten_thousand(step):,.3f}" for step in steps)
        print(f"| {rate:.2%} | {counts.fields:,} | {cells} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
