"""Names of the acts of the law for people to read: those of `legation_core.lawbook.acts`, translatable."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACTS: dict[str, str | Promise] = {
    "adopt_lawbook": _("adopting the lawbook"),
    "open_election": _("opening the election"),
    "set_election_day": _("setting the election day"),
    "move_election_day": _("moving the election day"),
    "register_mission": _("registering a mission"),
    "designate_representative": _("designating the authorised representative"),
    "report_registered_voters": _("reporting the registered voters"),
    "create_station": _("creating a station"),
    "submit_districts": _("submitting the district"),
    "attach_station": _("attaching the station to a district"),
    "number_station": _("numbering the station"),
    "change_station": _("changing the station"),
    "close_station": _("closing the station"),
    "set_catchment": _("setting who serves a country"),
    "approve_plan": _("approving the action plan"),
    "ask_host_consent": _("asking the host for its consent"),
    "appoint_commission": _("appointing the station commission"),
    "draw_up_list": _("drawing up the list"),
    "certify_list": _("certifying the list"),
    "add_voter": _("adding a voter"),
    "accredit_observer": _("accrediting an observer"),
    "accredit_observer_in_district": _("accrediting an observer for one district"),
    "overrule_refusal": _("overruling a refusal"),
    "send_ballots": _("sending the ballots"),
    "decide_complaint": _("deciding a complaint"),
    "send_protocol": _("sending the protocol"),
    "receive_protocol": _("receiving the protocol"),
    "accept_protocol": _("accepting the protocol"),
    "invalidate_result": _("invalidating a result"),
    "publish_result": _("publishing results"),
}

SEVERAL: dict[str, str | Promise] = {
    "create_stations": _("creating several stations"),
    "change_address": _("changing the address of the station"),
    "change_advice": _("changing what voters are told about the station"),
    "change_hours": _("changing the hours of the station"),
    "change_name": _("changing the name of the station"),
}
"""Acts that two persons do as one and that the law knows by another name."""


OWN_ACTS: dict[str, str | Promise] = {
    "give_role": _("giving a role"),
    "hand_over_shift": _("handing a shift over"),
    "sign_report": _("signing the situation report"),
    "decide_matter": _("settling a matter"),
    "sign_minutes": _("signing the minutes of a meeting"),
}
"""Acts of the system itself, which no law names."""


def act_in_words(key: str) -> str:
    """The act in the reader's language; an unknown one by its key, readable."""
    return str((ACTS | SEVERAL | OWN_ACTS).get(key, key.replace("_", " ")))
