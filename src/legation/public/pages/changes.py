"""The page of all public changes, newest first, in pages of fifty."""

from legation.public.data.changes import Page, field_told, page, place_told, told
from legation.public.links import page_address
from legation.public.rendering import in_language, rendered
from legation.public.site import Site, Value, day, instant


def listing(site: Site, language: str, item: str) -> bytes:
    """The newest changes, or an archive of older ones."""
    shown = page(site, item)
    path = f"changes/{item}/" if item else "changes/"
    here = f"{language}/{path}"
    with in_language(language):
        context = {
            "changes": [_line(here, language, told(site, one)) for one in shown.changes],
            "total": len(site.changes) if not shown.number else None,
            "number": shown.number,
            "older": _url(here, language, shown.older) if shown.older else "",
            "newer": _newer(here, language, shown),
        }
    return rendered(site, language, path, "public/changes.html", context)


def _url(here: str, language: str, number: int) -> str:
    return page_address(here, language, f"changes/{number}/" if number else "changes/")


def _newer(here: str, language: str, shown: Page) -> str:
    return "" if shown.newer is None else _url(here, language, shown.newer)


def _line(here: str, language: str, change: Value) -> Value:
    return change | {
        "place": place_told(change),
        "url": page_address(here, language, f"stations/{change['station']}/"),
        "what": field_told(change["field"]),
        "since": day(change["effective_on"]),
        "recorded": instant(change["at"]),
    }
