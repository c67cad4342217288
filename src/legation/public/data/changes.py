"""The public changes as feed and page read them: newest first, in pages of which only the first is ever written anew.

An archive holds fifty changes and is closed; the head holds the newest, fifty to ninety-nine of them once there are so
many. A new change is written into the head alone, until fifty of it become the next archive.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from legation.base.wording import text_of
from legation.base.wording.countries import country_name
from legation.public.site import Site, Value
from legation.public.wording import region_told
from legation_core.network.countries import is_country

ARCHIVE = 50
FIELDS: dict[str, str | Promise] = {
    "address": gettext_lazy("Address"),
    "hours": gettext_lazy("Hours"),
    "name": gettext_lazy("Name"),
    "district": gettext_lazy("District"),
    "transport": gettext_lazy("Transport"),
    "accessibility": gettext_lazy("Accessibility"),
    "host_note": gettext_lazy("What the host country asks"),
    "phone": gettext_lazy("Telephone"),
    "website": gettext_lazy("Website"),
    "catchment": gettext_lazy("Who votes here"),
    "closed": gettext_lazy("Will not open"),
}


@dataclass(frozen=True)
class Page:
    """One page of changes, newest first. `number` is 0 for the head, else that of the archive, the oldest being 1."""

    number: int
    changes: list[Value]
    older: int
    """The archive before it; 0: there is none."""
    newer: int | None
    """The archive after it, 0 for the head; `None` for the head itself."""


def archives(site: Site) -> list[str]:
    """The numbers of the archives, as parts of addresses."""
    return [str(number) for number in range(1, _closed(site) + 1)]


def _closed(site: Site) -> int:
    return max(0, len(site.changes) // ARCHIVE - 1)


def page(site: Site, item: str) -> Page:
    """The archive numbered `item`, or the head where it is empty."""
    closed, total = _closed(site), len(site.changes)
    if not item:
        return Page(0, site.changes[: total - closed * ARCHIVE], closed, None)
    number = int(item)
    end = total - (number - 1) * ARCHIVE
    return Page(number, site.changes[end - ARCHIVE : end], number - 1, number + 1 if number < closed else 0)


def field_told(field: str) -> str:
    return str(FIELDS.get(field, field))


def told(site: Site, change: Value) -> Value:
    """A change with what was and what became in the reader's words: of a catchment the country by its name."""
    if change["field"] != "catchment":
        return change
    return change | {name: _country_told(site, change[name]) for name in ("before", "after")}


def _country_told(site: Site, text: str) -> str:
    """`GE north` as `Georgia (north)`; what names no country as it stands."""
    code, _, region = text.partition(" ")
    if not is_country(code):
        return text
    return f"{country_name(code)} ({region_told(site, region)})" if region else country_name(code)


def place_told(change: Value) -> str:
    """The city and the country of the station that changed."""
    return f"{text_of(change['cities'])}, {country_name(change['country'])}"
