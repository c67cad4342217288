"""What changed in an election since yesterday, or since one's last visit: read from the log."""

from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from legation.base.actors import Actor
from legation.desks.queries import ElectionDesk
from legation.desks.todo import own_stations
from legation.integrity import queries as log
from legation.integrity.convert import Shown

DAY = timedelta(days=1)
VISIT = timedelta(minutes=30)
"""A page opened later than this after the last one begins another visit."""
MOST = 6
FEW = 400
"""Up to so many stations of one's own, only what concerns them is shown."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Records after `since`, the newest first, and how many there are; `visit` where `since` is the last visit."""

    since: datetime
    visit: bool
    records: tuple[Shown, ...]
    total: int


def last_visit(
    session: MutableMapping[str, Any], election: str, now: datetime, *, visits: bool = True
) -> datetime | None:
    """When this election was last visited before this visit; none where it is the first of the session.

    Without `visits` a page that is open already asks again: that begins no other visit.
    """
    seen = dict(session.get("seen", {}))
    before, current = seen.get(election, ("", ""))
    if visits and (not current or not timedelta() <= now - datetime.fromisoformat(current) <= VISIT):
        before, current = current, now.isoformat()
        session["seen"] = seen | {election: (before, current)}
    found = datetime.fromisoformat(before) if before else None
    return found if found and found < now else None


def changes(actor: Actor, desk: ElectionDesk, visited: datetime | None) -> Changes:
    """What concerns the actor: of a mission or district with few stations only their records. Two queries."""
    since = visited or desk.now - DAY
    kind = actor.grant.scope.kind
    post, _district, own = own_stations(actor, desk)
    subjects = {f"station:{one.code}" for one in own} if len(own) <= FEW and kind != "jurisdiction" else set()
    if post:
        subjects.add(f"mission:{post.code}")
    records, total = log.changed(desk.election.jurisdiction, desk.election.code, since, MOST, subjects)
    return Changes(since, visited is not None, records, total)
