"""States, seats and answers of seminars as people read them."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

STATES: dict[str, str | Promise] = {
    "planned": _("planned"),
    "invited": _("invitations sent"),
    "held": _("held"),
    "cancelled": _("cancelled"),
}
ANSWERS: dict[str, str | Promise] = {
    "none": _("no answer yet"),
    "yes": _("comes"),
    "no": _("does not come"),
    "substitute": _("sends a substitute"),
}
SEATS: dict[str, str | Promise] = {
    "representative": _("Authorised representative of the mission"),
    "chair": _("Chair of the district commission"),
    "unit": _("Unit of an institution"),
}
FUNCTIONS: dict[str, str | Promise] = {
    "": _("none"),
    "chair": _("chair of a station's commission"),
    "secretary": _("secretary of a station's commission"),
    "member": _("member of a station's commission"),
}
OFFICES: dict[str, str | Promise] = {"chair": _("Chair"), "secretary": _("Secretary"), "member": _("Member")}
PARTS: dict[str, str | Promise] = {
    "aims": _("aims and audience"),
    "module": _("agenda"),
    "speaker": _("speakers"),
    "room": _("where it is held"),
    "test": _("the test of a module"),
}


def states_in_words(key: str) -> str:
    return " / ".join(str(STATES.get(one, one)) for one in key.split(" / "))


def answer_in_words(key: str) -> str:
    return str(ANSWERS.get(key, key))


def part_in_words(key: str) -> str:
    return str(PARTS.get(key, key))
