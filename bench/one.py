"""Measures on the one database that the environment names, and prints the raw figures as JSON: called by `bench`."""

import json
import os
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "legation.project.settings.test")
os.environ.setdefault("LEGATION_DATA_DIR", tempfile.mkdtemp(prefix="legation-bench-"))


def durable() -> None:
    """Give SQLite the durability of production back, which the settings of the tests take away."""
    from django.conf import settings

    from legation.project.settings.sources import SQLITE_OPTIONS

    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        settings.DATABASES["default"]["OPTIONS"] = dict(SQLITE_OPTIONS)


def main() -> None:
    import django

    durable()
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from legation.base import clock
    from legation.integrity import keys
    from legation.rehearsal import actions

    call_command("migrate", verbosity=0, interactive=False)
    keys.create("log")
    actions.load()
    clock.use(lambda: actions.az2024.OPENS_AT)
    from bench import acts, desks, pages, publishing, serving

    pairs = acts.measured(connection.vendor)
    elections = pages.elections()
    page_pairs, queries = pages.measured(connection.vendor, elections)
    found: dict[str, object] = {
        "pairs": [asdict(one) for one in pairs + page_pairs],
        "queries": [asdict(one) for one in queries],
        "desks": [asdict(one) for one in desks.measured(connection.vendor, elections)],
    }
    if connection.vendor == "sqlite":
        with tempfile.TemporaryDirectory(prefix="legation-baked-") as folder:
            found["published"] = publishing.raw(publishing.measured(elections, Path(folder)))
            found["served"] = asdict(serving.measured(Path(folder)))
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
