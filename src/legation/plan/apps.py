"""Registers the app, its joint acts and its kinds of record."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "legation.plan"
    label = "plan"

    def ready(self) -> None:
        from legation.base.wording.codes import name_codes
        from legation.plan import actions, queries, records  # noqa: F401 its joint acts and its kinds of record

        name_codes("ground", queries.ground_names)
        name_codes("body", queries.body_names)
