"""How anyone verifies what this site says, and what no proof can show."""

from legation.public.rendering import rendered
from legation.public.site import Site


def check(site: Site, language: str, item: str) -> bytes:
    log = site.election["log"]
    context = {"log": log, "fingerprint": log["key"].split("+")[1] if log["key"].count("+") >= 2 else ""}
    return rendered(site, language, "check/", "public/check.html", context)
