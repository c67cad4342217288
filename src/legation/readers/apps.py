"""Registers the app and the work it leaves to the worker."""

from datetime import timedelta

from django.apps import AppConfig


class ReadersConfig(AppConfig):
    name = "legation.readers"
    label = "readers"

    def ready(self) -> None:
        from legation.base import jobs, queue
        from legation.readers import bringing

        queue.handle(bringing.JOB, bringing.carry_out)
        jobs.register(jobs.TimedJob("readers.forget", timedelta(hours=1), bringing.forget))
