"""The figures of the press sheet and the sentences that carry them, all counted from the frozen documents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext, ngettext

from legation.base.wording import text_of
from legation.base.wording.countries import country_name
from legation.base.wording.instants import Clock, place_of
from legation.base.wording.numbers import number
from legation.public.site import Site, Span, Value, day, instant, spans
from legation.public.wording import clock_of, day_in_full, day_written, language, time_told

MEASURES = ("stations", "countries", "voters")


@dataclass(frozen=True, slots=True)
class Edge:
    """The stations that open first or close last, all at one instant."""

    at: datetime
    stations: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class HomeClose:
    """How it stands abroad when the polls close at home: at that instant `opened` have closed or are open."""

    at: datetime
    open: int
    closed: int
    not_yet: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What is counted. `first`, `last` and `home_close` are `None` where there is no station or no hours of the law."""

    stations: int
    missions: int
    countries: int
    cities: int
    first: Edge | None
    last: Edge | None
    hours: int
    home_close: HomeClose | None


def figures(site: Site) -> Figures:
    """Every figure of the sheet."""
    found = site.stations
    first = _edge(found, closing=False)
    last = _edge(found, closing=True)
    return Figures(
        stations=len(found),
        missions=len({one["mission"] for one in found}),
        countries=len({one["country"] for one in found}),
        cities=len({(one["country"], one["cities"].get("en") or text_of(one["cities"])) for one in found}),
        first=first,
        last=last,
        hours=-((first.at - last.at) // timedelta(hours=1)) if first and last else 0,
        home_close=_home_close(site),
    )


def _edge(found: Sequence[Value], *, closing: bool) -> Edge | None:
    ends = [(spans(one)[-1].closes if closing else spans(one)[0].opens, one) for one in found if one["windows"]]
    if not ends:
        return None
    at = (max if closing else min)(end for end, _one in ends)
    return Edge(at, tuple(one for end, one in ends if end == at))


def _home_close(site: Site) -> HomeClose | None:
    marks = [instant(one["at"]) for one in site.election["marks"] if one["kind"] == "closes"]
    if not marks:
        return None
    at, every = marks[-1], [spans(one) for one in site.stations if one["windows"]]
    is_open = sum(any(span.opens <= at < span.closes for span in own) for own in every)
    closed = sum(own[-1].closes <= at for own in every)
    return HomeClose(at, is_open, closed, len(every) - is_open - closed)


def sentences(site: Site, counted: Figures) -> list[dict[str, str]]:
    """Sentences ready to quote, in the language that is spoken now; each stands by itself."""
    found = [("size", _size(site, counted))]
    if counted.first and counted.last:
        found.append(("hours", _hours(site, counted.first, counted.last, counted.hours)))
    if counted.home_close:
        found.append(("home_close", _closing(site, counted.home_close, counted.stations)))
    found += [(claim["measure"], claim_told(site, claim)) for claim in site.history["claims"]]
    return [{"key": key, "text": text} for key, text in found]


def _size(site: Site, counted: Figures) -> str:
    return gettext(
        "Voters abroad can vote on %(day)s at %(stations)s polling stations: at %(missions)s missions, in %(cities)s "
        "cities of %(countries)s countries (%(election)s)."
    ) % {
        "day": day_in_full(day(site.election["election_day"])),
        "stations": _number(counted.stations),
        "missions": _number(counted.missions),
        "cities": _number(counted.cities),
        "countries": _number(counted.countries),
        "election": text_of(site.election["names"]),
    }


def _hours(site: Site, first: Edge, last: Edge, hours: int) -> str:
    return ngettext(
        "First to open: %(first)s. Last to close: %(last)s. Voting abroad lasts %(hours)s hour.",
        "First to open: %(first)s. Last to close: %(last)s. Voting abroad lasts %(hours)s hours.",
        hours,
    ) % {
        "first": edge_told(site, first),
        "last": edge_told(site, last),
        "hours": _number(hours),
    }


def edge_told(site: Site, edge: Edge) -> str:
    """`Seoul, on 7 February at 08:00 local time (7 February, 03:00 by the clock of Baku)`."""
    one = edge.stations[0]
    told = {
        "cities": ", ".join(dict.fromkeys(text_of(station["cities"]) for station in edge.stations)),
        "day": day_written(edge.at, one["zone"]),
        "time": time_told(edge.at, one["zone"]),
        "home": home_place(site),
        "home_day": day_written(edge.at, site.home.zone),
        "home_time": time_told(edge.at, site.home.zone),
    }
    if one["zone"] == site.home.zone:
        return gettext("%(cities)s, on %(day)s at %(time)s") % told
    return (
        gettext("%(cities)s, on %(day)s at %(time)s local time (%(home_day)s, %(home_time)s by the clock of %(home)s)")
        % told
    )


def home_place(site: Site) -> str:
    """The city that names the home country's clock."""
    return place_of(site.home.zone, language())


def _closing(site: Site, mark: HomeClose, stations: int) -> str:
    return gettext(
        "When the polls close in %(country)s, at %(time)s on %(day)s in %(place)s, %(open)s of %(stations)s stations "
        "abroad are open, %(closed)s have closed, and not yet opened: %(not_yet)s."
    ) % {
        "country": country_name(site.election["home_country"]),
        "time": time_told(mark.at, site.home.zone),
        "day": day_written(mark.at, site.home.zone),
        "place": home_place(site),
        "open": _number(mark.open),
        "stations": _number(stations),
        "closed": _number(mark.closed),
        "not_yet": _number(mark.not_yet),
    }


def claim_told(site: Site, claim: Value) -> str:
    """Whether this election has the most stations or countries so far, and what stands behind the answer."""
    facts = {
        "value": _number(claim["value"]),
        "highest": said_told(site, claim["highest"]) if claim["highest"] else "",
        "against": _listed(site, claim["against"]),
        "loose": _listed(site, claim["loose"]),
        "silent": ", ".join(election_name(site, one) for one in claim["silent"]),
    }
    told = _verdict(claim) % facts
    if not claim["silent"]:
        return told
    return " ".join((told, gettext("The number is not known of: %(silent)s.") % facts))


def _verdict(claim: Value) -> str:
    """The sentence of a verdict, before its figures are filled in."""
    stations, verdict = claim["measure"] == "stations", claim["verdict"]
    if verdict == "holds" and stations:
        return gettext(
            "%(value)s stations abroad are more than in any earlier election of which the number is known; "
            "the most before: %(highest)s."
        )
    if verdict == "holds":
        return gettext(
            "%(value)s countries with stations are more than in any earlier election of which the number is known; "
            "the most before: %(highest)s."
        )
    if verdict == "denied" and stations:
        return gettext("It cannot be said that %(value)s stations abroad are the most so far: %(against)s.")
    if verdict == "denied":
        return gettext("It cannot be said that %(value)s countries with stations are the most so far: %(against)s.")
    if claim["loose"]:
        return gettext("Whether %(value)s are the most so far is open: %(loose)s.")
    return gettext("Whether %(value)s are the most so far is open: no earlier number is known.")


def _listed(site: Site, found: Iterable[Value]) -> str:
    return "; ".join(said_told(site, one) for one in found)


def said_told(site: Site, one: Value) -> str:
    """`Referendum 2016, about 40, planned`: an earlier election with its number as the source gives it."""
    return f"{election_name(site, one['election'])}, {value_told(one)}"


def value_told(one: Value) -> str:
    """`about 40, planned`."""
    value = {"value": _number(one["value"])}
    words = {
        "exact": "%(value)s",
        "about": gettext("about %(value)s"),
        "nearly": gettext("nearly %(value)s"),
        "over": gettext("more than %(value)s"),
    }[one["precision"]] % value
    return gettext("%(number)s (planned)") % {"number": words} if one["stage"] == "planned" else words


def election_name(site: Site, code: str) -> str:
    """An earlier election by its code."""
    found = next(one for one in site.history["elections"] if one["election"] == code)
    return text_of(found["names"])


def _number(value: int) -> str:
    return number(value, language())


def beside(site: Site) -> list[dict[str, Any]]:
    """Each earlier election with what was said of it by measure, for the table and the chart."""
    return [
        {
            "name": text_of(one["names"]),
            "year": day(one["on"]).year,
            "said": {name: [said for said in one["said"] if said["measure"] == name] for name in MEASURES},
        }
        for one in site.history["elections"]
    ]


def ends(site: Site, counted: Figures) -> list[tuple[str, Value, Span, Clock]]:
    """The stations that open first and those that close last, each with its clock."""
    first, last = counted.first, counted.last
    opening = [("first", one, spans(one)[0], clock_of(one)) for one in (first.stations if first else ())]
    return opening + [("last", one, spans(one)[-1], clock_of(one)) for one in (last.stations if last else ())]
