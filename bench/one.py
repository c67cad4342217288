"""`python -m bench.one PART WHERE`: measures one part on the database of the environment, and prints raw figures as JSON.

Called by `bench`, each time in a process of its own.
"""

import json
import os
import sys
import tempfile
from importlib import import_module

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "legation.project.settings.test")
os.environ.setdefault("LEGATION_DATA_DIR", tempfile.mkdtemp(prefix="legation-bench-"))


def main() -> None:
    name, where = sys.argv[1:]
    if where != "core":
        _loaded()
    json.dump(import_module(f"bench.{name}").raw(where), sys.stdout)


def _loaded() -> None:
    """An empty database with the demonstration at its opening."""
    import django

    _durable()
    django.setup()
    from django.core.management import call_command

    from legation.base import clock
    from legation.integrity import keys
    from legation.rehearsal import actions

    call_command("migrate", verbosity=0, interactive=False)
    keys.create("log")
    actions.load()
    clock.use(lambda: actions.az2024.OPENS_AT)


def _durable() -> None:
    """Give SQLite the durability of production back, which the settings of the tests take away."""
    from django.conf import settings

    from legation.project.settings.sources import SQLITE_OPTIONS

    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        settings.DATABASES["default"]["OPTIONS"] = dict(SQLITE_OPTIONS)


if __name__ == "__main__":
    main()
