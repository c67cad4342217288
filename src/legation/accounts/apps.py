"""Registers the app and its kinds of record."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "legation.accounts"
    label = "accounts"

    def ready(self) -> None:
        from datetime import timedelta

        from legation.accounts import records  # noqa: F401
        from legation.accounts.jobs import forget
        from legation.accounts.permissions.wording import factor_in_words, role_in_words
        from legation.accounts.queries.grants import place_names, role_names
        from legation.base import jobs
        from legation.base.wording.codes import name_codes
        from legation.base.wording.facts import name_facts

        name_facts(("role", "invited", "granted_role", "given_role", "held_role", "ended_role"), role_in_words)
        for field, names in (("role", role_names), ("held_for", place_names)):
            name_codes(field, names)
        name_facts(("factor",), factor_in_words)
        jobs.register(jobs.TimedJob("accounts.forget", timedelta(hours=1), forget))
