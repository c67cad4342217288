"""A matter of 2024, invented from beginning to end: the host refuses a hall in Berlin, the address moves.

Nothing of the kind was published; every text says that it is invented, the new address too.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_noop as _

from legation.accounts.actions import joint
from legation.base.actors import Actor
from legation.coordination import actions as coordination
from legation.coordination.convert.matters import MatterValue
from legation.coordination.queries import matters as queries
from legation.plan import queries as plan
from legation.rehearsal.script.scenes import Scene, Step, actor, on_clock
from legation.stations import actions as stations
from legation.stations.queries import station
from legation_core.correspondence.matters import State

ELECTION, ZONE = "az2024", "Asia/Baku"
HEAD, STATION = "head-berlin", "berlin"
TITLE = "Invented: the host refuses the rented hall in Berlin"
TEXT = (
    "DEMONSTRATION, INVENTED: the hall beside the embassy that should hold the queue may not be used for a vote; the "
    "host's protocol said so by telephone. Where are the voters to go?"
)
OPTIONS = (
    "Ask the host again, and wait for its answer until 29 January",
    "Move the station into the consular section of the embassy, and tell the voters",
)
CHOSEN = 2
HALL = "Demonstration, invented: consular section, Hubertusallee 43, side entrance"
REASON = "Invented for the demonstration: the host refused the rented hall"


def matters_of_2024() -> Iterator[Scene]:
    """The scenes of the matter, in no order."""
    steps = (
        ("raised", (22, 15), _("The mission in Berlin raises a matter: the host refuses the hall"), (HEAD,), _raise),
        ("taken", (22, 17), _("Each institution names an owner for the matter in Berlin"), ("ben", "eli"), _take),
        ("options", (23, 17), _("The owners write two options for the matter in Berlin"), ("ben", "eli"), _offer),
        ("decided", (24, 10), _("Both institutions agree on the matter in Berlin"), ("ben", "eli"), _decide),
        ("moved", (24, 12), _("The address of the station in Berlin moves"), (HEAD,), _move),
        ("closed", (24, 14), _("The matter in Berlin is closed: it changed the station's address"), ("ben",), _close),
        ("minutes", (25, 10), _("Both institutions sign the minutes of their meeting"), ("ben", "ana"), _sign),
    )
    for code, (day, hour), what, who, do in steps:
        yield Scene(f"az-matter-{code}", on_clock(ZONE, 2024, 1, day, hour), what, who, steps=(Step(STATION, do),))


def _matter(by: Actor) -> MatterValue | None:
    found = queries.matters_for(by, plan.election_for(by, ELECTION))
    return next((one for one in found if one.title == TITLE), None)


def _raise(at: datetime) -> None:
    coordination.raise_matter(election=ELECTION, title=TITLE, text=TEXT, by=actor(HEAD, at), at=at)


def _take(at: datetime) -> None:
    for person in ("ben", "eli"):
        by = actor(person, at)
        one = _matter(by)
        if one:
            coordination.take_matter(election=ELECTION, code=one.code, by=by, at=at)


def _offer(at: datetime) -> None:
    """Unless a visitor went on with it."""
    for person, text in zip(("ben", "eli"), OPTIONS, strict=True):
        by = actor(person, at)
        one = _matter(by)
        if one and one.state is State.TAKEN:
            coordination.offer_option(election=ELECTION, code=one.code, text=text, by=by, at=at)


def _decide(at: datetime) -> None:
    ben, eli = actor("ben", at), actor("eli", at)
    one = _matter(ben)
    if one is None or one.state is not State.TAKEN:
        return
    chosen = next(option for option in queries.options(one) if option.text == OPTIONS[CHOSEN - 1])
    given: dict[str, Any] = {"option": chosen.number, "decision": chosen.text}
    code = coordination.decide_matter.propose(election=ELECTION, code=one.code, **given, by=ben, at=at)
    joint.confirm(code=code, by=eli, at=at)


def _move(at: datetime) -> None:
    head = actor(HEAD, at)
    if station(plan.election_for(head, ELECTION), STATION).address == HALL:
        return
    day = at.astimezone(ZoneInfo(ZONE)).date()
    given: dict[str, Any] = {
        "election": ELECTION,
        "station": STATION,
        "address": HALL,
        "reason": REASON,
        "effective_on": day,
    }
    stations.change_address(**given, by=head, at=at)


def _close(at: datetime) -> None:
    ben = actor("ben", at)
    one = _matter(ben)
    if one is None or one.state is not State.DECIDED:
        return
    coordination.name_effect(election=ELECTION, code=one.code, link=f"station:{STATION}", by=ben, at=at)
    coordination.close_matter(
        election=ELECTION, code=one.code, closing="Invented: the new address is public.", by=ben, at=at
    )


def _sign(at: datetime) -> None:
    ben, ana = actor("ben", at), actor("ana", at)
    value = plan.election_for(ben, ELECTION)
    if queries.agenda(value, at).empty:
        return
    number = coordination.draw_up_minutes(election=ELECTION, by=ben, at=at)
    digest = queries.minutes_of(value, number).digest
    code = coordination.sign_minutes.propose(election=ELECTION, number=number, sha256=digest, by=ben, at=at)
    joint.confirm(code=code, by=ana, at=at)
