"""Romania's presidential election of 10 November 2019: 835 stations abroad, finished before the other script begins.

The stations are those of the published protocols. One mission a country and zone is inferred, the persons and the days
of the acts are invented. The figures are those of the protocols, brought in whole from the file; none is invented.
"""

import csv
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, partial
from importlib.resources import files
from pathlib import Path

from babel import Locale
from django.utils.translation import gettext_noop as _

from legation.base.actors import ScopeRef
from legation.count import actions as count
from legation.count import queries
from legation.missions import actions as missions
from legation.plan import actions as plan
from legation.publication import actions as publication
from legation.readers.raw import raw_rows
from legation.rehearsal.script.cast import Part
from legation.rehearsal.script.people import people_scene
from legation.rehearsal.script.scenes import INFERRED, PUBLISHED, Scene, Script, Step, actor, by_two, on_clock
from legation.stations import actions as stations
from legation_core.protocol import mapping
from legation_core.values import Text

FOLDER = Path(__file__).parents[1] / "data" / "ro2019"
ELECTION, ZONE, HOME = "ro2019", "Europe/Bucharest", ScopeRef("jurisdiction", "RO")
NAMES = {"en": "Election of the President 2019", "ro": "Alegerea Președintelui 2019"}
PROTOCOLS = "Protocols of the first round, Permanent Electoral Authority and Central Electoral Bureau"
MADE_BY_US = "Inferred: the protocols name places, no missions; one mission a country and time zone"
AT_ONCE = 40
"""Stations that one scene creates, attaches and numbers, so that no transaction lasts."""
CAST = (
    Part("ioana", "Ioana", "commission_chair", HOME, _("Romania 2019: decides for the Permanent Electoral Authority.")),
    Part("mihai", "Mihai", "commission_officer", HOME, _("Romania 2019: prepares the authority's decisions.")),
    Part(
        "radu",
        "Radu",
        "ministry_headquarters",
        HOME,
        _("Romania 2019: the ministry, which creates and numbers 835 stations."),
    ),
    Part("elena", "Elena", "mission_head", ScopeRef("mission", "RO/it"), _("Romania 2019: head of mission in Italy.")),
    Part(
        "petre",
        "Petre",
        "district_chair",
        ScopeRef("district", "RO/48"),
        _("Romania 2019: the bureau for stations abroad."),
    ),
)
OPERATOR = Part("operator-ro", "Operator", "operator", HOME)


@dataclass(frozen=True, slots=True)
class Place:
    """A station of the protocols with the mission that is inferred for it."""

    number: int
    name: str
    country: str
    zone: str
    mission: str


def script() -> Script:
    names = {part.person: part.name for part in (*CAST, OPERATOR)}
    people = people_scene(ELECTION, CAST, OPERATOR, at(7, 11, 9), 100)
    return Script(ELECTION, Text(NAMES), ZONE, names, (people, *_acts()))


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of 2019 by the clock of Bucharest, in UTC."""
    return on_clock(ZONE, 2019, month, day, hour, minute)


@cache
def places() -> tuple[Place, ...]:
    """Every station, in the order of its number."""
    usual = {row["country"]: row["zone"] for row in _rows("zones.csv")}
    other = {(row["country"], row["city"]): row["zone"] for row in _rows("zones_cities.csv")}
    return tuple(_place(row, usual[row["country"]], other) for row in _rows("stations.csv"))


def _place(row: dict[str, str], usual: str, other: dict[tuple[str, str], str]) -> Place:
    country = row["country"]
    zone = other.get((country, row["city"]), usual)
    city = zone.rpartition("/")[2].lower().replace("_", "-")
    code = country.lower() if zone == usual else f"{country.lower()}-{city}"
    return Place(int(row["station"]), row["name"], country, zone, code)


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _acts() -> Iterator[Scene]:
    octets = files("legation_core.lawbook").joinpath("books/ro.toml").read_bytes()

    def propose(when: datetime) -> None:
        plan.propose_lawbook(octets=octets, name="ro.toml", by=actor("mihai", when), at=when)

    def adopt(when: datetime) -> None:
        digest = hashlib.sha256(octets).hexdigest()
        by_two(plan.adopt_lawbook, "ioana", "mihai", when, digest=digest, decision="invented")

    yield Scene("ro-lawbook-proposed", at(7, 11, 10), _("The lawbook is proposed"), ("mihai",), steps=_one(propose))
    yield Scene("ro-lawbook-adopted", at(7, 11, 11), _("The lawbook is adopted"), ("ioana", "mihai"), steps=_one(adopt))
    what = _("The election is opened and its day set")
    yield Scene("ro-election-opened", at(7, 11, 12), what, ("ioana", "mihai"), steps=_one(_open_election))
    yield _registered()
    yield from _established()
    what = _("Voting abroad ends, after three days")
    yield Scene("ro-voting-ended", at(11, 11, 5), what, source=PROTOCOLS, basis=INFERRED)
    what = _("The protocols that the authority published are brought in")
    yield Scene("ro-protocols-imported", at(11, 20, 10), what, ("mihai",), source=PROTOCOLS, steps=_one(_bring_in))
    what = _("The results are published, by two persons of the authority")
    yield Scene(
        "ro-results-published", at(11, 20, 11), what, ("ioana", "mihai"), source=PROTOCOLS, steps=_one(_publish)
    )


def _publish(when: datetime) -> None:
    """As final: every protocol is here. The names of the candidates are those of the ballot."""
    names = {row["number"]: row["name"] for row in _rows("candidates.csv")}
    octets = queries.document(actor("ioana", when), ELECTION, "presidential", "final", names, PROTOCOLS, when)
    by_two(
        count.publish_results,
        "ioana",
        "mihai",
        when,
        election=ELECTION,
        contest="presidential",
        stage="final",
        names=names,
        source=PROTOCOLS,
        read=count.figures_digest(octets),
    )
    publication.freeze(election=ELECTION, by=actor("ioana", when), at=when)


def _one(do: Callable[[datetime], object]) -> tuple[Step, ...]:
    return (Step(ELECTION, do),)


def _bring_in(when: datetime) -> None:
    described = (FOLDER / "protocols.toml").read_bytes()
    path = FOLDER / "protocols.csv"
    count.import_protocols(
        election=ELECTION,
        contest="",
        described=mapping.read(described),
        files=[raw_rows(path, encoding="utf-8", delimiter=",")],
        digests=[hashlib.sha256(one).hexdigest() for one in (described, path.read_bytes())],
        by=actor("mihai", when),
        at=when,
    )


def _open_election(when: datetime) -> None:
    by_two(
        plan.open_election,
        "ioana",
        "mihai",
        when,
        code=ELECTION,
        names=NAMES,
        kind="presidential",
        called_on=date(2019, 7, 11),
        day_set_on=date(2019, 7, 11),
        election_day=date(2019, 11, 10),
    )


def _registered() -> Scene:
    found = {one.mission: one for one in places()}

    def register(when: datetime) -> None:
        rows = [(code, _mission_facts(one)) for code, one in found.items()]
        missions.register_missions(rows=rows, file="", by=actor("radu", when), at=when)

    what, facts = _("The ministry registers %(count)d missions"), {"count": len(found)}
    return Scene("ro-missions-registered", at(9, 2, 10), what, ("radu",), facts=facts, steps=_one(register))


def _mission_facts(one: Place) -> dict[str, object]:
    usual = one.mission == one.country.lower()
    suffix = "" if usual else f" ({one.zone.rpartition('/')[2].replace('_', ' ')})"
    named = {tag: f"{Locale.parse(tag).territories[one.country]}{suffix}" for tag in ("en", "ro", "az")}
    return {
        "kind": "embassy",
        "names": {"en": f"Missions in {named['en']}", "ro": f"Misiunile din {named['ro']}", "az": named["az"]},
        "cities": named,
        "country": one.country,
        "zone": one.zone,
        "source": MADE_BY_US,
    }


def _established() -> Iterator[Scene]:
    """The ministry creates, attaches and numbers the stations; the last decision of the authority is of 20 October."""
    for start in range(0, len(places()), AT_ONCE):
        some = places()[start : start + AT_ONCE]
        yield Scene(
            f"ro-established-{some[0].number}",
            at(10, 20, 10) + timedelta(minutes=5 * (start // AT_ONCE)),
            _("The ministry creates, the authority confirms, and the ministry numbers stations %(first)d to %(last)d"),
            ("radu", "ioana"),
            source=PROTOCOLS,
            basis=INFERRED,
            steps=(
                Step(f"ro-{some[0].number}", partial(_create, some)),
                *(Step(f"ro-{one.number}", partial(_number, one)) for one in some),
            ),
            facts={"first": some[0].number, "last": some[-1].number},
            group=_("The ministry establishes 835 stations, in %(count)d parts"),
        )


def _create(some: Sequence[Place], when: datetime) -> None:
    """The ministry proposes them all, one decision of the authority confirms them."""
    rows = [
        {
            "mission": one.mission,
            "code": f"ro-{one.number}",
            "names": {"en": one.name, "ro": one.name},
            "source": PROTOCOLS,
        }
        for one in some
    ]
    by_two(stations.create_stations, "radu", "ioana", when, election=ELECTION, stations=rows)


def _number(one: Place, when: datetime) -> None:
    by, code = actor("radu", when), f"ro-{one.number}"
    stations.attach_station(election=ELECTION, station=code, district="48", by=by, at=when, basis=INFERRED)
    stations.number_station(election=ELECTION, station=code, number=one.number, by=by, at=when, basis=PUBLISHED)
