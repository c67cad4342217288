"""States of inquiries and those who ask, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from legation.base.wording import text_of
from legation.coordination.convert.inquiries import InquiryValue

STATES: dict[str, str | Promise] = {
    "received": _("received"),
    "assigned": _("in hand"),
    "drafted": _("answer drafted"),
    "awaiting": _("waits for approval"),
    "answered": _("answered"),
    "reopened": _("reopened"),
    "merged": _("answered with others"),
    "closed": _("closed"),
}


def state_in_words(keys: str) -> str:
    """One state, or several in the facts of a problem."""
    return " / ".join(str(STATES.get(key, key)) for key in keys.split(" / "))


def asker_of(one: InquiryValue) -> str:
    """Who asked: the city of the mission, an institution at home, or the public."""
    if one.mission:
        return text_of(one.cities)
    return gettext("the public") if one.asker == "public" else gettext("at home")
