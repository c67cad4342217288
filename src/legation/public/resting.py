"""The record on which a page rests: of a page about one thing the newest about it, of others the newest about any part.

A page names it with a link to the check of that record, and of the document that the page was made of.
"""

from dataclasses import dataclass

from legation.public.data.changes import page
from legation.public.site import Site


@dataclass(frozen=True, slots=True)
class Rest:
    """`record` is an index in the log, `document` the path of the frozen document."""

    record: int
    document: str


def rest_of(site: Site, path: str) -> Rest | None:
    """What the page at `path` (without its language) rests on; `None` where no record is known."""
    place, _, item = path.rstrip("/").partition("/")
    if place == "stations" and item and (own := site.station(item).get("record")) is not None:
        return Rest(own, f"stations/{item}.json")
    if not site.has("records.json"):
        return None
    if place == "changes":
        told = [one["record"] for one in page(site, item).changes]
        return _of(told or [site.records["election"]], "changes.json")
    if place == "countries":
        return _of(_about_country(site, item) if item else _about_countries(site), "countries.json")
    if place in ("", "stations", "day", "wall"):
        return _of([*site.records["stations"].values(), site.records["election"]], "stations.json")
    return _of([site.records["election"]], "calendar.json" if place == "calendar" else "election.json")


def _of(found: list[int | None], document: str) -> Rest | None:
    known = [index for index in found if index is not None]
    return Rest(max(known), document) if known else None


def _about_country(site: Site, country: str) -> list[int | None]:
    """The acts that said who serves it, and those on the stations that do."""
    answer, records = site.countries[country], site.records
    serving = {code for part in answer["parts"] for code in part["stations"]} | set(answer["stations"])
    stations = [records["stations"].get(code) for code in sorted(serving)]
    return [records["catchments"], records["countries"].get(country), *stations]


def _about_countries(site: Site) -> list[int | None]:
    return [site.records["catchments"], *site.records["countries"].values(), *site.records["stations"].values()]
