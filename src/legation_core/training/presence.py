"""Who was there, from the joins and leaves that a conference server tells.

Servers tell late, twice, or a join without its leave; a person comes with two devices, falls out and comes back. Only
minutes inside the session count, and minutes with two devices count once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Event:
    """Somebody's connection opened or closed. `connection` is the server's name for it; the same event twice is one."""

    person: str
    connection: str
    joined: bool
    at: datetime


def minutes_present(events: Iterable[Event], starts: datetime, ends: datetime) -> dict[str, int]:
    """Whole minutes for which each person had a connection open between the two instants."""
    by_person: dict[str, dict[str, list[tuple[datetime, bool]]]] = {}
    for one in sorted(set(events), key=lambda one: (one.at, not one.joined)):
        by_person.setdefault(one.person, {}).setdefault(one.connection, []).append((one.at, one.joined))
    return {person: _whole(_spans(connections, ends), starts, ends) for person, connections in by_person.items()}


def _spans(connections: dict[str, list[tuple[datetime, bool]]], ends: datetime) -> list[tuple[datetime, datetime]]:
    """From each join to the next leave of its connection, or to the end; a leave without its join tells nothing."""
    found = []
    for told in connections.values():
        opened: datetime | None = None
        for at, joined in told:
            if joined and opened is None:
                opened = at
            elif not joined and opened is not None:
                found.append((opened, at))
                opened = None
        if opened is not None:
            found.append((opened, ends))
    return sorted(found)


def _whole(spans: list[tuple[datetime, datetime]], starts: datetime, ends: datetime) -> int:
    """Minutes in the union of the spans, cut to the session."""
    seconds, reached = 0.0, starts
    for opened, closed in spans:
        begin, end = max(opened, reached), min(closed, ends)
        if end > begin:
            seconds += (end - begin).total_seconds()
            reached = end
    return int(seconds // 60)


def attended(minutes: int, length: int, share: int) -> bool:
    """Whether somebody was there for at least `share` in a hundred of a session."""
    return minutes * 100 >= length * share
