"""The results as they were published: totals with their denominators, a table by country, every station."""

from collections import defaultdict
from typing import Any

from legation.base.wording.countries import country_name
from legation.public.links import page_address
from legation.public.rendering import in_language, rendered
from legation.public.site import Site, Value, instant
from legation.public.wording import city_of, legal, order


def items(site: Site) -> list[str]:
    """The contests of which results are published."""
    return [said["contest"] for said in site.results]


def page(site: Site, language: str, item: str) -> bytes:
    """Before results are published the page says since when they may be."""
    here = f"{language}/results/"
    with in_language(language):
        context = {"contests": [_contest(site, here, said) for said in site.results], "rule": _rule(site)}
    return rendered(site, language, "results/", "public/results.html", context)


def _rule(site: Site) -> dict[str, Any]:
    rule, last = site.law["choices"]["publication"], site.election["last_closing"]
    return {"text": legal(rule["text"]), "source": rule["source"], "from": instant(last) if last else None}


def _contest(site: Site, here: str, said: Value) -> dict[str, Any]:
    totals: dict[str, list[Value]] = defaultdict(list)
    for one in said["totals"]:
        totals[one["by"]].append(one)
    whole = totals["world"][0]
    lines = [_line(line, whole) for line in said["lines"] if line["kind"] == "count"]
    countries = [_country(one) for one in totals["country"]]
    countries.sort(key=lambda one: order(one["name"]))
    stations = [_station(site, here, one) for one in said["stations"]]
    return {
        "contest": said["contest"],
        "document": f"data/results/{said['contest']}.json",
        "stage": said["stage"],
        "at": instant(said["published"]),
        "counts": whole["stations"],
        "all": sum(whole["stations"].values()),
        "lines": lines,
        "options": _options(said, whole),
        "names_source": said["names_source"],
        "countries": countries,
        "findings": [one for one in stations if one["findings"]],
        "later": sum(one["version"] > 1 for one in stations),
        "unlisted": whole["figures"].get("listed") == 0,
        "apart": bool(whole["stations"]["quarantined"]),
        "form": {"name": legal(said["form"]["name"]), "source": said["form"]["source"]},
    }


def _line(line: Value, whole: Value) -> dict[str, Any]:
    key = line["key"]
    apart = whole["quarantined"].get(key, 0)
    return {
        "number": line["number"], "text": legal(line["text"]), "value": whole["figures"].get(key, 0), "apart": apart,
    }  # fmt: skip


def _options(said: Value, whole: Value) -> list[dict[str, Any]]:
    """The options by votes, most first, with their share of these votes in hundredths of a percent."""
    keys = [line["key"] for line in said["lines"] if line["kind"] == "each_candidate"]
    found = [
        {
            "key": one["key"],
            "name": one["name"] or one["key"],
            "votes": sum(whole["figures"].get(f"{key}/{one['key']}", 0) for key in keys),
        }
        for one in said["options"]
    ]
    cast = sum(one["votes"] for one in found)
    for one in found:
        one["share"] = (one["votes"] * 20_000 + cast) // (2 * cast) if cast else 0
    return sorted(found, key=lambda one: -one["votes"])


def _country(one: Value) -> dict[str, Any]:
    return {
        "name": country_name(one["group"]),
        "counted": one["stations"]["counted"],
        "all": sum(one["stations"].values()),
        "voted": one["figures"].get("voted"),
        "valid": one["figures"].get("valid"),
        "invalid": one["figures"].get("invalid"),
    }


def _station(site: Site, here: str, one: Value) -> dict[str, Any]:
    line = site.by_code.get(one["station"])
    return {
        "name": city_of(line) if line else one["station"],
        "code": one["station"],
        "url": page_address(here, here.partition("/")[0], f"stations/{one['station']}/"),
        "country": country_name(one["country"]),
        "version": one["versions"][-1]["version"] if one["versions"] else 0,
        "findings": [finding | {"text": legal(finding["says"])} for finding in one["findings"]],
    }
