"""Reads of the demonstration: what time it is there, who its cast is."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import OperationalError, ProgrammingError

from legation.accounts import queries as accounts
from legation.accounts.permissions.roles import ROLES, Role
from legation.base import clock
from legation.base.wording import worded
from legation.integrity import queries as log
from legation.rehearsal.models import CastMember, DemonstrationClock, PlayedScene
from legation.rehearsal.script.library import DEMONSTRATIONS, bounds, own_script, scenes_of, script
from legation.rehearsal.script.scenes import Scene, Script
from legation_core.problems import Problem
from legation_core.values import Text


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the cast, with the link's token and what one can do as them."""

    person: str
    name: str
    token: str
    does: str
    role: Role | None


def demonstration_now() -> datetime:
    """Election time of the demonstration; real time while there is none."""
    try:
        row = DemonstrationClock.objects.filter(pk=1).first()
    except (OperationalError, ProgrammingError):
        row = None
    return row.at.astimezone(UTC) if row else clock.real()


def loaded_script() -> str:
    """Name of the script that was loaded last; empty when there is none."""
    try:
        row = DemonstrationClock.objects.filter(pk=1).first()
    except (OperationalError, ProgrammingError):
        return ""
    return row.script if row else ""


def cast() -> tuple[Member, ...]:
    """The cast in the order in which a newcomer should meet it."""
    found = []
    for row in CastMember.objects.order_by("order"):
        user = accounts.user(row.person)
        grants = accounts.grants_of(user.pk, demonstration_now())
        role = ROLES[grants[0].role] if grants else None
        found.append(Member(row.person, user.name, row.token, row.does, role))
    return tuple(found)


def person_of(token: str) -> str | None:
    """The person whose link carries `token`."""
    row = CastMember.objects.filter(token=token).first()
    return row.person if row else None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the demonstration's clock stands, or how far it has come on its way."""

    at: datetime
    target: datetime | None
    first: datetime
    last: datetime
    home_zone: str
    ahead: Scene | None
    """The next scene after the time that the clock shows."""
    played: int
    due: int
    """Scenes up to where the clock stands or goes, and how many of them were played."""


@dataclass(frozen=True, slots=True)
class Told:
    """A scene with what became of it: `to_come`, `played`, `partly` or `passed_over`."""

    scene: Scene
    who: tuple[str, ...]
    """Names of who acts."""
    state: str
    done: int
    passed_over: tuple[str, ...]
    """Each step that was passed over, in words with its reason."""


@dataclass(frozen=True, slots=True)
class Lost:
    """What going back takes away: how many scenes would be played again or not, and how many records are by hand."""

    scenes: int
    by_hand: int


def standing() -> Standing | None:
    """The clock; `None` while no demonstration is loaded."""
    row = DemonstrationClock.objects.filter(pk=1).first()
    if row is None:
        return None
    first, last = bounds(row.script)
    scenes = scenes_of(row.script)
    return Standing(
        at=row.at,
        target=row.target,
        first=first,
        last=last,
        home_zone=own_script(row.script).home_zone,
        ahead=next((scene for scene in scenes if scene.at > row.at), None),
        played=PlayedScene.objects.count(),
        due=sum(scene.at <= (row.target or row.at) for scene in scenes),
    )


def told_script() -> tuple[tuple[Text, tuple[Told, ...]], ...]:
    """Every script of the demonstration with its title and its scenes, the one whose clock it follows first."""
    name = loaded_script()
    played = {row.code: row for row in PlayedScene.objects.all()}
    scripts = [
        script(one) for one in sorted(DEMONSTRATIONS.get(name, ()), key=lambda one: one != name.partition("+")[0])
    ]
    return tuple(
        (one.title, tuple(_told(one, scene, played.get(scene.code)) for scene in one.scenes)) for one in scripts
    )


def _told(own: Script, scene: Scene, row: PlayedScene | None) -> Told:
    who = tuple(own.names.get(person, person) for person in scene.who)
    if row is None:
        return Told(scene, who, "to_come", 0, ())
    passed = tuple(worded(Problem(one["code"], one["where"], one["facts"])) for one in row.passed_over)
    state = "played" if not passed else "partly" if row.done else "passed_over"
    return Told(scene, who, state, row.done, passed)


def moments() -> tuple[Scene, ...]:
    """The scenes of the demonstration's own script to which the clock can be moved by name, in order."""
    name = loaded_script()
    return tuple(scene for scene in own_script(name).scenes if scene.named) if name else ()


def lost() -> Lost:
    """What stands in the log beside the script's own records."""
    rows = list(PlayedScene.objects.values_list("records", flat=True))
    return Lost(len(rows), log.size() - sum(rows))


def is_in_cast(person: str) -> bool:
    """Whether a visitor may act as this person."""
    return CastMember.objects.filter(person=person).exists()
