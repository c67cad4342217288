"""Settings of the measurements: those of production's durability, with the demonstration's script to load."""

from legation.project.settings.base import *  # noqa: F403
from legation.project.settings.base import INSTALLED_APPS

ALLOWED_HOSTS = ["testserver"]
SECRET_KEY = "of the measurements only"  # noqa: S105
INSTALLED_APPS = [*INSTALLED_APPS, "legation.rehearsal"]
