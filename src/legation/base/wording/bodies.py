"""Names of bodies in general words, for records of every jurisdiction; a lawbook's own names stand on its pages."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

BODIES: dict[str, str | Promise] = {
    "central_commission": _("The central commission"),
    "district_commission": _("The district commission"),
    "station_commission": _("The station commission"),
    "ministry": _("The ministry"),
    "head_of_mission": _("The head of mission"),
    "mission": _("The mission"),
    "operator": _("The operator"),
    "anyone": _("A member of the public"),
    "auditor": _("The auditor"),
    "account_holder": _("The holder of an account"),
}


def body_name(key: str) -> str:
    """The body in the reader's language; an unknown one by its key, readable."""
    return str(BODIES.get(key, key.replace("_", " ").capitalize()))
