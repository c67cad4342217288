"""Letting people in: invitations, the first account, the number at which somebody is called back."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from legation.accounts.actions.granting import check_offer, give_role
from legation.accounts.actions.making import create_account
from legation.accounts.convert.access import invitation_value
from legation.accounts.convert.secrets import digest, new_code
from legation.accounts.models import Invitation, User
from legation.accounts.permissions.inviting import INVITES
from legation.accounts.permissions.roles import ROLES
from legation.accounts.queries import access
from legation.base import clock
from legation.base.actors import Actor, Grant, OutOfScope, Permission, require
from legation.integrity.actions import act
from legation_core.access import calling_back
from legation_core.access.invitations import LASTS, Purpose, check_withdrawal
from legation_core.problems import Refused

GROUPS = {Purpose.FIRST: 5, Purpose.INVITATION: 5, Purpose.RE_ENROLMENT: 3}
"""Groups of four characters in a code: what is read out on the telephone lives for minutes and may be shorter."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What an invited person is given: shown or printed once, kept nowhere."""

    person: str
    name: str
    secret: str
    expires: datetime
    proposed: str = ""
    """The joint act that gives the role, where a second person must confirm it."""


def invite_person(*, code: str, name: str, grant: Grant, telephone: str, by: Actor, at: datetime) -> Letter:
    """Make an account with its role and an invitation: all of it, or nothing.

    A role that needs two persons is proposed: the letter is written now, the role begins when the second confirms.
    """
    if not ROLES[grant.role].two_persons:
        return _invite(code, name, (grant,), telephone, grant=grant, by=by, at=at)
    with transaction.atomic():
        letter = _invite(code, name, (), telephone, grant=grant, by=by, at=at)
        held_for = f"{grant.scope.kind} {grant.scope.code}"
        proposed = give_role.propose(
            person=code, role=grant.role, held_for=held_for, election=grant.election, until=grant.until, by=by, at=at
        )
        return replace(letter, proposed=proposed)


def _invite(
    code: str, name: str, grants: tuple[Grant, ...], telephone: str, *, grant: Grant, by: Actor, at: datetime
) -> Letter:
    with act("person_invited", by=by, at=at) as record:
        _check_may_invite(by, grant, at)
        home = grant.jurisdiction
        user = create_account(code=code, name=name, grants=grants, jurisdiction=home, by=by, at=at)
        if telephone:
            user.telephone, user.telephone_at = calling_back.telephone(telephone), clock.real()
            user.save(update_fields=["telephone", "telephone_at"])
        record.about(jurisdiction=home)
        record.private(invited=code)
        return open_for(user, Purpose.INVITATION, made_by=by.person)


def invite_again(*, person: str, by: Actor, at: datetime) -> Letter:
    """A new letter for somebody who never set up a way to sign in; the one before is void."""
    with act("person_invited", by=by, at=at) as record:
        user = _person(person, by, Permission.PEOPLE_INVITE)
        if access.enrolled(user):
            raise Refused("A202", facts={"person": person})
        record.about(jurisdiction=user.jurisdiction)
        record.private(invited=person)
        return open_for(user, Purpose.INVITATION, made_by=by.person)


def withdraw_invitation(*, person: str, by: Actor, at: datetime) -> None:
    """Make an open invitation void."""
    with act("invitation_withdrawn", by=by, at=at) as record:
        user = _person(person, by, Permission.PEOPLE_INVITE)
        row = Invitation.objects.select_for_update().filter(user=user).order_by("-pk").first()
        if row is None:
            raise OutOfScope(person)
        check_withdrawal(invitation_value(row), clock.real())
        row.withdrawn = clock.real()
        row.save(update_fields=["withdrawn"])
        record.about(jurisdiction=user.jurisdiction)
        record.private(invited=person)


def record_telephone(*, person: str, number: str, by: Actor, at: datetime) -> None:
    """Record the number at which somebody is called back. It can be called after a day."""
    with act("telephone_recorded", by=by, at=at) as record:
        user = _person(person, by, Permission.PEOPLE_RE_ENROL)
        user.telephone, user.telephone_at = calling_back.telephone(number), clock.real()
        user.save(update_fields=["telephone", "telephone_at"])
        record.about(jurisdiction=user.jurisdiction)
        record.private(of=person)


def first_account(*, code: str, name: str, grant: Grant, by: Actor, at: datetime) -> Letter:
    """Make the account from which all others are invited. Refused (A213) once anybody signs in."""
    with act("first_account", by=by, at=at) as record:
        if any(access.enrolled(user) for user in User.objects.select_for_update()):
            raise Refused("A213")
        user = create_account(code=code, name=name, grants=(grant,), by=by, at=at)
        record.about(jurisdiction=grant.jurisdiction)
        record.private(invited=code)
        return open_for(user, Purpose.FIRST, made_by=by.person)


def open_for(user: User, purpose: Purpose, *, made_by: str) -> Letter:
    """A fresh invitation; an open one before it is withdrawn. Called inside an act."""
    now = clock.real()
    Invitation.objects.select_for_update().filter(user=user, used=None, withdrawn=None).update(withdrawn=now)
    secret = new_code(GROUPS[purpose])
    Invitation.objects.create(
        user=user, purpose=purpose, digest=digest(secret), made_by=made_by, made=now, expires=now + LASTS[purpose]
    )
    return Letter(user.code, user.name, secret, now + LASTS[purpose])


def _person(code: str, by: Actor, permission: Permission) -> User:
    """The account, locked, of somebody in the actor's reach."""
    user = User.objects.select_for_update().filter(code=code, is_active=True).first()
    if user is None or user.jurisdiction != by.grant.jurisdiction:
        raise OutOfScope(code)
    require(by, permission, access.scopes_of_person(user, clock.now()))
    return user


def _check_may_invite(by: Actor, grant: Grant, at: datetime) -> None:
    if Permission.PEOPLE_INVITE not in by.permissions or grant.role not in INVITES.get(by.role, frozenset()):
        raise Refused("A216", facts={"role": by.role, "invited": grant.role})
    check_offer(grant, to=None, by=by, at=at)
