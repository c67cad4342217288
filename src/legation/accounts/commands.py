"""Verbs of accounts: the first ones of a jurisdiction, made at the terminal and recorded."""

from argparse import ArgumentParser, Namespace

from legation.accounts import actions, queries
from legation.accounts.permissions.roles import ROLES
from legation.base import clock
from legation.base.actors import Grant, ScopeRef
from legation.base.verbs import DONE, Verb


def add(chosen: Namespace) -> int:
    """Make an account with one role; the record names the operator, since nobody else is at the terminal."""
    at = clock.now()
    home = ScopeRef("jurisdiction", chosen.jurisdiction)
    operator = queries.actor_of("operator", Grant("operator", chosen.jurisdiction, "", home, at))
    kind = ROLES[chosen.role].scope_kind
    scope = home if kind == "jurisdiction" else ScopeRef(kind, f"{chosen.jurisdiction}/{chosen.scope}")
    grant = Grant(chosen.role, chosen.jurisdiction, "", scope, at)
    actions.create_account(code=chosen.code, name=chosen.name, grants=(grant,), by=operator, at=at)
    print(f"{chosen.code}: {chosen.role} for {scope.kind} {scope.code}")
    return DONE


def _add(parser: ArgumentParser) -> None:
    parser.add_argument("code", help="code of the person, e.g. ana")
    parser.add_argument("--name", required=True, help="the person's name; never leaves the accounts")
    parser.add_argument("--jurisdiction", required=True, help="code of the jurisdiction, e.g. AZ")
    parser.add_argument("--role", required=True, choices=sorted(ROLES))
    parser.add_argument("--scope", default="", help="mission or district, for roles that belong to one")


VERBS = [Verb(("account", "add"), "make an account with one role", _add, add)]
