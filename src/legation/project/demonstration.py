"""The demonstration's place on this machine: clearing it, and the links that open it."""

import shutil

from django.conf import settings
from django.db import connections

from legation.rehearsal import queries
from legation.rehearsal.script.scenes import Scene


def clear() -> None:
    """Remove the demonstration's database, keys and state: it has a folder of its own."""
    connections.close_all()
    for path in (settings.KEYS_DIR, settings.STATE_DIR, settings.FILES_DIR):
        shutil.rmtree(path, ignore_errors=True)
    name = settings.DATABASES["default"]["NAME"]
    for suffix in ("", "-wal", "-shm"):
        settings.DATA_DIR.joinpath(str(name) + suffix).unlink(missing_ok=True)


def links(port: int) -> str:
    """The address of the demonstration and one sign-in link a member of the cast."""
    base = f"http://localhost:{port}"
    lines = [f"The demonstration: {base}", "", "Sign in as"]
    lines += [f"  {one.name:<5} {base}/demonstration/enter/{one.token}/  {one.does}" for one in queries.cast()]
    return "\n".join(lines)


def told(scene: Scene) -> str:
    """A scene in one line of progress."""
    return f"{scene.at:%Y-%m-%d %H:%M} UTC  {scene.told()}"
