"""Registers the app and its kinds of record."""

from django.apps import AppConfig


class MissionsConfig(AppConfig):
    name = "legation.missions"
    label = "missions"

    def ready(self) -> None:
        from legation.missions import records  # noqa: F401
