"""Settings of the tests: keys and files in a folder of the test run."""

import os
import tempfile

os.environ.setdefault("LEGATION_DATA_DIR", tempfile.mkdtemp(prefix="legation-test-"))

from legation.project.settings.base import *  # noqa: F403

ALLOWED_HOSTS = ["localhost", "testserver"]
SECRET_KEY = "of the tests only"  # noqa: S105
INSTALLED_APPS = [*INSTALLED_APPS, "legation.rehearsal"]  # noqa: F405
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    # A file, not shared memory: threads of a test are then writers like any others. Nothing here must outlive a power cut.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}  # noqa: F405
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"  # noqa: F405
