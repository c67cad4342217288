"""Choosing a member of the cast, and their sign-in link."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from legation.base.web import open_page
from legation.rehearsal import queries
from legation.rehearsal.web.moving import sign_in


@open_page
def cast(request: HttpRequest) -> HttpResponse:
    return render(request, "rehearsal/cast.html", {"cast": queries.cast(), "next": request.GET.get("next", "")})


@open_page
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Sign in as the member of the cast whose link this is."""
    person = queries.person_of(token)
    if person is None:
        raise Http404
    sign_in(request, person)
    return redirect("home")
