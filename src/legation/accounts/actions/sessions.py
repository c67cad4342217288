"""Sessions: begun by a sign-in, seen going on, ended one by one or all at once."""

from datetime import timedelta

from django.contrib.sessions.models import Session as Kept

from legation.accounts.models import SignedIn, User
from legation.base import clock
from legation_core.problems import Refused

SEEN_EVERY = timedelta(minutes=5)
"""How exactly it is kept when a session was last used: a page that is read writes nothing."""
KEPT = timedelta(days=30)


def begin_session(*, user: User, key: str, method: str, address: str, device: str) -> None:
    now = clock.real()
    SignedIn.objects.update_or_create(
        key=key,
        defaults={
            "user": user,
            "method": method,
            "address": address,
            "device": device[:120],
            "since": now,
            "seen": now,
            "ended": None,
        },
    )


def saw_session(row: SignedIn) -> None:
    now = clock.real()
    if now - row.seen >= SEEN_EVERY:
        SignedIn.objects.filter(pk=row.pk).update(seen=now)


def rename_session(*, before: str, after: str) -> None:
    """The session went on under a new key."""
    SignedIn.objects.filter(key=before).update(key=after)


def end_session(*, user: User, number: int) -> None:
    """End one session of a person, wherever it is open."""
    row = SignedIn.objects.filter(user=user, pk=number, ended__isnull=True).first()
    if row is None:
        raise Refused("A221")
    _end([row])


def end_by_key(key: str) -> None:
    _end(list(SignedIn.objects.filter(key=key, ended__isnull=True)))


def end_sessions(*, user: User, but: str = "") -> int:
    """End every session of a person, except the one with the key `but`."""
    rows = list(SignedIn.objects.filter(user=user, ended__isnull=True).exclude(key=but))
    _end(rows)
    return len(rows)


def forget_old_sessions() -> None:
    """Rows of sessions that ended long ago."""
    SignedIn.objects.filter(seen__lt=clock.real() - KEPT).delete()


def _end(rows: list[SignedIn]) -> None:
    Kept.objects.filter(session_key__in=[row.key for row in rows]).delete()
    SignedIn.objects.filter(pk__in=[row.pk for row in rows]).update(ended=clock.real())
