"""The law in templates. `{% load law %}`"""

from django import template

from legation.base.wording.bodies import body_name

register = template.Library()


@register.filter
def body_kind(kind: str) -> str:
    """The kind of a body in general words: whose people act for it here."""
    return body_name(kind)
