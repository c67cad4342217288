"""Reads of broadcasts: one's own, who has read, who must be telephoned, at what number and at what hour there."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from legation.accounts import queries as accounts
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.wording import text_of
from legation.coordination.convert.notices import BroadcastValue, ReceiptValue, broadcast_value, receipt_value
from legation.coordination.models import Broadcast, BroadcastReceipt
from legation.missions import queries as missions
from legation.plan.convert import ElectionValue

MISSIONS, HOME = (
    frozenset({"mission_head", "mission_officer"}),
    frozenset({"commission_chair", "commission_officer", "ministry_headquarters", "ministry_consular"}),
)
AUDIENCES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "missions": MISSIONS,
        "districts": frozenset({"district_chair"}),
        "stations": frozenset({"station_chair"}),
        "institutions": HOME,
        "everyone": MISSIONS | HOME | {"district_chair", "station_chair"},
    }
)
"""Audience -> the roles of whoever belongs to it."""


def mine(actor: Actor, election: ElectionValue) -> tuple[tuple[BroadcastValue, ReceiptValue], ...]:
    """The broadcasts to the actor in their role and place, unread ones in front, then the newest."""
    scope = actor.grant.scope
    rows = BroadcastReceipt.objects.filter(
        person=actor.person, role=actor.role, scope_kind=scope.kind, scope_code=scope.code,
        broadcast__election=election.code,
    )  # fmt: skip
    found = [(broadcast_value(row.broadcast), receipt_value(row)) for row in rows.select_related("broadcast")]
    newest = sorted(found, key=lambda pair: pair[0].sent_at, reverse=True)
    return tuple(sorted(newest, key=lambda pair: pair[1].read_at is not None))


def sent(actor: Actor, election: ElectionValue) -> tuple[tuple[BroadcastValue, int, int], ...]:
    """Every broadcast with how many have read it, of how many: for those who send, two queries."""
    if Permission.BROADCAST_SEND not in actor.permissions:
        return ()
    rows = list(Broadcast.objects.filter(election=election.code).order_by("-sent_at", "-pk"))
    receipts = BroadcastReceipt.objects.filter(broadcast__in=[row.pk for row in rows])
    pairs = list(receipts.values_list("broadcast", "read_at"))
    total, read = Counter(one for one, _at in pairs), Counter(one for one, at in pairs if at)
    return tuple((broadcast_value(row), read[row.pk], total[row.pk]) for row in rows)


def broadcast(actor: Actor, election: ElectionValue, code: str) -> tuple[BroadcastValue, ReceiptValue | None]:
    """One broadcast with the actor's own receipt; of others only for those who send. Else out of scope."""
    row = Broadcast.objects.filter(election=election.code, code=code).first()
    own = next((receipt for one, receipt in mine(actor, election) if one.code == code), None)
    if row is None or (own is None and Permission.BROADCAST_SEND not in actor.permissions):
        raise OutOfScope(code)
    return broadcast_value(row), own


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the audience: whether somebody there has read it, else whom to call, and by which clock they live."""

    kind: str
    code: str
    name: str
    read_at: datetime | None
    telephone: str
    zone: str
    receipt: int
    phoned_at: datetime | None
    phoned_note: str


def places(election: ElectionValue, one: BroadcastValue) -> tuple[Place, ...]:
    """The places of a broadcast, those to telephone in front: a mission is reached when one of its people has read."""
    receipts = [receipt_value(row) for row in BroadcastReceipt.objects.filter(broadcast=one.id).order_by("pk")]
    posts = {post.code: post for post in missions.missions(election.jurisdiction)}
    telephones = accounts.telephones_of({receipt.person for receipt in receipts})
    names = accounts.names_of({receipt.person for receipt in receipts})
    by_place: dict[tuple[str, str], list[ReceiptValue]] = {}
    for receipt in receipts:
        key = receipt.scope_code if receipt.scope_kind != "jurisdiction" else f"{receipt.scope_code}:{receipt.person}"
        by_place.setdefault((receipt.scope_kind, key), []).append(receipt)
    found = []
    for (kind, _key), own in by_place.items():
        post = posts.get(own[0].place) if kind in ("mission", "station") else None
        told = next((receipt for receipt in own if receipt.phoned_at), own[0])
        found.append(
            Place(
                kind=kind,
                code=own[0].place,
                name=text_of(post.cities) if post else names.get(own[0].person, own[0].place),
                read_at=min((receipt.read_at for receipt in own if receipt.read_at), default=None),
                telephone=(post.duty_phone if post else "") or telephones.get(own[0].person, ""),
                zone=post.zone if post else election.home_zone,
                receipt=told.id,
                phoned_at=told.phoned_at,
                phoned_note=told.phoned_note,
            )
        )
    return tuple(sorted(found, key=lambda place: (place.read_at is not None, place.phoned_at is not None, place.name)))
