"""States of missions in words. `{% load states %}`"""

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legation.base.drawings.shapes import SHAPES

register = template.Library()

STAGES: dict[str, str | Promise] = {
    "none": _("no station"),
    "created": _("created"),
    "attached": _("attached"),
    "numbered": _("numbered"),
}


@register.filter
def state_word(state: str) -> str:
    """The word of a state of work: `{{ row.state|state_word }}`."""
    return str(SHAPES[state])


@register.filter
def stage_word(stage: str) -> str:
    """How far a mission's stations have come: `{{ row.stage|stage_word }}`."""
    return str(STAGES[stage])
