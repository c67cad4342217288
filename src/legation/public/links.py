"""Addresses of the public site, relative to the page that shows them: the site works under any address."""


def root_of(here: str) -> str:
    """The way from the page at `here` (`en/stations/tabriz/`) to the root of the site."""
    return "../" * here.count("/") or "./"


def page_address(here: str, language: str, path: str = "") -> str:
    """The page at `path` in `language`."""
    return f"{root_of(here)}{language}/{path}"


def file_address(here: str, path: str) -> str:
    """A file that has no language."""
    return f"{root_of(here)}{path}"
