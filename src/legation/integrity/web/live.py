"""Pages that keep themselves up to date: script asks for them again, and as long as nothing changed the answer is 304.

What such a page shows follows from the log, the reader and the clock. So its version is the size of the log, what is
signed of it, the reader's role, the address, the language, and a span of election time in which no words about
time change much. Telling the version costs one small query; it is keyed, so nobody can ask with a version that they
did not get. Without script the page is a page like any other.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import get_language

from legation.base import clock
from legation.base.actors import Actor
from legation.base.web import asks_again
from legation.integrity import queries, signer

View = Callable[..., HttpResponse]
SPAN = timedelta(minutes=5)
"""Election time after which a page is told anew even though nothing was recorded: stations open on such minutes."""
BEGINNING = datetime.fromisoformat("2000-01-01T00:00:00+00:00")


def live(view: View) -> View:
    """A page with a version, `request.version` for its template; 304 to a script that knows it. Stands below `page`."""

    @wraps(view)
    def answered(request: HttpRequest, *parts: Any, **named: Any) -> HttpResponse:
        now = version(request)
        request.version = now  # type: ignore[attr-defined]
        if asks_again(request) and constant_time_compare(_given(request), now):
            return _marked(HttpResponseNotModified(), now)
        return _marked(view(request, *parts, **named), now)

    return answered


def version(request: HttpRequest) -> str:
    """What the page rests on, as a short keyed digest. One query."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    grounds = (
        queries.size(), signer.signed_size(), queries.origin(), (clock.now() - BEGINNING) // SPAN,
        actor.person, actor.role, actor.grant.scope, request.get_full_path(), get_language(),
    )  # fmt: skip
    return salted_hmac("legation.integrity.web.live", repr(grounds), algorithm="sha256").hexdigest()[:32]


def _given(request: HttpRequest) -> str:
    """The version in the request; one that a proxy made weak by compressing is the same."""
    return request.headers.get("If-None-Match", "").removeprefix("W/").strip('"')


def _marked(answer: HttpResponse, version: str) -> HttpResponse:
    answer["ETag"] = f'"{version}"'
    answer["Cache-Control"] = "private, no-cache"
    return answer
