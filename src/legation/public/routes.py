"""Every address of the public site, and what renders it. A new page is a new line in `ROUTES`."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from legation.public import assets
from legation.public.data import feed, files
from legation.public.data.changes import archives
from legation.public.data.standards import STANDARDS
from legation.public.links import told_in
from legation.public.pages import (
    calendar,
    changes,
    check,
    countries,
    data,
    day,
    home,
    opendata,
    poster,
    press,
    results,
    stations,
)
from legation.public.site import CODES, Site

HTML = "text/html; charset=utf-8"
JSON = "application/json; charset=utf-8"
ICS = "text/calendar; charset=utf-8"
TYPES = {
    "html": HTML,
    "json": JSON,
    "ics": ICS,
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "woff2": "font/woff2",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "geojson": "application/geo+json; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "tlog-proof": "text/plain; charset=utf-8",
}
Render = Callable[[Site, str, str], bytes]
"""(site, language, item) -> octets. `language` is empty for files that have none, `item` for addresses without one."""


@dataclass(frozen=True, slots=True)
class Route:
    """A kind of address: `stations/{}/` with one page an item, or a single one. `spoken`: in every language.

    `of_some`: made of a few documents, all of them asked for by their path, and of nothing else of the frozen state.
    """

    pattern: str
    render: Render
    items: Callable[[Site], Iterable[str]] | None = None
    spoken: bool = True
    of_some: bool = False

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which it is written; one without a name for a file that has none."""
        return tuple(code for code in CODES if told_in(code, self.pattern)) if self.spoken else ("",)

    def item_in(self, path: str) -> str | None:
        """The item that `path` names in this pattern; `""` for a pattern without one; `None` where it does not fit."""
        before, place, after = self.pattern.partition("{}")
        if not place:
            return "" if path == before else None
        fits = path.startswith(before) and path.endswith(after) and len(path) > len(before) + len(after)
        item = path[len(before) : len(path) - len(after)] if fits else ""
        return item or None


@dataclass(frozen=True, slots=True)
class Address:
    """One address: its path below the root of the site, its language (or none), and what renders it."""

    path: str
    language: str
    render: Callable[[], bytes]
    of_some: bool = False

    @property
    def file(self) -> str:
        """The file that a web server answers with."""
        return f"{self.path}index.html" if self.path.endswith("/") or not self.path else self.path

    @property
    def media(self) -> str:
        return TYPES[self.file.rpartition(".")[2]]


ROUTES = (
    Route("", home.home),
    Route("stations/", stations.listing),
    Route("stations/{}/", stations.station, lambda site: site.station_codes, of_some=True),
    Route("stations/{}.ics", stations.calendar_file, lambda site: site.station_codes, of_some=True),
    Route("stations/{}/poster-a4.pdf", poster.a4, poster.posters, spoken=False, of_some=True),
    Route("stations/{}/poster-a3.pdf", poster.a3, poster.posters, spoken=False, of_some=True),
    Route("countries/", countries.alphabet),
    Route("countries/{}/", countries.country, lambda site: site.countries, of_some=True),
    Route("day/", day.rolling),
    Route("wall/", day.wall),
    Route("results/", results.page),
    Route("press/", press.sheet),
    Route("press/sheet.pdf", press.paper),
    Route("press/figures.json", press.figures_file, spoken=False),
    Route("calendar/", calendar.plan),
    Route("calendar.ics", calendar.file),
    Route("check/", check.check),
    Route("changes/", changes.listing),
    Route("changes/{}/", changes.listing, archives),
    Route("changes.atom", feed.feed),
    Route("changes/{}.atom", feed.feed, archives),
    Route("data/", opendata.page),
    Route("data/datapackage.json", opendata.description, spoken=False),
    Route("data/standards/{}", opendata.standard, lambda site: STANDARDS, spoken=False),
    Route("data/tables/{}", opendata.table, lambda site: files.names(), spoken=False),
    Route("places.txt", data.places),
    Route("manifest.json", data.manifest, spoken=False),
    Route("data/{}", data.document, lambda site: site.frozen.documents, spoken=False),
)


def addresses(site: Site) -> Iterator[Address]:
    """Every address of the site: files first, then pages, as they are written."""
    for name in assets.ASSETS:
        yield _asset(name)
    for route in sorted(ROUTES, key=lambda route: route.spoken):
        for item in route.items(site) if route.items else ("",):
            for language in route.languages:
                yield _address(site, route, language, item)
    yield _front(site)


def address(site: Site, path: str) -> Address | None:
    """The one address at `path`, or `None` where there is none."""
    if path == "":
        return _front(site)
    folder = f"{assets.FOLDER}/{assets.digest()}/"
    if path.startswith(folder):
        name = path.removeprefix(folder)
        return _asset(name) if name in assets.ASSETS else None
    language, _, rest = path.partition("/")
    for route in ROUTES:
        item = route.item_in(rest if route.spoken else path)
        if item is None or (route.spoken and (language not in route.languages or "/" not in path)):
            continue
        if not item or (route.items and item in set(route.items(site))):
            return _address(site, route, language if route.spoken else "", item)
    return None


def _address(site: Site, route: Route, language: str, item: str) -> Address:
    path = route.pattern.replace("{}", item)
    whole = f"{language}/{path}" if route.spoken else path
    return Address(whole, language, lambda: route.render(site, language, item), route.of_some)


def _front(site: Site) -> Address:
    """The root: the home page in the first language of the lawbook."""
    return Address("", site.primary, lambda: home.front(site, site.primary))


def _asset(name: str) -> Address:
    return Address(assets.path_of(name), "", lambda: assets.content(name))
