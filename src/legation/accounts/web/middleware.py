"""Gives each request its actor, loaded once; keeps whoever owes a second factor on the pages where it is set up."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from legation.accounts import queries
from legation.accounts.actions import sessions
from legation.accounts.queries import access
from legation.accounts.web import visits
from legation.base import clock
from legation.base.actors import Actor
from legation.base.web import asks_again

OPEN_WHILE_OWING = ("/enrol/", "/sign-out/", "/language/", settings.STATIC_URL)


class ActorMiddleware:
    """Sets `request.actor`: the signed-in person in their chosen role, or `None`; `request.fresh`: just proved."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor, request.fresh = None, False  # type: ignore[attr-defined]
        owing = False
        if request.user.is_authenticated and not _goes_on(request):
            request.session.flush()
            request.user = AnonymousUser()
        if request.user.is_authenticated:
            owing = not visits.is_proven(request)
            if not owing:
                request.actor = _actor(request)  # type: ignore[attr-defined]
                request.fresh = visits.is_fresh(request)  # type: ignore[attr-defined]
        if owing and not request.path.startswith(OPEN_WHILE_OWING):
            return redirect("accounts:enrol")
        answer = self.get_response(request)
        if request.method == "POST" and answer.status_code == 302:
            _hold(request, answer.headers["Location"])
        return answer


def _actor(request: HttpRequest) -> Actor | None:
    """Who acts, in the role that the session keeps. One that has ended gives no power, and not silently another one:
    the page that is asked for is not shown, and only the next begins in a role that is left.
    """
    actor = queries.actor(request.user, clock.now(), request.session.get("grant"))  # type: ignore[arg-type]
    if actor is None:
        request.session.pop("grant", None)
    elif "grant" not in request.session:
        request.session["grant"] = actor.number
    return actor


def _goes_on(request: HttpRequest) -> bool:
    if not visits.is_listed(request):
        return True
    row = access.session_stands(request.session.session_key, int(str(request.user.pk)), clock.real())
    if row is not None and not asks_again(request):
        sessions.saw_session(row)
    return row is not None


def _hold(request: HttpRequest, location: str) -> None:
    """A form that was sent by somebody signed out in the meantime, or asked to prove themselves again, is kept."""
    if not location.startswith(f"{settings.LOGIN_URL}?") and not location.startswith(f"{reverse('accounts:again')}?"):
        return
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    person = request.user.code if request.user.is_authenticated else access.person_of_session(key)
    visits.hold(request, person)
