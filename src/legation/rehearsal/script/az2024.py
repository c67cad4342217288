"""The demonstration of the election of 7 February 2024: from its call to 49 numbered stations.

Days are those of published sources (`data/az2024/election.toml`); the hours of acts, the persons and most numbers of
registered voters are invented and marked so. Each scene is one act, or one act a station, with its instant.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

from legation.accounts import queries as accounts
from legation.base.actors import Actor
from legation.missions import actions as missions
from legation.plan import actions as plan
from legation.rehearsal.script import az2024_data as data
from legation.stations import actions as stations
from legation.stations.convert import CatchmentValue

ELECTION = "az2024"
BAKU = ZoneInfo("Asia/Baku")
OPENS_AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
"""Where the demonstration opens: 23 January 2024, 09:00 in Baku."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One act of the script: when (UTC), what it is, what is done."""

    at: datetime
    what: str
    play: Callable[[datetime], None]


def scenes() -> Iterator[Scene]:
    """Every scene in the order of its instant."""
    yield from _law()
    yield from _missions()
    yield from _voters()
    yield from _creation()
    yield from _districts()
    yield from _numbers()


def baku(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of the winter 2023/24 by the clock of Baku, in UTC."""
    year = 2023 if month == 12 else 2024
    return datetime(year, month, day, hour, minute, tzinfo=BAKU).astimezone(UTC)


def actor(person: str, at: datetime) -> Actor:
    return accounts.actor_by_code(person, at)


def _law() -> Iterator[Scene]:
    octets = files("legation_core.lawbook").joinpath("books/az.toml").read_bytes()
    known: dict[str, str] = {}

    def propose(at: datetime) -> None:
        known["digest"] = plan.propose_lawbook(octets=octets, name="az.toml", by=actor("eli", at), at=at)

    def adopt(at: datetime) -> None:
        decision = "a decision of the commission (number not published)"
        plan.adopt_lawbook(digest=known["digest"], decision=decision, by=actor("ana", at), at=at)

    def open_election(at: datetime) -> None:
        plan.open_election(
            code=ELECTION,
            names={"en": "Early presidential election 2024", "az": "Növbədənkənar prezident seçkisi 2024"},
            kind="presidential",
            called_on=date(2023, 12, 7),
            day_set_on=date(2023, 12, 8),
            election_day=date(2024, 2, 7),
            by=actor("ana", at),
            at=at,
        )

    yield Scene(baku(12, 8, 9), "the lawbook is proposed", propose)
    yield Scene(baku(12, 8, 10), "the lawbook is adopted", adopt)
    yield Scene(baku(12, 8, 12), "the election is opened and its day set", open_election)


def _missions() -> Iterator[Scene]:
    cities = data.cities()

    def register(at: datetime) -> None:
        rows = [(code, _mission_facts(row, cities[code]["az"])) for code, row in data.missions().items()]
        missions.register_missions(rows=rows, file="", by=actor("ben", at), at=at)

    yield Scene(baku(12, 11, 10), "the ministry registers 46 missions", register)


def _mission_facts(row: dict[str, str], city_az: str) -> dict[str, object]:
    kinds = {"embassy": "Səfirlik", "embassy_office": "Səfirliyin bölməsi", "consulate_general": "Baş Konsulluq"}
    return {
        "kind": row["mission_kind"],
        "names": {"en": row["mission"], "az": f"{kinds[row['mission_kind']]}, {city_az}"},
        "cities": {"en": row["city"], "az": city_az},
        "country": row["country"],
        "zone": row["timezone"],
        "address": row["address"],
        "latitude": row["latitude"],
        "longitude": row["longitude"],
        "duty_phone": "+90 535 577 61 68" if "hotline +90 535 577 61 68" in row["note"] else "",
        "source": row["source"],
    }


def _voters() -> Iterator[Scene]:
    def report(at: datetime) -> None:
        rows: list[dict[str, object]] = [
            {
                "mission": row["mission"],
                "ground": row["ground"],
                "count": int(row["count"]),
                "as_of": date.fromisoformat(row["as_of"]),
                "source": row["source"],
                "basis": row["basis"],
            }
            for row in data.registered()
        ]
        missions.import_voters(election=ELECTION, rows=rows, file="", by=actor("ben", at), at=at)

    yield Scene(baku(12, 29, 16), "the ministry reports the registered voters", report)


def _creation() -> Iterator[Scene]:
    """The heads of mission create 49 stations, announced on 6 January 2024."""
    start = baku(1, 5, 10)
    for place, one in enumerate(data.stations()):
        head = "cora" if one.mission == "tabriz" else f"head-{one.mission}"

        def create(at: datetime, one: data.StationFacts = one, head: str = head) -> None:
            row = one.row
            stations.create_station(
                election=ELECTION,
                mission=one.mission,
                address=row["address"],
                address_basis="published" if row["address"] else "",
                source=row["source"],
                note=row["note"],
                by=actor(head, at),
                at=at,
            )

        yield Scene(start + timedelta(minutes=5 * place), f"the station {one.station} is created", create)


def _districts() -> Iterator[Scene]:
    def submit(at: datetime) -> None:
        for one in data.stations():
            stations.submit_district(
                election=ELECTION, station=one.station, district=one.row["dec_no"], by=actor("ben", at), at=at
            )

    def set_catchments(at: datetime) -> None:
        parts = tuple(
            CatchmentValue(row["country"], row["region"], row["mission"], row["reason"], row["basis"])
            for row in data.catchments()
        )
        stations.set_catchments(election=ELECTION, parts=parts, by=actor("ben", at), at=at)

    def attach(at: datetime) -> None:
        for one in data.stations():
            stations.attach_station(
                election=ELECTION,
                station=one.station,
                district=one.row["dec_no"],
                basis=one.row["dec_basis"],
                by=actor("ana", at),
                at=at,
            )

    yield Scene(baku(1, 10, 11), "the ministry submits the districts", submit)
    yield Scene(baku(1, 12, 15), "the catchments are set", set_catchments)
    yield Scene(baku(1, 13, 12), "the central commission attaches the stations", attach)


def _numbers() -> Iterator[Scene]:
    """Each district commission numbers its stations; the day is inferred."""
    chairs = {"15": "chair-15", "16": "chair-16", "17": "fara", "19": "chair-19"}
    for hour, (district, chair) in enumerate(chairs.items(), start=10):

        def number(at: datetime, district: str = district, chair: str = chair) -> None:
            for one in data.stations():
                if one.row["dec_no"] == district:
                    stations.number_station(
                        election=ELECTION,
                        station=one.station,
                        number=int(one.row["station_no"]),
                        basis=one.row["station_no_basis"],
                        by=actor(chair, at),
                        at=at,
                    )

        yield Scene(baku(1, 15, hour), f"district {district} numbers its stations", number)
