"""What is said to and told by a BigBlueButton server: calls and events, each with its checksum.

A call's checksum is SHA-256 over its name, its query and the secret that both sides hold. An event is posted to the
address that was registered; its checksum is SHA-256 over that address, the body as it came, and the secret.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlencode

from legation_core.problems import Refused
from legation_core.training.presence import Event

MARKS = {"user-joined": True, "user-left": False}
MOST = 256 * 1024
"""Octets of one posting of events that are read."""


@dataclass(frozen=True, slots=True)
class Told:
    """A join or leave, with the room in which it happened."""

    room: str
    event: Event


def call(name: str, parameters: Mapping[str, str], secret: str) -> str:
    """The call with its query and checksum, to be put behind the server's address."""
    query = urlencode(parameters)
    checksum = hashlib.sha256(f"{name}{query}{secret}".encode()).hexdigest()
    return f"{name}?{query}&checksum={checksum}" if query else f"{name}?checksum={checksum}"


def answered(text: str) -> None:
    """Refuses an answer that does not say that the call was done (S130)."""
    found = re.search(r"<returncode>\s*([A-Z]+)\s*</returncode>", text)
    if found is None or found[1] != "SUCCESS":
        key = re.search(r"<messageKey>\s*([A-Za-z]{1,60})\s*</messageKey>", text)
        raise Refused("S130", facts={"told": key[1] if key else "-"})


def event_checksum(address: str, body: bytes, secret: str) -> str:
    return hashlib.sha256(address.encode() + body + secret.encode()).hexdigest()


def genuine(address: str, body: bytes, checksum: str, secret: str) -> bool:
    """Whether a posting comes from the server that holds the secret."""
    return bool(secret) and hmac.compare_digest(event_checksum(address, body, secret), checksum)


def events(body: bytes) -> Iterator[Told]:
    """The joins and leaves of a posting; everything else that a server tells is passed over."""
    fields = parse_qs(body[:MOST].decode("utf-8", "replace"))
    for text in fields.get("event", []):
        try:
            listed = json.loads(text)
        except ValueError:
            continue
        for one in listed if isinstance(listed, list) else [listed]:
            told = _told(one)
            if told is not None:
                yield told


def _told(one: object) -> Told | None:
    try:
        data = one["data"]  # type: ignore[index]
        joined = MARKS[data["id"]]
        user, meeting = data["attributes"]["user"], data["attributes"]["meeting"]
        at = datetime.fromtimestamp(int(data["event"]["ts"]) / 1000, UTC)
        event = Event(str(user["external-user-id"])[:32], str(user["internal-user-id"])[:80], joined, at)
        return Told(str(meeting["external-meeting-id"])[:24], event)
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        return None
