"""Setting up what one signs in with: the only pages that are open to whoever owes a second factor."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

import segno
from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.webauthn.internal import auth as webauthn
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from legation.accounts import actions
from legation.accounts.actions import proving, sessions
from legation.accounts.queries import access
from legation.accounts.web import visits
from legation.base import clock
from legation.base.web import open_page
from legation_core.access.factors import Factor
from legation_core.problems import Refused

View = Callable[..., HttpResponse]


def setting_up(view: View) -> View:
    """For whoever used an invitation just now, or proved who they are a short while ago."""

    @wraps(view)
    def guarded(request: HttpRequest, *parts: Any, **named: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect("accounts:enrol")
        if visits.is_proven(request) and not visits.is_fresh(request):
            return redirect(f"{reverse('accounts:again')}?next={request.path}")
        return view(request, *parts, **named)

    return open_page(never_cache(guarded))


@open_page
@never_cache
def enrol(request: HttpRequest) -> HttpResponse:
    """Without an invitation: the field for its code. With one: what can be set up, and what is still owed."""
    if request.method == "POST":
        return _use(request, request.POST.get("invitation", "")[:60])
    if not request.user.is_authenticated:
        return render(request, "accounts/invitation.html", {"typed": request.session.get("invitation", "")})
    held = access.held(request.user)
    context = {
        "held": held,
        "enough": access.enrolled(request.user),
        "has_password": any(one.factor is Factor.PASSWORD for one in held),
        "owing": not visits.is_proven(request),
    }
    return render(request, "accounts/enrol.html", context)


@open_page
@never_cache
def letter(request: HttpRequest, typed: str) -> HttpResponse:
    """The link of a letter: its code goes into the session, out of the address, and is used by a button."""
    request.session["invitation"] = typed[:60]
    return redirect("accounts:enrol")


@open_page
@never_cache
def done(request: HttpRequest) -> HttpResponse:
    """The end of setting up: whoever used an invitation is signed in once two factors are there."""
    if not request.user.is_authenticated or not access.enrolled(request.user):
        return redirect("accounts:enrol")
    if visits.is_proven(request):
        return redirect("accounts:account")
    return visits.let_in(request, request.user, "invitation")


@setting_up
def passkey(request: HttpRequest) -> HttpResponse:
    return _add_key(request, passkey=True)


@setting_up
def hardware_key(request: HttpRequest) -> HttpResponse:
    return _add_key(request, passkey=False)


@setting_up
@sensitive_post_parameters("password", "once_more")
def password(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "accounts/password.html")
    try:
        _check_alike(request.POST.get("password", ""), request.POST.get("once_more", ""))
        actions.set_password(user=request.user, password=request.POST.get("password", ""), at=clock.now())  # type: ignore[arg-type]
    except Refused as refused:
        return render(request, "accounts/password.html", {"problem": refused.problem}, status=422)
    _keep_signed_in(request)
    return redirect("accounts:enrol")


@setting_up
def authenticator(request: HttpRequest) -> HttpResponse:
    """A secret as a picture for an app on the telephone, confirmed by the first code that it shows."""
    user: Any = request.user
    problem = None
    if request.method == "POST":
        secret = request.session.get("app_secret", "")
        typed = "".join(request.POST.get("typed", "")[:20].split())
        try:
            actions.add_authenticator(user=user, secret=secret, code=typed, at=clock.now())
            del request.session["app_secret"]
            return redirect("accounts:enrol")
        except Refused as refused:
            problem = refused.problem
    secret = request.session.setdefault("app_secret", totp.generate_totp_secret())
    address = get_adapter().build_totp_url(user, secret)
    picture = segno.make_qr(address).svg_inline(scale=4, border=2, light="#fff", dark="#000")
    grouped = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
    context = {"picture": mark_safe(picture), "secret": grouped, "problem": problem}  # noqa: S308 drawn by segno, of our own text
    return render(request, "accounts/authenticator.html", context, status=422 if problem else 200)


@setting_up
def codes(request: HttpRequest) -> HttpResponse:
    """Printed one-time codes: shown on the answer to the button, and never again."""
    if request.method != "POST":
        return render(request, "accounts/codes.html")
    shown = actions.print_codes(user=request.user, at=clock.now())  # type: ignore[arg-type]
    return render(request, "accounts/codes.html", {"codes": shown})


def _check_alike(password: str, once_more: str) -> None:
    if password != once_more:
        raise Refused("A222")


def _use(request: HttpRequest, typed: str) -> HttpResponse:
    address = visits.address_of(request)
    if access.waits_until("", address, clock.real()) is not None:
        return render(request, "429.html", status=429)
    try:
        user = actions.use_invitation(typed=typed)
    except Refused as refused:
        proving.note_failure(name="", address=address, step="letter")
        context = {"problem": refused.problem, "typed": typed}
        return render(request, "accounts/invitation.html", context, status=422)
    visits.let_set_up(request, user)
    return redirect("accounts:enrol")


def _add_key(request: HttpRequest, *, passkey: bool) -> HttpResponse:
    user: Any = request.user
    problem = None
    if request.method == "POST":
        try:
            credential = json.loads(request.POST.get("credential", ""))
            webauthn.complete_registration(credential)
            name = request.POST.get("name", "")
            actions.add_key(user=user, credential=credential, name=name, passkey=passkey, at=clock.now())
            return redirect("accounts:done" if passkey and not visits.is_proven(request) else "accounts:enrol")
        except (ValidationError, ValueError, TypeError, KeyError):
            problem = Refused("A220").problem
    options = json.dumps(webauthn.begin_registration(user, passkey))
    context = {"options": options, "passkey": passkey, "problem": problem, "device": visits.device_of(request)}
    return render(request, "accounts/key.html", context, status=422 if problem else 200)


def _keep_signed_in(request: HttpRequest) -> None:
    """A new password ends every other session; this one goes on under a new key."""
    from django.contrib.auth import update_session_auth_hash

    before = str(request.session.session_key)
    sessions.end_sessions(user=request.user, but=before)  # type: ignore[arg-type]
    update_session_auth_hash(request, request.user)  # type: ignore[arg-type]
    sessions.rename_session(before=before, after=str(request.session.session_key))
