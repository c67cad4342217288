"""Registers the app, its joint acts and its kinds of record."""

from datetime import timedelta

from django.apps import AppConfig


class HeadquartersConfig(AppConfig):
    name = "legation.headquarters"
    label = "headquarters"

    def ready(self) -> None:
        from legation.base.jobs import TimedJob, register
        from legation.base.wording.codes import name_codes
        from legation.base.wording.facts import name_facts
        from legation.headquarters import actions, records  # noqa: F401 its joint acts and its kinds of record
        from legation.headquarters.jobs import draw_due
        from legation.headquarters.queries import sections
        from legation.headquarters.queries.duty import shift_names
        from legation.headquarters.records.words import function_in_words, gate_in_words, unit_in_words

        register(TimedJob("headquarters.reports", timedelta(minutes=1), draw_due))
        sections.offer_own()
        for field in ("shift", "incoming"):
            name_codes(field, shift_names)
        name_facts(("unit",), unit_in_words)
        name_facts(("function",), function_in_words)
        name_facts(("gate",), gate_in_words)
