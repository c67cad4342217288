"""Raising, taking, settling and closing matters: one institution proposes a decision, a person of the other agrees."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from legation.accounts.actions.joint import jointly
from legation.accounts.permissions.joint import Place
from legation.base import entropy
from legation.base.actors import Actor, OutOfScope, Permission, require
from legation.coordination.convert.matters import digest_of, owner_pair
from legation.coordination.models import Matter, MatterEffect, MatterOption, MatterOwner, MatterRemark
from legation.coordination.permissions.matters import institution_of, place_of, scopes_of
from legation.integrity.actions import act
from legation.integrity.record import Record
from legation.missions import queries as missions
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation_core.correspondence import matters as core
from legation_core.correspondence.matters import Origin, State
from legation_core.problems import Refused
from legation_core.register.folding import fold

LINK = re.compile(r"(?:record:)?([0-9]{1,12})|(station|mission|paper):([A-Za-z0-9-]{1,80})")


def raise_matter(
    *,
    election: str,
    title: str,
    text: str,
    origin: Origin = Origin.PAGE,
    origin_code: str = "",
    mission: str = "",
    due: datetime | None = None,
    by: Actor,
    at: datetime,
) -> str:
    """Raise a matter: of one's own place, or at home of the mission that it concerns. Gives its code."""
    with act("matter_raised", by=by, at=at) as record:
        value = plan.election_for(by, election)
        scope = _place_for(by, value, mission)
        require(by, Permission.MATTER_RAISE, scopes_of(value.jurisdiction, election, *scope))
        if not title.strip() or not text.strip():
            raise Refused("M109")
        day = at.astimezone(ZoneInfo(value.home_zone)).date()
        until = due or core.due_for(at, day, value.election_day)
        core.check_due(until, at)
        row = Matter.objects.create(
            jurisdiction_id=value.jurisdiction, election_id=election, code=entropy.code(10), title=title.strip(),
            text=text.strip(), origin=origin, origin_code=origin_code, scope_kind=scope[0], scope_code=scope[1],
            raised_body=by.body, raised_at=at, due=until, sorting=fold(f"{title} {text} {scope[1]}"),
        )  # fmt: skip
        _about(record, value, row)
        record.public(reference=row.code, origin=str(origin), due=_iso(until))
        record.private(digest=digest_of([row.title, row.text]))
    return row.code


def take_matter(*, election: str, code: str, by: Actor, at: datetime) -> None:
    """Become its owner for one's institution, in place of whoever was before."""
    with act("matter_taken", by=by, at=at) as record:
        value, row = _settled_by(by, election, code)
        own = institution_of(by)
        row.state = core.taken_by(_core(row), by=by.person, institution=own)
        row.save(update_fields=["state"])
        MatterOwner.objects.filter(matter=row, institution=own, until__isnull=True).update(until=at)
        MatterOwner.objects.create(matter=row, institution=own, person=by.person, since=at)
        _about(record, value, row)
        record.public(reference=row.code)


def remark(*, election: str, code: str, text: str, by: Actor, at: datetime) -> None:
    """Add what one knows: whoever sees the matter and may raise one."""
    with act("matter_remarked", by=by, at=at) as record:
        value, row = _locked(by, election, code)
        require(by, Permission.MATTER_RAISE, _scopes(row))
        core.check(_core(row), "remark", by=by.person, institution=institution_of(by))
        _write(row, "remark", text, by, at)
        _about(record, value, row)
        record.public(reference=row.code)
        record.private(digest=digest_of(text.strip()))


def offer_option(*, election: str, code: str, text: str, by: Actor, at: datetime) -> int:
    """Write one way to settle it; its number."""
    with act("matter_option_offered", by=by, at=at) as record:
        value, row = _settled_by(by, election, code)
        core.check(_core(row), "offer", by=by.person, institution=institution_of(by))
        if not text.strip():
            raise Refused("M109")
        number = MatterOption.objects.filter(matter=row).count() + 1
        MatterOption.objects.create(matter=row, number=number, text=text.strip(), institution=institution_of(by), at=at)
        _about(record, value, row)
        record.public(reference=row.code, option=number)
        record.private(digest=digest_of(text.strip()))
    return number


def set_due(*, election: str, code: str, due: datetime, reason: str, by: Actor, at: datetime) -> None:
    """Say until when it is to be decided, with the reason."""
    with act("matter_due_set", by=by, at=at) as record:
        value, row = _settled_by(by, election, code)
        core.check(_core(row), "date", by=by.person, institution=institution_of(by))
        core.check_due(due, at)
        _write(row, "date", reason, by, at)
        row.due = due
        row.save(update_fields=["due"])
        _about(record, value, row)
        record.public(reference=row.code, due=_iso(due))


def _both(*, election: str, code: str, by: Actor, **given: object) -> Place:
    """A matter is decided by a person of each institution."""
    value, row = _found(by, election, code)
    scope = (row.scope_kind, row.scope_code) if row.scope_kind != "jurisdiction" else ("", "")
    return place_of(
        by, value.jurisdiction, election, subject=f"matter:{code}", lawbook=value.book.digest, kind=scope[0],
        code=scope[1],
    )  # fmt: skip


@jointly("decide_matter", _both)
def decide_matter(*, election: str, code: str, option: int, decision: str, by: Actor, at: datetime) -> None:
    """Settle on one of its options: proposed by an owner, agreed to by a person of the other institution.

    `decision` is the text of the option as both read it.
    """
    with act("matter_decided", by=by, at=at) as record:
        value, row = _settled_by(by, election, code)
        row.state = core.decided(_core(row), option, by=by.person, institution=institution_of(by))
        chosen = MatterOption.objects.get(matter=row, number=option)
        if chosen.text != decision:
            raise Refused("M105", facts={"options": MatterOption.objects.filter(matter=row).count()})
        row.decision, row.decided_at = option, at
        row.save(update_fields=["state", "decision", "decided_at"])
        _about(record, value, row)
        record.public(reference=row.code, option=option, digest=digest_of(chosen.text))


def name_effect(*, election: str, code: str, link: str, by: Actor, at: datetime) -> None:
    """Name what it changed: a record of the log, a station, a mission, a paper."""
    with act("matter_changed", by=by, at=at) as record:
        value, row = _settled_by(by, election, code)
        core.check(_core(row), "effect", by=by.person, institution=institution_of(by))
        match = LINK.fullmatch(link.strip())
        if match is None:
            raise Refused("M110", facts={"link": link.strip()[:80] or "–"})
        kind, named = match[2] or "record", match[3] or match[1]
        MatterEffect.objects.get_or_create(matter=row, kind=kind, code=named, defaults={"at": at})
        _about(record, value, row)
        record.public(reference=row.code, effect=f"{kind}:{named}")


def close_matter(*, election: str, code: str, closing: str, by: Actor, at: datetime) -> None:
    """Close what was decided and done."""
    with act("matter_closed", by=by, at=at) as record:
        value, row = _settled_by(by, election, code)
        matter = _core(row)
        row.state = core.closed(matter, closing, by=by.person, institution=institution_of(by))
        row.closed_at, row.closing = at, closing.strip()
        row.save(update_fields=["state", "closed_at", "closing"])
        _about(record, value, row)
        record.public(reference=row.code, effects=matter.effects)
        record.private(digest=digest_of(row.closing))


def reopen_matter(*, election: str, code: str, reason: str, by: Actor, at: datetime) -> None:
    """Open it again: what was decided did not settle it. It gets its time anew."""
    with act("matter_reopened", by=by, at=at) as record:
        value, row = _settled_by(by, election, code)
        row.state = core.reopened(_core(row), reason, by=by.person, institution=institution_of(by))
        day = at.astimezone(ZoneInfo(value.home_zone)).date()
        row.due = core.due_for(at, day, value.election_day)
        row.decision, row.decided_at, row.closed_at, row.closing = None, None, None, ""
        row.save(update_fields=["state", "due", "decision", "decided_at", "closed_at", "closing"])
        _write(row, "reopen", reason, by, at)
        _about(record, value, row)
        record.public(reference=row.code)


def _iso(instant: datetime) -> str:
    return f"{instant:%Y-%m-%dT%H:%MZ}"


def _place_for(by: Actor, value: ElectionValue, mission: str) -> tuple[str, str]:
    """Whose a matter is: of a mission, district or station its own, at home the mission named or nobody's else."""
    own = by.grant.scope
    if own.kind != "jurisdiction":
        return own.kind, own.code
    if not mission:
        return own.kind, own.code
    if mission not in {one.code for one in missions.missions(value.jurisdiction)}:
        raise Refused("M114", facts={"mission": mission[:40]})
    return "mission", f"{value.jurisdiction}/{mission}"


def _found(by: Actor, election: str, code: str, *, lock: bool = False) -> tuple[ElectionValue, Matter]:
    value = plan.election_for(by, election)
    rows = Matter.objects.select_for_update() if lock else Matter.objects
    row = rows.filter(election=election, code=code).first()
    if row is None:
        raise OutOfScope(code)
    return value, row


def _locked(by: Actor, election: str, code: str) -> tuple[ElectionValue, Matter]:
    """The election and the matter, locked until the act ends. Unknown: out of scope."""
    return _found(by, election, code, lock=True)


def _settled_by(by: Actor, election: str, code: str) -> tuple[ElectionValue, Matter]:
    """The same, for whoever settles matters."""
    value, row = _locked(by, election, code)
    require(by, Permission.MATTER_SETTLE, _scopes(row))
    return value, row


def _scopes(row: Matter) -> frozenset:
    return scopes_of(row.jurisdiction_id, row.election_id, row.scope_kind, row.scope_code)


def _core(row: Matter) -> core.Matter:
    owners = dict(owner_pair(one) for one in MatterOwner.objects.filter(matter=row, until__isnull=True))
    options = MatterOption.objects.filter(matter=row).count()
    return core.Matter(State(row.state), owners, options, MatterEffect.objects.filter(matter=row).count())


def _write(row: Matter, step: str, text: str, by: Actor, at: datetime) -> None:
    if not text.strip():
        raise Refused("M109" if step == "remark" else "M107")
    MatterRemark.objects.create(matter=row, step=step, body=by.body, text=text.strip()[:2000], at=at)


def _about(record: Record, value: ElectionValue, row: Matter) -> None:
    record.about(
        jurisdiction=value.jurisdiction,
        election=value.code,
        lawbook=value.book.digest,
        subject=f"matter:{row.code}",
        body=record.by.body,
    )
