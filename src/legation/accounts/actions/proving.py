"""Trying to prove who one is. What fails is counted; the answer to a stranger is the same whatever was wrong."""

import hmac

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from legation.accounts.convert.secrets import digest, unsealed
from legation.accounts.models import Attempt, PrintedCode, User
from legation.accounts.queries import access
from legation.base import clock
from legation_core.access import limits

STEP = 30
"""Seconds for which an app shows a code (RFC 6238)."""


def try_password(*, name: str, password: str, address: str) -> User | None:
    """The person, where name and password fit. Takes the same time whether or not there is such an account."""
    user = access.by_code(name)
    if user is None or not user.has_usable_password():
        make_password(password)
        fits = False
    else:
        fits = check_password(password, user.password)
    if user is not None and fits:
        return user
    note_failure(name=name, address=address, step="first")
    return None


def try_second(*, user: User, typed: str, address: str) -> bool:
    """Whether `typed` is the code of the person's app, or one of their printed codes. Each fits once."""
    plain = "".join(typed.split())
    fits = _app_shows(user, plain) if plain.isdecimal() else _is_printed(user, plain)
    if not fits:
        note_failure(name=user.code, address=address, step="second")
    return fits


def note_failure(*, name: str, address: str, step: str) -> None:
    Attempt.objects.create(account=digest(name), address=address, step=step, at=clock.real())


def forgive(*, user: User, address: str) -> None:
    """After a sign-in, what failed before it at the same address no longer counts."""
    Attempt.objects.filter(account=digest(user.code), address=address).delete()


def forget_old() -> None:
    """Failures that no limit counts any more."""
    Attempt.objects.filter(at__lt=clock.real() - limits.SECOND_STEP.window).delete()


def _app_shows(user: User, code: str) -> bool:
    with transaction.atomic():
        kind = Authenticator.Type.TOTP
        row = Authenticator.objects.select_for_update().filter(user=user, type=kind).first()
        if row is None:
            return False
        secret, now = unsealed(row.data["secret"]), int(clock.real().timestamp()) // STEP
        used = row.data.get("step", 0)
        shown = (step for step in (now - 1, now, now + 1) if step > used)
        fitting = next((step for step in shown if hmac.compare_digest(_code_at(secret, step), code)), None)
        if fitting is None:
            return False
        row.data["step"], row.last_used_at = fitting, clock.real()
        row.save(update_fields=["data", "last_used_at"])
        return True


def _code_at(secret: str, step: int) -> str:
    return totp.format_hotp_value(totp.hotp_value(secret, step))


def _is_printed(user: User, code: str) -> bool:
    rows = PrintedCode.objects.filter(user=user, digest=digest(code), used__isnull=True)
    return rows.update(used=clock.real()) == 1
