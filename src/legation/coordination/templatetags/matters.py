"""Matters in words. `{% load matters %}`"""

from django import template

from legation.base.wording.bodies import body_name
from legation.base.wording.matters import ORIGINS, PARTS, SHAPES, STEPS, state_in_words

register = template.Library()
register.filter("matter_state", state_in_words)
register.filter("institution_name", body_name)


@register.filter
def matter_origin(key: str) -> str:
    return str(ORIGINS.get(key, key))


@register.filter
def matter_shape(key: str) -> str:
    """The shape of a matter's state."""
    return SHAPES.get(key, "not_due")


@register.filter
def matter_step(key: str) -> str:
    return str(STEPS[key][0])


@register.filter
def agenda_part(key: str) -> str:
    return str(PARTS.get(key, key))
