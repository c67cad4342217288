"""The visit of one browser: where it comes from, what it has proved, what it typed before it was signed out."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, load_backend, login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from legation.accounts.actions import proving, sessions
from legation.accounts.queries import access
from legation.base import clock

PROVEN = "legation.accounts.web.backends.Proven"
INVITED = "legation.accounts.web.backends.Invited"
FRESH_FOR = timedelta(minutes=15)
"""For so long after a proof nobody is asked for another, whatever they do."""
PENDING_FOR = timedelta(minutes=10)
"""For so long the second step may follow the first."""
HELD, PENDING, PROVED = "held", "pending", "proved"
MOST_HELD = 200_000
"""Characters of a form that are kept over a sign-in."""
SYSTEMS = ("Windows", "Android", "iPhone", "iPad", "Mac OS", "CrOS", "Linux")
BROWSERS = (("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))


def address_of(request: HttpRequest) -> str:
    """The address of the browser; behind LEGATION_PROXIES proxies, the one that the outermost of them saw."""
    passed = [one.strip() for one in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if one.strip()]
    if settings.PROXIES and len(passed) >= settings.PROXIES:
        return passed[-settings.PROXIES][:45]
    return str(request.META.get("REMOTE_ADDR", ""))[:45]


def device_of(request: HttpRequest) -> str:
    """The browser in words: `Firefox, Windows`."""
    told = request.headers.get("User-Agent", "")
    browser = next((name for mark, name in BROWSERS if mark in told), "")
    system = next((name for name in SYSTEMS if name in told), "")
    return ", ".join(part for part in (browser, system) if part)


def is_proven(request: HttpRequest) -> bool:
    """Whether the session was made by a sign-in with two factors."""
    backend = load_backend(request.session[BACKEND_SESSION_KEY])
    return bool(getattr(backend, "proves", False))


def is_listed(request: HttpRequest) -> bool:
    """Whether the session must stand in the list of sessions; links of a demonstration do not."""
    return bool(getattr(load_backend(request.session[BACKEND_SESSION_KEY]), "listed", True))


def is_fresh(request: HttpRequest) -> bool:
    """Whether the person has proved who they are just now."""
    if not is_listed(request):
        return True
    proved = request.session.get(PROVED)
    return proved is not None and clock.real() - datetime.fromisoformat(proved) < FRESH_FOR


def let_in(request: HttpRequest, user: Any, method: str) -> HttpResponse:
    """Begin the session of somebody who proved who they are, under a new key, and lead them on."""
    way_on = safe(request, request.session.get("next", ""))
    _begin(request, user, PROVEN, method)
    proving.forgive(user=user, address=address_of(request))
    answer = redirect("accounts:kept") if HELD in request.session else redirect(way_on)
    if user.language:
        answer.set_cookie(settings.LANGUAGE_COOKIE_NAME, user.language, samesite="Lax")
    return answer


def let_set_up(request: HttpRequest, user: Any) -> None:
    """Begin a session in which only the ways to sign in can be set up."""
    _begin(request, user, INVITED, "invitation")


def _begin(request: HttpRequest, user: Any, backend: str, method: str) -> None:
    held = request.session.get(HELD)
    if request.session.session_key and request.user.is_authenticated:
        sessions.end_by_key(request.session.session_key)
    request.session.flush()
    if held and held["person"] == user.code:
        request.session[HELD] = held
    request.session[PROVED] = clock.real().isoformat()
    login(request, user, backend=backend)
    request.session.save()
    sessions.begin_session(
        user=user,
        key=str(request.session.session_key),
        method=method,
        address=address_of(request),
        device=device_of(request),
    )


def proved_again(request: HttpRequest) -> None:
    """The person proved who they are within their session, which goes on under a new key."""
    before = str(request.session.session_key)
    request.session.cycle_key()
    request.session[PROVED] = clock.real().isoformat()
    sessions.rename_session(before=before, after=str(request.session.session_key))


def begin_second_step(request: HttpRequest, user: Any) -> None:
    """Remember, under a new key, who typed the right password."""
    kept = {name: request.session[name] for name in (HELD, "next") if name in request.session}
    request.session.flush()
    request.session.update(kept | {PENDING: [user.pk, clock.real().isoformat()]})


def pending(request: HttpRequest) -> Any:
    """Whoever has passed the first step here and owes the second; `None` where nobody or too long ago."""
    pk, since = request.session.get(PENDING, (None, ""))
    if pk is None or clock.real() - datetime.fromisoformat(since) >= PENDING_FOR:
        return None
    return access.account(pk)


def hold(request: HttpRequest, person: str) -> None:
    """Keep what was typed into a form until the same person has signed in again."""
    fields = [[name, value] for name in request.POST for value in request.POST.getlist(name)]
    fields = [pair for pair in fields if pair[0] != "csrfmiddlewaretoken"]
    if person and sum(len(name) + len(value) for name, value in fields) <= MOST_HELD:
        request.session[HELD] = {
            "person": person,
            "path": request.get_full_path(),
            "fields": fields,
            "files": bool(request.FILES),
        }


def safe(request: HttpRequest, way_on: str) -> str:
    """`way_on` where it is a page of this site, else the first page: nobody is led elsewhere after signing in."""
    hosts = {request.get_host()}
    if way_on.startswith("/") and url_has_allowed_host_and_scheme(way_on, hosts, require_https=request.is_secure()):
        return way_on
    return "/"
