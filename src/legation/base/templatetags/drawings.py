"""Tags inside drawings: instants without markup, because text in SVG takes none. `{% load drawings %}`"""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from legation.base.drawings.shapes import SHAPES, shape_drawn
from legation.base.wording import instants
from legation.base.wording.instants import Clock

register = template.Library()

UTC = Clock("UTC")


def _home(context: template.Context) -> Clock:
    found: Any = context.get("home")
    return found or UTC


@register.simple_tag(takes_context=True)
def plain_time(context: template.Context, value: datetime) -> str:
    """`08:00` by the home clock."""
    return instants.time_told(value, _home(context))


@register.filter
def home_time(value: datetime, home: Clock | None) -> str:
    """`{{ at|home_time:home }}`: `Wed 7 Feb, 19:00 Baku`."""
    return instants.told(value, home or UTC, language=get_language() or "en", year=value.year).first


@register.simple_tag(takes_context=True)
def day_of(context: template.Context, value: datetime) -> str:
    """`Wed 7 Feb` by the home clock."""
    local = value.astimezone(ZoneInfo(_home(context).zone))
    return instants.day_in_words(local.date(), get_language() or "en", context.get("year"))


@register.simple_tag(takes_context=True)
def span_in_words(context: template.Context, opens: datetime, closes: datetime) -> str:
    """`Wed 7 Feb, 08:00 to 19:00 Baku` by the home clock."""
    language = get_language() or "en"
    return str(instants.span_told(opens, closes, _home(context), language=language, year=context.get("year")))


@register.simple_tag
def shape_of(state: str) -> SafeString:
    """The shape alone: its word stands beside it."""
    return shape_drawn(state)


@register.simple_tag
def state_word(state: str) -> str:
    """The word of a state."""
    return str(SHAPES[state])
