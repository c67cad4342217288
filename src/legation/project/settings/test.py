"""Settings of the tests: keys, files and a SQLite database in a folder of the test run, which goes with it."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

if "LEGATION_DATA_DIR" not in os.environ:
    os.environ["LEGATION_DATA_DIR"] = tempfile.mkdtemp(prefix="legation-test-")
    atexit.register(shutil.rmtree, os.environ["LEGATION_DATA_DIR"], ignore_errors=True)
elif (worker := os.environ.get("PYTEST_XDIST_WORKER", "")) and Path(os.environ["LEGATION_DATA_DIR"]).name != worker:
    # Each process of a run in parallel has a folder of its own: two would make one key at once.
    os.environ["LEGATION_DATA_DIR"] = str(Path(os.environ["LEGATION_DATA_DIR"]) / worker)

os.environ.setdefault("LEGATION_PUBLIC_ADDRESS", "https://vote.example/{election}/")

from legation.project.settings.base import *  # noqa: F403

STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405
ALLOWED_HOSTS = ["localhost", "testserver"]
PASSWORD_HASHERS = ["tests.quick_hashing.QuickArgon2"]
WHITENOISE_AUTOREFRESH = True
"""Files are looked for when one is asked for: listing them all for each of a thousand clients takes longer."""
SECRET_KEY = "of the tests only"  # noqa: S105
AUTHENTICATION_BACKENDS = ["legation.rehearsal.web.backends.Cast", *AUTHENTICATION_BACKENDS]  # noqa: F405
INSTALLED_APPS = [*INSTALLED_APPS, "legation.rehearsal"]  # noqa: F405
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    # A file, not shared memory: threads of a test are writers like any others. Nothing here must outlive a power cut.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}  # noqa: F405
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"  # noqa: F405
