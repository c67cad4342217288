"""The frozen documents themselves, octet for octet, and the places that the search box knows."""

from legation.base.places.search import Found, index
from legation.public.site import Site
from legation.public.wording import cities_of


def document(site: Site, language: str, item: str) -> bytes:
    return site.frozen.octets(item)


def manifest(site: Site, language: str, item: str) -> bytes:
    """What names every document by its SHA-256; its own stands in the log."""
    return site.frozen.manifest


def places(site: Site, language: str, item: str) -> bytes:
    """Every place that can be typed, and where its answer stands: the index of the search box."""
    names = {code: one["names"] for code, one in site.missions.items()}
    found = (Found(one["code"], one["country"], cities_of(one), names[one["mission"]]) for one in site.stations)
    return index(language, site.election["home_country"], found).encode()
