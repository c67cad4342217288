"""Units, functions, entries and reach in words. `{% load headquarters %}`"""

from datetime import datetime

from django import template
from django.utils.translation import gettext

from legation.base.wording import instants
from legation.base.wording.instants import Clock
from legation.headquarters.records.words import (
    ENTRIES,
    FINDINGS,
    REACH,
    SET_AS,
    function_in_words,
    gate_in_words,
    unit_in_words,
)
from legation_core.duty.calling import Reach

register = template.Library()

register.filter("unit_name", unit_in_words)
register.filter("function_name", function_in_words)
register.filter("gate_name", gate_in_words)


@register.filter
def entry_kind(key: str) -> str:
    return str(ENTRIES.get(key, key))


@register.filter
def gate_setting(key: str) -> str:
    return str(SET_AS.get(key, key))


@register.filter
def reach_shape(reach: Reach) -> str:
    return REACH[reach][0]


@register.filter
def reach_name(reach: Reach) -> str:
    return str(REACH[reach][1])


@register.filter
def finding_shape(key: str) -> str:
    return FINDINGS[key][0]


@register.filter
def finding_name(key: str) -> str:
    return str(FINDINGS[key][1])


@register.simple_tag
def it_is(at: datetime, zone: str, place: str) -> str:
    """`it is 02:40 in Los Angeles`."""
    return gettext("it is %(time)s in %(place)s") % {"time": instants.time_told(at, Clock(zone)), "place": place}
