"""Registers the app, its joint acts and its kinds of record."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "legation.plan"
    label = "plan"

    def ready(self) -> None:
        from legation.base.powers import Legal, Places, know_law, know_places
        from legation.base.wording.codes import name_codes
        from legation.plan import actions, queries, records  # noqa: F401 its joint acts and its kinds of record
        from legation.plan.queries import places

        name_codes("ground", queries.ground_names)
        name_codes("body", queries.body_names)
        name_codes("contest", queries.contest_names)
        know_places("district", Places(places.around, places.districts_of))
        know_places("election", Places(places.elections_around, places.elections_of))
        know_law(Legal(places.kept_apart, places.home_zone))
