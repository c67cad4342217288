"""Registers the app, its joint act, its kinds of record and the words of its stages."""

from django.apps import AppConfig


class CountConfig(AppConfig):
    name = "legation.count"
    label = "count"

    def ready(self) -> None:
        from legation.base.wording.codes import name_codes
        from legation.count import actions, records  # noqa: F401 its joint act and its kinds of record
        from legation.count.convert import stage_names

        name_codes("stage", stage_names)
