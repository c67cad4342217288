"""The roles, each with a description that an official can read and sign, and the powers it holds.

Which body may perform an act is the lawbook's to say; a role names the bodies for which it acts.
"""

from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legation.base.actors import Permission as P

READING = frozenset({P.ELECTION_READ, P.MISSION_READ, P.STATION_READ, P.LOG_READ, P.VOTERS_READ_COUNTS})


@dataclass(frozen=True, slots=True)
class Role:
    """A role: its key, the side it stands on, the bodies it acts for, its scope's kind and its powers."""

    key: str
    title: str | Promise
    description: str | Promise
    side: str
    """`commission`, `ministry`, `mission` or `neutral`: how pages label it."""
    bodies: frozenset[str]
    scope_kind: str
    permissions: frozenset[P]


def _role(key: str, side: str, bodies: set[str], scope_kind: str, own: set[P], title: str | Promise, description: str | Promise) -> Role:
    return Role(key, title, description, side, frozenset(bodies), scope_kind, READING | own)


_ROLES = (
    _role(
        "commission_chair", "commission", {"central_commission"}, "jurisdiction",
        {P.LAWBOOK_PROPOSE, P.LAWBOOK_ADOPT, P.ELECTION_OPEN, P.ELECTION_MOVE, P.STATION_CREATE, P.STATION_ATTACH, P.STATION_NUMBER,
         P.STATION_CHANGE, P.STATION_CLOSE, P.CATCHMENT_SET, P.MISSION_IMPORT},
        _("Chair of the central commission"),
        _("Decides for the central commission: adopts the lawbook, opens the election, sets its day, approves the districts of stations abroad."),
    ),
    _role(
        "commission_officer", "commission", {"central_commission"}, "jurisdiction",
        {P.LAWBOOK_PROPOSE, P.LAWBOOK_ADOPT, P.ELECTION_OPEN, P.STATION_ATTACH, P.STATION_NUMBER, P.STATION_CHANGE, P.CATCHMENT_SET},
        _("Officer of the central commission"),
        _("Prepares and carries out the central commission's decisions on stations abroad."),
    ),
    _role(
        "auditor", "commission", {"auditor"}, "jurisdiction", set(),
        _("Auditor"),
        _("Reads everything that is not personal and the log; changes nothing."),
    ),
    _role(
        "ministry_headquarters", "ministry", {"ministry"}, "jurisdiction",
        {P.MISSION_IMPORT, P.MISSION_CHANGE, P.VOTERS_REPORT, P.STATION_CREATE, P.STATION_SUBMIT_DISTRICT, P.STATION_NUMBER, P.STATION_CHANGE,
         P.STATION_CLOSE, P.CATCHMENT_SET, P.REPRESENTATIVE_DESIGNATE},
        _("Headquarters of the ministry"),
        _("Runs the ministry's side: keeps the missions, submits stations to the central commission, follows every mission."),
    ),
    _role(
        "ministry_consular", "ministry", {"ministry"}, "jurisdiction",
        {P.MISSION_IMPORT, P.MISSION_CHANGE, P.VOTERS_REPORT, P.CATCHMENT_SET},
        _("Consular department of the ministry"),
        _("Keeps the missions and the numbers of registered voters."),
    ),
    _role(
        "mission_head", "mission", {"head_of_mission", "mission"}, "mission",
        {P.MISSION_CHANGE, P.VOTERS_REPORT, P.STATION_CREATE, P.STATION_CHANGE, P.STATION_CLOSE, P.REPRESENTATIVE_DESIGNATE},
        _("Head of mission"),
        _("Answers for one mission: creates its stations, reports its registered voters, designates its authorised representative."),
    ),
    _role(
        "mission_officer", "mission", {"mission"}, "mission",
        {P.MISSION_CHANGE, P.VOTERS_REPORT, P.STATION_CHANGE},
        _("Officer of a mission"),
        _("Keeps one mission's record and reports its numbers."),
    ),
    _role(
        "district_chair", "commission", {"district_commission"}, "district",
        {P.STATION_NUMBER, P.STATION_CHANGE, P.STATION_CLOSE},
        _("Chair of a district commission"),
        _("Numbers and follows the stations that belong to the district."),
    ),
    _role(
        "operator", "neutral", {"operator"}, "jurisdiction", set(),
        _("Operator"),
        _("Keeps the system running. Decides nothing about any election."),
    ),
)

ROLES = MappingProxyType({role.key: role for role in _ROLES})
