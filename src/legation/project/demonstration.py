"""The demonstration's place on this machine: clearing it, and the links that open it."""

import shutil
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from legation.base import jobs
from legation.base.verbs import progress
from legation.integrity import checkpoints, keys
from legation.integrity import queries as log
from legation.rehearsal import actions, playing, queries, rebuilding
from legation.rehearsal.script import az2024
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


def build(until: datetime, seed: str) -> int:
    """Build the demonstration anew in its folder, up to an instant; the number of scenes played."""
    clear()
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    for purpose in ("log", "package"):
        if not keys.exists(purpose):
            keys.create(purpose)
    if not keys.secret_exists("factors"):
        keys.create_secret("factors")
    played = actions.load(until=until, seed=seed, script=actions.BOTH, tell=lambda scene: progress(told(scene)))
    checkpoints.sign_if_grown()
    progress(f"{played} scenes played; log signed")
    return played


def home_instant(text: str) -> datetime | None:
    """An instant as typed: by the home clock of the script where it has no offset, and then it is said."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    if found.tzinfo is None:
        progress(f"{text} is read by the clock of {az2024.ZONE}")
        found = found.replace(tzinfo=ZoneInfo(az2024.ZONE))
    return found.astimezone(UTC)


def play_until(until: datetime, seed: str, *, anew: bool) -> dict[str, object]:
    """Play forward where the demonstration has this seed and has not passed `until`; else build it, if `anew`."""
    loaded = queries.loaded_script() == actions.BOTH
    if anew or not loaded:
        played = build(until, seed)
    else:
        rebuilding.settle()
        playing.play()
        actions.check_seed(seed)
        actions.move_forward(to=until)
        played = playing.play(tell=lambda scene: progress(told(scene)))
    jobs.run_due()
    return {"until": f"{until:%Y-%m-%dT%H:%M:%SZ}", "seed": seed, "scenes": played, "records": log.size()}
