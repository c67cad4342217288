"""States, acts and facts of a station in words. `{% load stations %}`"""

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

register = template.Library()

STATES: dict[str, str | Promise] = {
    "created": _("created"),
    "attached": _("attached"),
    "numbered": _("numbered"),
    "closed": _("closed for good"),
}
ACTS: dict[str, str | Promise] = {
    "submit_districts": _("Submit the district"),
    "attach_station": _("Attach to a district"),
    "number_station": _("Give the number"),
    "change_station": _("Change"),
    "close_station": _("Close for good"),
}
FIELDS: dict[str, str | Promise] = {
    "address": _("Address"),
    "name": _("Name"),
    "hours": _("Hours"),
    "district": _("District"),
}
MARKS: dict[str, str | Promise] = {
    "first": _("The first station opens"),
    "home_opens": _("Polls open at home"),
    "turnout": _("Turnout report at home"),
    "home_closes": _("Polls close at home"),
    "last": _("The last station closes"),
}


def _named(names: dict[str, str | Promise], key: str) -> str:
    return str(names.get(key, key))


@register.filter
def station_state(key: str) -> str:
    return _named(STATES, key)


@register.filter
def act_name(key: str) -> str:
    return _named(ACTS, key)


@register.filter
def station_field(key: str) -> str:
    return _named(FIELDS, key)


@register.filter
def mark_name(key: str) -> str:
    return _named(MARKS, key)
