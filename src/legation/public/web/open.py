"""The public site under a running system: the same octets that `legation publish` writes, for everyone, cacheable."""

import hashlib
from functools import lru_cache

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags

from legation.base import clock
from legation.base.actors import OutOfScope
from legation.base.web import open_page
from legation.public.assets import FOLDER
from legation.public.routes import address
from legation.public.site import Site
from legation.publication import queries

FOR_A_MOMENT = "public, max-age=30"
FOR_EVER = "public, max-age=31536000, immutable"


@open_page
def page(request: HttpRequest, election: str, path: str = "") -> HttpResponse:
    """One address of the newest frozen state; what was never published is not there."""
    octets, media = _answer(election, queries.newest_digest(election), path)
    tag = f'"{hashlib.sha256(octets).hexdigest()[:32]}"'
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        answer: HttpResponse = HttpResponseNotModified()
    else:
        answer = HttpResponse(octets, content_type=media)
    answer["ETag"] = tag
    answer["Cache-Control"] = FOR_EVER if path.startswith(f"{FOLDER}/") else FOR_A_MOMENT
    answer["Server-Timing"] = f'now;desc="{clock.now():%Y-%m-%dT%H:%M:%SZ}"'
    return answer


@lru_cache(maxsize=4)
def _site(election: str, manifest: str) -> Site:
    return Site(queries.frozen(election, manifest))


@lru_cache(maxsize=512)
def _answer(election: str, manifest: str, path: str) -> tuple[bytes, str]:
    found = address(_site(election, manifest), path)
    if found is None:
        raise OutOfScope(path)
    return found.render(), found.media
