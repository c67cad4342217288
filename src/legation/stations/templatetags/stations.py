"""States, acts and facts of a station in words. `{% load stations %}`"""

from django import template
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from legation.base.templatetags.marks import state_in_words
from legation.base.wording import numbered
from legation_core.values import Text

register = template.Library()

STATES: dict[str, str | Promise] = {
    "created": _("created"),
    "attached": _("attached"),
    "numbered": _("numbered"),
    "closed": _("closed for good"),
}
ACTS: dict[str, str | Promise] = {
    "create_station": _("Create the station"),
    "submit_districts": _("Submit the district"),
    "attach_station": _("Attach to a district"),
    "number_station": _("Give the number"),
    "change_station": _("Change"),
    "close_station": _("Close for good"),
    "move_station": _("Move to another district"),
    "set_catchment": _("Set who serves a country"),
}
DONE: dict[str, str | Promise] = {
    "create_station": _("Created"),
    "submit_districts": _("District submitted"),
    "attach_station": _("Attached to its district"),
    "number_station": _("Numbered"),
}
FIELDS: dict[str, str | Promise] = {
    "address": _("Address"),
    "name": _("Name"),
    "hours": _("Hours"),
    "district": _("District"),
    "transport": _("Way there"),
    "accessibility": _("Accessibility"),
    "host_note": _("What the host country asks"),
}
VERDICTS: dict[str, tuple[str, str | Promise]] = {
    "lacking": ("overdue", _("stations are lacking")),
    "surplus": ("due_soon", _("more than the rule gives")),
    "unreported": ("not_due", _("no number reported")),
    "open": ("not_due", _("none created yet")),
    "fits": ("met", _("as the rule says")),
    "none": ("not_required", _("no station needed")),
}
"""What the rule finds of a mission: its shape and its words."""
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
def district_told(names: Text, number: str) -> str:
    """`{{ one.district_names|district_told:one.district }}`: the number once, though a name may begin with it."""
    return numbered(number, names)


@register.filter
def act_done(key: str) -> str:
    return _named(DONE, key)


@register.filter
def station_field(key: str) -> str:
    return _named(FIELDS, key)


@register.filter
def mark_name(key: str) -> str:
    return _named(MARKS, key)


@register.filter
def verdict_in_words(key: str) -> str:
    return str(VERDICTS[key][1])


@register.filter
def verdict_shape(key: str) -> str:
    return VERDICTS[key][0]


@register.filter
def verdict_state(key: str) -> SafeString:
    """The shape of a verdict and its words."""
    shape, words = VERDICTS[key]
    return state_in_words(shape, str(words))
