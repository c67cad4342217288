"""What changed of a station, as everyone may read it: its own facts, its mission's, and whom it serves.

A telephone and a website are its mission's, and so are the countries that it serves: a change of them is told of each
of the mission's stations.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from legation.missions.convert import ChangeValue as MissionChange
from legation.publication.convert.facts import source_told, to_the_second, utc
from legation.stations.convert import ADVICE, ChangeValue, MoveValue, StationValue
from legation_core.network.telling import Step, told_numbers

Acts = Mapping[tuple[str, ...], int]
"""The index of a record: of a change by subject, field, instant and what became; of a closing by subject, `closed`,
instant, nothing; of catchments by subject and instant."""
TOLD = ("address", "hours", "name", "district", *ADVICE)
"""Fields of a station whose changes are public."""
OF_MISSION = ("website", "duty_phone", "duty_phone_public")
"""Fields of a mission whose changes are public, of the telephone those while voters may call it."""


@dataclass(frozen=True, slots=True)
class Told:
    """One public change: what was (empty: nothing, or not established), what became, since when, its record."""

    field: str
    before: str
    after: str
    reason: str
    effective_on: date
    at: datetime
    record: int | None

    @property
    def document(self) -> dict[str, object]:
        return {
            "field": self.field,
            "before": self.before,
            "after": self.after,
            "reason": self.reason,
            "effective_on": self.effective_on.isoformat(),
            "at": utc(self.at),
            "record": self.record,
        }


def told_changes(
    one: StationValue,
    own: Sequence[ChangeValue],
    mission: Sequence[MissionChange],
    moves: Sequence[MoveValue],
    acts: Acts,
) -> tuple[Told, ...]:
    """Every public change of a station, newest first. `own` is the newest first, the others the oldest first."""
    found = [_own(one, change, acts) for change in reversed(own) if change.field in TOLD]
    found += _of_mission(one, mission, acts) + [_move(move, acts) for move in moves]
    return tuple(sorted(found, key=lambda change: change.at))[::-1]


def _own(one: StationValue, change: ChangeValue, acts: Acts) -> Told:
    record = acts.get((f"station:{one.code}", change.field, to_the_second(change.at), change.after))
    before = change.before if change.before_established else ""
    return Told(change.field, before, change.after, change.reason, change.effective_on, change.at, record)


def _of_mission(one: StationValue, changes: Sequence[MissionChange], acts: Acts) -> list[Told]:
    """Changes of website and public telephone; a change that alters nothing in public is none."""
    websites = [
        (change.field, Step(source_told(change.before), source_told(change.after), change.at))
        for change in changes
        if change.field == "website"
    ]
    phones = _phone_steps(one, changes)
    told = told_numbers(step for _field, step in phones)
    lines = [("website", *line) for line in websites if line[1].before != line[1].after]
    lines += [("phone", *line) for line in phones if line[1] in told]
    return [_step(one, name, field, step, acts) for name, field, step in lines]


def _phone_steps(one: StationValue, changes: Sequence[MissionChange]) -> list[tuple[str, Step]]:
    """What stood in public as the telephone before and after each change, told backwards from what stands now."""
    number, public = one.mission.duty_phone, one.mission.duty_phone_public
    steps: list[tuple[str, Step]] = []
    for change in reversed(changes):
        if change.field == "website":
            continue
        after = number if public else ""
        if change.field == "duty_phone":
            number = change.before
        else:
            public = change.before == "yes"
        steps.append((change.field, Step(number if public else "", after, change.at)))
    return [line for line in reversed(steps) if line[1].before != line[1].after]


def _step(one: StationValue, name: str, field: str, step: Step, acts: Acts) -> Told:
    record = acts.get((f"mission:{one.mission.code}", field, to_the_second(step.at)))
    return Told(name, step.before, step.after, "", step.at.date(), step.at, record)


def _move(move: MoveValue, acts: Acts) -> Told:
    """A country or region is named by its code and its name: the reader's words are the page's matter."""
    place, at = f"{move.country} {move.region}".strip(), to_the_second(move.at)
    record = acts.get((f"country:{move.country}", at), acts.get(("catchments", at)))
    before, after = ("", place) if move.gained else (place, "")
    return Told("catchment", before, after, "", move.at.date(), move.at, record)


def by_station(
    stations: Iterable[StationValue],
    own: Mapping[int, Sequence[ChangeValue]],
    missions: Mapping[str, Sequence[MissionChange]],
    moves: Mapping[str, Sequence[MoveValue]],
    acts: Acts,
) -> dict[str, tuple[Told, ...]]:
    """The public changes of every station by its code."""
    return {
        one.code: told_changes(
            one, own.get(one.id, ()), missions.get(one.mission.code, ()), moves.get(one.mission.code, ()), acts
        )
        for one in stations
    }
