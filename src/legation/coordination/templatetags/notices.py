"""Broadcasts and what waits, in words. `{% load notices %}`"""

from django import template

from legation.base.wording.acts import act_in_words
from legation.base.wording.notices import AUDIENCES, KINDS

register = template.Library()
register.filter("joint_name", act_in_words)


@register.filter
def audience_name(key: str) -> str:
    return str(AUDIENCES.get(key, key))


@register.filter
def waiting_kind(key: str) -> str:
    return str(KINDS.get(key, key))
