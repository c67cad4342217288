"""The fewest sessions in which everybody can attend in civil hours, exactly.

Each start that is looked at serves the places in whose civil hours the whole session lies, and is possible only where
every speaker, or somebody who stands in, is served too. Fewest starts that together serve all is a set cover; places of
one clock and one calendar are one element, starts that serve no more than another are left out, and what remains is
small enough to be searched whole. Whoever no start serves is named, with the start that costs the least: that is what
cannot be avoided, and for people to decide.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from legation_core.training.hours import Place, Span, Wish, away, check, civil_spans, starts, working_days


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in every session: their place, those of the people who stand in, and whether any hour will do."""

    place: Place
    substitutes: tuple[Place, ...] = ()
    any_hour: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """A session: its start, the first and last start that serve the same places, and the places it is for."""

    start: datetime
    first: datetime
    last: datetime
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compromise:
    """A place that no session can serve in civil hours, and the start that costs it and the speakers the least."""

    place: str
    start: datetime
    there: int
    """Minutes by which the session misses the civil hours of the place."""
    speakers: int
    """The same for the speaker worst off, or for whoever stands in."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the finder gives: the sessions, what cannot be avoided, and a smallest group that cannot meet as one."""

    slots: tuple[Slot, ...]
    left_out: tuple[Compromise, ...]
    together: bool
    conflict: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Served:
    """The places of one clock and calendar, and their civil hours."""

    keys: tuple[str, ...]
    spans: tuple[Span, ...]


def find(places: Sequence[Place], speakers: Sequence[Speaker], wish: Wish) -> Found:
    """The fewest sessions for all places; ties go to the widest choice of starts, then to the earliest."""
    check(wish)
    groups = _grouped(places, wish)
    staffing = [_staff(speaker, wish) for speaker in speakers]
    looked_at = starts(wish)
    possible = [at for at in looked_at if all(_minutes(spans, at, wish) == 0 for spans in staffing)]
    masks = {at: _mask(groups, at, wish) for at in possible}
    reached = 0
    for mask in masks.values():
        reached |= mask
    chosen = _fewest(_runs(masks, timedelta(minutes=wish.step)), reached)
    left = [group for place, group in enumerate(groups) if not reached >> place & 1]
    conflict = _conflict([*places, *(one.place for one in speakers if not one.any_hour)], looked_at, wish)
    return Found(
        slots=_assigned(groups, chosen, wish),
        left_out=tuple(found for group in left for found in _compromises(group, staffing, looked_at, wish)),
        together=not conflict,
        conflict=conflict,
    )


def can_meet(places: Iterable[Place], wish: Wish) -> bool:
    """Whether one start on one of the days is civil for all of these places."""
    spans = [civil_spans(place, wish) for place in places]
    return any(all(away(one, at, wish.length) == 0 for one in spans) for at in starts(wish))


def session_for(place: Place, sessions: Sequence[datetime], wish: Wish) -> int:
    """The place in `sessions` of the one that suits somebody best: the least away from civil hours, then from noon."""
    spans = civil_spans(place, wish)
    group = _Served((place.key,), spans)

    def cost(number: int) -> tuple[int, float, int]:
        noon = _from_noon(group, sessions[number], wish)[0] if spans else 0.0
        return away(spans, sessions[number], wish.length), noon, number

    return min(range(len(sessions)), key=cost)


def _grouped(places: Sequence[Place], wish: Wish) -> list[_Served]:
    by_calendar: dict[tuple[str, tuple[date, ...]], list[Place]] = {}
    for place in places:
        by_calendar.setdefault((place.zone, working_days(place, wish)), []).append(place)
    return [_Served(tuple(one.key for one in same), civil_spans(same[0], wish)) for same in by_calendar.values()]


def _staff(speaker: Speaker, wish: Wish) -> list[tuple[Span, ...]]:
    """The civil hours of those who can speak; nothing to look at where any hour will do."""
    if speaker.any_hour:
        return []
    return [civil_spans(place, wish) for place in (speaker.place, *speaker.substitutes)]


def _minutes(staff: list[tuple[Span, ...]], at: datetime, wish: Wish) -> int:
    """By how many minutes the one of a speaker's people who fits best misses civil hours."""
    return min((away(spans, at, wish.length) for spans in staff), default=0)


def _mask(groups: Sequence[_Served], at: datetime, wish: Wish) -> int:
    return sum(1 << place for place, group in enumerate(groups) if away(group.spans, at, wish.length) == 0)


@dataclass(frozen=True, slots=True)
class _Run:
    """Starts in a row that serve the same groups."""

    mask: int
    first: datetime
    last: datetime

    @property
    def order(self) -> tuple[float, datetime]:
        return (-(self.last - self.first).total_seconds(), self.first)


def _runs(masks: dict[datetime, int], step: timedelta) -> list[_Run]:
    """The best run of each set of groups that no other set includes."""
    runs: dict[int, _Run] = {}
    numbered = enumerate(sorted(masks.items()))
    for (mask, _offset), same in groupby(numbered, key=lambda one: (one[1][1], one[1][0] - step * one[0])):
        row = [at for _place, (at, _mask) in same]
        run = _Run(mask, row[0], row[-1])
        if mask and (mask not in runs or run.order < runs[mask].order):
            runs[mask] = run
    whole = [one for one in runs.values() if not any(one.mask != other and one.mask | other == other for other in runs)]
    return sorted(whole, key=lambda one: one.order)


def _fewest(runs: Sequence[_Run], wanted: int) -> tuple[_Run, ...]:
    """The fewest runs that together serve `wanted`: one more is tried only when no choice of fewer does."""
    for count in range(len(runs) + 1):
        found = _cover(runs, wanted, count)
        if found is not None:
            return tuple(sorted(found, key=lambda one: one.first))
    return ()


def _cover(runs: Sequence[_Run], wanted: int, count: int) -> tuple[_Run, ...] | None:
    """`count` runs or fewer that serve `wanted`, by the group that the fewest runs serve first; or none."""
    if not wanted:
        return ()
    widest = max(((one.mask & wanted).bit_count() for one in runs), default=0)
    if not count or widest * count < wanted.bit_count():
        return None
    bits = [bit for bit in range(wanted.bit_length()) if wanted >> bit & 1]
    rarest = min(bits, key=lambda bit: sum(one.mask >> bit & 1 for one in runs))
    for one in runs:
        if one.mask >> rarest & 1:
            rest = _cover(runs, wanted & ~one.mask, count - 1)
            if rest is not None:
                return (one, *rest)
    return None


def _assigned(groups: Sequence[_Served], chosen: Sequence[_Run], wish: Wish) -> tuple[Slot, ...]:
    """The sessions in the middle of their runs; a group goes to the one nearest to the middle of its civil day."""
    step = timedelta(minutes=wish.step)
    at = [one.first + (one.last - one.first) // 2 // step * step for one in chosen]
    found: list[list[str]] = [[] for _ in chosen]
    for place, group in enumerate(groups):
        serving = [number for number, one in enumerate(chosen) if one.mask >> place & 1]
        if serving:
            found[min(serving, key=lambda number: _from_noon(group, at[number], wish))].extend(group.keys)
    return tuple(
        Slot(start, run.first, run.last, tuple(keys)) for start, run, keys in zip(at, chosen, found, strict=True)
    )


def _from_noon(group: _Served, start: datetime, wish: Wish) -> tuple[float, datetime]:
    middle = start + timedelta(minutes=wish.length) / 2
    return min(abs((opens + (closes - opens) / 2 - middle).total_seconds()) for opens, closes in group.spans), start


def _compromises(
    group: _Served, staffing: Sequence[list[tuple[Span, ...]]], looked_at: Sequence[datetime], wish: Wish
) -> list[Compromise]:
    """The start that keeps whoever is worst off nearest to civil hours: the place, or its speakers."""

    def cost(at: datetime) -> tuple[int, int, datetime, int]:
        there = away(group.spans, at, wish.length)
        speakers = max((_minutes(staff, at, wish) for staff in staffing), default=0)
        return max(there, speakers), there, at, speakers

    _worst, there, at, speakers = min(cost(at) for at in looked_at)
    return [Compromise(key, at, there, speakers) for key in group.keys]


def _conflict(places: Sequence[Place], looked_at: Sequence[datetime], wish: Wish) -> tuple[str, ...]:
    """A smallest group that cannot meet in civil hours: none of it can be left out. Empty where all can meet."""
    kept = {(place.zone, working_days(place, wish)): place for place in reversed(places)}
    fits = {
        key: frozenset(at for at in looked_at if away(civil_spans(place, wish), at, wish.length) == 0)
        for key, place in kept.items()
    }
    every = frozenset(looked_at)
    if every.intersection(*fits.values()):
        return ()
    needed = dict(fits)
    for key in fits:
        rest = {other: starts for other, starts in needed.items() if other != key}
        if not every.intersection(*rest.values()):
            needed = rest
    return tuple(kept[key].key for key in needed)
