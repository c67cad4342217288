"""The press sheet: figures counted from the record and sentences ready to quote, as a page, a PDF and JSON."""

import json
from typing import Any

from django.utils.translation import gettext

from legation.base.wording import text_of
from legation.base.wording.countries import country_name
from legation.base.wording.instants import iso
from legation.public import press
from legation.public.paper import pdf
from legation.public.rendering import in_language, rendered
from legation.public.site import DESCRIBED, LANGUAGES, Site, day
from legation.public.wording import day_in_full, day_told, shown, time_told

RESTS_ON = ("election.json", "stations.json", "history.json")
"""Documents from which every figure is counted."""


def sheet(site: Site, language: str, item: str) -> bytes:
    """The page."""
    with in_language(language):
        counted = press.figures(site)
        context = {
            "figures": counted,
            "quotes": quotes(site, language),
            "ends": _ends(site, f"{language}/press/"),
            "earlier": press.beside(site),
            "chart": _chart(site, counted),
            "claims": [(claim["verdict"], press.claim_told(site, claim)) for claim in site.history["claims"]],
            "differing": _differing(site),
            "day_in_full": day_in_full(day(site.election["election_day"])),
            "home_country": country_name(site.election["home_country"]),
        }
    return rendered(site, language, "press/", "public/press.html", context)


def spoken(site: Site, language: str) -> list[tuple[str, str]]:
    """Languages of the sentences: those of the law in which pages are written, the page's own first."""
    own = [pair for pair in LANGUAGES if pair[0] in site.election["languages"]] or [
        pair for pair in LANGUAGES if pair[0] in DESCRIBED
    ]
    return sorted(own, key=lambda pair: pair[0] != language)


def quotes(site: Site, language: str) -> list[dict[str, Any]]:
    """The sentences in every language of the law."""
    counted, found = press.figures(site), []
    for code, name in spoken(site, language):
        with in_language(code):
            found.append({"code": code, "name": name, "sentences": press.sentences(site, counted)})
    return found


def _ends(site: Site, here: str) -> list[dict[str, Any]]:
    return [
        {
            "kind": kind,
            "station": shown(site, here, [one])[0],
            "at": span.opens if kind == "first" else span.closes,
            "zone": clock.zone,
        }
        for kind, one, span, clock in press.ends(site, press.figures(site))
    ]


def _chart(site: Site, counted: press.Figures) -> list[dict[str, Any]]:
    """For stations and for countries: a bar for each number that a source gives, and one for this election."""
    found = []
    for measure, value in (("stations", counted.stations), ("countries", counted.countries)):
        rows = [
            {"name": one["name"], "said": said, "value": said["value"]}
            for one in press.beside(site)
            for said in one["said"][measure] or [None]
            if said
        ]
        unknown = [one["name"] for one in press.beside(site) if not one["said"][measure]]
        most = max([value, *(row["value"] for row in rows)], default=0) or 1
        bars = [_bar(row["name"], row["value"], most, said=row["said"]) for row in rows]
        bars.append(_bar(text_of(site.election["names"]), value, most, said=None))
        found.append({"measure": measure, "bars": bars, "unknown": unknown})
    return found


def _bar(name: str, value: int, most: int, *, said: dict[str, Any] | None) -> dict[str, Any]:
    loose = said is not None and (said["precision"] != "exact" or said["stage"] == "planned")
    told = press.value_told(said) if said else str(value)
    return {"name": name, "told": told, "width": round(value / most * 100, 2), "loose": loose, "now": said is None}


def _differing(site: Site) -> list[dict[str, Any]]:
    """Where sources exclude each other, and where two give one number to two things."""
    groups = [("apart", group) for group in site.history["contradictions"]]
    groups += [("mixed_up", pair) for pair in site.history["mixed_up"]]
    return [
        {"kind": kind, "name": press.election_name(site, said[0]["election"]), "said": said} for kind, said in groups
    ]


def figures_file(site: Site, language: str, item: str) -> bytes:
    """Figures, sentences and claims as JSON, with the SHA-256 of the documents that they are counted from."""
    counted = press.figures(site)
    value = {
        "election": site.election["code"],
        "day": site.election["election_day"],
        "stations": counted.stations,
        "missions": counted.missions,
        "cities": counted.cities,
        "countries": counted.countries,
        "hours": counted.hours,
        "first_to_open": _edge(counted.first),
        "last_to_close": _edge(counted.last),
        "when_polls_close_at_home": _home_close(counted.home_close),
        "claims": site.history["claims"],
        "quotes": {one["code"]: {line["key"]: line["text"] for line in one["sentences"]} for one in quotes(site, "")},
        "counted_from": rests_on(site),
        "demonstration": site.election["demonstration"],
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _edge(edge: press.Edge | None) -> dict[str, Any] | None:
    if edge is None:
        return None
    return {
        "at": iso(edge.at),
        "stations": [one["code"] for one in edge.stations],
        "cities": [one["cities"] for one in edge.stations],
        "zones": sorted({one["zone"] for one in edge.stations}),
    }


def _home_close(mark: press.HomeClose | None) -> dict[str, Any] | None:
    if mark is None:
        return None
    return {"at": iso(mark.at), "open": mark.open, "closed": mark.closed, "not_yet_open": mark.not_yet}


def rests_on(site: Site) -> dict[str, str]:
    """The SHA-256 of each document from which the figures are counted."""
    return {path: site.frozen.documents[path] for path in RESTS_ON if site.has(path)}


def paper(site: Site, language: str, item: str) -> bytes:
    """The sheet for paper (A4), in a language of the law: one that is not gets the sheet of the first."""
    language = language if language in dict(spoken(site, language)) else site.primary
    with in_language(language):
        counted = press.figures(site)
        labels = [
            (counted.countries, gettext("countries")),
            (counted.cities, gettext("cities")),
            (counted.missions, gettext("missions")),
            (counted.stations, gettext("stations")),
            (counted.hours, gettext("hours of voting")),
        ]
        now = [text_of(site.election["names"]), str(counted.stations), str(counted.countries), gettext("not published")]
        data = {
            "language": language,
            "title": gettext("Press sheet"),
            "election": text_of(site.election["names"]),
            "day": day_in_full(day(site.election["election_day"])),
            "holders": [text_of(body) for body in site.election["holders"]],
            "demonstration": gettext("DEMONSTRATION") if site.election["demonstration"] else "",
            "figures": [[str(value), label] for value, label in labels],
            "ends": [_end_told(site, *one) for one in press.ends(site, counted)],
            "quotes": quotes(site, language),
            "columns": [gettext("Election"), gettext("Stations"), gettext("Countries"), gettext("Voters")],
            "earlier": [*(_row(one) for one in press.beside(site)), now],
            "sources": sorted({said["source"] for one in site.history["elections"] for said in one["said"]}),
            "words": {
                "quote": gettext("To quote"),
                "ends": gettext("First to open, last to close"),
                "earlier": gettext("Beside earlier elections"),
                "sources": gettext("Sources"),
            },
            "foot": " · ".join(f"{path} SHA-256 {digest[:16]}…" for path, digest in rests_on(site).items()),
            "counted": gettext("Counted from the public record; documents with the SHA-256:"),
        }
    return pdf("press", data)


def _end_told(site: Site, kind: str, one: Any, span: Any, clock: Any) -> list[str]:
    at = span.opens if kind == "first" else span.closes
    zones = ((clock.zone, clock.place), (site.home.zone, press.home_place(site)), ("UTC", "UTC"))
    return [
        gettext("opens first") if kind == "first" else gettext("closes last"),
        text_of(one["cities"]),
        *(f"{day_told(at, zone, site.year)}, {time_told(at, zone)} {place}" for zone, place in zones),
    ]


def _row(one: dict[str, Any]) -> list[str]:
    told = ("; ".join(press.value_told(said) for said in one["said"][name]) for name in press.MEASURES)
    return [one["name"], *(text or gettext("not known") for text in told)]
