"""Timed work: what was kept to count failed tries, and old sessions, is forgotten."""

from legation.accounts.actions import proving, sessions


def forget() -> None:
    """Harmless to call again."""
    proving.forget_old()
    sessions.forget_old_sessions()
