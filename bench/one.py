"""Measures on the one database that the environment names, and prints the raw figures as JSON: called by `bench`."""

import json
import os
import sys
import tempfile
from dataclasses import asdict

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")
os.environ.setdefault("LEGATION_DATA_DIR", tempfile.mkdtemp(prefix="legation-bench-"))


def main() -> None:
    import django

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
    from bench import acts, pages

    pairs = acts.measured(connection.vendor)
    page_pairs, queries = pages.measured(connection.vendor)
    json.dump(
        {"pairs": [asdict(one) for one in pairs + page_pairs], "queries": [asdict(one) for one in queries]}, sys.stdout
    )


if __name__ == "__main__":
    main()
