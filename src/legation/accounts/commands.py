"""Verbs of accounts: made, given further roles, listed and joined at the terminal; acts by two persons."""

from argparse import ArgumentParser, Namespace
from datetime import datetime

from django.conf import settings

from legation.accounts import actions, queries
from legation.accounts.actions import joint
from legation.accounts.permissions.roles import ROLES
from legation.accounts.queries import grants
from legation.accounts.queries import joint as joint_queries
from legation.base import clock
from legation.base.actors import Actor, Grant, ScopeRef
from legation.base.verbs import DONE, Verb, formats, instant, print_json, print_table, progress
from legation_core.problems import Refused
from legation_core.words import sentence


def add(chosen: Namespace) -> int:
    """Make an account with one role; the record names the operator, since nobody else is at the terminal."""
    at = clock.now()
    grant = _grant(chosen, at)
    _check_terminal(chosen)
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
    """Give an account a further role, while nobody signs in who could."""
    at = clock.now()
    given = _grant(chosen, at)
    _check_terminal(chosen)
    actions.grant_role(user_code=chosen.code, grant=given, by=_operator(chosen.jurisdiction, at), at=at)
    return _said(chosen, given)


def give(chosen: Namespace) -> int:
    """Give a role as a person who may: by the same rules as on the page."""
    at = clock.now()
    by = queries.actor_by_code(chosen.by, at)
    given = _grant(chosen, at, by.grant.jurisdiction)
    asked = {
        "person": chosen.code,
        "role": given.role,
        "held_for": f"{given.scope.kind} {given.scope.code}",
        "election": given.election,
        "since": chosen.since,
        "until": given.until,
    }
    if ROLES[given.role].two_persons:
        code = actions.give_role.propose(by=by, at=at, **asked)
        progress("A second person confirms it: legation joint confirm CODE --by PERSON")
        print_json({"proposed": code}) if chosen.json else print(f"proposed: {code}")
        return DONE
    for problem in actions.give_role(by=by, at=at, **asked):
        progress(f"warning: {sentence(problem)}")
    if chosen.json:
        print_json(grants.listed(chosen.code, by.grant.jurisdiction)[-1])
        return DONE
    return _said(chosen, given)


def end(chosen: Namespace) -> int:
    """End a role as a person who may."""
    at = clock.now()
    by = queries.actor_by_code(chosen.by, at)
    actions.end_role(person=chosen.code, number=chosen.number, reason=chosen.reason, until=chosen.until, by=by, at=at)
    own = next(row for row in grants.listed(chosen.code, by.grant.jurisdiction) if row["number"] == str(chosen.number))
    if chosen.json:
        print_json(own)
    else:
        print(f"{chosen.code}: {own['role']} for {own['scope']} ends at {own['until']}")
    return DONE


def show_grants(chosen: Namespace) -> int:
    """Every role that a person held or holds."""
    rows = grants.listed(chosen.code, chosen.jurisdiction)
    if chosen.json:
        print_json(rows)
    else:
        print_table(rows)
    return DONE


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


def _check_terminal(chosen: Namespace) -> None:
    """The operator decides nothing of an election: who signs in and may give the role, gives it."""
    if not grants.terminal_may_give(chosen.role, chosen.jurisdiction):
        raise Refused("A223", facts={"role": chosen.role})


def _operator(jurisdiction: str, at: datetime) -> Actor:
    return queries.actor_of("operator", Grant("operator", jurisdiction, "", ScopeRef("jurisdiction", jurisdiction), at))


def _grant(chosen: Namespace, at: datetime, jurisdiction: str = "") -> Grant:
    kind, home = ROLES[chosen.role].scope_kind, jurisdiction or chosen.jurisdiction
    before = chosen.election if kind == "station" else home
    code = home if kind == "jurisdiction" else f"{before}/{chosen.scope}"
    since = getattr(chosen, "since", None) or at
    return Grant(chosen.role, home, chosen.election, ScopeRef(kind, code), since, getattr(chosen, "until", None))


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
    _role_arguments(parser)


def _role_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--role", required=True, choices=sorted(ROLES), metavar="ROLE", help="see `account roles`")
    parser.add_argument("--scope", default="", help="code of the mission, district or station, where it belongs to one")
    parser.add_argument("--election", default="", help="only for this election; a role at a station needs it")


def _give(parser: ArgumentParser) -> None:
    parser.add_argument("code", help="code of the person who gets the role")
    _role_arguments(parser)
    parser.add_argument("--from", dest="since", type=instant, default=None, help="instant; now where left out")
    parser.add_argument("--until", type=instant, default=None, help="instant at which it ends")
    _by(parser)


def _end(parser: ArgumentParser) -> None:
    parser.add_argument("code", help="code of the person who holds the role")
    parser.add_argument("number", type=int, help="number of the grant, as `grant list` shows it")
    parser.add_argument("--reason", required=True, help="a few words, without names")
    parser.add_argument("--until", type=instant, default=None, help="instant at which it ends; now where left out")
    _by(parser)


def _by(parser: ArgumentParser) -> None:
    parser.add_argument("--by", required=True, metavar="PERSON", help="code of the person who acts")
    formats(parser, "json")


def _show_grants(parser: ArgumentParser) -> None:
    parser.add_argument("code", help="code of the person")
    _show(parser)


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
    Verb(("people", "list"), "who may act, in which roles", _show, show),
    Verb(("grant", "give"), "give a role as a person who may", _give, give),
    Verb(("grant", "end"), "end a role as a person who may", _end, end),
    Verb(("grant", "list"), "every role that a person held or holds", _show_grants, show_grants),
    Verb(("account", "roles"), "the roles, and what each may do", lambda parser: formats(parser, "json"), roles),
]
