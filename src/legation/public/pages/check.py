"""How anyone verifies what this site says, here and elsewhere, and what no proof can show."""

import json

from legation.public.checking import WORDS
from legation.public.rendering import in_language, rendered
from legation.public.site import Site


def check(site: Site, language: str, item: str) -> bytes:
    log = site.election["log"]
    with in_language(language):
        words = json.dumps({name: str(text) for name, text in WORDS.items()}, ensure_ascii=False)
    fingerprint = log["key"].split("+")[1] if log["key"].count("+") >= 2 else ""
    context = {"log": log, "fingerprint": fingerprint, "check_words": words}
    return rendered(site, language, "check/", "public/check.html", context)
