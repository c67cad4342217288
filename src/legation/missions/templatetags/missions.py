"""Kinds of mission, grounds and bases in words. `{% load missions %}`"""

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

register = template.Library()

KINDS: dict[str, str | Promise] = {
    "embassy": _("Embassy"),
    "embassy_office": _("Office of an embassy"),
    "consulate_general": _("Consulate general"),
    "consulate": _("Consulate"),
    "permanent_mission": _("Permanent mission"),
    "honorary_consulate": _("Honorary consulate"),
}
NEEDS: dict[str, str | Promise] = {
    "none": _("no station: the threshold is not passed"),
    "may": _("a station may be created"),
    "must": _("stations are due"),
}


@register.filter
def mission_kind(key: str) -> str:
    return str(KINDS.get(key, key))


@register.filter
def need_in_words(key: str) -> str:
    return str(NEEDS.get(key, key))
