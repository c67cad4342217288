"""Where those sit who are asked to a seminar: the audience by rule, their clocks and calendars, the slots that fit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from legation.base.wording import text_of
from legation.missions import queries as missions
from legation.missions.convert import MissionValue
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.stations import queries as stations
from legation.training.convert import SeatValue, SeminarValue, SpeakerValue
from legation_core.training.audience import Asked, Seat, Standing, audience
from legation_core.training.hours import Place
from legation_core.training.slots import Found, Speaker, find

HOME_WEEK = "1111100"
"""The week of offices at home: Monday to Friday."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A seat with the name and the clock of its place."""

    asked: Asked
    name: str
    zone: str
    place: Place


def seats_by_rule(election: ElectionValue, seminar: SeminarValue) -> tuple[Asked, ...]:
    """Whom the seminar is for as the stations stand now."""
    standing = [Standing(one.mission.code, one.district) for one in stations.stations(election)]
    codes = [one.code for one in missions.missions(election.jurisdiction)]
    return audience(seminar.rule, standing, codes)


def sittings(election: ElectionValue, asked: Iterable[Asked]) -> tuple[Sitting, ...]:
    """Each seat where it sits: of a mission by its clock, week and holidays, else by those of home."""
    posts = {one.code: one for one in missions.missions(election.jurisdiction)}
    districts = {one.number: text_of(one.names) for one in plan.districts(election.code)}
    free = missions.free_days(election.jurisdiction)
    return tuple(_sitting(election, one, posts, districts, free) for one in asked)


def _sitting(
    election: ElectionValue,
    asked: Asked,
    posts: Mapping[str, MissionValue],
    districts: Mapping[str, str],
    free: Mapping[str, set[date]],
) -> Sitting:
    key = f"{asked.seat}:{asked.code}"
    post = posts.get(asked.code) if asked.seat is Seat.REPRESENTATIVE else None
    if post is not None:
        place = Place(key, post.zone, post.working_days, frozenset(free.get(post.code, ())))
        return Sitting(asked, text_of(post.cities), post.zone, place)
    name = districts.get(asked.code, asked.code) if asked.seat is Seat.CHAIR else asked.code
    zone = election.home_zone
    return Sitting(asked, name, zone, Place(key, zone, HOME_WEEK))


def stations_of(election: ElectionValue, held: SeatValue) -> dict[str, str]:
    """The stations in whose commissions people of a seat serve: code and name, those of its mission or district."""
    found = stations.stations(election)
    if held.kind is Seat.REPRESENTATIVE:
        own = [one for one in found if one.mission.code == held.of]
    else:
        own = [one for one in found if held.kind is Seat.CHAIR and one.district == held.of]
    return {one.code: f"{text_of(one.mission.cities)} ({one.code})" for one in own}


def speaking(found: Sequence[SpeakerValue]) -> tuple[Speaker, ...]:
    """Who speaks in every session, with those who stand in."""

    def place(one: SpeakerValue) -> Place:
        return Place(f"speaker:{one.code}", one.zone, HOME_WEEK)

    return tuple(
        Speaker(place(one), tuple(place(other) for other in found if other.stands_in_for == one.id), one.any_hour)
        for one in found
        if one.stands_in_for is None
    )


def slots(
    election: ElectionValue, seminar: SeminarValue, sitting: Sequence[Sitting], found: Sequence[SpeakerValue]
) -> Found:
    """The fewest sessions for these seats, by the rule of the core."""
    return find([one.place for one in sitting], speaking(found), seminar.wish(election.home_zone))
