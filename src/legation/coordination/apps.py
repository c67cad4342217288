"""Registers the app and its kinds of record."""

from django.apps import AppConfig


class CoordinationConfig(AppConfig):
    name = "legation.coordination"
    label = "coordination"

    def ready(self) -> None:
        from legation.coordination import records  # noqa: F401
