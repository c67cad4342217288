"""Every country and territory with its answer."""

from collections.abc import Iterable
from typing import Any

from legation.base.wording.countries import country_name
from legation.public.links import page_address
from legation.public.rendering import in_language, rendered
from legation.public.site import Site, Value, day, instant
from legation.public.wording import city_of, legal, letter, order, reason_told, region_told, shown, zone_city


def alphabet(site: Site, language: str, item: str) -> bytes:
    """All countries in the order of the reader's alphabet, each with its answer in one line."""
    here = f"{language}/countries/"
    with in_language(language):
        lines = [_line(site, here, answer) for answer in site.countries.values()]
        lines.sort(key=lambda line: order(line["name"]))
        context = {"letters": _letters(lines), "total": len(lines)}
    return rendered(site, language, "countries/", "public/countries.html", context)


def _letters(lines: Iterable[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for line in lines:
        found.setdefault(letter(line["name"]), []).append(line)
    return list(found.items())


def _line(site: Site, here: str, answer: Value) -> dict[str, Any]:
    """A country's answer in brief: the cities of its stations, or of those that serve it, or why none does."""
    codes = answer["stations"] or [code for part in answer["parts"] for code in part["stations"]]
    cities = dict.fromkeys(city_of(one) for one in site.together(codes))
    reasons = {part["reason"] for part in answer["parts"] if part["reason"]}
    return {
        "name": country_name(answer["country"]),
        "url": page_address(here, here.partition("/")[0], f"countries/{answer['country']}/"),
        "own": bool(answer["stations"]),
        "cities": list(cities),
        "reason": reason_told(min(reasons)) if reasons and not cities else "",
    }


def country(site: Site, language: str, item: str) -> bytes:
    """Where voters in one country vote, or that no station serves it and why."""
    path = f"countries/{item}/"
    here = f"{language}/{path}"
    answer = site.countries[item]
    with in_language(language):
        own = shown(site, here, site.together(answer["stations"]))
        parts = [_part(site, here, part) for part in answer["parts"]]
        context = {
            "code": item,
            "name": country_name(item),
            "own": own,
            "parts": [part for part in parts if part["stations"] or part["reason"]],
            "served": [part for part in parts if part["stations"]],
            "unserved": [part for part in parts if not part["stations"]],
            "abroad": bool(not own and any(part["stations"] for part in parts)),
            "grounds": [legal(one["text"]) for one in site.law["grounds"]],
            "ground_sources": sorted({one["source"] for one in site.law["grounds"]}),
            "documents": [legal(one["text"]) for one in site.law["documents"]],
            "document_sources": sorted({one["source"] for one in site.law["documents"]}),
            "listing": _listing(site),
            "added": _choice(site, "added_voters"),
            "catchment": _choice(site, "catchment"),
        }
    return rendered(site, language, path, "public/country.html", context)


def _part(site: Site, here: str, part: Value) -> dict[str, Any]:
    stations = shown(site, here, site.together(part["stations"]))
    mission = site.missions.get(part["mission"])
    distance = part["distance"]
    return {
        "region": region_told(site, part["region"]),
        "stations": stations,
        "mission": legal(mission["names"]) if mission else "",
        "phone": mission["phone"] if mission else "",
        "website": mission["website"] if mission else "",
        "published": part["published"],
        "reason": reason_told(part["reason"]) if part["reason"] else "",
        "kilometres": distance["kilometres"] if distance else None,
        "from": zone_city(distance["from"]) if distance else "",
    }


def _listing(site: Site) -> list[dict[str, Any]]:
    """The deadlines of the acts that bring a voter onto the list."""
    keys = [one["deadline"] for one in site.law["listing"] if one["deadline"]]
    return [
        {
            "text": legal(line["text"]),
            "rule": line["rule"],
            "on": day(line["on"]),
            "last_on": day(line["last_on"]),
            "due": instant(line["due"]),
            "source": line["source"],
        }
        for line in site.calendar
        if line["key"] in keys
    ]


def _choice(site: Site, topic: str) -> dict[str, str] | None:
    found = site.law["choices"].get(topic)
    return {"text": legal(found["text"]), "source": found["source"]} if found else None
