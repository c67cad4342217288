"""Which names of time zones a lawbook may use: regions of the IANA data, whose rules follow the law of the place."""

import re
from functools import cache
from zoneinfo import available_timezones

_FIXED = re.compile(r"(?:Etc/)?(?:GMT|UTC|UCT|Zulu|Z)?\s*[+-]?\d{0,2}:?\d{0,2}|[A-Z]{3}(?:\d[A-Z]{3})?", re.IGNORECASE)
_NOT_REGIONS = ("Etc/", "SystemV/", "posix/", "right/")


@cache
def known() -> frozenset[str]:
    """The regions of the installed zone data, and UTC."""
    names = available_timezones()
    return frozenset({name for name in names if "/" in name and not name.startswith(_NOT_REGIONS)} | {"UTC"})


def usable(name: str) -> bool:
    return name in known()


def fixed_offset(name: str) -> bool:
    """True for a name that stands for an offset, not for a place: `+04:00`, `Etc/GMT-4`, `EST`."""
    return name != "UTC" and _FIXED.fullmatch(name) is not None
