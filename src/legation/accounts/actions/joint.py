"""Acts by two persons: one proposes, another confirms, and in that moment it is done, in one transaction.

A capability makes an act of its own joint with `jointly`. Called plainly such an act is refused where it needs two.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any, Generic, ParamSpec, TypeVar

from django.db import transaction

from legation.accounts.convert.joint import core_act, decoded, encoded, scopes_of, state_of
from legation.accounts.models import JointAct, User
from legation.accounts.permissions.joint import Place
from legation.accounts.queries.people import actor_in
from legation.base import entropy
from legation.base.actors import Actor, OutOfScope, Permission, require
from legation.integrity.actions import act
from legation.integrity.record import Record
from legation_core.powers import four_eyes
from legation_core.powers.four_eyes import State
from legation_core.problems import Refused

P = ParamSpec("P")
R = TypeVar("R")
Second = Callable[[Mapping[str, Any], Actor], None]
_doing: ContextVar[str] = ContextVar("joint_act", default="")


class Joint(Generic[P, R]):
    """An act that one person proposes and another confirms. `place` reads from its arguments what it needs; `second`,
    where there is one, refuses by its arguments who may not be the second person of it.
    """

    def __init__(
        self, name: str, action: Callable[P, R], place: Callable[..., Place], second: Second | None = None
    ) -> None:
        self.name, self.action, self.place, self.second = name, action, place, second
        self.__doc__ = action.__doc__

    def __call__(self, *args: P.args, **given: P.kwargs) -> R:
        """Do it plainly. Refused where it needs two persons: as the act itself would be, else for that (A507)."""
        if _doing.get() != self.name and self.place(**given).needs.required:
            self.attempt(given)
            raise Refused("A507", facts={"act": self.name})
        return self.action(*args, **given)

    def propose(self, *args: P.args, **given: P.kwargs) -> str:
        """Propose it; the proposal's code. Whatever would refuse it now refuses the proposal. Sent twice: once."""
        return _begin(self, given, "")

    def do_alone(self: "Joint[P, R]", because: str, /, *args: P.args, **given: P.kwargs) -> str:
        """Do it single-handed, with the reason why nobody could be reached: it takes effect, a confirmation is owed."""
        four_eyes.check_alone(self.place(**given).needs, because)
        return _begin(self, given, because.strip())

    def needs_two(self, *args: P.args, **given: P.kwargs) -> bool:
        """Whether it needs two persons here, so that it is proposed and not done."""
        return self.place(**given).needs.required

    def attempt(self, given: dict[str, Any]) -> None:
        """Do it and take it back: every refusal of the act itself comes out."""
        with transaction.atomic():
            self.do(given)
            transaction.set_rollback(True)

    def do(self, given: dict[str, Any]) -> None:
        with _as_joint(self.name):
            self.action(**given)  # type: ignore[call-arg]


_known: dict[str, Joint[..., Any]] = {}


def jointly(
    name: str, place: Callable[..., Place], second: Second | None = None
) -> Callable[[Callable[P, R]], Joint[P, R]]:
    """Make an action a joint act under the name that the lawbook gives it. All its arguments are keywords."""

    def around(action: Callable[P, R]) -> Joint[P, R]:
        made = Joint(name, action, place, second)
        _known[name] = made
        return made

    return around


def confirm(*, code: str, by: Actor, at: datetime) -> None:
    """Be the second person: it is done now, or what was done single-handed is confirmed. Repeated, it acts once."""
    if _confirmed_already(code, by):
        return
    try:
        _confirm(code, by, at)
    except Refused:
        if not _confirmed_already(code, by):
            raise


def refuse(*, code: str, reason: str, by: Actor, at: datetime) -> None:
    """Refuse as the second person; of what was done single-handed, object: what follows is the institutions' matter."""
    row = _seen(code, by)
    with act("joint_act_objected" if row.alone_because else "joint_act_refused", by=by, at=at) as record:
        row = _locked(code, by, at)
        if not reason.strip():
            raise Refused("A510")
        row.reason = reason.strip()[:300]
        _end(row, "refused", by, at)
        _about(record, row)
        record.private(reason=row.reason)


def withdraw(*, code: str, by: Actor, at: datetime) -> None:
    """Take one's own proposal back while nothing has happened."""
    with act("joint_act_withdrawn", by=by, at=at) as record:
        row = _row(code, by)
        require(by, Permission.JOINT_READ, scopes_of(row))
        four_eyes.check_withdrawal(core_act(row), by=by.person, now=at)
        _end(row, "withdrawn", by, at)
        _about(record, row)


def go_alone(*, code: str, because: str, by: Actor, at: datetime) -> None:
    """Do single-handed what one proposed, because nobody can be reached: it takes effect, a confirmation is owed."""
    with act("joint_act_single_handed", by=by, at=at) as record:
        row = _row(code, by)
        require(by, Permission.JOINT_READ, scopes_of(row))
        begun = core_act(row)
        four_eyes.check_withdrawal(begun, by=by.person, now=at)
        four_eyes.check_alone(begun.needs, because)
        _carry_out(row, at)
        row.alone_because, row.proposed_at, row.due = because.strip()[:300], at, at + four_eyes.OWED_WITHIN
        row.save(update_fields=["alone_because", "proposed_at", "due"])
        _about(record, row)
        record.private(reason=row.alone_because)


def _begin(joint: Joint[..., Any], given: dict[str, Any], alone: str) -> str:
    by, at, place = given["by"], given["at"], joint.place(**given)
    arguments = encoded(given)
    key = hashlib.sha256(f"{place.jurisdiction}\n{joint.name}\n{arguments}".encode()).hexdigest()
    waiting = JointAct.objects.filter(open_key=key).select_related("user").first()
    if waiting is not None and waiting.user.person == by.person and state_of(waiting, at) is not State.LAPSED:
        return waiting.code
    if not alone:
        joint.attempt(given)
    with act("joint_act_single_handed" if alone else "joint_act_proposed", by=by, at=at) as record:
        require(by, Permission.JOINT_READ, place.scopes)
        row = _made(joint.name, place, arguments, key, alone, by, at)
        _about(record, row, place.body)
        record.private(arguments=hashlib.sha256(arguments.encode()).hexdigest())
        if alone:
            record.private(reason=alone)
            joint.do(given)
    return row.code


def _made(name: str, place: Place, arguments: str, key: str, alone: str, by: Actor, at: datetime) -> JointAct:
    """The row; what lapsed of the same kind is ended before. Refuses (A508) what somebody else proposed already."""
    lapsed = JointAct.objects.filter(open_key=key, due__lte=at, alone_because="")
    lapsed.update(open_key=None, ended="lapsed", ended_at=at)
    scope = by.grant.scope
    begun = four_eyes.JointAct(place.needs, by.person, at, bool(alone))
    row, new = JointAct.objects.get_or_create(
        open_key=key,
        defaults={
            "code": entropy.code(),
            "act": name,
            "arguments": arguments,
            "jurisdiction": place.jurisdiction,
            "election": place.election,
            "lawbook": place.lawbook,
            "subject": place.subject,
            "body": place.body,
            "body_kind": place.needs.body,
            "confirmed_by_kind": place.needs.confirmed_by,
            "scopes": sorted([one.kind, one.code] for one in place.scopes),
            "user": _account(by),
            "proposed_by": by.person,
            "proposed_role": by.role,
            "proposed_scope": [scope.kind, scope.code],
            "proposed_at": at,
            "alone_because": alone[:300],
            "due": begun.due,
        },
    )
    if not new:
        raise Refused("A508")
    return row


def _confirm(code: str, by: Actor, at: datetime) -> None:
    alone = bool(_seen(code, by).alone_because)
    with act("joint_act_confirmed_afterwards" if alone else "joint_act_confirmed", by=by, at=at) as record:
        row = _locked(code, by, at)
        joint = _known[row.act]
        given = decoded(row.arguments, joint.action)
        if joint.second is not None:
            joint.second(given, by)
        if not alone:
            _carry_out(row, at)
        _end(row, "confirmed", by, at)
        _about(record, row)
        record.private(proposed_by=row.proposed_by)


def _carry_out(row: JointAct, at: datetime) -> None:
    """Do the act, by the rights of who proposed it as they are now."""
    joint = _known[row.act]
    joint.do({**decoded(row.arguments, joint.action), "by": _proposer(row, at), "at": at})


def _confirmed_already(code: str, by: Actor) -> bool:
    return JointAct.objects.filter(code=code, ended="confirmed", ended_by=by.person).exists()


def _seen(code: str, by: Actor) -> JointAct:
    row = JointAct.objects.filter(code=code, jurisdiction=by.grant.jurisdiction).first()
    if row is None:
        raise OutOfScope(code)
    return row


def _row(code: str, by: Actor) -> JointAct:
    rows = JointAct.objects.select_for_update(of=("self",)).select_related("user")
    row = rows.filter(code=code, jurisdiction=by.grant.jurisdiction).first()
    if row is None:
        raise OutOfScope(code)
    return row


def _locked(code: str, by: Actor, at: datetime) -> JointAct:
    """The row, locked, where the actor may be its second person now."""
    row = _row(code, by)
    require(by, Permission.JOINT_CONFIRM, scopes_of(row))
    four_eyes.check_second(core_act(row), by=by.person, bodies=by.bodies, now=at)
    return row


def _proposer(row: JointAct, at: datetime) -> Actor:
    """Who proposed it, with the role in which they did, as they hold it now. Refuses (A509) where they do not."""
    kind, code = row.proposed_scope
    found = actor_in(row.user, row.proposed_role, kind, code, at)
    if found is None:
        raise Refused("A509")
    return found


def _end(row: JointAct, how: str, by: Actor, at: datetime) -> None:
    row.ended, row.ended_by, row.ended_role, row.ended_at = how, by.person, by.role, at
    row.ended_name, row.open_key = _account(by).name, None
    row.save(update_fields=["ended", "ended_by", "ended_role", "ended_name", "ended_at", "open_key", "reason"])


def _account(by: Actor) -> User:
    """The account that acts: where a person has several, the one that holds the role."""
    accounts = User.objects.filter(person=by.person, is_active=True)
    for user in accounts.order_by("pk"):
        if actor_in(user, by.role, by.grant.scope.kind, by.grant.scope.code, by.grant.since) is not None:
            return user
    raise OutOfScope(by.person)


def _about(record: Record, row: JointAct, body: str = "") -> None:
    record.about(
        jurisdiction=row.jurisdiction, election=row.election, lawbook=row.lawbook, subject=row.subject, body=body
    )
    record.public(act=row.act, reference=row.code)


@contextmanager
def _as_joint(name: str) -> Iterator[None]:
    token = _doing.set(name)
    try:
        yield
    finally:
        _doing.reset(token)
