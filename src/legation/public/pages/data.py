"""The frozen documents themselves, octet for octet."""

from legation.public.site import Site


def document(site: Site, language: str, item: str) -> bytes:
    return site.frozen.octets(item)


def manifest(site: Site, language: str, item: str) -> bytes:
    """What names every document by its SHA-256; its own stands in the log."""
    return site.frozen.manifest
