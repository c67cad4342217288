"""Roles given and ended: who may do what, in which scope, from when until when. Each is an act of its own."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from legation.accounts.actions.joint import jointly
from legation.accounts.convert import grant_value, holding
from legation.accounts.models import RoleGrant, User
from legation.accounts.permissions import giver
from legation.accounts.permissions.joint import Place
from legation.accounts.permissions.roles import ROLES
from legation.base import powers
from legation.base.actors import Actor, Grant, OutOfScope, Permission, ScopeRef, require
from legation.integrity.actions import act
from legation_core.powers.four_eyes import Needs
from legation_core.powers.grants import check_ending, check_giving
from legation_core.problems import Problem, Refused
from legation_core.values import PersonCode


def _giving(*, role: str, by: Actor, election: str = "", **given: object) -> Place:
    """Where giving a role belongs: two persons of the body that gives it, where the role acts for an institution."""
    home, own = ScopeRef("jurisdiction", by.grant.jurisdiction), ScopeRef("election", election)
    return Place(
        needs=Needs(by.body, required=ROLES[role].two_persons),
        jurisdiction=by.grant.jurisdiction,
        body=by.body,
        election=election,
        scopes=frozenset({home, own} if election else {home}),
    )


def _not_to_oneself(given: Mapping[str, Any], by: Actor) -> None:
    """Refuse (A252) that who gets the role is the second person of giving it."""
    if User.objects.filter(code=given["person"], person=by.person).exists():
        raise Refused("A252")


@jointly("give_role", _giving, _not_to_oneself)
def give_role(
    *,
    person: str,
    role: str,
    held_for: str,
    by: Actor,
    at: datetime,
    election: str = "",
    since: datetime | None = None,
    until: datetime | None = None,
) -> Sequence[Problem]:
    """Give a role to somebody with an account; what the law only assumes against it comes back as warnings.

    `held_for` is the kind of the place and its code: `mission AZ/tabriz`. Without `since` it begins when it is given.
    `OutOfScope` for a place that is not the giver's, `Refused` A010, A251 and by the codes of `check_giving`.
    """
    with act("role_granted", by=by, at=at) as record:
        kind, _space, code = held_for.partition(" ")
        grant = Grant(role, by.grant.jurisdiction, election, ScopeRef(kind, code), since or at, until)
        user = User.objects.select_for_update().filter(code=person, is_active=True).first()
        if user is None or user.jurisdiction != by.grant.jurisdiction:
            raise Refused("A010", facts={"person": person[:40]})
        found = check_offer(grant, to=user, by=by, at=at)
        keep_grant(user, grant, by)
        record.about(jurisdiction=grant.jurisdiction, election=grant.election)
        record.public(granted_role=grant.role, scope_kind=grant.scope.kind, scope_code=grant.scope.code)
        record.private(granted_to=user.code)
        return found


def end_role(*, person: str, number: int, reason: str, by: Actor, at: datetime, until: datetime | None = None) -> None:
    """End grant `number` of a person at `until`, or now: their next request has no power of it.

    `OutOfScope` for a grant that is not the actor's to end, `Refused` by the codes of `check_ending`.
    """
    with act("role_ended", by=by, at=at) as record:
        user = User.objects.select_for_update().filter(code=person).first()
        row = RoleGrant.objects.select_for_update().filter(pk=number, user=user).first()
        if user is None or row is None:
            raise OutOfScope(person)
        grant = grant_value(row)
        end = max(until or at, row.since)
        _require_reach(by, grant, powers.around((grant.scope,)).get(grant.scope, frozenset()))
        check_ending(holding(grant), of=PersonCode(user.person), by=giver(by), reason=reason, until=end, now=at)
        row.until, row.ended_by, row.ended_body, row.ended_reason = end, by.person, by.body, reason.strip()[:200]
        row.save(update_fields=["until", "ended_by", "ended_body", "ended_reason"])
        record.about(jurisdiction=row.jurisdiction, election=row.election)
        record.public(ended_role=row.role, scope_kind=row.scope_kind, scope_code=row.scope_code)
        record.private(ended_of=user.code, reason=row.ended_reason)


def grant_role(*, user_code: str, grant: Grant, by: Actor, at: datetime) -> None:
    """Keep a grant whose giver was looked at before: with an account, an invitation, or at the terminal."""
    with act("role_granted", by=by, at=at) as record:
        user = User.objects.select_for_update().filter(code=user_code).first()
        if user is None:
            raise Refused("A010", facts={"person": user_code[:40]})
        if RoleGrant.objects.filter(user=user, role=grant.role, scope_code=grant.scope.code, until=None).exists():
            raise Refused("A006")
        keep_grant(user, grant, by)
        record.about(jurisdiction=grant.jurisdiction, election=grant.election)
        record.public(granted_role=grant.role, scope_kind=grant.scope.kind, scope_code=grant.scope.code)
        record.private(granted_to=user.code)


def check_offer(grant: Grant, *, to: User | None, by: Actor, at: datetime) -> Sequence[Problem]:
    """Refuse a grant that the actor may not give to `to`, or to somebody who has no account yet."""
    place = powers.around((grant.scope,)).get(grant.scope, frozenset())
    home = ScopeRef("jurisdiction", grant.jurisdiction)
    if grant.jurisdiction != by.grant.jurisdiction:
        raise OutOfScope(grant.scope.code)
    _check_exists(grant.scope, place, home)
    if grant.election:
        election = ScopeRef("election", grant.election)
        _check_exists(election, powers.around((election,)).get(election, frozenset()), home)
    _require_reach(by, grant, place)
    rows = RoleGrant.objects.filter(user=to, jurisdiction=grant.jurisdiction) if to else ()
    person = PersonCode(to.person if to else "")
    held = [holding(grant_value(row)) for row in rows if row.role in ROLES]
    law = powers.law_of(grant.jurisdiction, at)
    return check_giving(holding(grant), to=person, by=giver(by), held=held, law=law, now=at)


def keep_grant(user: User, grant: Grant, by: Actor) -> None:
    """The row of a grant. The role says for which kind of place it is held. Called inside an act."""
    _check_scope(grant)
    RoleGrant.objects.create(
        user=user,
        role=grant.role,
        jurisdiction=grant.jurisdiction,
        election=grant.election,
        scope_kind=grant.scope.kind,
        scope_code=grant.scope.code,
        since=grant.since,
        until=grant.until,
        given_by=by.person,
        given_body=by.body,
    )


def _require_reach(by: Actor, grant: Grant, place: frozenset[ScopeRef]) -> None:
    """The place of the grant lies in the actor's own, and the actor gives roles at all."""
    home = ScopeRef("jurisdiction", grant.jurisdiction)
    election = {ScopeRef("election", grant.election)} if grant.election else set()
    require(by, Permission.ROLE_GRANT, place | {home, grant.scope} | election)


def _check_exists(scope: ScopeRef, place: frozenset[ScopeRef], home: ScopeRef) -> None:
    if home not in place:
        raise Refused("A251", facts={"kind": scope.kind, "code": scope.code.rpartition("/")[2][:40] or "-"})


def _check_scope(grant: Grant) -> None:
    wanted = ROLES[grant.role].scope_kind
    if wanted != grant.scope.kind:
        raise ValueError(f"{grant.role} is granted for a {wanted}, not a {grant.scope.kind}")
    before, _, code = grant.scope.code.rpartition("/")
    if not code:
        raise Refused("A011", facts={"role": grant.role, "kind": wanted})
    if wanted == "station" and before != grant.election:
        raise ValueError("a role at a station is granted for the election of the station")
