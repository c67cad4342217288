"""Audiences of broadcasts, kinds of what waits, and choices about mail, as people read them."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

AUDIENCES: dict[str, str | Promise] = {
    "missions": _("Everybody at the missions"),
    "districts": _("The chairs of the districts"),
    "stations": _("The chairs of the stations"),
    "institutions": _("Both institutions at home"),
    "everyone": _("Everybody who works on the election"),
}
KINDS: dict[str, str | Promise] = {
    "broadcast": _("Read and acknowledge the broadcast"),
    "joint": _("Confirm as the second person"),
    "complaint": _("Decide the complaint"),
    "matter": _("Settle the matter"),
    "inquiry": _("Answer the inquiry"),
    "late_tasks": _("Overdue tasks of which you are told"),
}
HOW: dict[str, str | Promise] = {
    "at_once": pgettext_lazy("mail", "at once"),
    "daily": pgettext_lazy("mail", "once a day"),
    "never": pgettext_lazy("mail", "never"),
}


def how_in_words(key: str) -> str:
    return str(HOW.get(key, key))
