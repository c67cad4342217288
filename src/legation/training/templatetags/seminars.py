"""States, seats and answers of seminars in words. `{% load seminars %}`"""

from typing import Any

from django import template

from legation.training.permissions.wording import ANSWERS, FUNCTIONS, OFFICES, SEATS, STATES

register = template.Library()

SHAPES = {
    "planned": "not_due",
    "invited": "under_way",
    "held": "met",
    "cancelled": "not_required",
    "none": "not_due",
    "yes": "met",
    "substitute": "met",
    "no": "stopped",
}


@register.filter
def seminar_state(key: str) -> str:
    return str(STATES.get(key, key))


@register.filter
def seminar_shape(key: str) -> str:
    return SHAPES.get(key, "not_due")


@register.filter
def seat_kind(key: str) -> str:
    return str(SEATS.get(key, key))


@register.filter
def seat_answer(key: str) -> str:
    return str(ANSWERS.get(key, key))


@register.filter
def commission_function(key: str) -> str:
    return str(FUNCTIONS.get(key, key))


@register.filter
def minutes_clock(minutes: int) -> str:
    """`480` as `08:00`."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


@register.simple_tag
def attendance_of(found: dict[Any, Any], key: Any) -> Any:
    """`{% attendance_of attendance one.id as entry %}`: what is known of that participant, or nothing."""
    return found.get(key)


@register.filter
def commission_office(key: str) -> str:
    return str(OFFICES.get(key, key))
