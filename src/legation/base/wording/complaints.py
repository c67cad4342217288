"""States, outcomes and ways of complaints as people read them."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

STATES: dict[str, str | Promise] = {
    "lodged": pgettext_lazy("complaint", "waits for a decision"),
    "hearing": pgettext_lazy("complaint", "hearing set"),
    "decided": pgettext_lazy("complaint", "decided"),
    "withdrawn": pgettext_lazy("complaint", "withdrawn"),
}
SHAPES = {"lodged": "under_way", "hearing": "under_way", "decided": "met", "withdrawn": "not_required"}
OUTCOMES: dict[str, str | Promise] = {
    "granted": pgettext_lazy("complaint", "granted"),
    "partly": pgettext_lazy("complaint", "granted in part"),
    "refused": pgettext_lazy("complaint", "refused"),
    "inadmissible": pgettext_lazy("complaint", "inadmissible"),
}
CHANNELS: dict[str, str | Promise] = {
    "station": pgettext_lazy("complaint", "at a station"),
    "online": pgettext_lazy("complaint", "online"),
    "paper": pgettext_lazy("complaint", "on paper"),
}
STEPS: dict[str, tuple[str | Promise, str | Promise]] = {
    "decide": (_("Decide on the complaint"), _("Enter the decision")),
    "hear": (_("Set a hearing"), _("Set it")),
    "appeal": (_("Enter an appeal"), _("Enter it")),
    "withdraw": (_("Enter that it was withdrawn"), _("Enter it")),
}
"""Step -> title and button of its page."""


def state_in_words(keys: str) -> str:
    return " / ".join(str(STATES.get(one, one)) for one in keys.split(" / "))


def outcome_in_words(key: str) -> str:
    return str(OUTCOMES.get(key, key))


def channel_in_words(key: str) -> str:
    return str(CHANNELS.get(key, key))
