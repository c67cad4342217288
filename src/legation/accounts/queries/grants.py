"""Reads of grants: those of one person now and before, and what somebody at the terminal may still give."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext

from legation.accounts.convert import grant_value, holding
from legation.accounts.models import RoleGrant, User
from legation.accounts.permissions.roles import ROLES, Role
from legation.accounts.queries.access import enrolled
from legation.base import powers
from legation.base.actors import Actor, Grant, ScopeRef
from legation.base.wording.codes import Coded, names_of
from legation_core.powers.grants import warnings_of as warnings
from legation_core.problems import Problem


@dataclass(frozen=True, slots=True)
class Line:
    """A grant as it stands on a person's page."""

    number: int
    role: Role
    grant: Grant
    place: str
    """The name of the mission or station, the number of the district; empty for the whole jurisdiction."""
    state: str
    """`in_force`, `to_come` or `ended`."""
    given_body: str
    ended_body: str
    ended_reason: str
    may_end: bool


def lines_of(by: Actor, person: str, at: datetime) -> tuple[Line, ...]:
    """The grants of a person in the actor's jurisdiction, those in force first, then by their beginning, newest first.

    Three queries at most, however many grants.
    """
    rows = RoleGrant.objects.filter(user__code=person, jurisdiction=by.grant.jurisdiction, role__in=ROLES)
    found = list(rows.order_by("-since", "-pk"))
    names = places_of(grant_value(row).scope for row in found)
    lie = powers.around(grant_value(row).scope for row in found)
    lines = [_line(row, by, person, names, lie, at) for row in found]
    return tuple(sorted(lines, key=lambda line: ("in_force", "to_come", "ended").index(line.state)))


def warnings_of(proposed: Mapping[str, Any], jurisdiction: str, at: datetime) -> list[Problem]:
    """What the law only assumes against giving a role that was proposed with these arguments."""
    kind, _space, code = str(proposed["held_for"]).partition(" ")
    since, until = (_instant(proposed.get(name)) for name in ("since", "until"))
    scope, election = ScopeRef(kind, code), str(proposed.get("election") or "")
    offer = Grant(str(proposed["role"]), jurisdiction, election, scope, since or at, until)
    rows = RoleGrant.objects.filter(user__code=proposed["person"], jurisdiction=jurisdiction, role__in=ROLES)
    own = [holding(grant_value(row)) for row in rows]
    return warnings(holding(offer), held=own, law=powers.law_of(jurisdiction, at))


def _instant(written: object) -> datetime | None:
    return datetime.fromisoformat(str(written)) if written else None


def held(by: Actor, at: datetime) -> dict[str, list[tuple[Role, str]]]:
    """The roles in force in the actor's jurisdiction with their places, by the code of the person."""
    rows = RoleGrant.objects.filter(jurisdiction=by.grant.jurisdiction, since__lte=at, role__in=ROLES)
    now = [row for row in rows.select_related("user").order_by("since", "pk") if row.until is None or row.until > at]
    names = places_of(grant_value(row).scope for row in now)
    found: dict[str, list[tuple[Role, str]]] = defaultdict(list)
    for row in now:
        found[row.user.code].append((ROLES[row.role], names.get(ScopeRef(row.scope_kind, row.scope_code), "")))
    return found


def places_of(scopes: Iterable[ScopeRef]) -> dict[ScopeRef, str]:
    """Places in the reader's language: a mission and a station by name, a district by its number. Two queries."""
    wanted = {one: (one.kind, _coded(one)) for one in scopes if one.kind != "jurisdiction"}
    names = names_of(pair for scope, pair in wanted.items() if scope.kind in ("mission", "station"))
    return {scope: names.get(pair, pair[1].code) for scope, pair in wanted.items()}


def role_names(wanted: frozenset[Coded]) -> dict[Coded, str]:
    """Roles of joint acts, in the reader's language."""
    return {one: str(ROLES[one.code].title) for one in wanted if one.code in ROLES}


def place_names(wanted: frozenset[Coded]) -> dict[Coded, str]:
    """Places of roles in joint acts, in the reader's language."""
    scopes = {one: ScopeRef(*one.code.split(" ", 1)) for one in wanted if " " in one.code}
    names = places_of(scopes.values())
    return {one: names.get(scope, gettext("the whole jurisdiction")) for one, scope in scopes.items()}


def terminal_may_give(role: str, jurisdiction: str) -> bool:
    """Whether too few people sign in who could give the role, so that it can only be given at the terminal."""
    giving = [one.key for one in ROLES.values() if role in one.gives]
    rows = RoleGrant.objects.filter(jurisdiction=jurisdiction, role__in=giving, until=None)
    users = User.objects.filter(pk__in=rows.values("user_id"), is_active=True)
    return sum(enrolled(user) for user in users) < (2 if ROLES[role].two_persons else 1)


def listed(person: str, jurisdiction: str) -> list[dict[str, str]]:
    """Every grant of a person there ever was, for the command line."""
    rows = RoleGrant.objects.filter(user__code=person).select_related("user")
    if jurisdiction:
        rows = rows.filter(jurisdiction=jurisdiction)
    return [
        {
            "number": str(row.pk),
            "role": row.role,
            "scope": f"{row.scope_kind} {row.scope_code}",
            "election": row.election,
            "since": f"{row.since:%Y-%m-%dT%H:%M:%SZ}",
            "until": f"{row.until:%Y-%m-%dT%H:%M:%SZ}" if row.until else "",
            "given_by": row.given_body,
            "ended_by": row.ended_body,
        }
        for row in rows.order_by("since", "pk")
    ]


def _line(
    row: RoleGrant,
    by: Actor,
    person: str,
    names: dict[ScopeRef, str],
    lie: dict[ScopeRef, frozenset[ScopeRef]],
    at: datetime,
) -> Line:
    grant = grant_value(row)
    home = {ScopeRef("jurisdiction", grant.jurisdiction), grant.scope}
    election = {ScopeRef("election", grant.election)} if grant.election else set()
    reaches = by.reaches(lie.get(grant.scope, frozenset()) | home | election)
    state = "to_come" if row.since > at else "ended" if row.until and row.until <= at else "in_force"
    gives = grant.role in ROLES[by.role].gives and person != by.person
    may_end = state != "ended" and reaches and gives
    return Line(
        row.pk,
        ROLES[row.role],
        grant,
        names.get(grant.scope, ""),
        state,
        row.given_body,
        row.ended_body,
        row.ended_reason,
        may_end,
    )


def _coded(scope: ScopeRef) -> Coded:
    """A mission is named inside its jurisdiction, a station inside its election."""
    before, _slash, code = scope.code.rpartition("/")
    return Coded("", before, code) if scope.kind == "station" else Coded(before, "", code)
