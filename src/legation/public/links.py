"""Addresses of the public site, relative to the page that shows them: the site works under any address."""

ENGLISH = "en"
NOT_TOLD = {"ar": ("changes", "data/", "press", "results")}
"""Pages, by the beginning of their path, that are not written in a language: links lead to the English page."""


def root_of(here: str) -> str:
    """The way from the page at `here` (`en/stations/tabriz/`) to the root of the site."""
    return "../" * here.count("/") or "./"


def told_in(language: str, path: str) -> bool:
    """Whether the page at `path` is written in `language`."""
    return not path.startswith(NOT_TOLD.get(language, ()))


def page_address(here: str, language: str, path: str = "") -> str:
    """The page at `path` in `language`; in English where it is not written in that."""
    return f"{root_of(here)}{language if told_in(language, path) else ENGLISH}/{path}"


def file_address(here: str, path: str) -> str:
    """A file that has no language."""
    return f"{root_of(here)}{path}"
