"""Settings of the tests: keys and files in a folder of the test run."""

import os
import tempfile

os.environ.setdefault("LEGATION_DATA_DIR", tempfile.mkdtemp(prefix="legation-test-"))

from legation.project.settings.base import *  # noqa: F403

ALLOWED_HOSTS = ["localhost", "testserver"]
SECRET_KEY = "of the tests only"  # noqa: S105
INSTALLED_APPS = [*INSTALLED_APPS, "legation.rehearsal"]  # noqa: F405
