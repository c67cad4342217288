"""Tags for shapes of state, tags and labels of who. `{% load marks %}`. A shape never stands without its word."""

from django import template
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

register = template.Library()

SHAPES: dict[str, str | Promise] = {
    "met": _("met"),
    "by_hand": _("met, set by hand"),
    "under_way": _("under way"),
    "not_due": _("not due yet"),
    "due_soon": _("due soon"),
    "overdue": _("overdue"),
    "stopped": _("stopped"),
    "not_required": _("not required"),
    "open": _("open"),
    "opens_soon": _("opens soon"),
    "not_yet": _("not yet open"),
    "closed": _("closed"),
    "not_published": _("not published"),
}
"""Every state that has a shape, with the word that stands for it where the page gives none."""

SIDES: dict[str, str | Promise] = {
    "ministry": _("Ministry"),
    "commission": _("Commission"),
    "mission": _("Mission"),
    "neutral": _("Neutral"),
}

LEVELS = {"success": "met", "warning": "due_soon", "error": "overdue"}
"""Shape of a message by its level; the others have none."""


def _svg(state: str) -> SafeString:
    if state not in SHAPES:
        raise template.TemplateSyntaxError(f"{state!r} is no state; the states are {', '.join(SHAPES)}")
    return format_html('<svg class="shape shape-{0}" viewBox="0 0 16 16" aria-hidden="true"><use href="#shape-{0}"/></svg>', state)


@register.simple_tag
def shape(state: str) -> SafeString:
    """`{% shape "met" %}`: the shape with its word hidden, for cells where the column says the rest."""
    return format_html('{}<span class="unseen">{}</span>', _svg(state), SHAPES[state])


@register.simple_tag
def state(state: str, text: str = "") -> SafeString:  # noqa: A002
    """`{% state "overdue" "16 h late" %}`: the shape and the words beside it; without words, the state's own."""
    return format_html('<span class="state state-{}">{}<span>{}</span></span>', state, _svg(state), str(text) or SHAPES[state])


@register.simple_tag(name="tag")
def state_tag(state: str, text: str = "") -> SafeString:
    """`{% tag "open" "Open until 19:00" %}`: a station's state as a block of colour."""
    return format_html('<span class="tag tag-{}">{}{}</span>', state, _svg(state), str(text) or SHAPES[state])


@register.simple_tag
def who(side: str, text: str = "") -> SafeString:
    """`{% who "ministry" "Headquarters" %}`: an institution, outlined by its side; without text, the side's own name."""
    return format_html('<span class="who who-{}">{}</span>', side, str(text) or SIDES.get(side, side))


@register.simple_tag
def label(text: str, dashed: bool = False) -> SafeString:
    """`{% label "record 1,204" %}`; `dashed=True` always means "not established" or "not for all"."""
    return format_html('<span class="label{}">{}</span>', " label-dashed" if dashed else "", str(text))


@register.filter
def shape_of_level(level_tag: str) -> str:
    """The shape for a message's level; empty where it needs none."""
    return LEVELS.get(level_tag, "")
