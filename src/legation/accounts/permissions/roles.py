"""The roles, each with a description that an official can read and sign, and the powers it holds.

Which body may perform an act is the lawbook's to say; a role names the bodies for which it acts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legation.base.actors import Permission

OWN = frozenset({Permission.ACCOUNT_KEEP})
"""What every role holds: one's own account, one's own roles."""
FOLLOWING = frozenset(
    {
        Permission.ELECTION_READ,
        Permission.STATION_READ,
        Permission.LOG_READ,
        Permission.COMPLAINT_READ,
        Permission.BROADCAST_READ,
    }
)
"""Following an election: its days, its stations, its log. Nothing of any mission."""
READING = FOLLOWING | frozenset(
    {
        Permission.JOINT_READ,
        Permission.MATTER_READ,
        Permission.MISSION_READ,
        Permission.PAPER_READ,
        Permission.SEMINAR_READ,
        Permission.TASK_READ,
        Permission.KNOWLEDGE_READ,
        Permission.VOTERS_READ_COUNTS,
    }
)


@dataclass(frozen=True, slots=True)
class Role:
    """A role: its key, the side it stands on, the bodies it acts for, its scope's kind and its powers."""

    key: str
    title: str | Promise
    description: str | Promise
    side: str
    """`commission`, `ministry`, `mission` or `neutral`: how pages label it."""
    bodies: frozenset[str]
    """The kinds of bodies (`schema.BODY_KINDS`) for which its people act; a lawbook may name them otherwise."""
    scope_kind: str
    permissions: frozenset[Permission]
    gives: frozenset[str] = frozenset()
    """The roles that its people may give and end: never one that can do what they cannot, beyond its own place."""
    two_persons: bool = False
    """Whether a second person confirms that somebody gets it: the roles that act for a whole institution."""


def _role(
    key: str,
    side: str,
    bodies: set[str],
    scope_kind: str,
    own: set[Permission],
    title: str | Promise,
    description: str | Promise,
    *,
    reads: frozenset[Permission] = READING,
    gives: Iterable[str] = (),
    two_persons: bool = False,
) -> Role:
    powers = OWN | reads | own
    return Role(key, title, description, side, frozenset(bodies), scope_kind, powers, frozenset(gives), two_persons)


_ROLES = (
    _role(
        "commission_chair",
        "commission",
        {"central_commission"},
        "jurisdiction",
        {
            Permission.JOINT_CONFIRM,
            Permission.HEADQUARTERS_READ,
            Permission.HEADQUARTERS_KEEP,
            Permission.REPORT_SIGN,
            Permission.DUTY_KEEP,
            Permission.GATE_SET,
            Permission.PEOPLE_READ,
            Permission.PEOPLE_INVITE,
            Permission.ROLE_GRANT,
            Permission.PEOPLE_RE_ENROL,
            Permission.INQUIRY_READ,
            Permission.INQUIRY_ASK,
            Permission.INQUIRY_ANSWER,
            Permission.INQUIRY_APPROVE,
            Permission.KNOWLEDGE_PUBLISH,
            Permission.PAPER_DRAFT,
            Permission.MATTER_RAISE,
            Permission.COMPLAINT_LODGE,
            Permission.COMPLAINT_DECIDE,
            Permission.MATTER_SETTLE,
            Permission.BROADCAST_SEND,
            Permission.SEMINAR_PLAN,
            Permission.SEMINAR_ANSWER,
            Permission.TASK_DO,
            Permission.TASK_DIRECT,
            Permission.PAPER_SIGN,
            Permission.RULE_OVERRULE,
            Permission.LAWBOOK_PROPOSE,
            Permission.LAWBOOK_ADOPT,
            Permission.ELECTION_OPEN,
            Permission.ELECTION_MOVE,
            Permission.STATION_CREATE,
            Permission.STATION_ATTACH,
            Permission.STATION_NUMBER,
            Permission.STATION_CHANGE,
            Permission.STATION_CLOSE,
            Permission.CATCHMENT_SET,
            Permission.PUBLICATION_FREEZE,
            Permission.PROTOCOL_IMPORT,
            Permission.RESULT_READ,
            Permission.MISSION_IMPORT,
        },
        _("Chair of the central commission"),
        _(
            "Decides for the central commission: adopts the lawbook, opens the election, sets its day, "
            "approves the districts of stations abroad."
        ),
        gives=("commission_chair", "commission_officer", "auditor", "district_chair", "station_chair"),
        two_persons=True,
    ),
    _role(
        "commission_officer",
        "commission",
        {"central_commission"},
        "jurisdiction",
        {
            Permission.JOINT_CONFIRM,
            Permission.HEADQUARTERS_READ,
            Permission.HEADQUARTERS_KEEP,
            Permission.REPORT_SIGN,
            Permission.DUTY_KEEP,
            Permission.GATE_SET,
            Permission.PEOPLE_READ,
            Permission.PEOPLE_INVITE,
            Permission.ROLE_GRANT,
            Permission.PEOPLE_RE_ENROL,
            Permission.INQUIRY_READ,
            Permission.INQUIRY_ASK,
            Permission.INQUIRY_ANSWER,
            Permission.INQUIRY_APPROVE,
            Permission.KNOWLEDGE_PUBLISH,
            Permission.PAPER_DRAFT,
            Permission.MATTER_RAISE,
            Permission.COMPLAINT_LODGE,
            Permission.MATTER_SETTLE,
            Permission.BROADCAST_SEND,
            Permission.SEMINAR_PLAN,
            Permission.SEMINAR_ANSWER,
            Permission.TASK_DO,
            Permission.TASK_DIRECT,
            Permission.RULE_OVERRULE,
            Permission.LAWBOOK_PROPOSE,
            Permission.LAWBOOK_ADOPT,
            Permission.ELECTION_OPEN,
            Permission.STATION_ATTACH,
            Permission.STATION_NUMBER,
            Permission.STATION_CHANGE,
            Permission.CATCHMENT_SET,
            Permission.PUBLICATION_FREEZE,
            Permission.PROTOCOL_IMPORT,
            Permission.RESULT_READ,
        },
        _("Officer of the central commission"),
        _("Prepares and carries out the central commission's decisions on stations abroad."),
        gives=("commission_officer", "auditor"),
        two_persons=True,
    ),
    _role(
        "auditor",
        "commission",
        {"auditor"},
        "jurisdiction",
        {Permission.HEADQUARTERS_READ, Permission.INQUIRY_READ, Permission.RESULT_READ},
        _("Auditor"),
        _("Reads everything that is not personal and the log; changes nothing."),
        two_persons=True,
    ),
    _role(
        "ministry_headquarters",
        "ministry",
        {"ministry"},
        "jurisdiction",
        {
            Permission.JOINT_CONFIRM,
            Permission.HEADQUARTERS_READ,
            Permission.HEADQUARTERS_KEEP,
            Permission.REPORT_SIGN,
            Permission.DUTY_KEEP,
            Permission.GATE_SET,
            Permission.PEOPLE_READ,
            Permission.PEOPLE_INVITE,
            Permission.ROLE_GRANT,
            Permission.PEOPLE_RE_ENROL,
            Permission.INQUIRY_READ,
            Permission.INQUIRY_ASK,
            Permission.INQUIRY_ANSWER,
            Permission.INQUIRY_APPROVE,
            Permission.KNOWLEDGE_PUBLISH,
            Permission.PAPER_DRAFT,
            Permission.MATTER_RAISE,
            Permission.MATTER_SETTLE,
            Permission.BROADCAST_SEND,
            Permission.SEMINAR_PLAN,
            Permission.SEMINAR_ANSWER,
            Permission.TASK_DO,
            Permission.TASK_DIRECT,
            Permission.PLAN_APPROVE,
            Permission.PAPER_SIGN,
            Permission.MISSION_IMPORT,
            Permission.MISSION_CHANGE,
            Permission.VOTERS_REPORT,
            Permission.STATION_CREATE,
            Permission.STATION_SUBMIT_DISTRICT,
            Permission.STATION_ATTACH,
            Permission.STATION_NUMBER,
            Permission.STATION_CHANGE,
            Permission.STATION_CLOSE,
            Permission.CATCHMENT_SET,
            Permission.REPRESENTATIVE_DESIGNATE,
            Permission.CONSENT_ASK,
            Permission.HOST_RULE_SET,
        },
        _("Headquarters of the ministry"),
        _(
            "Runs the ministry's side: keeps the missions, submits stations to the central commission, "
            "follows every mission."
        ),
        gives=("ministry_headquarters", "ministry_consular", "mission_head", "mission_officer"),
        two_persons=True,
    ),
    _role(
        "ministry_consular",
        "ministry",
        {"ministry"},
        "jurisdiction",
        {
            Permission.JOINT_CONFIRM,
            Permission.HEADQUARTERS_READ,
            Permission.DUTY_KEEP,
            Permission.GATE_SET,
            Permission.PEOPLE_READ,
            Permission.PEOPLE_RE_ENROL,
            Permission.INQUIRY_READ,
            Permission.INQUIRY_ASK,
            Permission.INQUIRY_ANSWER,
            Permission.INQUIRY_APPROVE,
            Permission.KNOWLEDGE_PUBLISH,
            Permission.PAPER_DRAFT,
            Permission.MATTER_RAISE,
            Permission.MATTER_SETTLE,
            Permission.BROADCAST_SEND,
            Permission.SEMINAR_PLAN,
            Permission.SEMINAR_ANSWER,
            Permission.TASK_DO,
            Permission.MISSION_IMPORT,
            Permission.MISSION_CHANGE,
            Permission.VOTERS_REPORT,
            Permission.CATCHMENT_SET,
            Permission.HOST_RULE_SET,
        },
        _("Consular department of the ministry"),
        _("Keeps the missions and the numbers of registered voters."),
        two_persons=True,
    ),
    _role(
        "mission_head",
        "mission",
        {"head_of_mission", "mission"},
        "mission",
        {
            Permission.PEOPLE_READ,
            Permission.PEOPLE_INVITE,
            Permission.JOINT_CONFIRM,
            Permission.GATE_SET,
            Permission.ROLE_GRANT,
            Permission.INQUIRY_READ,
            Permission.INQUIRY_ASK,
            Permission.PAPER_DRAFT,
            Permission.MATTER_RAISE,
            Permission.SEMINAR_ANSWER,
            Permission.TASK_DO,
            Permission.PAPER_SIGN,
            Permission.MISSION_CHANGE,
            Permission.VOTERS_REPORT,
            Permission.STATION_CREATE,
            Permission.STATION_CHANGE,
            Permission.STATION_CLOSE,
            Permission.REPRESENTATIVE_DESIGNATE,
            Permission.CONSENT_ASK,
        },
        _("Head of mission"),
        _(
            "Answers for one mission: creates its stations, reports its registered voters, "
            "designates its authorised representative."
        ),
        gives=("mission_officer",),
    ),
    _role(
        "mission_officer",
        "mission",
        {"mission"},
        "mission",
        {
            Permission.JOINT_CONFIRM,
            Permission.INQUIRY_READ,
            Permission.INQUIRY_ASK,
            Permission.PAPER_DRAFT,
            Permission.MATTER_RAISE,
            Permission.SEMINAR_ANSWER,
            Permission.TASK_DO,
            Permission.MISSION_CHANGE,
            Permission.VOTERS_REPORT,
            Permission.STATION_CHANGE,
        },
        _("Officer of a mission"),
        _("Keeps one mission's record and reports its numbers."),
    ),
    _role(
        "district_chair",
        "commission",
        {"district_commission"},
        "district",
        {
            Permission.JOINT_CONFIRM,
            Permission.PEOPLE_READ,
            Permission.PEOPLE_INVITE,
            Permission.ROLE_GRANT,
            Permission.PAPER_DRAFT,
            Permission.MATTER_RAISE,
            Permission.SEMINAR_ANSWER,
            Permission.COMPLAINT_LODGE,
            Permission.COMPLAINT_DECIDE,
            Permission.TASK_DO,
            Permission.PAPER_SIGN,
            Permission.STATION_NUMBER,
            Permission.STATION_CHANGE,
            Permission.STATION_CLOSE,
        },
        _("Chair of a district commission"),
        _("Numbers and follows the stations that belong to the district."),
        gives=("station_chair",),
    ),
    _role(
        "station_chair",
        "commission",
        {"station_commission"},
        "station",
        {Permission.MATTER_READ, Permission.MATTER_RAISE, Permission.COMPLAINT_LODGE},
        _("Chair of a station commission"),
        _(
            "Chairs the commission of one station and answers to the commission alone, also where the same person "
            "serves at the mission. Sees the election and its stations, nothing of the mission's own work."
        ),
        reads=FOLLOWING,
    ),
    _role(
        "operator",
        "neutral",
        {"operator"},
        "jurisdiction",
        {Permission.HEALTH_READ},
        _("Operator"),
        _("Keeps the system running. Sees its health, and nothing of any election."),
        reads=frozenset(),
    ),
)

ROLES = MappingProxyType({role.key: role for role in _ROLES})
