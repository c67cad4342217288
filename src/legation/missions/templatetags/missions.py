"""Kinds of mission, grounds and bases in words. `{% load missions %}`"""

from django import template
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from legation.base.wording import text_of
from legation.base.wording.fields import field_in_words
from legation.base.wording.instants import locale_of
from legation.plan.convert import ElectionValue
from legation_core.network.establishment import Need

register = template.Library()

KINDS: dict[str, str | Promise] = {
    "embassy": _("Embassy"),
    "embassy_office": _("Office of an embassy"),
    "consulate_general": _("Consulate general"),
    "consulate": _("Consulate"),
    "permanent_mission": _("Permanent mission"),
    "honorary_consulate": _("Honorary consulate"),
}


@register.filter
def mission_kind(key: str) -> str:
    return str(KINDS.get(key, key))


@register.filter
def mission_field(key: str) -> str:
    """The field of a record, at the beginning of a line."""
    name = field_in_words(key)
    return name[:1].upper() + name[1:]


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
def need_in_words(need: Need | None) -> str:
    """What the rule of establishment says of a mission; nothing where no number was reported."""
    if need is None:
        return ""
    if need.kind == "none":
        return gettext("no station: the threshold is not passed")
    counted = {"count": need.stations}
    if need.kind == "may":
        return (
            ngettext("%(count)d station may be created", "%(count)d stations may be created", need.stations) % counted
        )
    return ngettext("%(count)d station is due", "%(count)d stations are due", need.stations) % counted
