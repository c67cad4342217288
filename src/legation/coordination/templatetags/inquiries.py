"""Inquiries in words: states, steps, entries, categories of the lawbook. `{% load inquiries %}`"""

from datetime import datetime, timedelta
from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legation.base.wording import text_of
from legation.coordination.convert.inquiries import InquiryValue
from legation.coordination.queries.inquiry_words import asker_of, state_in_words

register = template.Library()
register.filter("inquiry_state", state_in_words)
register.filter(asker_of)

SHAPES = {
    "received": "not_due",
    "assigned": "under_way",
    "drafted": "under_way",
    "awaiting": "under_way",
    "reopened": "not_due",
    "answered": "met",
    "merged": "met",
    "closed": "not_required",
}
STEPS: dict[str, str | Promise] = {
    "assign": _("Put it into somebody's hands"),
    "refer": _("Refer it to another category"),
    "draft": _("Draft the answer"),
    "submit": _("Ask for the approval"),
    "approve": _("Approve the answer"),
    "return": _("Return the draft"),
    "answer": _("Give the answer"),
    "settle": _("Answer others with it"),
    "add": _("Add to it"),
    "reopen": _("Reopen it"),
    "close": _("Close it"),
}
ANSWER_STEPS: dict[str, str | Promise] = {
    "confirm": _("Confirm and publish"),
    "edit": _("Write a new version"),
    "withdraw": _("Withdraw it"),
}
ENTRIES: dict[str, str | Promise] = {
    "question": _("Question"),
    "more": _("Added"),
    "referred": _("Referred"),
    "draft": _("Draft of the answer"),
    "returned": _("Draft returned"),
    "answer": _("Answer"),
    "merged": _("Answer, given to several together"),
    "reopened": _("Reopened"),
    "closed": _("Closed"),
}
SOON = timedelta(hours=8)
"""What is due within so long stands out."""


@register.simple_tag
def inquiry_shape(one: InquiryValue, now: datetime) -> str:
    """The shape of an inquiry: late and soon due before how far it has come."""
    if one.late(now):
        return "overdue"
    if one.open and one.due_at - now <= SOON:
        return "due_soon"
    return SHAPES.get(one.state, "not_due")


@register.filter
def inquiry_step(key: str) -> str:
    return str(STEPS.get(key, key))


@register.filter
def answer_step(key: str) -> str:
    return str(ANSWER_STEPS.get(key, key))


@register.filter
def entry_kind(key: str) -> str:
    return str(ENTRIES.get(key, key))


@register.filter
def category_of(key: str, election: Any) -> str:
    """A category as the lawbook of the election calls it."""
    found = election.rules.inquiry_categories.get(key)
    return text_of(found.text) if found else key


@register.filter
def urgency_of(key: str, election: Any) -> str:
    return _listed(election, "inquiry_urgencies", key)


@register.filter
def language_of(key: str, election: Any) -> str:
    return _listed(election, "inquiry_languages", key)


def _listed(election: Any, name: str, key: str) -> str:
    found = {one.key: one.text for one in election.rules.lists.get(name, ())}
    return text_of(found[key]) if key in found else key
