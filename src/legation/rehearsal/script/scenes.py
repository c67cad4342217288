"""What a script is made of: scenes with their instants, each with its source or the word that it is invented.

A scene without steps is a moment: something that happened and that no act of this system records.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from legation.accounts import queries as accounts
from legation.accounts.actions import joint
from legation.accounts.actions.joint import Joint
from legation.base.actors import Actor
from legation.base.wording import text_of
from legation_core.values import Text

PUBLISHED, INFERRED, INVENTED = "published", "inferred", "invented"
"""How the day of a scene is known. The hour is invented unless the scene says that it is known."""


@dataclass(frozen=True, slots=True)
class Step:
    """One act of a scene; `where` is what it is about, for the list of what was done and what was passed over."""

    where: str
    do: Callable[[datetime], object]


@dataclass(frozen=True, slots=True)
class Scene:
    """Something that happens at an instant: one act or several of one kind, kept together in one transaction."""

    code: str
    """Its name for ever: by it the demonstration knows what it has played."""
    at: datetime
    what: str
    """A message of the catalogue over `facts`."""
    who: tuple[str, ...] = ()
    """Persons of the script, by code."""
    source: str = ""
    basis: str = INVENTED
    steps: tuple[Step, ...] = ()
    facts: Mapping[str, str | int | Text] = field(default_factory=dict)
    named: bool = False
    """Whether the clock can be moved to it by name."""
    hour_known: bool = False
    group: str = ""
    """Scenes in a row that stand under one line on the page, with that line as a message."""

    def told(self) -> str:
        """What happens, in the reader's language."""
        return gettext(self.what) % {name: _in_words(value) for name, value in self.facts.items()}


@dataclass(frozen=True, slots=True)
class Script:
    """The scenes of one election, in order, with the zone by whose clock its days are counted."""

    name: str
    title: Text
    home_zone: str
    names: Mapping[str, str]
    """Names of its persons by code."""
    scenes: tuple[Scene, ...]


def _in_words(value: str | int | Text) -> str | int:
    return text_of(value) if isinstance(value, Text) else value


def on_clock(zone: str, year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """An instant by the clock of `zone`, in UTC."""
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def actor(person: str, at: datetime) -> Actor:
    """A person of the script in their role at that instant."""
    return accounts.actor_by_code(person, at)


def by_two(what: Joint[..., Any], first: str, second: str, at: datetime, **given: object) -> None:
    """A joint act: `first` proposes it and `second` confirms it, at one instant."""
    code = what.propose(by=actor(first, at), at=at, **given)
    joint.confirm(code=code, by=actor(second, at), at=at)
