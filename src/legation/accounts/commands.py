"""Verbs of accounts: made, given further roles, listed and joined at the terminal; acts by two persons."""

from argparse import ArgumentParser, Namespace
from datetime import datetime

from django.conf import settings

from legation.accounts import actions, queries
from legation.accounts.actions import joint
from legation.accounts.permissions.roles import ROLES
from legation.accounts.queries import joint as joint_queries
from legation.base import clock
from legation.base.actors import Actor, Grant, ScopeRef
from legation.base.verbs import DONE, Verb, formats, print_json, print_table, progress


def add(chosen: Namespace) -> int:
    """Make an account with one role; the record names the operator, since nobody else is at the terminal."""
    at = clock.now()
    grant = _grant(chosen, at)
    by = _operator(chosen.jurisdiction, at)
    actions.create_account(code=chosen.code, name=chosen.name, grants=(grant,), by=by, at=at)
    return _said(chosen, grant)


def first(chosen: Namespace) -> int:
    """Make the first account of an installation and print its enrolment link, once."""
    at = clock.now()
    given = _grant(chosen, at)
    by = _operator(chosen.jurisdiction, at)
    made = actions.first_account(code=chosen.code, name=chosen.name, grant=given, by=by, at=at)
    print(f"{chosen.site.rstrip('/')}/enrol/with/{made.secret}/")
    progress(f"Open it within 24 hours; it works once. {chosen.code} then sets up a passkey, or a password and an app.")
    return DONE


def grant(chosen: Namespace) -> int:
    """Give an account a further role."""
    at = clock.now()
    given = _grant(chosen, at)
    actions.grant_role(user_code=chosen.code, grant=given, by=_operator(chosen.jurisdiction, at), at=at)
    return _said(chosen, given)


def show(chosen: Namespace) -> int:
    """Who may act, in which roles; by code, never by name."""
    rows = queries.listed(chosen.jurisdiction, clock.now())
    if chosen.json:
        print_json(rows)
    else:
        print_table(rows)
    return DONE


def roles(chosen: Namespace) -> int:
    """The roles there are, and what each may do."""
    rows = [
        {"role": one.key, "scope": one.scope_kind, "title": str(one.title), "powers": sorted(one.permissions)}
        for one in ROLES.values()
    ]
    if chosen.json:
        print_json(rows)
    else:
        print_table([{name: row[name] for name in ("role", "scope", "title")} for row in rows])
    return DONE


def join(chosen: Namespace) -> int:
    """Record that two accounts are of one person; four eyes count them once from then on."""
    at = clock.now()
    by = queries.actor_by_code(chosen.by, at)
    actions.join_accounts(first=chosen.first, second=chosen.second, by=by, at=at)
    print(f"one person: {chosen.first}, {chosen.second}")
    return DONE


def joint_list(chosen: Namespace) -> int:
    """What waits for a second person, as the person sees it; whether they may be the second."""
    at = clock.now()
    by = queries.actor_by_code(chosen.by, at, chosen.role)
    rows = [
        {
            "code": one.code,
            "act": one.act,
            "about": one.subject,
            "state": one.state.value,
            "due": f"{one.due:%Y-%m-%dT%H:%M:%SZ}",
            "yours": "yes" if joint_queries.may_second(by, one) else "no",
        }
        for one in joint_queries.waiting_ones(by, at)
    ]
    if chosen.json:
        print_json(rows)
    else:
        print_table(rows)
    return DONE


def joint_confirm(chosen: Namespace) -> int:
    """Be the second person of an act: it is done in that moment."""
    at = clock.now()
    joint.confirm(code=chosen.code, by=queries.actor_by_code(chosen.by, at, chosen.role), at=at)
    print(f"confirmed: {chosen.code}")
    return DONE


def joint_refuse(chosen: Namespace) -> int:
    """Refuse an act as its second person; object to one that was done single-handed."""
    at = clock.now()
    by = queries.actor_by_code(chosen.by, at, chosen.role)
    joint.refuse(code=chosen.code, reason=chosen.reason, by=by, at=at)
    print(f"refused: {chosen.code}")
    return DONE


def joint_withdraw(chosen: Namespace) -> int:
    """Take back what one proposed oneself."""
    at = clock.now()
    joint.withdraw(code=chosen.code, by=queries.actor_by_code(chosen.by, at, chosen.role), at=at)
    print(f"withdrawn: {chosen.code}")
    return DONE


def _operator(jurisdiction: str, at: datetime) -> Actor:
    return queries.actor_of("operator", Grant("operator", jurisdiction, "", ScopeRef("jurisdiction", jurisdiction), at))


def _grant(chosen: Namespace, at: datetime) -> Grant:
    kind = ROLES[chosen.role].scope_kind
    code = chosen.jurisdiction if kind == "jurisdiction" else f"{chosen.jurisdiction}/{chosen.scope}"
    return Grant(chosen.role, chosen.jurisdiction, "", ScopeRef(kind, code), at)


def _said(chosen: Namespace, given: Grant) -> int:
    print(f"{chosen.code}: {given.role} for {given.scope.kind} {given.scope.code}")
    return DONE


def _add(parser: ArgumentParser) -> None:
    _grant_arguments(parser)
    parser.add_argument("--name", required=True, help="the person's name; never leaves the accounts")


def _first(parser: ArgumentParser) -> None:
    _add(parser)
    parser.add_argument("--site", default=_site(), help="where this installation is reached (default: %(default)s)")


def _site() -> str:
    hosts = [host for host in settings.ALLOWED_HOSTS if host[:1] not in "*."]
    return "http://localhost:8000" if "localhost" in hosts or not hosts else f"https://{hosts[0]}"


def _grant_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("code", help="code of the person: small letters, digits, hyphens")
    parser.add_argument("--jurisdiction", required=True, help="code of the jurisdiction, as its lawbook has it")
    parser.add_argument("--role", required=True, choices=sorted(ROLES), metavar="ROLE", help="see `account roles`")
    parser.add_argument("--scope", default="", help="code of the mission or district, for roles that belong to one")


def _show(parser: ArgumentParser) -> None:
    parser.add_argument("--jurisdiction", default="", help="only this one")
    formats(parser, "json")


def _join(parser: ArgumentParser) -> None:
    parser.add_argument("first", help="code of one account")
    parser.add_argument("second", help="code of the other account")
    parser.add_argument("--by", required=True, help="code of the person who acts")


def _joint_list(parser: ArgumentParser) -> None:
    parser.add_argument("--by", required=True, help="code of the person who looks")
    parser.add_argument("--role", default="", help="role in which they look, where they hold several")
    formats(parser, "json")


def _joint(parser: ArgumentParser) -> None:
    parser.add_argument("code", help="code of the act, as `joint list` prints it")
    parser.add_argument("--by", required=True, help="code of the person who acts")
    parser.add_argument("--role", default="", help="role in which they act, where they hold several")


def _joint_refuse(parser: ArgumentParser) -> None:
    _joint(parser)
    parser.add_argument("--reason", required=True, help="why; whoever proposed it reads this")


VERBS = [
    Verb(("account", "join"), "record that two accounts are of one person", _join, join),
    Verb(("joint", "list"), "what waits for a second person", _joint_list, joint_list),
    Verb(("joint", "confirm"), "confirm an act as its second person", _joint, joint_confirm),
    Verb(("joint", "refuse"), "refuse an act as its second person", _joint_refuse, joint_refuse),
    Verb(("joint", "withdraw"), "take back an act that one proposed", _joint, joint_withdraw),
    Verb(("account", "first"), "make the first account and print its enrolment link", _first, first),
    Verb(("account", "add"), "make an account with one role", _add, add),
    Verb(("account", "grant"), "give an account a further role", _grant_arguments, grant),
    Verb(("account", "list"), "who may act, in which roles", _show, show),
    Verb(("account", "roles"), "the roles, and what each may do", lambda parser: formats(parser, "json"), roles),
]
