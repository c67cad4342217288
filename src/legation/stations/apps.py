"""Registers the app and its kinds of record."""

from django.apps import AppConfig


class StationsConfig(AppConfig):
    name = "legation.stations"
    label = "stations"

    def ready(self) -> None:
        from legation.stations import records  # noqa: F401
