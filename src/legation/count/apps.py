"""Registers the app, its joint act and its kinds of record."""

from django.apps import AppConfig


class CountConfig(AppConfig):
    name = "legation.count"
    label = "count"

    def ready(self) -> None:
        from legation.count import actions, records  # noqa: F401 its joint act and its kinds of record
