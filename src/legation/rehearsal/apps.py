"""Registers the app; in the demonstration, election time is the demonstration's clock."""

from django.apps import AppConfig
from django.conf import settings


class RehearsalConfig(AppConfig):
    name = "legation.rehearsal"
    label = "rehearsal"

    def ready(self) -> None:
        if settings.DEMONSTRATION:
            from legation.base import clock
            from legation.rehearsal.queries import demonstration_now

            clock.use(demonstration_now)
