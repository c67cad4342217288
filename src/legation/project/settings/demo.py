"""The demonstration: loopback only, SQLite only, keys of its own. Never imported by production settings."""

import os

os.environ.setdefault("LEGATION_DATA_DIR", "var/demo")
os.environ.pop("LEGATION_DATABASE_URL", None)
os.environ.setdefault("LEGATION_PUBLIC_ADDRESS", "http://localhost:8000/{election}/public/")
os.environ.setdefault("LEGATION_LOG_ORIGIN", "localhost/legation-demonstration")

from legation.project.settings.base import *  # noqa: F403

DEMONSTRATION = True
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
AUTHENTICATION_BACKENDS = ["legation.rehearsal.web.backends.Cast", *AUTHENTICATION_BACKENDS]  # noqa: F405
INSTALLED_APPS = [*INSTALLED_APPS, "legation.rehearsal"]  # noqa: F405
ROOT_URLCONF = "legation.project.urls_demonstration"
TEMPLATES[0]["OPTIONS"]["context_processors"].insert(0, "legation.rehearsal.web.context.demonstration")  # type: ignore[index] # noqa: F405
