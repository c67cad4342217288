"""Registers the app and its timed job."""

from datetime import timedelta

from django.apps import AppConfig


class BaseConfig(AppConfig):
    name = "legation.base"
    label = "base"

    def ready(self) -> None:
        from legation.base import drafts, jobs

        jobs.register(jobs.TimedJob("base.forget_drafts", timedelta(hours=1), drafts.forget_old))
