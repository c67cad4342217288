"""When the frozen facts were last changed, and names for things that stay when the site moves."""

from datetime import datetime

from legation.public.site import Site, day, instant


def as_of(site: Site) -> datetime:
    """The newest instant that the documents tell of an act: of a change, else the day on which the election was called.

    Files that ask when they were made carry it: the same documents give the same octets.
    """
    return instant(site.changes[0]["at"]) if site.changes else instant(f"{day(site.election['called_on'])}T00:00Z")


def tag(site: Site, *parts: object) -> str:
    """A name that no address changes (RFC 4151), in the name of the log's host since the election was called."""
    host = site.election["log"]["origin"].partition("/")[0]
    named = "/".join(str(part) for part in (site.election["code"], *parts))
    return f"tag:{host},{site.election['called_on']}:{named}"
