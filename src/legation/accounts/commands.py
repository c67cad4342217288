"""Verbs of accounts: made, given further roles and listed at the terminal, and recorded."""

from argparse import ArgumentParser, Namespace
from datetime import datetime

from django.conf import settings

from legation.accounts import actions, queries
from legation.accounts.permissions.roles import ROLES
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


VERBS = [
    Verb(("account", "first"), "make the first account and print its enrolment link", _first, first),
    Verb(("account", "add"), "make an account with one role", _add, add),
    Verb(("account", "grant"), "give an account a further role", _grant_arguments, grant),
    Verb(("account", "list"), "who may act, in which roles", _show, show),
    Verb(("account", "roles"), "the roles, and what each may do", lambda parser: formats(parser, "json"), roles),
]
