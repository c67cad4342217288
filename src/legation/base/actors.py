"""Who acts: scopes, grants, the acting person as a value, and the one question whether an act is within their power."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from legation_core.problems import Refused
from legation_core.values import PersonCode


class Permission(StrEnum):
    """Every power there is. Roles name those they hold; the lawbook decides which body may use one for an act."""

    LOG_READ = "log.read"
    ACCOUNT_KEEP = "account.keep"
    PEOPLE_READ = "people.read"
    PEOPLE_INVITE = "people.invite"
    PEOPLE_RE_ENROL = "people.re_enrol"
    JOINT_READ = "joint.read"
    JOINT_CONFIRM = "joint.confirm"
    ROLE_GRANT = "role.grant"
    RULE_OVERRULE = "rule.overrule"
    LAWBOOK_PROPOSE = "lawbook.propose"
    LAWBOOK_ADOPT = "lawbook.adopt"
    ELECTION_READ = "election.read"
    ELECTION_OPEN = "election.open"
    ELECTION_MOVE = "election.move"
    MISSION_READ = "mission.read"
    MISSION_IMPORT = "mission.import"
    MISSION_CHANGE = "mission.change"
    VOTERS_REPORT = "voters.report"
    VOTERS_READ_COUNTS = "voters.read_counts"
    REPRESENTATIVE_DESIGNATE = "representative.designate"
    PAPER_READ = "paper.read"
    PAPER_DRAFT = "paper.draft"
    PAPER_SIGN = "paper.sign"
    KNOWLEDGE_READ = "knowledge.read"
    KNOWLEDGE_PUBLISH = "knowledge.publish"
    INQUIRY_READ = "inquiry.read"
    INQUIRY_ASK = "inquiry.ask"
    INQUIRY_ANSWER = "inquiry.answer"
    INQUIRY_APPROVE = "inquiry.approve"
    BROADCAST_READ = "broadcast.read"
    BROADCAST_SEND = "broadcast.send"
    COMPLAINT_READ = "complaint.read"
    COMPLAINT_LODGE = "complaint.lodge"
    COMPLAINT_DECIDE = "complaint.decide"
    MATTER_READ = "matter.read"
    MATTER_RAISE = "matter.raise"
    MATTER_SETTLE = "matter.settle"
    SEMINAR_READ = "seminar.read"
    SEMINAR_PLAN = "seminar.plan"
    SEMINAR_ANSWER = "seminar.answer"
    TASK_READ = "task.read"
    TASK_DO = "task.do"
    TASK_DIRECT = "task.direct"
    PLAN_APPROVE = "plan.approve"
    CONSENT_ASK = "consent.ask"
    HOST_RULE_SET = "host_rule.set"
    STATION_READ = "station.read"
    STATION_CREATE = "station.create"
    STATION_SUBMIT_DISTRICT = "station.submit_district"
    STATION_ATTACH = "station.attach"
    STATION_NUMBER = "station.number"
    STATION_CHANGE = "station.change"
    STATION_CLOSE = "station.close"
    CATCHMENT_SET = "catchment.set"
    PROTOCOL_IMPORT = "protocol.import"
    PROTOCOL_ENTER = "protocol.enter"
    PROTOCOL_DECIDE = "protocol.decide"
    RESULT_READ = "result.read"
    HEALTH_READ = "health.read"
    HEADQUARTERS_READ = "headquarters.read"
    HEADQUARTERS_KEEP = "headquarters.keep"
    DUTY_KEEP = "duty.keep"
    GATE_SET = "gate.set"
    REPORT_SIGN = "report.sign"
    PUBLICATION_FREEZE = "publication.freeze"


@dataclass(frozen=True, slots=True, order=True)
class ScopeRef:
    """A place: its kind (`jurisdiction`, `election`, `mission`, `district` or `station`) and its code."""

    kind: str
    code: str


@dataclass(frozen=True, slots=True)
class Grant:
    """One role held by one person in one scope, for one election or (`""`) for every one of the jurisdiction."""

    role: str
    jurisdiction: str
    election: str
    scope: ScopeRef
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person in the role they act in now. Loaded once a request; what `by=` takes."""

    person: PersonCode
    """The natural person, whichever of their accounts they use: what four eyes count."""
    role: str
    bodies: frozenset[str]
    """Bodies of the lawbook for which the role acts, e.g. `head_of_mission` and `mission`."""
    permissions: frozenset[Permission]
    grant: Grant
    other_grants: tuple[Grant, ...] = field(default=())
    number: int = 0
    """The number under which the grant is kept; 0 where the actor was not loaded from one."""

    @property
    def body(self) -> str:
        """The body that stands in the public record; the narrowest by name where the role acts for several."""
        return min(self.bodies, default="")

    def reaches(self, scopes: Iterable[ScopeRef]) -> bool:
        """Whether the grant's scope is one of `scopes`; a grant for one election reaches only what belongs to it."""
        within = frozenset(scopes)
        election = self.grant.election
        return self.grant.scope in within and (not election or ScopeRef("election", election) in within)


class OutOfScope(Exception):
    """What was asked for does not exist for this actor: the page answers 404."""


def require(actor: Actor, permission: Permission, scopes: Iterable[ScopeRef]) -> None:
    """Let the act go on, or refuse: out of scope is "not found", a missing permission is named."""
    if not actor.reaches(scopes):
        raise OutOfScope(permission)
    if permission not in actor.permissions:
        raise Refused("A001", facts={"role": actor.role, "permission": permission})
