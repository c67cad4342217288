"""Why no station serves a country, in words. Reasons that a body wrote itself are shown as they were written."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from legation.base.wording import worded
from legation.base.wording.countries import country_name
from legation_core.problems import Problem

REASONS: dict[str, str | Promise] = {
    "no_station_at_mission": gettext_lazy("The mission accredited there has no station in this election"),
    "no_mission_known": gettext_lazy("No accredited mission is known"),
}


def reason_in_words(reason: str) -> str:
    return str(REASONS.get(reason, reason))


def reason_of(words: str) -> str:
    """The key of a reason that was typed as the page words it, else the words themselves."""
    return next((key for key, text in REASONS.items() if str(text) == words.strip()), words.strip())


def problem_told(problem: Problem) -> dict[str, str]:
    """A problem of the catchments: the country in words, and the sentence."""
    code, _, region = problem.where.partition(", ")
    place = f"{country_name(code)}, {region}" if region else country_name(code)
    return {"country": code, "place": place, "sentence": worded(Problem(problem.code, "", problem.facts))}
