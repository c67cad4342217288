"""The powers in plain words, as an official reads and signs them, and what a side may never do."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legation.accounts.permissions.roles import Role
from legation.base.actors import Permission

POWERS: dict[Permission, str | Promise] = {
    Permission.ACCOUNT_KEEP: _("Keeps their own account: ways to sign in, sessions, the role in which they act"),
    Permission.ELECTION_READ: _("Reads the election: its days, its calendar, its lawbook"),
    Permission.STATION_READ: _("Reads the stations and their hours"),
    Permission.LOG_READ: _("Reads the public parts of the log and verifies them"),
    Permission.MISSION_READ: _("Reads the missions and the consent of their hosts"),
    Permission.VOTERS_READ_COUNTS: _("Reads how many voters are registered, never who they are"),
    Permission.PAPER_READ: _("Reads papers that were sent, and the drafts of their own body"),
    Permission.BROADCAST_READ: _("Reads and acknowledges the broadcasts sent to them, and what waits for them"),
    Permission.BROADCAST_SEND: _("Sends broadcasts, sees who has read them, and telephones who has not"),
    Permission.COMPLAINT_READ: _("Reads the register of complaints, which names nobody"),
    Permission.COMPLAINT_LODGE: _("Enters complaints and appeals that were made at their station, to them or on paper"),
    Permission.COMPLAINT_DECIDE: _("Decides complaints for their commission, and reads who complains"),
    Permission.MATTER_READ: _("Reads matters: at home every one, elsewhere those of their own place"),
    Permission.MATTER_RAISE: _("Raises a matter, and writes remarks on it"),
    Permission.MATTER_SETTLE: _("Settles matters with the other institution, and signs the minutes of the meetings"),
    Permission.TASK_READ: _("Reads the action plan; of a mission its own tasks and those of the whole"),
    Permission.JOINT_READ: _("Sees the acts that wait for a second person of their side"),
    Permission.JOINT_CONFIRM: _("Is the second person of such an act: confirms or refuses it"),
    Permission.PEOPLE_READ: _("Reads who has an account on their side, and whether they can sign in"),
    Permission.PEOPLE_INVITE: _("Invites people to sign in, in the roles they may give"),
    Permission.ROLE_GRANT: _("Gives and ends roles, never their own"),
    Permission.PEOPLE_RE_ENROL: _("Lets somebody locked out sign in anew, together with a second person"),
    Permission.LAWBOOK_PROPOSE: _("Proposes a version of the lawbook"),
    Permission.LAWBOOK_ADOPT: _("Adopts a version of the lawbook that somebody else proposed"),
    Permission.ELECTION_OPEN: _("Opens an election"),
    Permission.ELECTION_MOVE: _("Moves the election day"),
    Permission.MISSION_IMPORT: _("Brings in files of missions and voters' numbers"),
    Permission.MISSION_CHANGE: _("Keeps the record of a mission"),
    Permission.VOTERS_REPORT: _("Reports how many voters are registered"),
    Permission.REPRESENTATIVE_DESIGNATE: _("Designates the authorised representative of a mission"),
    Permission.PAPER_DRAFT: _("Drafts papers for their own body"),
    Permission.PAPER_SIGN: _("Signs and sends papers for their own body"),
    Permission.KNOWLEDGE_READ: _("Reads and searches published answers"),
    Permission.KNOWLEDGE_PUBLISH: _("Publishes answers to the missions or to everyone, and withdraws them"),
    Permission.INQUIRY_READ: _("Reads inquiries and their answers: a mission its own, the institutions at home all"),
    Permission.INQUIRY_ASK: _("Asks the competent institution, and says more about what was asked"),
    Permission.INQUIRY_ANSWER: _("Drafts and gives answers to inquiries, where the lawbook names their body"),
    Permission.INQUIRY_APPROVE: _("Approves answers that the other institution drafted, or returns them"),
    Permission.SEMINAR_READ: _("Reads the seminars to which their place is asked; at home every one"),
    Permission.SEMINAR_PLAN: _("Plans seminars, invites to them and holds them"),
    Permission.SEMINAR_ANSWER: _("Answers invitations to seminars for their own place and says who comes"),
    Permission.PLAN_APPROVE: _("Approves the action plan, where the lawbook names their body"),
    Permission.TASK_DO: _(
        "Does tasks of the action plan for their own body, and accepts those of others where it is asked to"
    ),
    Permission.TASK_DIRECT: _(
        "Directs the action plan: gives tasks to people, moves and drops them, reports for missions"
    ),
    Permission.CONSENT_ASK: _("Asks a host country for its consent and enters the answer"),
    Permission.HOST_RULE_SET: _("Keeps what host countries ask of a vote on their soil"),
    Permission.STATION_CREATE: _("Creates a station, where the lawbook names their body"),
    Permission.STATION_SUBMIT_DISTRICT: _("Submits the district that should carry a station"),
    Permission.STATION_ATTACH: _("Attaches a station to its district, where the lawbook names their body"),
    Permission.STATION_NUMBER: _("Gives a station its number, where the lawbook names their body"),
    Permission.STATION_CHANGE: _("Changes a station's address, hours or name, with the reason"),
    Permission.STATION_CLOSE: _("Closes a station for good"),
    Permission.RULE_OVERRULE: _("Overrules a refusal of a rule, by decision and together with a second person"),
    Permission.CATCHMENT_SET: _("Says which station serves a country"),
    Permission.PROTOCOL_IMPORT: _("Brings in the protocols that were published of an election, after the last closing"),
    Permission.PROTOCOL_ENTER: _("Reads a protocol from its paper"),
    Permission.PROTOCOL_DECIDE: _("Accepts or returns a protocol"),
    Permission.RESULT_READ: _("Reads the protocols that were brought in and their sums, after the last closing"),
    Permission.HEALTH_READ: _("Sees how the system runs"),
    Permission.HEADQUARTERS_READ: _(
        "Reads the headquarters of both institutions: rota, log, hand-overs, never a telephone"
    ),
    Permission.HEADQUARTERS_KEEP: _("Keeps the headquarters of their own institution: order, members, rota of duty"),
    Permission.REPORT_SIGN: _("Draws up the situation report and signs it for their institution"),
    Permission.GATE_SET: _("Sets a gate of a mission's readiness by hand, with what it rests on"),
    Permission.DUTY_KEEP: _("Is on duty: sees telephones, keeps the log of calls and orders, hands shifts over"),
    Permission.PUBLICATION_FREEZE: _("Freezes what is public and publishes it"),
}
"""Every power in one sentence, in the order in which a sheet lists them. A test holds it to `Permission`."""

NOBODY = (
    _("See how anybody voted: no role can, and the system does not know."),
    _("Give themselves a role, or end their own."),
    _("Change or remove a record of the log."),
)
NEVER: dict[str, tuple[str | Promise, ...]] = {
    "ministry": (
        _("See who has voted and who has not."),
        _("Open the voter rows of a mission."),
        _("Enter, accept or see votes that are not published."),
        _("Decide on the accreditation of observers."),
    ),
    "mission": (
        _("Open another mission's voter rows."),
        _("Enter, accept or see votes that are not published."),
        _("Decide on the accreditation of observers."),
        _("Act for the commission of a station: whoever chairs one acts there in another role."),
    ),
    "commission": (
        _("Open the consular register."),
        _("See, from outside a station, its list of who has and has not voted: only the numbers leave."),
        _("Read the candidates' votes before the publication rule allows it, except to enter or settle that protocol."),
    ),
    "neutral": (
        _("Decide anything of an election."),
        _("Read anything of an election, beyond what is public."),
    ),
}
"""What a side may never do, whatever its role: `docs/powers.md` ties each line to a test."""


def powers_told(role: Role) -> list[str | Promise]:
    """The powers of a role in plain words."""
    return [text for permission, text in POWERS.items() if permission in role.permissions]


def may_never(role: Role) -> list[str | Promise]:
    """What nobody in this role may ever do."""
    return [*NEVER[role.side], *NOBODY]
