"""Registers the app and its kinds of record."""

from django.apps import AppConfig


class CountConfig(AppConfig):
    name = "legation.count"
    label = "count"

    def ready(self) -> None:
        from legation.count import records  # noqa: F401 its kinds of record
