"""A complaint of 2024, all of it invented: Los Angeles, 18:30 on the day, decided at once, then appealed."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_noop as _

from legation.accounts import actions as accounts
from legation.accounts.queries import actor_by_code
from legation.base.actors import Actor
from legation.coordination import actions as coordination
from legation.coordination.convert.complaints import Form, Party
from legation.coordination.queries import complaints as queries
from legation.plan import queries as plan
from legation.rehearsal.script.scenes import Scene, Step, actor, on_clock
from legation_core.correspondence.complaints import Channel, Outcome

ELECTION, STATION, HEAD = "az2024", "los-angeles", "head-los-angeles"
LOCAL, HOME = "America/Los_Angeles", "Asia/Baku"
PARTY = Party("Invented Person", "Invented Street 1, Los Angeles")
FORM = Form(
    act="DEMONSTRATION, INVENTED: no ballot was given",
    circumstances="Invented: at 18:10 the commission said that the name is on no list and gave no ballot.",
    relief="Invented: to vote before the station closes",
    attends=True,
)
GRANTED: dict[str, Any] = {
    "outcome": Outcome.PARTLY,
    "article": "demonstration: no article",
    "text": "DEMONSTRATION, INVENTED: the commission of the station looks at the papers again before it closes.",
    "summary": "Invented: the station's commission looks at the papers again before it closes.",
}
REFUSED: dict[str, Any] = GRANTED | {
    "outcome": Outcome.REFUSED,
    "text": "DEMONSTRATION, INVENTED: the papers were looked at in time; the complaint is refused.",
    "summary": "Invented: refused; the papers were looked at in time.",
}


def complaints_of_2024() -> Iterator[Scene]:
    """The scenes of the complaint, in no order."""
    chair = _("The commission of district 17 gives the station in Los Angeles its chair")
    lodged, at_once = (
        _("A complaint is lodged at the station in Los Angeles"),
        _("The district commission decides at once"),
    )
    told = (
        ("chair", on_clock(HOME, 2024, 2, 5, 10), chair, ("fara",), _chair),
        ("lodged", on_clock(LOCAL, 2024, 2, 7, 18, 30), lodged, (HEAD,), _lodge),
        ("decided", on_clock(LOCAL, 2024, 2, 7, 18, 50), at_once, ("fara",), _decide),
        ("appealed", on_clock(LOCAL, 2024, 2, 8, 10), _("The decision on the complaint is appealed"), (HEAD,), _appeal),
        ("ended", on_clock(HOME, 2024, 2, 10, 12), _("The central commission decides on the appeal"), ("ana",), _end),
    )  # fmt: skip
    for code, at, what, who, do in told:
        yield Scene(f"az-complaint-{code}", at, what, who, steps=(Step(STATION, do),))


def _chair(at: datetime) -> None:
    accounts.give_role(
        person=HEAD, role="station_chair", held_for=f"station {ELECTION}/{STATION}", election=ELECTION,
        by=actor("fara", at), at=at,
    )  # fmt: skip


def _lodge(at: datetime) -> None:
    coordination.lodge_complaint(
        election=ELECTION, station=STATION, channel=Channel.STATION, against="station_commission",
        happened_on=date(2024, 2, 7), party=PARTY, form=FORM, by=actor_of_the_station(at), at=at,
    )  # fmt: skip


def actor_of_the_station(at: datetime) -> Actor:
    """The chair of the station's commission, in that role."""
    return actor_by_code(HEAD, at, "station_chair")


def _number(person: str, at: datetime) -> int:
    found = queries.complaints(plan.election_for(actor(person, at), ELECTION))
    return next(one.number for one in found if one.form.act == FORM.act)


def _decide(at: datetime) -> None:
    given: dict[str, Any] = {"election": ELECTION, "complaint": _number("fara", at), "by": actor("fara", at), "at": at}
    coordination.decide_complaint(**given, **GRANTED)


def _appeal(at: datetime) -> None:
    coordination.appeal(
        election=ELECTION, complaint=_number("ana", at), grounds="Invented: no ballot was given all the same.",
        by=actor_of_the_station(at), at=at,
    )  # fmt: skip


def _end(at: datetime) -> None:
    given: dict[str, Any] = {"election": ELECTION, "complaint": _number("ana", at), "by": actor("ana", at), "at": at}
    coordination.decide_complaint(**given, **REFUSED)
