"""Registers the app and its section of the situation report."""

from django.apps import AppConfig


class DesksConfig(AppConfig):
    name = "legation.desks"
    label = "desks"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from legation.desks.reporting import readiness_by_region
        from legation.headquarters.queries.sections import offer

        offer("readiness", _("Readiness by region"), readiness_by_region, 70)
