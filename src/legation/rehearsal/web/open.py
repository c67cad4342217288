"""Choosing a member of the cast, and their sign-in link."""

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from legation.accounts import queries as accounts
from legation.base.web import open_page
from legation.rehearsal import queries


@open_page
def cast(request: HttpRequest) -> HttpResponse:
    return render(request, "rehearsal/cast.html", {"cast": queries.cast(), "next": request.GET.get("next", "")})


@open_page
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Sign in as the member of the cast whose link this is."""
    person = queries.person_of(token)
    if person is None:
        raise Http404
    request.session.flush()
    login(request, accounts.user(person), backend="django.contrib.auth.backends.ModelBackend")
    return redirect("home")
