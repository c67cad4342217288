"""Registers the app; in the demonstration, election time is the demonstration's clock."""

from django.apps import AppConfig
from django.conf import settings


class RehearsalConfig(AppConfig):
    name = "legation.rehearsal"
    label = "rehearsal"

    def ready(self) -> None:
        if settings.DEMONSTRATION:
            from datetime import timedelta

            from legation.base import clock, jobs
            from legation.rehearsal.playing import play_due
            from legation.rehearsal.queries import demonstration_now

            clock.use(demonstration_now)
            jobs.register(jobs.TimedJob("rehearsal.play", timedelta(0), play_due))
