"""What is said to a BigBlueButton server and what is believed of what it tells; the token of a Jitsi room."""

import hashlib
import json
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
import pytest

from legation.training.convert import bigbluebutton, jitsi
from legation_core.problems import Refused
from legation_core.training.presence import Event

SECRET = "639259d4-9dd8-4b25-bf01-95f9567eaf4b"
HOOK = "https://legation.example/seminars/events/"
AT = datetime(2024, 1, 23, 8, 30, tzinfo=UTC)


def posting(*events: dict | str) -> bytes:
    return urlencode({"domain": "meet.example", "event": json.dumps(list(events)), "timestamp": "1"}).encode()


def told(name: str = "user-joined", **user: str) -> dict:
    person = {"external-user-id": "p1", "internal-user-id": "w_1", "name": "x"} | user
    attributes = {"meeting": {"external-meeting-id": "room"}, "user": person}
    return {"data": {"type": "event", "id": name, "attributes": attributes, "event": {"ts": 1706000000000}}}


def test_a_call_is_signed_by_its_name_its_query_and_the_secret() -> None:
    query = "name=Test+Meeting&meetingID=abc123"
    signed = bigbluebutton.call("create", {"name": "Test Meeting", "meetingID": "abc123"}, SECRET)
    expected = hashlib.sha256(f"create{query}{SECRET}".encode()).hexdigest()
    assert signed == f"create?{query}&checksum={expected}"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<response><returncode>SUCCESS</returncode></response>", ""),
        ("<response><returncode> SUCCESS </returncode><messageKey>duplicateWarning</messageKey></response>", ""),
        ("<response><returncode>FAILED</returncode><messageKey>checksumError</messageKey></response>", "S130"),
        ("<html>404</html>", "S130"),
        ("", "S130"),
    ],
)
def test_only_an_answer_that_says_so_is_a_success(text, code) -> None:
    if not code:
        bigbluebutton.answered(text)
        return
    with pytest.raises(Refused) as refused:
        bigbluebutton.answered(text)
    assert refused.value.code == code


def test_a_posting_is_believed_with_the_checksum_of_the_server_alone() -> None:
    body = posting(told())
    right = bigbluebutton.event_checksum(HOOK, body, SECRET)
    assert right == hashlib.sha256(HOOK.encode() + body + SECRET.encode()).hexdigest()
    tried = [
        (HOOK, body, right, SECRET), (HOOK, body + b"&x=1", right, SECRET), (HOOK + "x", body, right, SECRET),
        (HOOK, body, right, SECRET + "x"), (HOOK, body, "", SECRET),
        (HOOK, body, bigbluebutton.event_checksum(HOOK, body, ""), ""),
    ]  # fmt: skip
    assert [bigbluebutton.genuine(*one) for one in tried] == [True, False, False, False, False, False]


def test_joins_and_leaves_are_read_and_everything_else_passed_over() -> None:
    body = posting(
        told(), told("user-left"), told("user-audio-muted"), {"data": {}}, {"data": {"id": "user-joined"}}, "nonsense"
    )
    found = [(one.room, one.event.joined) for one in bigbluebutton.events(body)]
    assert found == [("room", True), ("room", False)]
    (first, _second) = bigbluebutton.events(body)
    assert first.event == Event("p1", "w_1", joined=True, at=datetime(2024, 1, 23, 8, 53, 20, tzinfo=UTC))


@pytest.mark.parametrize(
    "body", [b"", b"event=not-json", b"event=%5B1%2Cnull%5D", b"\xff\xfe", b"event=" + b"9" * 400_000]
)
def test_broken_postings_tell_nothing(body) -> None:
    assert list(bigbluebutton.events(body)) == []


def test_a_token_opens_one_room_for_one_person_until_after_the_session() -> None:
    signed = jitsi.token(
        application="legation", secret=SECRET, host="jitsi.example", room="room", person="p1", name="Somebody",
        leads=False, until=AT,
    )  # fmt: skip
    options = {"verify_exp": False}
    claims = jwt.decode(signed, SECRET, algorithms=["HS256"], audience="jitsi", issuer="legation", options=options)
    assert (claims["room"], claims["sub"], claims["exp"] - int(AT.timestamp())) == ("room", "jitsi.example", 3600)
    assert claims["context"]["user"]["moderator"] is False
    with pytest.raises(jwt.InvalidSignatureError):
        jwt.decode(signed, SECRET + "x", algorithms=["HS256"], audience="jitsi", options=options)


def test_parameters_are_written_so_that_they_come_back_as_they_were() -> None:
    signed = bigbluebutton.call("join", {"fullName": "Ə & b=c"}, SECRET)
    assert parse_qs(urlsplit(signed).query)["fullName"] == ["Ə & b=c"]
