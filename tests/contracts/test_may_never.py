"""What a side may never do (`docs/powers.md`): each row of the table is tied to roles, powers, addresses and tables.

Whoever adds a power finds its subject missing in the handbook's last table; whoever brings one of the data that do not
exist yet finds the row that says who may never have it.
"""

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.apps import apps

from legation.accounts.permissions.inviting import RE_ENROLS
from legation.accounts.permissions.roles import ROLES, Role
from legation.accounts.permissions.words import NEVER, POWERS
from legation.base.actors import Permission
from legation_core.powers.grants import Giver, Holding, Law, check_giving
from legation_core.problems import Refused
from legation_core.values import PersonCode
from tests.contracts.checks.tree import ROOT

HANDBOOK = (ROOT / "docs/powers.md").read_text(encoding="utf-8")
ADDRESSES = Path(__file__).with_name("addresses.csv")
INSTITUTION = {"commission": "commission", "ministry": "ministry", "mission": "ministry", "neutral": "neutral"}
NOW = datetime(2024, 1, 23, 5, tzinfo=UTC)


def table(heading: str) -> list[list[str]]:
    """The rows of the table under a heading of the handbook, without its head."""
    section = HANDBOOK.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def words(cell: str) -> set[str]:
    return set(re.findall(r"`([a-z_.]+)`", cell))


def holders(subject: str) -> set[str]:
    """The roles that hold any power of a subject, or of its beginning with a point."""
    powers = {one for one in Permission if one.startswith(subject)}
    return {role.key for role in ROLES.values() if role.permissions & powers}


@dataclass(frozen=True)
class Planned:
    """Data that do not exist yet: the subject of the powers over them, what brings them, who may never hold one."""

    row: str
    subject: str
    capability: str
    never: Callable[[Role], bool]
    columns: frozenset[str]
    """Columns of tables that would hold such data."""


VOTED = frozenset({"voted", "has_voted", "checked_in"})
VOTES = frozenset({"votes", "candidate_votes"})
COUNT = ("protocol.", "result.")
"""Subjects of the powers over votes, which `count` brought."""
ROWS = frozenset({"voter", "birth_date", "identity_number"})
PLANNED = (
    Planned("N1", "voted.", "pollbook", lambda role: INSTITUTION[role.side] == "ministry", VOTED),
    Planned("N2", "voter_rows.", "voters", lambda role: role.side in ("ministry", "commission"), ROWS),
    Planned("N4", "accreditation.", "observers", lambda role: INSTITUTION[role.side] == "ministry", frozenset()),
    Planned("N5", "consular_register.", "voters", lambda role: role.side == "commission", ROWS),
    Planned("N6", "voted.", "pollbook", lambda role: role.scope_kind != "station", VOTED),
)


@pytest.mark.parametrize("planned", PLANNED, ids=lambda one: one.row)
def test_nobody_holds_what_they_may_never(planned: Planned) -> None:
    assert {key for key in holders(planned.subject) if planned.never(ROLES[key])} == set()


@pytest.mark.parametrize("planned", PLANNED, ids=lambda one: one.row)
def test_what_does_not_exist_is_given_by_nothing(planned: Planned) -> None:
    """Fails when the capability comes: its powers then get their holders in the handbook and leave this list."""
    assert not apps.is_installed(f"legation.{planned.capability}")
    assert [one for one in Permission if one.startswith(planned.subject)] == []
    with ADDRESSES.open(encoding="utf-8", newline="") as file:
        given = [row["route"] for row in csv.DictReader(file) if row["permission"].startswith(planned.subject)]
    assert given == []
    own = (model for model in apps.get_models() if model.__module__.startswith("legation."))
    assert [
        (model.__name__, one.name) for model in own for one in model._meta.fields if one.name in planned.columns
    ] == []


def test_n3_the_ministry_and_its_missions_hold_no_power_over_votes() -> None:
    assert {INSTITUTION[ROLES[key].side] for subject in COUNT for key in holders(subject)} == {"commission"}


def test_n7_votes_stand_in_the_count_alone_and_are_read_in_one_place_behind_the_last_closing() -> None:
    own = (model for model in apps.get_models() if model.__module__.startswith("legation."))
    assert {model.__module__ for model in own for one in model._meta.fields if one.name in VOTES} == {
        "legation.count.models"
    }
    queries = (ROOT / "src/legation/count/queries.py").read_text(encoding="utf-8")
    read = queries.partition("def protocols(")[2].partition("\ndef ")[0]
    assert queries.count("StationProtocol.objects") == read.count("StationProtocol.objects") == 1
    assert read.index("require(") < read.index("require_closed(") < read.index("StationProtocol.objects")


def test_n8_the_operator_holds_no_power_over_an_election() -> None:
    assert ROLES["operator"].permissions == {Permission.ACCOUNT_KEEP, Permission.HEALTH_READ}
    assert (ROLES["operator"].gives, holders("health.")) == (frozenset(), {"operator"})


@pytest.mark.parametrize("role", [role for role in ROLES.values() if role.gives], ids=lambda role: role.key)
def test_n9_nobody_gives_a_role_to_themselves(role: Role) -> None:
    one = PersonCode("one")
    for given in role.gives:
        offer = Holding(role=given, kinds=ROLES[given].bodies, place="a place", since=NOW)
        with pytest.raises(Refused) as refused:
            check_giving(
                offer,
                to=one,
                by=Giver(person=one, role=role.key, gives=role.gives),
                held=(),
                law=Law(kinds={}),
                now=NOW,
            )
        assert refused.value.code == "A240"


def test_n10_the_log_is_only_read() -> None:
    assert [one for one in Permission if one.startswith("log.")] == [Permission.LOG_READ]


def test_n11_no_role_acts_for_bodies_of_both_institutions() -> None:
    commissions = {"central_commission", "district_commission", "station_commission", "auditor"}
    ministry = {"ministry", "head_of_mission", "mission"}
    acted = {role.key: (bool(role.bodies & commissions), bool(role.bodies & ministry)) for role in ROLES.values()}
    wanted = {
        "commission": (True, False),
        "ministry": (False, True),
        "mission": (False, True),
        "neutral": (False, False),
    }
    assert acted == {role.key: wanted[role.side] for role in ROLES.values()}
    assert ROLES["station_chair"].bodies == {"station_commission"}


def test_n12_neither_institution_lets_in_the_people_of_the_other() -> None:
    given = {(INSTITUTION[role.side], INSTITUTION[ROLES[key].side]) for role in ROLES.values() for key in role.gives}
    restored = {
        (INSTITUTION[ROLES[key].side], INSTITUTION[ROLES[one].side]) for key, own in RE_ENROLS.items() for one in own
    }
    assert given == restored == {("commission", "commission"), ("ministry", "ministry")}


def test_nobody_gives_what_they_lack() -> None:
    beyond = {
        (role.key, key): ROLES[key].permissions - role.permissions
        for role in ROLES.values()
        for key in role.gives
        if ROLES[key].permissions - role.permissions
    }
    assert beyond == {}
    widths = {"jurisdiction": 0, "district": 1, "mission": 1, "station": 2}
    assert [
        (role.key, key)
        for role in ROLES.values()
        for key in role.gives
        if widths[ROLES[key].scope_kind] < widths[role.scope_kind]
    ] == []


def test_who_gives_roles_holds_the_power_to_and_nobody_else() -> None:
    assert holders("role.grant") == {role.key for role in ROLES.values() if role.gives}


def test_the_handbook_tells_every_row_and_who_brings_it() -> None:
    told = {row: (words(powers), brings) for row, _who, _what, powers, brings in table("May never")}
    planned = {one.row: ({one.subject}, one.capability) for one in PLANNED}
    held = {row: (set(COUNT), "count") for row in ("N3", "N7")}
    assert told == planned | held | {f"N{number}": (set(), "") for number in (8, 9, 10, 11, 12)}


def test_the_handbook_tells_every_role() -> None:
    told = {next(iter(words(role))): (side, held, words(gives)) for role, side, held, gives in table("Roles")}
    assert told == {role.key: (role.side, role.scope_kind, set(role.gives)) for role in ROLES.values()}


def test_the_handbook_tells_which_sides_hold_powers_of_each_subject() -> None:
    """A new subject is entered there, once somebody has asked whether its side may hold it."""
    told = {next(iter(words(subject))): set(sides.split(", ")) for subject, sides in table("Subjects")}
    subjects = {one.partition(".")[0] for one in Permission}
    assert told == {one: {ROLES[key].side for key in holders(f"{one}.")} for one in subjects}


def test_every_power_has_its_plain_words_and_every_side_its_limits() -> None:
    assert set(POWERS) == set(Permission)
    assert set(NEVER) == {role.side for role in ROLES.values()}
