"""Registers the app and its kinds of record."""

from django.apps import AppConfig


class MissionsConfig(AppConfig):
    name = "legation.missions"
    label = "missions"

    def ready(self) -> None:
        from legation.base.powers import Places, know_places
        from legation.base.wording.codes import name_codes
        from legation.missions import queries, records  # noqa: F401
        from legation.missions.jobs import table
        from legation.readers.bringing import offer

        for field in ("mission", "served_by"):
            name_codes(field, queries.city_names)
        for what in ("missions", "voters"):
            offer(what, table)
        know_places("mission", Places(queries.around, queries.places))
