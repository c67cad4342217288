"""The token with which one person enters one room of a Jitsi server, for so long as the session takes."""

from datetime import datetime, timedelta

import jwt

LATER = timedelta(hours=1)
"""How long after the end of the session a token still opens the room."""


def token(
    *, application: str, secret: str, host: str, room: str, person: str, name: str, leads: bool, until: datetime
) -> str:
    """A signed token for `person` in `room` alone. The code stands for the person; the name is shown in the room."""
    claims = {
        "aud": "jitsi",
        "iss": application,
        "sub": host,
        "room": room,
        "exp": int((until + LATER).timestamp()),
        "context": {
            "user": {"id": person, "name": name, "moderator": leads, "affiliation": "owner" if leads else "member"}
        },
    }
    return jwt.encode(claims, secret, algorithm="HS256")
