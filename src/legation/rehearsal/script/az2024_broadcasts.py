"""A broadcast of 2024, invented: every mission is told whom to call on the day; who has not read it is telephoned."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils.translation import gettext_noop as _

from legation.coordination import actions as coordination
from legation.coordination.queries import broadcasts as queries
from legation.plan import queries as plan
from legation.rehearsal.script.scenes import Scene, Step, actor, on_clock

ELECTION, ZONE = "az2024", "Asia/Baku"
TITLE = "Invented: whom to call on the voting day"
TEXT = (
    "DEMONSTRATION, INVENTED: from the first opening in Seoul to the last closing in Los Angeles the headquarters "
    "answer at any hour. Raise a matter for whatever cannot wait, and call as well."
)
READERS = ("head-berlin", "head-rome", "head-riga", "cora")
CALLED, NOTE = "los-angeles", "Invented: the duty officer was told and read it out."


def broadcasts_of_2024() -> Iterator[Scene]:
    """The scenes of the broadcast, in no order."""
    told = (
        ("sent", (5, 11), _("The headquarters tell every mission whom to call on the voting day"), ("ben",), _send),
        ("read", (5, 15), _("Missions acknowledge what the headquarters sent"), READERS, _read),
        ("called", (6, 20), _("The mission in Los Angeles, which has not read it, is telephoned"), ("ben",), _call),
    )
    for code, (day, hour), what, who, do in told:
        yield Scene(f"az-broadcast-{code}", on_clock(ZONE, 2024, 2, day, hour), what, who, steps=(Step(ELECTION, do),))


def _send(at: datetime) -> None:
    coordination.send_broadcast(
        election=ELECTION, title=TITLE, text=TEXT, audience="missions", urgent=True, read_by=at + timedelta(hours=24),
        by=actor("ben", at), at=at,
    )  # fmt: skip


def _code(at: datetime) -> str:
    ben = actor("ben", at)
    sent = queries.sent(ben, plan.election_for(ben, ELECTION))
    return next(one.code for one, _reads, _all in sent if one.title == TITLE)


def _read(at: datetime) -> None:
    for person in READERS:
        coordination.acknowledge(election=ELECTION, code=_code(at), by=actor(person, at), at=at)


def _call(at: datetime) -> None:
    ben = actor("ben", at)
    value = plan.election_for(ben, ELECTION)
    one, _own = queries.broadcast(ben, value, _code(at))
    place = next(place for place in queries.places(value, one) if place.code == CALLED)
    if place.read_at is None:
        coordination.telephoned(election=ELECTION, receipt=place.receipt, note=NOTE, by=ben, at=at)
