"""Registers the app and its timed job."""

from datetime import timedelta

from django.apps import AppConfig


class IntegrityConfig(AppConfig):
    name = "legation.integrity"
    label = "integrity"

    def ready(self) -> None:
        from legation.base.jobs import TimedJob, register
        from legation.integrity import records  # noqa: F401
        from legation.integrity.jobs import checkpoint_if_grown

        register(TimedJob("integrity.checkpoint", timedelta(seconds=10), checkpoint_if_grown))
