"""Registers the app and its kinds of record."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "legation.accounts"
    label = "accounts"

    def ready(self) -> None:
        from datetime import timedelta

        from legation.accounts import records  # noqa: F401
        from legation.accounts.jobs import forget
        from legation.base import jobs

        jobs.register(jobs.TimedJob("accounts.forget", timedelta(hours=1), forget))
