"""The rota of duty: hours that nobody fills, one person twice at a time, shifts without an end.

Practice: a ministry's headquarters worked round the clock on 7 and 8 February 2024, from the first opening abroad to
the last closing. No law that was read says how long a shift may be; `LONGEST` is the authors' choice and only warns.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations

from legation_core.problems import Refused

LONGEST = timedelta(hours=12)
"""Longer without a break is shown as a problem."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From `starts` on, no longer at `ends`: instants."""

    starts: datetime
    ends: datetime

    @property
    def hours(self) -> int:
        """Begun hours, counted whole."""
        return -((self.starts - self.ends) // timedelta(hours=1))


@dataclass(frozen=True, slots=True, order=True)
class Shift:
    """One member on duty. `body` is the institution, `member` whoever is there."""

    starts: datetime
    ends: datetime
    code: str
    body: str
    member: str

    @property
    def span(self) -> Span:
        return Span(self.starts, self.ends)

    def at(self, instant: datetime) -> bool:
        return self.starts <= instant < self.ends


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What is wrong with a rota: `unfilled`, `double` or `long`, when, and whose."""

    span: Span
    kind: str
    body: str
    member: str = ""
    shifts: tuple[str, ...] = ()


def check_shift(starts: datetime, ends: datetime) -> None:
    """Refuses (D101) a shift that does not end after it began."""
    if ends <= starts:
        raise Refused("D101")


def unfilled(shifts: Iterable[Shift], span: Span) -> tuple[Span, ...]:
    """The parts of `span` in which nobody of `shifts` is on duty, in order."""
    found, since = [], span.starts
    for one in sorted(shifts):
        if one.starts >= span.ends:
            break
        if one.starts > since:
            found.append(Span(since, one.starts))
        since = max(since, one.ends)
    return (*found, Span(since, span.ends)) if since < span.ends else tuple(found)


def doubles(shifts: Iterable[Shift]) -> Iterator[Finding]:
    """Every time that one member is on duty in two shifts at once."""
    for own in _by_member(shifts).values():
        for first, second in combinations(own, 2):
            starts, ends = max(first.starts, second.starts), min(first.ends, second.ends)
            if starts < ends:
                yield Finding(Span(starts, ends), "double", first.body, first.member, (first.code, second.code))


def without_break(shifts: Iterable[Shift], longest: timedelta = LONGEST) -> Iterator[Finding]:
    """Every time that one member is on duty for longer than `longest`, shifts that touch taken as one."""
    for own in _by_member(shifts).values():
        for run in _runs(own):
            span = Span(run[0].starts, max(one.ends for one in run))
            if span.ends - span.starts > longest:
                yield Finding(span, "long", run[0].body, run[0].member, tuple(one.code for one in run))


def findings(shifts: Sequence[Shift], span: Span | None, bodies: Iterable[str]) -> tuple[Finding, ...]:
    """What is wrong with the rotas of `bodies`, in the order of time. Without `span` nothing must be filled yet."""
    found = []
    for body in bodies:
        own = [one for one in shifts if one.body == body]
        found += [Finding(gap, "unfilled", body) for gap in (unfilled(own, span) if span else ())]
        found += [*doubles(own), *without_break(own)]
    return tuple(sorted(found))


def on_duty(shifts: Iterable[Shift], at: datetime) -> tuple[Shift, ...]:
    """Who is on duty at an instant, the one who came first in front."""
    return tuple(sorted(one for one in shifts if one.at(at)))


def relief(shifts: Iterable[Shift], leaving: Shift) -> tuple[Shift, ...]:
    """The shifts of the same institution that stay when one ends: those to whom it is handed over."""
    return tuple(
        sorted(one for one in shifts if one.body == leaving.body and one.code != leaving.code and one.at(leaving.ends))
    )


def turns(span: Span, length: timedelta, members: Sequence[str]) -> tuple[tuple[str, Span], ...]:
    """`span` filled with shifts of one length, the members in turn; the last shift is what is left.

    Refuses a length that is none (D101) and nobody to fill it (D102).
    """
    if length <= timedelta():
        raise Refused("D101")
    if not members:
        raise Refused("D102")
    found: list[tuple[str, Span]] = []
    starts = span.starts
    while starts < span.ends:
        ends = min(starts + length, span.ends)
        found.append((members[len(found) % len(members)], Span(starts, ends)))
        starts = ends
    return tuple(found)


def _by_member(shifts: Iterable[Shift]) -> dict[tuple[str, str], list[Shift]]:
    found: dict[tuple[str, str], list[Shift]] = defaultdict(list)
    for one in sorted(shifts):
        found[one.body, one.member].append(one)
    return found


def _runs(own: Sequence[Shift]) -> Iterator[list[Shift]]:
    """Shifts of one member that touch or overlap, together."""
    run: list[Shift] = []
    for one in own:
        if run and one.starts > max(held.ends for held in run):
            yield run
            run = []
        run.append(one)
    if run:
        yield run
