"""Gives each request its actor, loaded once, and its language where the person has chosen one."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from legation.accounts import queries
from legation.base import clock


class ActorMiddleware:
    """Sets `request.actor`: the signed-in person in their chosen role, or `None`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = None  # type: ignore[attr-defined]
        if request.user.is_authenticated and request.user.is_active:
            chosen = request.session.get("grant", 0)
            request.actor = queries.actor(request.user, clock.now(), chosen)  # type: ignore[attr-defined]
        return self.get_response(request)
