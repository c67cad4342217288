"""The shapes of state: one silhouette each, drawn once a page in `base/shapes.html` and used by name."""

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

SHAPES: dict[str, str | Promise] = {
    "met": _("met"),
    "by_hand": _("met, set by hand"),
    "under_way": _("under way"),
    "not_due": _("not due yet"),
    "not_known": _("not known"),
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


class UnknownState(ValueError):
    """A page asks for the shape of a state that has none."""

    def __init__(self, state: str) -> None:
        super().__init__(f"{state!r} is no state; the states are {', '.join(SHAPES)}")


def shape_drawn(state: str) -> SafeString:
    """The SVG of the shape of `state`, without its word."""
    if state not in SHAPES:
        raise UnknownState(state)
    return drawn(f"shape-{state}", f"shape shape-{state}")


def drawn(symbol: str, css: str) -> SafeString:
    """An SVG that shows `symbol` of `base/shapes.html`."""
    return format_html(
        '<svg class="{}" viewBox="0 0 16 16" aria-hidden="true"><use href="#{}"/></svg>',
        css,
        symbol,
    )
