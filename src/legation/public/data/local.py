"""Openings by the station's own clock with its distance from UTC, as both standard formats write them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from legation.public.site import Value, instant


@dataclass(frozen=True)
class Opening:
    """`2024-02-07`, `08:00:00+03:30`, `19:00:00+03:30`; an end of 24:00 is that of the day."""

    day: str
    starts: str
    ends: str


def openings(station: Value) -> Iterator[Opening]:
    zone = ZoneInfo(station["zone"])
    for local, window in zip(station["facts"]["hours"]["value"], station["windows"], strict=True):
        opens, closes = (_from_utc(instant(window[key]).astimezone(zone)) for key in ("opens", "closes"))
        yield Opening(local["day"], f"{local['opens']}:00{opens}", f"{local['closes']}:00{closes}")


def _from_utc(at: datetime) -> str:
    """`+03:30`"""
    return at.isoformat(timespec="seconds")[-6:]
