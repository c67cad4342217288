"""Facts as public documents tell them."""

from datetime import UTC, datetime

from legation_core.values import ESTABLISHED, Text

JSON = object


def established(value: object, basis: str) -> object:
    """The fact, or `None` ("not published") where it was only inferred, assumed or invented, or is not there."""
    return value if basis in ESTABLISHED and value not in ("", None) else None


def utc(at: datetime) -> str:
    """An instant as documents write it: `2024-02-07T15:00Z`."""
    return f"{at:%Y-%m-%dT%H:%MZ}"


def to_the_second(at: datetime) -> str:
    """An instant as records write it, by which a change finds its record."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def texts(text: Text) -> dict[str, str]:
    """A text in each of its languages."""
    return dict(text)


def source_told(source: str) -> str:
    """A source that anyone can follow; anything else is somebody's note."""
    return source if source.startswith(("https://", "http://")) else ""
