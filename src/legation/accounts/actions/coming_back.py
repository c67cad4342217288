"""Re-enrolment of somebody locked out: one person calls back and asks, another confirms and reads a code out."""

from datetime import datetime

from legation.accounts.actions.factors import forget_all
from legation.accounts.actions.inviting import Letter, open_for
from legation.accounts.actions.sessions import end_sessions
from legation.accounts.models import CallBack, User
from legation.accounts.permissions import scopes_of
from legation.accounts.permissions.inviting import RE_ENROLS
from legation.accounts.queries.access import roles_of
from legation.base import clock, entropy
from legation.base.actors import Actor, OutOfScope, Permission, require
from legation.integrity.actions import act
from legation_core.access import calling_back
from legation_core.access.invitations import Purpose
from legation_core.problems import Refused
from legation_core.values import PersonCode


def ask_re_enrolment(*, person: str, called: str, by: Actor, at: datetime) -> str:
    """Ask that somebody may set up anew what they sign in with, after calling them back. The request's code."""
    with act("re_enrolment_asked", by=by, at=at) as record:
        user = User.objects.select_for_update().filter(code=person, is_active=True).first()
        if user is None or user.jurisdiction != by.grant.jurisdiction:
            raise OutOfScope(person)
        require(by, Permission.PEOPLE_RE_ENROL, scopes_of(user.jurisdiction))
        _check_side(user, by, RE_ENROLS.get(by.role, frozenset()), at, every=False)
        now = clock.real()
        calling_back.check_asking(
            of=PersonCode(user.person),
            by=by.person,
            called=called,
            on_record=user.telephone,
            recorded=user.telephone_at,
            now=now,
        )
        code = entropy.code()
        CallBack.objects.create(
            code=code, user=user, called=user.telephone, asked_by=by.person, asked_role=by.role, asked=now
        )
        record.about(jurisdiction=user.jurisdiction)
        record.private(of=person)
        return code


def confirm_re_enrolment(*, code: str, by: Actor, at: datetime) -> Letter:
    """The second person confirms. Everything the person signed in with is void, every session of theirs ends."""
    with act("re_enrolment_confirmed", by=by, at=at) as record:
        row, user = _request(code, by)
        now = clock.real()
        calling_back.check_confirming(_value(row, user), by=by.person, now=now)
        both = RE_ENROLS.get(by.role, frozenset()) | RE_ENROLS.get(row.asked_role, frozenset())
        _check_side(user, by, both, at, every=True)
        row.confirmed_by, row.confirmed = by.person, now
        row.save(update_fields=["confirmed_by", "confirmed"])
        forget_all(user)
        end_sessions(user=user)
        record.about(jurisdiction=user.jurisdiction)
        record.private(of=user.code, asked_by=row.asked_by)
        return open_for(user, Purpose.RE_ENROLMENT, made_by=by.person)


def refuse_re_enrolment(*, code: str, by: Actor, at: datetime) -> None:
    """End a request in which something is not right."""
    with act("re_enrolment_refused", by=by, at=at) as record:
        row, user = _request(code, by)
        now = clock.real()
        calling_back.check_refusing(_value(row, user), now=now)
        row.refused_by, row.refused = by.person, now
        row.save(update_fields=["refused_by", "refused"])
        record.about(jurisdiction=user.jurisdiction)
        record.private(of=user.code)


def _check_side(user: User, by: Actor, within: frozenset[str], at: datetime, *, every: bool) -> None:
    """Refuse (A224) where the person serves another institution than those who let them in."""
    roles = roles_of(user, at)
    if not (roles <= within if every else roles & within):
        raise Refused("A224", facts={"role": by.role})


def _request(code: str, by: Actor) -> tuple[CallBack, User]:
    row = CallBack.objects.select_for_update().filter(code=code).first()
    user = User.objects.select_for_update().filter(pk=row.user_id).first() if row else None
    if row is None or user is None or user.jurisdiction != by.grant.jurisdiction:
        raise OutOfScope(code)
    require(by, Permission.PEOPLE_RE_ENROL, scopes_of(user.jurisdiction))
    return row, user


def _value(row: CallBack, user: User) -> calling_back.Request:
    return calling_back.Request(
        PersonCode(user.person), PersonCode(row.asked_by), row.asked, row.confirmed, row.refused
    )
