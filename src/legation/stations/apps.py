"""Registers the app, its joint acts and its kinds of record."""

from django.apps import AppConfig


class StationsConfig(AppConfig):
    name = "legation.stations"
    label = "stations"

    def ready(self) -> None:
        from legation.base.powers import Places, know_places
        from legation.base.wording.codes import name_codes
        from legation.readers.bringing import offer
        from legation.stations import actions, queries, records  # noqa: F401 its joint acts and its kinds of record
        from legation.stations.jobs import table

        name_codes("station", queries.place_names)
        offer("stations", table)
        know_places("station", Places(queries.around, queries.places))
