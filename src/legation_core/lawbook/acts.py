"""The acts whose competence a lawbook names: a closed list, for each is a piece of the system's work."""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Act:
    """An act of a body. Without the competence for a `required` one no election can be opened."""

    key: str
    text: str
    required: bool = False


_ALL = (
    Act("adopt_lawbook", "Adopt a version of the lawbook, or a change of it", required=True),
    Act("open_election", "Open an election in the system from an adopted lawbook", required=True),
    Act("set_election_day", "Set the election day", required=True),
    Act("move_election_day", "Move the election day, after seeing every deadline that changes", required=True),
    Act("register_mission", "Enter a mission, its country and its working week", required=True),
    Act("designate_representative", "Name the authorised representative of a mission by letter"),
    Act("report_registered_voters", "Report how many voters are registered, by ground, date and source", required=True),
    Act("create_station", "Create a station", required=True),
    Act("submit_districts", "Submit which districts should carry the stations"),
    Act("attach_station", "Attach a station to a district", required=True),
    Act("number_station", "Give a station its number", required=True),
    Act("change_station", "Change the address, the name, the hours or the place of a station", required=True),
    Act("close_station", "Close a station for good", required=True),
    Act("set_catchment", "Say which countries and regions a station serves", required=True),
    Act("approve_plan", "Approve the action plan of an election"),
    Act("ask_host_consent", "Tell a host country of the vote, or ask it for its consent, and enter its answer"),
    Act("appoint_commission", "Appoint the members of a station commission", required=True),
    Act("draw_up_list", "Draw up the list of voters of a station", required=True),
    Act("certify_list", "Certify the list of voters of a station", required=True),
    Act("add_voter", "Add a voter to the list on a voting day"),
    Act("accredit_observer", "Accredit an observer for the whole election"),
    Act("accredit_observer_in_district", "Accredit an observer for the stations of one district"),
    Act("overrule_refusal", "Let an act pass that a rule of the law refused, by decision with its reason"),
    Act("send_ballots", "Send the ballots to the station and record their receipt"),
    Act("decide_complaint", "Decide a complaint about a station or its list"),
    Act("send_protocol", "Send the signed protocol of a station"),
    Act("receive_protocol", "Receive the protocol of a station and acknowledge it", required=True),
    Act("accept_protocol", "Accept a protocol into the table", required=True),
    Act("invalidate_result", "Invalidate the result of a station", required=True),
    Act("publish_result", "Publish results", required=True),
)

ACTS = MappingProxyType({act.key: act for act in _ALL})
REQUIRED = tuple(act.key for act in _ALL if act.required)
