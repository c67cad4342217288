"""Registers the app and its kinds of record."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "legation.plan"
    label = "plan"

    def ready(self) -> None:
        from legation.plan import records  # noqa: F401
