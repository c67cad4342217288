"""The public site under a running system: the same octets that `legation publish` writes, for everyone, cacheable."""

import hashlib
from functools import lru_cache

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags

from legation.base import clock
from legation.base.actors import OutOfScope
from legation.base.web import open_page
from legation.public.assets import FOLDER
from legation.public.bake import LOG
from legation.public.routes import TYPES, address
from legation.public.site import Site
from legation.publication import queries
from legation_core.integrity.published import CHECKPOINT

ANEW = "no-cache"
"""A demonstration that is built anew has another log at the same addresses."""
FOR_A_MOMENT = "public, max-age=30"
OCTETS = "application/octet-stream"
FOR_EVER = "public, max-age=31536000, immutable"


@open_page
def page(request: HttpRequest, election: str, path: str = "") -> HttpResponse:
    """One address of the newest frozen state, or a file of the log; what was never published is not there."""
    manifest = queries.newest_digest(election)
    inside = path.removeprefix(f"{LOG}/")
    if inside != path:
        return _answered(request, queries.log_file(inside), _media_of(inside), ANEW)
    octets, media = _answer(election, manifest, path)
    return _answered(request, octets, media, FOR_EVER if path.startswith(f"{FOLDER}/") else FOR_A_MOMENT)


def _answered(request: HttpRequest, octets: bytes, media: str, kept: str) -> HttpResponse:
    tag = f'"{hashlib.sha256(octets).hexdigest()[:32]}"'
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        answer: HttpResponse = HttpResponseNotModified()
    else:
        answer = HttpResponse(octets, content_type=media)
    answer["ETag"] = tag
    answer["Cache-Control"] = kept
    answer["Server-Timing"] = f'now;desc="{clock.now():%Y-%m-%dT%H:%M:%SZ}"'
    return answer


def _media_of(inside: str) -> str:
    """Checkpoint and opened parts are text; tiles and bundles are octets."""
    return TYPES["txt"] if inside == CHECKPOINT else TYPES["json"] if inside.endswith(".json") else OCTETS


@lru_cache(maxsize=4)
def _site(election: str, manifest: str) -> Site:
    return Site(queries.frozen(election, manifest))


@lru_cache(maxsize=512)
def _answer(election: str, manifest: str, path: str) -> tuple[bytes, str]:
    found = address(_site(election, manifest), path)
    if found is None:
        raise OutOfScope(path)
    return found.render(), found.media
