"""Where a person enters a session: an address of the institution's own server, signed for that person alone."""

from urllib.parse import quote, urlsplit

from legation.training.convert import SeminarValue, SessionValue, bigbluebutton, jitsi
from legation.training.convert.servers import Servers
from legation_core.problems import Refused


def way_in(
    servers: Servers, seminar: SeminarValue, session: SessionValue, *, person: str, name: str, leads: bool
) -> str:
    """The address at which `person` enters. Refused while the room is closed (S131) or no server is named (S132)."""
    if not session.open:
        raise Refused("S131")
    if seminar.room == "link":
        return seminar.link
    if seminar.room == "bigbluebutton" and (server := servers.bigbluebutton):
        asked = {
            "meetingID": session.room,
            "fullName": name,
            "userID": person,
            "role": "MODERATOR" if leads else "VIEWER",
            "redirect": "true",
        }
        return server.address + bigbluebutton.call("join", asked, server.secret)
    if seminar.room == "jitsi" and (server := servers.jitsi):
        host = urlsplit(server.address).hostname or ""
        signed = jitsi.token(
            application=server.application, secret=server.secret, host=host, room=session.room, person=person,
            name=name, leads=leads, until=session.ends_at,
        )  # fmt: skip
        return f"{server.address}{quote(session.room)}?jwt={signed}"
    raise Refused("S132")


def creation(servers: Servers, session: SessionValue, name: str) -> str:
    """The call that makes the room of a session at the BigBlueButton server; safe to repeat."""
    server = servers.bigbluebutton
    if server is None:
        raise Refused("S132")
    asked = {
        "name": name,
        "meetingID": session.room,
        "record": "false",
        "muteOnStart": "true",
    }
    return server.address + bigbluebutton.call("create", asked, server.secret)


def subscription(servers: Servers, session: SessionValue) -> str:
    """The call that has the server tell who joins and leaves the room; safe to repeat."""
    server = servers.bigbluebutton
    if server is None:
        raise Refused("S132")
    asked = {"callbackURL": server.tells, "meetingID": session.room}
    return server.address + bigbluebutton.call("hooks/create", asked, server.secret)


def ending(servers: Servers, session: SessionValue) -> str:
    """The call that ends the meeting."""
    server = servers.bigbluebutton
    if server is None:
        raise Refused("S132")
    return server.address + bigbluebutton.call("end", {"meetingID": session.room}, server.secret)
