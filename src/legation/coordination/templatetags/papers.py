"""Kinds and states of papers in words. `{% load papers %}`"""

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

register = template.Library()

KINDS: dict[str, str | Promise] = {
    "submission": _("Submission"),
    "decision": _("Decision"),
    "order": _("Order"),
    "letter": _("Letter"),
    "note_verbale": _("Note verbale"),
}
STATES: dict[str, str | Promise] = {
    "drafted": _("draft"),
    "sent": _("signed and sent"),
    "granted": _("granted"),
    "partly": _("granted in part"),
    "refused": _("refused"),
    "withdrawn": _("withdrawn"),
}
SHAPES = {
    "drafted": "not_due",
    "sent": "under_way",
    "granted": "met",
    "partly": "met",
    "refused": "stopped",
    "withdrawn": "not_required",
}
STEPS: dict[str, str | Promise] = {
    "correct": _("Correct it"),
    "redraw": _("Draw it up anew"),
    "send": _("Sign and send"),
    "decide": _("Decide on it"),
    "withdraw": _("Withdraw it"),
}


@register.filter
def paper_kind(key: str) -> str:
    return str(KINDS.get(key, key))


@register.filter
def paper_state(key: str) -> str:
    return str(STATES.get(key, key))


@register.simple_tag
def paper_shape(kind: str, state: str) -> str:
    """The shape of a paper's state: what was sent waits only where it asks for a decision."""
    return "met" if state == "sent" and kind != "submission" else SHAPES.get(state, "not_due")


@register.filter
def paper_step(key: str) -> str:
    return str(STEPS.get(key, key))
