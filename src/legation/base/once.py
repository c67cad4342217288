"""A form that is sent twice acts once: over a bad line people press again, and browsers send again.

Every page carries a form token of its own, so what comes twice from one page with the same fields is one sending. It is
answered with the page that followed the first time. The last eight letters of its token are told to the browser, so
that a draft kept there can be forgotten.
"""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

KEPT = 20
"""So many sendings of a session are remembered, the newest."""
SENT, TOKEN, DONE = "sent", "csrfmiddlewaretoken", "done"
TOLD_FOR = 12 * 60 * 60
"""Seconds for which the browser knows what was done."""

View = Callable[..., HttpResponse]


class OnceMiddleware:
    """Remembers where each sending led; stands below the middleware that sets `request.actor`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        key = getattr(request, "sending", "")
        if key and answer.status_code == 302 and not answer.headers["Location"].startswith(settings.LOGIN_URL):
            _remember(request, key, answer)
        return answer

    def process_view(self, request: HttpRequest, view: View, parts: Any, named: Any) -> HttpResponse | None:
        key = _key(request, view)
        request.sending = key  # type: ignore[attr-defined]
        where = request.session.get(SENT, {}).get(key) if key else None
        if where is None:
            return None
        messages.info(request, gettext("This was done when it was first sent; it was not done a second time."))
        return redirect(where)


def _key(request: HttpRequest, view: View) -> str:
    """What makes a sending one: the page's token, the address and every field; files by name and size.

    Empty for pages that anybody may open and for whoever is not signed in.
    """
    token = request.POST.get(TOKEN, "") if request.method == "POST" else ""
    if not token or getattr(request, "actor", None) is None or getattr(view, "permission", None) is None:
        return ""
    files = [(name, one.name, one.size) for name, found in request.FILES.lists() for one in found]
    whole = repr((request.get_full_path(), sorted(request.POST.lists()), files))
    return sha256(whole.encode()).hexdigest()


def _remember(request: HttpRequest, key: str, answer: HttpResponse) -> None:
    if not request.user.is_authenticated:
        return
    before = {one: where for one, where in request.session.get(SENT, {}).items() if one != key}
    newest = list(before.items())[-KEPT + 1 :]
    request.session[SENT] = dict([*newest, (key, answer.headers["Location"])])
    token = request.POST[TOKEN]
    answer.set_cookie(DONE, token[-8:], max_age=TOLD_FOR, samesite="Lax", secure=request.is_secure())
