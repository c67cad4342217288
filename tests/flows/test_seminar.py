"""A seminar from its plan to a certificate, at a BigBlueButton server that checks every checksum.

The server is a stand-in on this machine: it answers the calls that are signed, and posts signed events.
"""

import hashlib
import json
import threading
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.test import Client

from legation.accounts import queries as accounts
from legation.base import clock, queue
from legation.training.models import Attendance, Participant, Seat, Seminar, SeminarSession
from legation_core.problems import Refused

pytestmark = pytest.mark.django_db
SECRET = "a-secret-that-both-sides-hold"
TELLS = "https://legation.example/seminars/events/"
HOME = "/az2024/seminars"
STARTS = datetime(2024, 1, 25, 8, tzinfo=UTC)


class Server(HTTPServer):
    """What a conference server knows: its rooms, where it tells, and which calls came with which checksum."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Calls)
        self.rooms: set[str] = set()
        self.tells: set[str] = set()
        self.calls: list[tuple[str, bool]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/bigbluebutton/api/"


class Calls(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        name, _, query = self.path.removeprefix("/bigbluebutton/api/").partition("?")
        plain, _, checksum = query.rpartition("&checksum=")
        genuine = hashlib.sha256(f"{name}{plain}{SECRET}".encode()).hexdigest() == checksum
        self.server.calls.append((name, genuine))
        asked = {key: values[0] for key, values in parse_qs(plain).items()}
        known = self._done(name, asked) if genuine else False
        key = "" if known else "<messageKey>notFound</messageKey>"
        self.send_response(200)
        self.end_headers()
        self.wfile.write(
            f"<response><returncode>{'SUCCESS' if known else 'FAILED'}</returncode>{key}</response>".encode()
        )

    def _done(self, name: str, asked: dict[str, str]) -> bool:
        if name == "create":
            self.server.rooms.add(asked["meetingID"])
        elif name == "hooks/create":
            self.server.tells.add(asked["callbackURL"])
        elif name == "end":
            self.server.rooms.discard(asked["meetingID"])
        else:
            return asked.get("meetingID") in self.server.rooms
        return True

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server(settings) -> Iterator[Server]:
    found = Server()
    settings.ROOMS = {"bigbluebutton": {"address": found.address, "secret": SECRET, "tells": TELLS}}
    thread = threading.Thread(target=found.serve_forever, daemon=True)
    thread.start()
    yield found
    found.shutdown()
    found.server_close()
    thread.join()


def signed_in(code: str) -> Client:
    client = Client()
    client.force_login(accounts.user(code))
    return client


def tell(room: str, who: str, name: str, minute: int, secret: str = SECRET) -> int:
    """The server posts an event: what our side answers."""
    attributes = {
        "meeting": {"internal-meeting-id": "i", "external-meeting-id": room},
        "user": {"internal-user-id": f"w-{who}", "external-user-id": who, "name": "x", "role": "VIEWER"},
    }
    ts = int(STARTS.timestamp() * 1000) + minute * 60_000
    event = {"data": {"type": "event", "id": name, "attributes": attributes, "event": {"ts": ts}}}
    body = urlencode({"domain": "meet.example", "event": json.dumps([event]), "timestamp": ts})
    checksum = hashlib.sha256(f"{TELLS}{body}{secret}".encode()).hexdigest()
    path = f"/seminars/events/?checksum={checksum}"
    return Client().post(path, body, content_type="application/x-www-form-urlencoded").status_code


def planned(ben: Client) -> str:
    plan = {
        "name_en": "On counting", "name_az": "Sayılma", "languages": ["az"], "days": "2024-01-25", "length": "90",
        "opens": "08:00", "closes": "20:00", "missions": "with_station", "chairs": "on", "share": "80",
    }  # fmt: skip
    code = ben.post(f"{HOME}/new/", plan)["Location"].rstrip("/").rpartition("/")[2]
    ben.post(f"{HOME}/{code}/add/module/", {"name_en": "Lists", "name_az": "Siyahılar", "minutes": "90"})
    ben.post(f"{HOME}/{code}/slots/", {"others": "2024-01-25 12:00"})
    ben.post(f"{HOME}/{code}/room/", {"room": "bigbluebutton", "link": ""})
    ben.post(f"{HOME}/{code}/invite/", {"answer_by": "2024-01-24 18:00"})
    return code


def test_a_seminar_from_plan_to_certificate(server: Server) -> None:
    ben, cora = signed_in("ben"), signed_in("cora")
    code = planned(ben)
    seat = Seat.objects.get(seminar__code=code, of="tabriz").code
    given = {"answer": "yes", "name": "Somebody", "session": "1", "station": "tabriz", "function": "chair"}
    assert cora.post(f"{HOME}/{code}/seats/{seat}/answer/", given).status_code == 302
    who, room = Participant.objects.get(seat__code=seat).code, SeminarSession.objects.get(seminar__code=code).room

    assert ben.post(f"{HOME}/{code}/sessions/1/open/").status_code == 302
    assert cora.get(f"{HOME}/{code}/seats/{seat}/enter/{who}/").status_code == 409
    assert queue.run_waiting() == 1
    assert (server.rooms, server.tells) == ({room}, {TELLS})
    way = cora.get(f"{HOME}/{code}/seats/{seat}/enter/{who}/")["Location"]
    assert {key: values[0] for key, values in parse_qs(urlsplit(way).query).items() if key != "checksum"} == {
        "meetingID": room, "fullName": "Somebody", "userID": who, "role": "VIEWER", "redirect": "true",
    }  # fmt: skip
    with urllib.request.urlopen(way) as entered:  # noqa: S310 the stand-in on this machine
        assert b"SUCCESS" in entered.read()

    told = [tell(room, who, "user-joined", 0), tell(room, who, "user-left", 80), tell(room, who, "user-left", 80)]
    assert told == [204, 204, 204]
    assert tell(room, who, "user-joined", 0, secret="forged") == 401
    restore = clock.use(lambda: datetime(2024, 1, 25, 9, 35, tzinfo=UTC))
    try:
        ended(server, ben, cora, code, seat, who)
    finally:
        restore()


def ended(server: Server, ben: Client, cora: Client, code: str, seat: str, who: str) -> None:
    assert ben.post(f"{HOME}/{code}/sessions/1/end/").status_code == 302
    assert queue.run_waiting() == 1
    assert (server.rooms, [genuine for _name, genuine in server.calls]) == (set(), [True] * 4)
    found = Attendance.objects.get(participant__code=who)
    assert (found.minutes, found.enough, found.source) == (80, True, "events")
    assert Seminar.objects.get(code=code).state == "held"
    paper = f"{HOME}/{code}/seats/{seat}/certificate/{who}/"
    assert cora.post(paper).status_code == 302
    assert cora.get(paper).content.startswith(b"%PDF-")


def test_a_server_that_does_not_answer_opens_nothing(settings) -> None:
    settings.ROOMS = {"bigbluebutton": {"address": "http://127.0.0.1:9/api/", "secret": SECRET, "tells": TELLS}}
    ben = signed_in("ben")
    code = planned(ben)
    ben.post(f"{HOME}/{code}/sessions/1/open/")
    with pytest.raises(Refused, match="S130"):
        queue.run_waiting()
    assert SeminarSession.objects.get(seminar__code=code).opened_at is None
