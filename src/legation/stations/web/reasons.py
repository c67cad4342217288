"""Why no station serves a country, in words. Reasons that a body wrote itself are shown as they were written."""

from django.utils.translation import gettext_lazy

REASONS = {
    "no_station_at_mission": gettext_lazy("The mission accredited there has no station in this election"),
    "no_mission_known": gettext_lazy("No accredited mission is known"),
}


def reason_in_words(reason: str) -> str:
    return str(REASONS.get(reason, reason))
