"""Verbs of duty: the rota with what is wrong with it, the call list."""

from argparse import ArgumentParser, Namespace

from legation.accounts.queries import actor_by_code
from legation.base import clock
from legation.base.verbs import DONE, REFUSED, Verb, formats, print_csv, print_json, print_table
from legation.base.wording.instants import Clock, time_told
from legation.headquarters.queries import duty as queries
from legation.headquarters.queries.calling import call_list
from legation.plan import queries as plan


def rota(chosen: Namespace) -> int:
    """The shifts of both headquarters; 1 where an hour is unfilled or somebody is there twice."""
    by = actor_by_code(chosen.by, clock.now(), chosen.role)
    found = queries.rotas(by, plan.election_for(by, chosen.election))
    _print(chosen, [queries.shift_row(one) for one in found.shifts])
    return REFUSED if found.findings else DONE


def calls(chosen: Namespace) -> int:
    """Every mission with its clock and how it is reached now."""
    now = clock.now()
    by = actor_by_code(chosen.by, now, chosen.role)
    rows: list[dict[str, object]] = [
        {
            "mission": line.mission.code,
            "city": str(line.mission.cities),
            "time": time_told(now, Clock(line.mission.zone)),
            "reach": line.answer.reach.name.lower(),
            "until": f"{line.answer.until:%Y-%m-%dT%H:%M:%SZ}",
        }
        for line in call_list(plan.election_for(by, chosen.election), now)
    ]
    _print(chosen, rows)
    return DONE


def _print(chosen: Namespace, rows: list[dict[str, object]]) -> None:
    if chosen.json:
        print_json(rows)
    elif chosen.csv:
        print_csv(rows)
    else:
        print_table(rows)


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("election", help="code of the election")
    parser.add_argument("--by", required=True, help="code of the person who reads")
    parser.add_argument("--role", default="", help="role in which they read (default: their first)")
    formats(parser, "csv", "json")


VERBS = [
    Verb(
        ("headquarters", "rota"),
        "list the shifts of both headquarters; exit 1 where something is wrong",
        _arguments,
        rota,
    ),
    Verb(("headquarters", "calls"), "list the missions by whom one may call now", _arguments, calls),
]
