"""States, origins and steps of matters, and the parts of an agenda, as people read them."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

STATES: dict[str, str | Promise] = {
    "raised": pgettext_lazy("matter", "raised"),
    "taken": pgettext_lazy("matter", "taken by both"),
    "decided": pgettext_lazy("matter", "decided"),
    "closed": pgettext_lazy("matter", "closed"),
}
SHAPES = {"raised": "not_due", "taken": "under_way", "decided": "by_hand", "closed": "met"}
ORIGINS: dict[str, str | Promise] = {
    "page": pgettext_lazy("origin", "written here"),
    "call": pgettext_lazy("origin", "a call"),
    "inquiry": pgettext_lazy("origin", "an inquiry"),
    "meeting": pgettext_lazy("origin", "the daily meeting"),
}
STEPS: dict[str, tuple[str | Promise, str | Promise]] = {
    "take": (_("Take the matter"), _("Take it for your institution")),
    "remark": (_("Write a remark"), _("Keep the remark")),
    "offer": (_("Write an option"), _("Keep the option")),
    "date": (_("Set until when it is to be decided"), _("Set the time")),
    "decide": (_("Propose a decision to the other institution"), _("Propose it")),
    "effect": (_("Name what it changed"), _("Name it")),
    "close": (_("Close the matter"), _("Close it")),
    "reopen": (_("Open the matter again"), _("Open it again")),
}
"""Step -> title and button of its page."""
PARTS: dict[str, str | Promise] = {
    "overdue": _("Overdue"),
    "no_owner": _("Without an owner in both institutions"),
    "due": _("To be decided before the next meeting"),
    "new": _("New since the last meeting"),
    "to_change": _("Decided, still to be carried out"),
    "later": _("Later"),
    "settled": _("Settled since the last meeting"),
}
"""Parts of an agenda and of minutes."""


def state_in_words(keys: str) -> str:
    return " / ".join(str(STATES.get(one, one)) for one in keys.split(" / "))
