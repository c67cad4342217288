"""Sign-in in two steps, in place again, and sign-out."""

import json
from typing import Any

from allauth.mfa.webauthn.internal import auth as webauthn
from django.conf import settings
from django.contrib.auth import logout
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from legation.accounts.actions import proving, sessions
from legation.accounts.queries import access
from legation.accounts.web import visits
from legation.base import clock
from legation.base.web import open_page
from legation_core.access.factors import Factor


@open_page
@never_cache
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """The first step: a passkey, which is both steps, or the person's code and password."""
    if request.method != "POST":
        if request.GET.get("next"):
            request.session["next"] = visits.safe(request, request.GET["next"])
        return _sign_in_page(request)
    if "credential" in request.POST:
        return _by_passkey(request)
    name, address = request.POST.get("code", "")[:80], visits.address_of(request)
    if access.waits_until(name, address, clock.real()) is not None:
        return render(request, "429.html", status=429)
    user = proving.try_password(name=name, password=request.POST.get("password", "")[:300], address=address)
    if user is None:
        return _sign_in_page(request, wrong=True)
    if not access.enrolled(user):
        visits.let_set_up(request, user)
        return redirect("accounts:enrol")
    visits.begin_second_step(request, user)
    return redirect("accounts:second")


@open_page
@require_POST
def passkey_options(request: HttpRequest) -> HttpResponse:
    """The question that a browser puts to the person's passkeys. It names nobody."""
    return JsonResponse(webauthn.begin_authentication(None))


@open_page
@never_cache
def second(request: HttpRequest) -> HttpResponse:
    """The second step: a code of the app or of the printed sheet, or a hardware key."""
    user = visits.pending(request)
    if user is None:
        return redirect(settings.LOGIN_URL)
    if request.method != "POST":
        return _second_page(request, user)
    if access.second_waits_until(user.code, clock.real()) is not None:
        return render(request, "429.html", status=429)
    if "credential" in request.POST:
        fits = proved_by_key(request, user)
        if not fits:
            proving.note_failure(name=user.code, address=visits.address_of(request), step="second")
    else:
        typed = request.POST.get("typed", "")[:40]
        fits = proving.try_second(user=user, typed=typed, address=visits.address_of(request))
    return visits.let_in(request, user, "password") if fits else _second_page(request, user, wrong=True)


@open_page
@never_cache
def again(request: HttpRequest) -> HttpResponse:
    """Proving once more who one is, in place: what was typed before is kept."""
    if not request.user.is_authenticated:
        return redirect(settings.LOGIN_URL)
    user: Any = request.user
    if request.method != "POST":
        request.session["next"] = visits.safe(request, request.GET.get("next", ""))
        return _again_page(request, user)
    address = visits.address_of(request)
    if access.waits_until(user.code, address, clock.real()) is not None:
        return render(request, "429.html", status=429)
    if "credential" in request.POST:
        fits = proved_by_key(request, user)
    elif request.POST.get("password"):
        fits = proving.try_password(name=user.code, password=request.POST["password"][:300], address=address) == user
    else:
        fits = proving.try_second(user=user, typed=request.POST.get("typed", "")[:40], address=address)
    if not fits:
        return _again_page(request, user, wrong=True)
    visits.proved_again(request)
    held = visits.HELD in request.session
    return redirect("accounts:kept") if held else redirect(visits.safe(request, request.session.get("next", "")))


@open_page
@never_cache
def kept(request: HttpRequest) -> HttpResponse:
    """What was typed before the sign-in, ready to be sent again."""
    held = request.session.get(visits.HELD)
    if held is None or not request.user.is_authenticated or held["person"] != request.user.code:
        return redirect("/")
    del request.session[visits.HELD]
    return render(request, "accounts/kept.html", {"held": held})


@open_page
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated and request.session.session_key:
        sessions.end_by_key(request.session.session_key)
    logout(request)
    return redirect("accounts:sign_in")


def proved_by_key(request: HttpRequest, user: Any) -> bool:
    """Whether the browser's answer comes from a key or passkey of `user`, to the question put in this session."""
    try:
        webauthn.complete_authentication(user, json.loads(request.POST.get("credential", "")))
    except (ValidationError, ValueError, TypeError, KeyError):
        return False
    return True


def _by_passkey(request: HttpRequest) -> HttpResponse:
    address = visits.address_of(request)
    if access.waits_until("", address, clock.real()) is not None:
        return render(request, "429.html", status=429)
    try:
        answer = json.loads(request.POST["credential"])
        user: Any = webauthn.extract_user_from_response(answer)
        row = webauthn.complete_authentication(user, answer)
    except (ValidationError, ValueError, TypeError, KeyError, AttributeError):
        proving.note_failure(name="", address=address, step="passkey")
        return _sign_in_page(request, wrong_passkey=True)
    if not user.is_active or not row.data.get("passkey"):
        return _sign_in_page(request, wrong_passkey=True)
    return visits.let_in(request, user, "passkey")


def _sign_in_page(request: HttpRequest, **said: bool) -> HttpResponse:
    context = {"institutions": settings.INSTITUTIONS, "held": visits.HELD in request.session, **said}
    return render(request, "accounts/sign_in.html", context, status=422 if said else 200)


def _ways(user: Any) -> dict[str, Any]:
    held = {one.factor for one in access.held(user)}
    keys = bool(held & {Factor.HARDWARE_KEY, Factor.PASSKEY})
    return {
        "options": json.dumps(webauthn.begin_authentication(user)) if keys else "",
        "has_password": Factor.PASSWORD in held,
        "has_codes": bool(held & {Factor.AUTHENTICATOR, Factor.PRINTED_CODES}),
        "has_app": Factor.AUTHENTICATOR in held,
        "has_printed": Factor.PRINTED_CODES in held,
    }


def _second_page(request: HttpRequest, user: Any, *, wrong: bool = False) -> HttpResponse:
    context = _ways(user) | {"wrong": wrong}
    return render(request, "accounts/second.html", context, status=422 if wrong else 200)


def _again_page(request: HttpRequest, user: Any, *, wrong: bool = False) -> HttpResponse:
    context = _ways(user) | {"wrong": wrong, "held": visits.HELD in request.session}
    return render(request, "accounts/again.html", context, status=422 if wrong else 200)
