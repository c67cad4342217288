"""Registers the app, its kind of record and its timed job."""

from datetime import timedelta

from django.apps import AppConfig


class PublicationConfig(AppConfig):
    name = "legation.publication"
    label = "publication"

    def ready(self) -> None:
        from legation.base.jobs import TimedJob, register
        from legation.publication import records  # noqa: F401
        from legation.publication.jobs import follow, history_table
        from legation.readers.bringing import offer

        offer("history", history_table)
        register(TimedJob("publication.follow", timedelta(seconds=20), follow))
