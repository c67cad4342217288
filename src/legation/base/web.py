"""How a page is made: who may open it, and what a refusal looks like. Pages parse, call one thing, render."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.wording import worded
from legation.base.wording.bodies import body_name
from legation_core.problems import Refused
from legation_core.values import ASSUMED

View = Callable[..., HttpResponse]


def page(permission: Permission, *, fresh: bool = False) -> Callable[[View], View]:
    """A page for signed-in people whose acting role holds `permission`; anybody else meets 404 or the sign-in page.

    Whoever is signed in and holds no role, or whose role has ended since, is told so.

    `fresh`: whoever proved who they are long ago proves it once more, in place, and loses nothing that was typed.
    """

    def around(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *parts: Any, **named: Any) -> HttpResponse:
            actor: Actor | None = getattr(request, "actor", None)
            if actor is None and request.user.is_authenticated:
                return render(request, "no_role.html", status=403)
            if actor is None:
                return redirect_to_login(request.get_full_path())
            if permission not in actor.permissions:
                raise OutOfScope(permission)
            if fresh and not getattr(request, "fresh", False):
                return redirect_to_login(request.get_full_path(), f"{settings.LOGIN_URL}again/")
            return view(request, *parts, **named)

        guarded.permission = permission  # type: ignore[attr-defined]
        return guarded

    return around


def asks_again(request: HttpRequest) -> bool:
    """Whether a script asks for a page that is open already: nobody need be there, so it counts as no visit."""
    return request.headers.get("X-Asks-Again") == "yes"


def open_page(view: View) -> View:
    """A page for everybody, signed in or not; the address table knows it by this mark."""
    view.permission = None  # type: ignore[attr-defined]
    return view


def refusal(request: HttpRequest, refused: Refused, way_on: dict[str, str] | None = None) -> HttpResponse:
    """409: what cannot be done now, why, by which article, who may, what was kept. `way_on` is what to do instead."""
    facts = refused.problem.facts
    source, body = str(facts.get("source", "")), str(facts.get("body", ""))
    context = {
        "sentences": [worded(problem) for problem in refused.problems],
        "code": refused.code,
        "article": "" if source == ASSUMED else source,
        "who_may": body_name(body) if body else "",
        "way_on": way_on,
    }
    return render(request, "409.html", context, status=409)


class RefusalMiddleware:
    """Turns "out of scope" into 404 and a refusal into 409; every other exception is a bug and passes."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, OutOfScope):
            return render(request, "404.html", status=404)
        if isinstance(exception, Refused):
            return refusal(request, exception)
        return None


def _error(status: int) -> Callable[..., HttpResponse]:
    def shown(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
        return render(request, f"{status}.html", status=status)

    return shown


bad_request, forbidden, not_found, broken = _error(400), _error(403), _error(404), _error(500)
