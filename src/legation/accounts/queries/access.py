"""Reads about signing in: what somebody holds, how often it failed, which sessions go on."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator

from legation.accounts.convert.access import factor_of, invitation_value
from legation.accounts.convert.secrets import digest
from legation.accounts.models import (
    Attempt,
    CallBack,
    Invitation,
    KnownIdentity,
    PrintedCode,
    RoleGrant,
    SignedIn,
    User,
)
from legation.accounts.permissions import scopes_of
from legation.accounts.queries.people import actor, grants_of
from legation.base import powers
from legation.base.actors import Actor, Grant, OutOfScope, ScopeRef
from legation_core.access import calling_back, factors, invitations, limits
from legation_core.access.factors import Factor
from legation_core.values import PersonCode

LASTS = timedelta(hours=12)
IDLE = timedelta(hours=2)
"""A session ends twelve hours after its beginning, and after two hours without a page."""


@dataclass(frozen=True, slots=True)
class Held:
    """One way to sign in that somebody set up; `number` names it on their page."""

    factor: Factor
    number: int
    name: str
    since: datetime | None
    left: int = 0


@dataclass(frozen=True, slots=True)
class Session:
    number: int
    device: str
    address: str
    since: datetime
    seen: datetime
    current: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """A person on the page People."""

    code: str
    name: str
    telephone: str
    telephone_at: datetime | None
    enrolled: bool
    invitation: str
    expires: datetime | None
    waiting: str


def account(pk: int | str) -> User | None:
    """The account of a session; `None` where it was closed."""
    return User.objects.filter(pk=pk, is_active=True).first()


def by_code(code: str) -> User | None:
    return User.objects.filter(code=code.strip().lower(), is_active=True).first()


def self_actor(user: User, at: datetime) -> Actor:
    """The person about their own account; whoever holds no role yet acts as the holder of an account."""
    found = actor(user, at)
    if found is not None:
        return found
    grant = Grant("account_holder", user.jurisdiction, "", ScopeRef("jurisdiction", user.jurisdiction), at)
    return Actor(PersonCode(user.person), "account_holder", frozenset({"account_holder"}), frozenset(), grant)


def held(user: User) -> tuple[Held, ...]:
    """Every way to sign in that the person set up, oldest first."""
    rows = Authenticator.objects.filter(user=user).order_by("pk")
    found = [Held(factor_of(row), row.pk, str(row.data.get("name", "")), row.created_at) for row in rows]
    if user.has_usable_password():
        found.append(Held(Factor.PASSWORD, 0, "", None))
    left = PrintedCode.objects.filter(user=user, used__isnull=True).count()
    if left:
        found.append(Held(Factor.PRINTED_CODES, 0, "", None, left))
    return tuple(found)


def enrolled(user: User) -> bool:
    """Whether the person holds two factors or an identity that stands for them."""
    identity = KnownIdentity.objects.filter(user=user, ended__isnull=True).exists()
    return identity or factors.enough(one.factor for one in held(user))


def invitation_of(typed: str) -> tuple[User, invitations.Invitation] | None:
    """The person and invitation that a typed code belongs to, whatever its state."""
    row = Invitation.objects.select_related("user").filter(digest=digest(typed)).first()
    return (row.user, invitation_value(row)) if row else None


def waits_until(name: str, address: str, now: datetime) -> datetime | None:
    """Until when nobody may try the first step for `name` from `address`; the same for names that do not exist."""
    rows = Attempt.objects.filter(address=address, at__gt=now - limits.ADDRESS.window).values_list("account", "at")
    whole = list(rows)
    own = digest(name)
    return limits.longest(
        limits.free_again([at for account, at in whole if account == own], limits.PERSON_AT_ADDRESS, now),
        limits.free_again([at for _account, at in whole], limits.ADDRESS, now),
    )


def second_waits_until(name: str, now: datetime) -> datetime | None:
    rows = Attempt.objects.filter(account=digest(name), step="second", at__gt=now - limits.SECOND_STEP.window)
    return limits.free_again(list(rows.values_list("at", flat=True)), limits.SECOND_STEP, now)


def session_stands(key: str | None, user_pk: int | str, now: datetime) -> SignedIn | None:
    """The row of a session that goes on; `None` where it ended, was revoked or is too old."""
    row = SignedIn.objects.filter(key=key or "", user_id=user_pk, ended__isnull=True).first()
    if row is None or now - row.since >= LASTS or now - row.seen >= IDLE:
        return None
    return row


def person_of_session(key: str) -> str:
    """Whose session had this key, even when it ended; empty when nobody's."""
    row = SignedIn.objects.select_related("user").filter(key=key).first()
    return row.user.code if row else ""


def sessions(user: User, current: str | None, now: datetime) -> tuple[Session, ...]:
    rows = SignedIn.objects.filter(user=user, ended__isnull=True, since__gt=now - LASTS, seen__gt=now - IDLE)
    return tuple(
        Session(row.pk, row.device, row.address, row.since, row.seen, row.key == current)
        for row in rows.order_by("-seen")
    )


def identity(issuer: str, subject: str) -> User | None:
    """The person whom an act recorded under just this issuer and subject."""
    row = (
        KnownIdentity.objects.select_related("user").filter(issuer=issuer, subject=subject, ended__isnull=True).first()
    )
    return row.user if row and row.user.is_active else None


def scopes_of_person(user: User, at: datetime) -> frozenset[ScopeRef]:
    """The scopes in which an account lies: its jurisdiction, and whatever lies around the places of their roles."""
    places = {grant.scope for grant in grants_of(user.pk, at)}
    return scopes_of(user.jurisdiction).union(places, *powers.around(places).values())


def roles_of(user: User, at: datetime) -> frozenset[str]:
    return frozenset(grant.role for grant in grants_of(user.pk, at))


def listed(by: Actor, now: datetime) -> tuple[Listed, ...]:
    """The people in the actor's reach, with how far each has come; as many queries for one as for all."""
    found = User.objects.filter(jurisdiction=by.grant.jurisdiction, is_active=True)
    if by.grant.scope not in scopes_of(by.grant.jurisdiction):
        found = found.filter(pk__in=_inside(by.grant))
    users = list(found.order_by("code"))
    ready = set(Authenticator.objects.filter(user__in=users).values_list("user_id", flat=True))
    printed = set(PrintedCode.objects.filter(user__in=users, used__isnull=True).values_list("user_id", flat=True))
    last = {row.user_id: row for row in Invitation.objects.filter(user__in=users).order_by("pk")}
    calls = {row.user_id: row for row in CallBack.objects.filter(user__in=users).select_related("user").order_by("pk")}
    return tuple(
        Listed(
            code=user.code,
            name=user.name,
            telephone=user.telephone,
            telephone_at=user.telephone_at,
            enrolled=user.pk in ready or user.pk in printed,
            invitation=_invitation_state(last.get(user.pk), now),
            expires=last[user.pk].expires if user.pk in last else None,
            waiting=_waiting(calls.get(user.pk), now),
        )
        for user in users
    )


def _inside(grant: Grant) -> set[int]:
    """Who holds, or held, a role at a place that lies in the grant's own."""
    rows = RoleGrant.objects.filter(jurisdiction=grant.jurisdiction)
    held = [(ScopeRef(kind, code), user) for kind, code, user in rows.values_list("scope_kind", "scope_code", "user")]
    lie = powers.around(scope for scope, _user in held)
    return {user for scope, user in held if grant.scope in lie.get(scope, frozenset()) | {scope}}


def one(by: Actor, code: str, now: datetime) -> Listed:
    """One person of the actor's jurisdiction. Of another: out of scope."""
    found = next((one for one in listed(by, now) if one.code == code), None)
    if found is None:
        raise OutOfScope(code)
    return found


def same_person(by: Actor, code: str) -> tuple[str, ...]:
    """The codes of the other accounts that are recorded as of the same person."""
    found = User.objects.filter(code=code, jurisdiction=by.grant.jurisdiction).first()
    others = User.objects.filter(person=found.person).exclude(code=code) if found else User.objects.none()
    return tuple(others.order_by("code").values_list("code", flat=True))


def _invitation_state(row: Invitation | None, now: datetime) -> str:
    return invitations.state_of(invitation_value(row), now).value if row else ""


def _waiting(row: CallBack | None, now: datetime) -> str:
    """The code of a re-enrolment that waits for its second person."""
    if row is None:
        return ""
    value = calling_back.Request(
        PersonCode(row.user.person), PersonCode(row.asked_by), row.asked, row.confirmed, row.refused
    )
    return row.code if calling_back.state_of(value, now) is calling_back.State.ASKED else ""
