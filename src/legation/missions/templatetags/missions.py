"""Kinds of mission, grounds and bases in words. `{% load missions %}`"""

from django import template
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from legation.base.wording import text_of
from legation.base.wording.instants import locale_of
from legation.plan.convert import ElectionValue

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
def ground_name(key: str, election: ElectionValue) -> str:
    """The ground as the lawbook words it."""
    grounds = {one.key: one.text for one in election.rules.lists.get("grounds", ())}
    return text_of(grounds[key]) if key in grounds else key


@register.filter
def week_in_words(days: str) -> str:
    """The working days of a week by their short names."""
    names = locale_of(get_language() or "en").days["format"]["abbreviated"]
    return ", ".join(names[number] for number, flag in enumerate(days) if flag == "1")


@register.filter
def need_in_words(key: str) -> str:
    return str(NEEDS.get(key, key))
