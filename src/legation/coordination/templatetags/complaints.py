"""Complaints in words. `{% load complaints %}`"""

from django import template

from legation.base.wording.complaints import SHAPES, STEPS, channel_in_words, outcome_in_words, state_in_words

register = template.Library()
register.filter("complaint_state", state_in_words)
register.filter("complaint_outcome", outcome_in_words)
register.filter("complaint_channel", channel_in_words)


@register.filter
def complaint_shape(key: str) -> str:
    """The shape of a complaint's state."""
    return SHAPES.get(key, "not_due")


@register.filter
def complaint_step(key: str) -> str:
    return str(STEPS[key][0])
