"""Registers the app and its kinds of record."""

from django.apps import AppConfig


class StationsConfig(AppConfig):
    name = "legation.stations"
    label = "stations"

    def ready(self) -> None:
        from legation.base.wording.codes import name_codes
        from legation.stations import queries, records  # noqa: F401

        name_codes("station", queries.place_names)
