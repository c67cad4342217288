"""Tags for shapes of state, tags and labels of who. `{% load marks %}`. A shape never stands without its word."""

from django import template
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from legation.base.drawings.shapes import SHAPES, shape_drawn

register = template.Library()

SIDES: dict[str, str | Promise] = {
    "ministry": _("Ministry"),
    "commission": _("Commission"),
    "mission": _("Mission"),
    "neutral": _("Neutral"),
}

LEVELS = {"success": "met", "warning": "due_soon", "error": "overdue"}
"""Shape of a message by its level; the others have none."""


def _words(state: str, text: str) -> str:
    return str(text) or str(SHAPES.get(state, ""))


@register.simple_tag
def shape(state: str) -> SafeString:
    """`{% shape "met" %}`: the shape with its word hidden, for cells where the column says the rest."""
    return format_html('{}<span class="unseen">{}</span>', shape_drawn(state), SHAPES[state])


@register.simple_tag(name="state")
def state_in_words(state: str, text: str = "") -> SafeString:
    """`{% state "overdue" "16 h late" %}`: the shape and the words beside it; without words, the state's own."""
    markup = '<span class="state state-{}">{}<span>{}</span></span>'
    return format_html(markup, state, shape_drawn(state), _words(state, text))


@register.simple_tag(name="tag")
def state_tag(state: str, text: str = "") -> SafeString:
    """`{% tag "open" "Open until 19:00" %}`: a station's state as a block of colour."""
    markup = '<span class="tag tag-{}">{}<span>{}</span></span>'
    return format_html(markup, state, shape_drawn(state), _words(state, text))


@register.simple_tag
def who(side: str, text: str = "") -> SafeString:
    """`{% who "ministry" "Headquarters" %}`: an institution, outlined by its side; without text, the side's name."""
    return format_html('<span class="who who-{}">{}</span>', side, str(text) or SIDES.get(side, side))


@register.simple_tag
def label(text: str, *, dashed: bool = False) -> SafeString:
    """`{% label "record 1,204" %}`; `dashed=True` always means "not established" or "not for all"."""
    return format_html('<span class="label{}">{}</span>', " label-dashed" if dashed else "", str(text))


@register.simple_tag
def message_shape(level: str) -> SafeString | str:
    """The shape for a message of `level` (`success`, `warning`, `error`); nothing where it needs none."""
    return shape_drawn(LEVELS[level]) if level in LEVELS else ""
