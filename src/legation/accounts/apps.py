"""Registers the app and its kinds of record."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "legation.accounts"
    label = "accounts"

    def ready(self) -> None:
        from legation.accounts import records  # noqa: F401
