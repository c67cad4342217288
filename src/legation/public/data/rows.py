"""The rows of each table, from the frozen documents."""

from collections.abc import Iterator

from django.utils import translation

from legation.base.wording.countries import country_name
from legation.public.data.fields import NOT_PUBLISHED, Row, spoken
from legation.public.site import Site, Value

DATED = ("address", "district", "number", "hours", "phone", "website")
"""Facts with the day from which they hold."""
MARKED = "DEMONSTRATION"
"""What every row of a demonstration carries."""


def frame(site: Site) -> Row:
    """What every row of every table begins with."""
    return {"election": site.election["code"], "marking": MARKED if site.election["demonstration"] else None}


def documents(site: Site) -> Iterator[Value]:
    """Every station, those closed for good after those that stand."""
    standing = list(site.by_code)
    closed = [code for code in site.station_codes if code not in site.by_code]
    yield from (site.station(code) for code in [*standing, *closed])


def stations(site: Site) -> Iterator[Row]:
    for one in documents(site):
        facts = one["facts"]
        yield (
            frame(site)
            | {"station": one["code"], "mission": one["mission"], "mission_kind": one["mission_kind"]}
            | spoken(site, "name", one["names"])
            | spoken(site, "mission_name", one["mission_names"])
            | spoken(site, "city", one["cities"])
            | country(site, one["country"])
            | {"zone": one["zone"], "opens": _edge(one, 0), "closes": _edge(one, -1)}
            | {name: _known(facts[name]["value"]) for name in ("address", "district", "number")}
            | {f"{name}_since": facts.get(name, {}).get("since") or None for name in DATED}
            | _advised(site, facts)
            | {"source": _source(facts), "website": one["website"] or None, "phone": _known(one["phone"] or None)}
            | position(one)
            | _state(one)
            | {"record": one["record"], "document": f"stations/{one['code']}.json"}
            | {"page": f"stations/{one['code']}/"}
        )


def _known(value: object) -> object:
    return NOT_PUBLISHED if value is None else value


def _advised(site: Site, facts: Value) -> Row:
    """What the mission advises its voters, in each language of the election."""
    found: Row = {}
    for name in ("transport", "accessibility", "host_note"):
        told = facts[name]["value"]
        languages = site.election["languages"]
        found |= spoken(site, name, told) if told else {f"{name}_{code}": NOT_PUBLISHED for code in languages}
    return found


def _edge(one: Value, place: int) -> str | None:
    """The first opening or the last closing."""
    return (one["windows"][place]["closes" if place else "opens"]) if one["windows"] else None


def _source(facts: Value) -> str | None:
    return next((facts[name]["source"] for name in ("address", "number", "district") if facts[name]["source"]), None)


def _state(one: Value) -> Row:
    closed = one["closed"] or {}
    return {
        "state": "closed" if closed else "standing",
        "closed_at": closed.get("at"),
        "close_reason": closed.get("reason") or None,
    }


def position(one: Value) -> Row:
    """Degrees as numbers, and what they stand for: the building, or no more than its city."""
    there = bool(one["latitude"] and one["longitude"])
    return {
        "latitude": float(one["latitude"]) if there else None,
        "longitude": float(one["longitude"]) if there else None,
        "position": (one["position"] or "city") if there else None,
    }


def country(site: Site, code: str) -> Row:
    """A country by its code and its names in the languages of the election (Unicode CLDR)."""
    found: Row = {"country": code}
    for language in site.election["languages"]:
        with translation.override(language):
            found[f"country_name_{language}"] = country_name(code)
    return found


def hours(site: Site) -> Iterator[Row]:
    for one in documents(site):
        local = one["facts"]["hours"]["value"]
        for number, (span, window) in enumerate(zip(local, one["windows"], strict=True), start=1):
            yield (
                frame(site)
                | {"station": one["code"], "window": number, "zone": one["zone"], "day": span["day"]}
                | {"opens_local": span["opens"], "closes_local": span["closes"]}
                | {"opens": window["opens"], "closes": window["closes"]}
            )


def missions(site: Site) -> Iterator[Row]:
    for one in site.missions.values():
        yield (
            frame(site)
            | {"mission": one["code"], "mission_kind": one["kind"]}
            | spoken(site, "mission_name", one["names"])
            | spoken(site, "city", one["cities"])
            | country(site, one["country"])
            | {"zone": one["zone"], "website": one["website"] or None, "phone": _known(one["phone"] or None)}
            | position(one)
            | {"stations": " ".join(one["stations"])}
        )


def catchments(site: Site) -> Iterator[Row]:
    for answer in site.countries.values():
        head = frame(site) | country(site, answer["country"])
        for number, part in enumerate(answer["parts"], start=1):
            yield head | {"part": number} | _part(part)
        if not answer["parts"]:
            nobody = {"region": "", "mission": "", "stations": [], "reason": "", "published": False, "distance": None}
            yield head | {"part": 1} | _part(nobody)


def _part(part: Value) -> Row:
    """`basis` says whether it was published, only follows from where the missions are, or is not known at all."""
    follows = "follows" if part["mission"] or part["reason"] else NOT_PUBLISHED
    distance = part["distance"] or {}
    return {
        "region": part["region"] or None,
        "mission": part["mission"] or None,
        "stations": " ".join(part["stations"]) or None,
        "basis": "published" if part["published"] else follows,
        "since": part.get("since") or None,
        "reason": part["reason"] or None,
        "distance_km": distance.get("kilometres"),
        "distance_from": distance.get("from"),
    }


def calendar(site: Site) -> Iterator[Row]:
    bodies = site.law["bodies"]
    for one in site.calendar:
        owner = bodies.get(one["owner"], {})
        yield (
            frame(site)
            | {"entry": one["key"]}
            | spoken(site, "text", one["text"])
            | {"owner": one["owner"] or None}
            | spoken(site, "owner_name", owner)
            | {name: one[name] for name in ("rule", "on", "last_on", "due", "last_due", "whole_day")}
            | {"each": one["each"] or None, "zone": one["zone"] or None, "source": one["source"]}
        )


def changes(site: Site) -> Iterator[Row]:
    for place, one in enumerate(reversed(site.changes), start=1):
        yield (
            frame(site)
            | {"change": place, "station": one["station"]}
            | spoken(site, "city", one["cities"])
            | country(site, one["country"])
            | {name: one[name] or None for name in ("field", "before", "after", "reason", "effective_on", "at")}
            | {"record": one["record"]}
        )
