"""One's own account: ways to sign in, sessions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from legation.accounts import actions
from legation.accounts.actions import sessions
from legation.accounts.queries import access
from legation.base import clock
from legation.base.actors import Permission
from legation.base.web import page


@page(Permission.ACCOUNT_KEEP)
def account(request: HttpRequest) -> HttpResponse:
    context = {
        "held": access.held(request.user),  # type: ignore[arg-type]
        "sessions": access.sessions(request.user, request.session.session_key, clock.real()),  # type: ignore[arg-type]
    }
    return render(request, "accounts/account.html", context)


@page(Permission.ACCOUNT_KEEP)
@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """End one session, or all others."""
    number = request.POST.get("session", "")
    if number.isdecimal():
        sessions.end_session(user=request.user, number=int(number))  # type: ignore[arg-type]
    else:
        sessions.end_sessions(user=request.user, but=str(request.session.session_key))  # type: ignore[arg-type]
    return redirect("accounts:account")


@page(Permission.ACCOUNT_KEEP, fresh=True)
@require_POST
def remove(request: HttpRequest, number: int) -> HttpResponse:
    actions.remove_factor(user=request.user, number=number, at=clock.now())  # type: ignore[arg-type]
    return redirect("accounts:account")
