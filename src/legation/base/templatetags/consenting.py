"""States of a host's consent in words. `{% load consenting %}`"""

from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legation.base.wording import text_of, worded
from legation.base.wording.facts import consent_in_words
from legation_core.problems import Problem

register = template.Library()

register.filter("consent_state", consent_in_words)


@register.filter
def in_a_sentence(problem: Problem) -> str:
    """A problem in the reader's language, with its place in front."""
    return worded(problem)


STEPS: dict[str, str | Promise] = {
    "settle": _("Settle what the host asks"),
    "notify": _("Enter the note that told the host"),
    "ask": _("Enter the note that asked for consent"),
    "grant": _("Enter the host's consent"),
    "refuse": _("Enter the host's refusal"),
    "withdraw": _("Enter that the host withdrew its consent"),
}


@register.filter
def step_name(step: str) -> str:
    """What a step with a host is called on its button."""
    return str(STEPS.get(step, step))


@register.filter
def body_of(key: str, election: Any) -> str:
    """A body as the lawbook of the election names it."""
    bodies = election.book.bodies
    return text_of(bodies[key].name) if key in bodies else key
