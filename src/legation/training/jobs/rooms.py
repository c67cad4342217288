"""Calls to the institution's BigBlueButton server: a room is made and ended, and the server told where to tell.

The calls stand here and nowhere else, because a server may take seconds to answer: no page waits for one.
"""

import urllib.request
from urllib.error import URLError

from legation.accounts.queries import actor_by_code
from legation.base import clock
from legation.plan import queries as plan
from legation.training import actions
from legation.training.convert import SeminarValue, SessionValue, bigbluebutton, rooms
from legation.training.convert.servers import Servers, servers
from legation.training.queries.orders import ordered
from legation_core.problems import Refused

SECONDS = 10
MOST = 1024 * 1024


def open_room(code: str) -> None:
    """Make the room and let people in, in the name of whoever asked for it. Harmless to do again."""
    election, seminar, number, person, role = code.split()
    at = clock.now()
    by = actor_by_code(person, at, role)
    one, session = ordered(plan.election(election), seminar, int(number))
    if one.room == "bigbluebutton":
        _make(servers(), one, session)
    actions.open_room(election=election, code=seminar, number=int(number), by=by, at=at)


def _make(found: Servers, one: SeminarValue, session: SessionValue) -> None:
    language = one.languages[0] if one.languages else "en"
    _call(rooms.subscription(found, session))
    _call(rooms.creation(found, session, one.names.in_language(language)))


def end_room(code: str) -> None:
    """End the meeting at the server. One that has ended already is no matter."""
    election, seminar, number = code.split()
    _one, session = ordered(plan.election(election), seminar, int(number))
    try:
        _call(rooms.ending(servers(), session))
    except Refused as refused:
        if refused.problem.facts.get("told") != "notFound":
            raise


def _call(address: str) -> None:
    """The server's answer to a signed call; refused where it does not answer or says no."""
    try:
        with urllib.request.urlopen(address, timeout=SECONDS) as answer:  # noqa: S310 # nosec B310
            text = answer.read(MOST).decode("utf-8", "replace")
    except (URLError, TimeoutError, OSError) as error:
        raise Refused("S130", facts={"told": type(error).__name__}) from error
    bigbluebutton.answered(text)
