"""The demonstration of the election of 7 February 2024: from its call to the closing of the last station abroad.

Days are those of published sources (`data/az2024/election.toml`); where nothing else is said the hours of acts are
invented, as are the persons and most numbers of registered voters. Moments without an act stand in `az2024_moments`.
"""

import hashlib
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from importlib.resources import files
from typing import Any

from django.utils.translation import gettext_noop as _

from legation.accounts import actions as accounts
from legation.accounts.actions import joint
from legation.accounts.queries import joint as joints
from legation.missions import actions as missions
from legation.plan import actions as plan
from legation.publication import actions as publication
from legation.rehearsal.script import az2024_data as data
from legation.rehearsal.script.az2024_broadcasts import broadcasts_of_2024
from legation.rehearsal.script.az2024_complaints import complaints_of_2024
from legation.rehearsal.script.az2024_headquarters import headquarters_of_2024
from legation.rehearsal.script.az2024_inquiries import inquiries_of_2024
from legation.rehearsal.script.az2024_matters import matters_of_2024
from legation.rehearsal.script.az2024_moments import moments
from legation.rehearsal.script.az2024_papers import papers_of_2024
from legation.rehearsal.script.az2024_plan import plan_of_2024
from legation.rehearsal.script.az2024_seminar import seminar_of_2024
from legation.rehearsal.script.cast import CAST, OPERATOR, extras
from legation.rehearsal.script.people import people_scene
from legation.rehearsal.script.scenes import INFERRED, PUBLISHED, Scene, Script, Step, actor, by_two, on_clock
from legation.stations import actions as stations
from legation.stations.convert import CatchmentValue
from legation_core.values import Text

ELECTION = "az2024"
NAMES = {"en": "Early presidential election 2024", "az": "Növbədənkənar prezident seçkisi 2024"}
ZONE = "Asia/Baku"
OPENS_AT = on_clock(ZONE, 2024, 1, 23, 9)
"""Where the demonstration opens: 23 January 2024, 09:00 in Baku."""
ALONE = "los-angeles"
"""The mission that acts single-handed, to show it; that it did is invented."""
BECAUSE = "Invented for the demonstration: it was night at home and nobody could be reached."
WEEKS = {"IR": {"working_days": "1111011"}}
"""Working weeks that are not Monday to Friday: in Iran Friday is the day of rest."""
DAY_SET = "https://replika.az/1220-msk-novbedenkenar-prezident-seckilerinin-vaxtini-teyin-edib.html"
STATIONS_ANNOUNCED = "https://metbuat.az/news/1489140/prezident-seckileri-ile-elaqedar-xaricde-secki-menteqelerini.html"
DISTRICTS_APPROVED = (
    "https://menafn.com/1107712274/Deadline-For-Voter-Education-Abroad-For-Presidential-Election-Ends-Tomorrow"
)


def script() -> Script:
    """The script with its scenes in the order of their instants; of one instant, acts stand before moments."""
    parts = (*CAST, *extras({code: row["city"] for code, row in data.missions().items()}))
    begin = baku(12, 7, 9)
    found = [
        people_scene(ELECTION, parts, OPERATOR, begin, 0),
        *_acts(),
        *papers_of_2024(),
        *headquarters_of_2024(),
        *inquiries_of_2024(),
        *matters_of_2024(),
        *seminar_of_2024(),
        *complaints_of_2024(),
        *plan_of_2024(),
        *broadcasts_of_2024(),
        *moments(),
    ]
    names = {part.person: part.name for part in (*parts, OPERATOR)}
    return Script(ELECTION, Text(NAMES), ZONE, names, tuple(sorted(found, key=lambda scene: scene.at)))


def _acts() -> Iterator[Scene]:
    yield from _law()
    yield _missions()
    yield _voters()
    yield from _creation()
    yield from _districts()
    yield from _station_commission()
    yield from _numbers()
    yield _history()
    yield _publication()
    yield from _representatives()


def baku(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of the winter 2023/24 by the clock of Baku, in UTC."""
    return on_clock(ZONE, 2023 if month == 12 else 2024, month, day, hour, minute)


def _law() -> Iterator[Scene]:
    octets = files("legation_core.lawbook").joinpath("books/az.toml").read_bytes()

    def propose(at: datetime) -> None:
        plan.propose_lawbook(octets=octets, name="az.toml", by=actor("eli", at), at=at)

    def adopt(at: datetime) -> None:
        decision = "a decision of the commission (number not published)"
        digest = hashlib.sha256(octets).hexdigest()
        by_two(plan.adopt_lawbook, "ana", "eli", at, digest=digest, decision=decision)

    yield Scene("az-lawbook-proposed", baku(12, 8, 9), _("The lawbook is proposed"), ("eli",), steps=_one(propose))
    yield Scene("az-lawbook-adopted", baku(12, 8, 10), _("The lawbook is adopted"), ("ana", "eli"), steps=_one(adopt))
    yield Scene(
        "az-election-opened",
        baku(12, 8, 12),
        _("The central commission sets the day, 7 February 2024, and approves the calendar plan"),
        ("ana", "eli"),
        source=DAY_SET,
        basis=PUBLISHED,
        steps=_one(_open_election),
        named=True,
    )


def _one(do: Callable[[datetime], object]) -> tuple[Step, ...]:
    """The only step of a scene about the election as a whole."""
    return (Step(ELECTION, do),)


def _open_election(at: datetime) -> None:
    by_two(
        plan.open_election,
        "ana",
        "eli",
        at,
        code=ELECTION,
        names=NAMES,
        kind="presidential",
        called_on=date(2023, 12, 7),
        day_set_on=date(2023, 12, 8),
        election_day=date(2024, 2, 7),
    )


def _missions() -> Scene:
    def register(at: datetime) -> None:
        cities = data.cities()
        rows = [(code, _mission_facts(row, cities[code]["az"])) for code, row in data.missions().items()]
        missions.register_missions(rows=rows, file="", by=actor("ben", at), at=at)

    return Scene(
        "az-missions-registered",
        baku(12, 11, 10),
        _("The ministry registers %(count)d missions"),
        ("ben",),
        facts={"count": len(data.missions())},
        steps=_one(register),
    )


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
        "duty_phone_public": "hotline" in row["note"],
        "source": row["source"],
    } | WEEKS.get(row["country"], {})


def _voters() -> Scene:
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

    what = _("The ministry reports the registered voters of its missions")
    return Scene("az-voters-reported", baku(12, 29, 16), what, ("ben",), steps=_one(report))


def _creation() -> Iterator[Scene]:
    """The heads of mission create 49 stations, announced on 6 January 2024."""
    for place, one in enumerate(data.stations()):
        head = _head(one.mission)
        yield Scene(
            f"az-created-{one.station}",
            baku(1, 5, 10) + timedelta(minutes=5 * place),
            _("The head of mission creates a station in %(city)s"),
            (head,),
            source=STATIONS_ANNOUNCED,
            basis=INFERRED,
            steps=(Step(one.station, partial(_create, one, head)),),
            facts={"city": Text({"en": one.row["city"], "az": data.cities()[one.mission]["az"]})},
            group=_("The heads of mission create %(count)d stations"),
        )
    yield Scene(
        "az-single-handed-confirmed",
        baku(1, 6, 9),
        _("The ministry confirms from afar what the head of mission in %(city)s did single-handed"),
        ("ben",),
        facts={"city": Text({"en": "Los Angeles", "az": data.cities()[ALONE]["az"]})},
        steps=(Step(ALONE, _confirm_alone),),
    )


def _confirm_alone(at: datetime) -> None:
    by = actor("ben", at)
    for one in joints.waiting_ones(by, at):
        if one.single_handed:
            joint.confirm(code=one.code, by=by, at=at)


def _head(mission: str) -> str:
    return "cora" if mission == "tabriz" else f"head-{mission}"


def _create(one: data.StationFacts, head: str, at: datetime) -> None:
    row = one.row
    facts: dict[str, Any] = {
        "election": ELECTION,
        "mission": one.mission,
        "address": row["address"],
        "address_basis": "published" if row["address"] else "",
        "source": row["source"],
        "note": row["note"],
        "by": actor(head, at),
        "at": at,
    }
    if one.station == ALONE:
        stations.create_station.do_alone(BECAUSE, **facts)
    else:
        stations.create_station(**facts)


def _districts() -> Iterator[Scene]:
    count = {"count": len(data.stations())}
    yield Scene(
        "az-districts-submitted",
        baku(1, 10, 11),
        _("The ministry submits the districts of %(count)d stations"),
        ("ben",),
        facts=count,
        steps=tuple(Step(one.station, partial(_submit, one)) for one in data.stations()),
    )
    what = _("The ministry sets which mission serves which country")
    yield Scene("az-catchments-set", baku(1, 12, 15), what, ("ben",), steps=_one(_set_catchments))
    yield Scene(
        "az-stations-attached",
        baku(1, 13, 12),
        _("The central commission attaches %(count)d stations to their districts"),
        ("ana",),
        source=DISTRICTS_APPROVED,
        basis=PUBLISHED,
        steps=tuple(Step(one.station, partial(_attach, one)) for one in data.stations()),
        facts=count,
        named=True,
    )


def _station_commission() -> Iterator[Scene]:
    """The head of a mission chairs the commission of its station, as in Tbilisi in 2024: in another role and scope."""
    yield Scene(
        "az-station-chair",
        baku(1, 15, 10),
        _("The commission of district 17 makes the head of the mission in Tabriz chair of its station's commission"),
        ("fara",),
        steps=_one(_chair_of_tabriz),
    )


def _chair_of_tabriz(at: datetime) -> None:
    accounts.give_role(
        person="cora",
        role="station_chair",
        held_for=f"station {ELECTION}/tabriz",
        election=ELECTION,
        by=actor("fara", at),
        at=at,
    )


def _submit(one: data.StationFacts, at: datetime) -> None:
    stations.submit_district(
        election=ELECTION,
        station=one.station,
        district=one.row["dec_no"],
        basis=one.row["dec_basis"],
        by=actor("ben", at),
        at=at,
    )


def _set_catchments(at: datetime) -> None:
    parts = tuple(
        CatchmentValue(row["country"], row["region"], row["mission"], row["reason"], row["basis"])
        for row in data.catchments()
    )
    stations.set_catchments(election=ELECTION, parts=parts, by=actor("ben", at), at=at)


def _attach(one: data.StationFacts, at: datetime) -> None:
    stations.attach_station(
        election=ELECTION,
        station=one.station,
        district=one.row["dec_no"],
        basis=one.row["dec_basis"],
        by=actor("ana", at),
        at=at,
    )


def _numbers() -> Iterator[Scene]:
    """Each district commission numbers its stations; no source tells the day."""
    chairs = {"15": "chair-15", "16": "chair-16", "17": "fara", "19": "chair-19"}
    for hour, (district, chair) in enumerate(chairs.items(), start=10):
        own = [one for one in data.stations() if one.row["dec_no"] == district]
        yield Scene(
            f"az-numbered-{district}",
            baku(1, 15, hour),
            _("The commission of district %(district)s numbers its %(count)d stations"),
            (chair,),
            steps=tuple(Step(one.station, partial(_number, one, chair)) for one in own),
            facts={"district": district, "count": len(own)},
        )


def _number(one: data.StationFacts, chair: str, at: datetime) -> None:
    stations.number_station(
        election=ELECTION,
        station=one.station,
        number=int(one.row["station_no"]),
        basis=one.row["station_no_basis"],
        by=actor(chair, at),
        at=at,
    )


def _representatives() -> Iterator[Scene]:
    """Invented: each mission names its representative. Tabriz comes last, so that a visitor may do it before."""
    elsewhere = [code for code in data.missions() if code != "tabriz"]
    yield Scene(
        "az-representatives",
        baku(1, 24, 11),
        _("%(count)d missions designate their authorised representatives"),
        tuple(_head(code) for code in elsewhere),
        steps=tuple(Step(code, partial(_designate, code)) for code in elsewhere),
        facts={"count": len(elsewhere)},
    )
    yield Scene(
        "az-representative-tabriz",
        baku(1, 29, 10),
        _("The mission in Tabriz designates its authorised representative"),
        ("cora",),
        steps=(Step("tabriz", partial(_designate, "tabriz")),),
    )


def _designate(mission: str, at: datetime) -> None:
    missions.designate_representative(
        election=ELECTION,
        mission=mission,
        person=f"representative-{mission}",
        letter_number="invented",
        letter_date=date(2024, 1, 24),
        by=actor(_head(mission), at),
        at=at,
    )


def _history() -> Scene:
    """Invented: the hour at which what sources say of earlier elections is kept."""

    def keep(at: datetime) -> None:
        found = [publication.earlier(_typed(row)) for row in data.history()]
        publication.keep_history(election=ELECTION, found=found, file="", by=actor("eli", at), at=at)

    what = _("What is known of earlier elections is kept beside this one")
    return Scene("az-history-kept", baku(1, 16, 9), what, ("eli",), steps=_one(keep))


def _typed(row: dict[str, str]) -> dict[str, object]:
    return row | {"day": date.fromisoformat(row["day"]), "value": int(row["value"])}


def _publication() -> Scene:
    """Invented: the commission's order to publish what is public of the stations."""
    return Scene(
        "az-published",
        baku(1, 16, 10),
        _("What is public is frozen for the first time"),
        ("eli",),
        steps=(Step(ELECTION, _freeze),),
    )


def _freeze(at: datetime) -> None:
    publication.freeze(election=ELECTION, by=actor("eli", at), at=at)
