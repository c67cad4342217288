"""Host consent: what a host country asks, the states from a note verbale to its answer, and what is wrong with them.

What a host asks differs, so it is data (`HostRule`, each with its source). Germany approves by note verbale even what
is held inside missions, and has refused (Bundestag paper 18/12067, 2017); Australia asks for no approval on mission
premises but wants to be told by note verbale (DFAT, Protocol Guidelines 12.4). States: docs/states/host-consent.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from legation_core.lawbook.model import Competence
from legation_core.problems import Fact, Problem, Refused

NEAR = timedelta(days=7)
"""From so long before its day something is due soon."""


class Way(StrEnum):
    """What a host asks."""

    NOT_REQUIRED = "not_required"
    NOTIFY = "notify"
    CONSENT = "consent"


class State(StrEnum):
    UNKNOWN = "unknown"
    """Nobody has established what the host asks."""
    NOT_REQUIRED = "not_required"
    NOTIFY_ONLY = "notify_only"
    """The host wants to be told; nothing was sent."""
    NOTIFIED = "notified"
    REQUIRED = "required"
    """The host wants to be asked; nothing was sent."""
    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    """Granted, then taken back by the host."""


OPENING: Mapping[Way, State] = MappingProxyType(
    {Way.NOT_REQUIRED: State.NOT_REQUIRED, Way.NOTIFY: State.NOTIFY_ONLY, Way.CONSENT: State.REQUIRED}
)
_UNSENT = (State.UNKNOWN, State.NOT_REQUIRED, State.NOTIFY_ONLY, State.REQUIRED)

TRANSITIONS: Mapping[str, tuple[tuple[State, ...], State | None]] = MappingProxyType(
    {
        "settle": (_UNSENT, None),
        "notify": ((State.UNKNOWN, State.NOT_REQUIRED, State.NOTIFY_ONLY), State.NOTIFIED),
        "ask": ((State.UNKNOWN, State.REQUIRED, State.REFUSED, State.WITHDRAWN), State.ASKED),
        "grant": ((State.ASKED, State.GRANTED), State.GRANTED),
        "refuse": ((State.ASKED, State.NOTIFIED), State.REFUSED),
        "withdraw": ((State.GRANTED,), State.WITHDRAWN),
    }
)
"""Step -> (states from which it is possible, state to which it leads; a settled one depends on what the host asks).

A grant may follow a grant: the host changes its conditions. A host that was only to be told may still refuse.
"""


@dataclass(frozen=True, slots=True)
class HostRule:
    """What one host asks of those who vote on its soil."""

    country: str
    inside: Way
    """On the premises of a mission."""
    outside: Way
    """Anywhere else."""
    lead_days: int | None
    """So many days before the election day the host wants its note; `None` where no number was read."""

    def due(self, election_day: date) -> date | None:
        """The last day on which a note is in time, where the host names one and wants a note."""
        if self.lead_days is None or self.inside is self.outside is Way.NOT_REQUIRED:
            return None
        return election_day - timedelta(days=self.lead_days)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a host attached to its consent. What it left open is `None`."""

    stations: int | None = None
    """The most stations it allows."""
    mission_premises_only: bool = False
    valid_until: date | None = None
    """Its last day, included."""


@dataclass(frozen=True, slots=True)
class Consent:
    """How it stands with one host in one election: for the country, or for certain premises of it."""

    country: str
    premises: str = ""
    """The address, where the host is asked for these premises alone; empty is the whole country."""
    place: str = ""
    """The folded address: what is compared."""
    state: State = State.UNKNOWN
    sent_on: date | None = None
    """The day of the last note verbale of ours."""
    answered_on: date | None = None
    terms: Terms = Terms()


@dataclass(frozen=True, slots=True)
class Placed:
    """A station as far as its host is concerned. Without an address it stands at the mission."""

    station: str
    country: str
    address: str = ""
    place: str = ""
    """Its folded address: what is compared."""
    mission_place: str = ""
    """The folded address of its mission."""

    @property
    def outside(self) -> bool:
        """Whether it is held elsewhere than on the mission's premises, as far as both addresses are known."""
        return bool(self.place and self.mission_place and self.place != self.mission_place)


@dataclass(frozen=True, slots=True)
class Days:
    """The day on which is looked, and the days on which is voted."""

    today: date
    election_day: date
    last_voting_day: date

    @property
    def left(self) -> int:
        return (self.election_day - self.today).days


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with a host's consent, the act of the lawbook that mends it, and how it is shown."""

    problem: Problem
    act: str
    state: str
    """`overdue`, `due_soon`, `under_way` or `stopped`."""
    station: str = ""

    def owner(self, competences: Mapping[str, Competence]) -> str:
        """The body that has to mend it, by the lawbook; empty where the lawbook names none."""
        competence = competences.get(self.act)
        return competence.body if competence else ""


def next_state(state: State, step: str, way: Way | None = None) -> State:
    """The state after `step`. Refuses (C101) where it is not possible from `state`; `settle` needs its `way`."""
    possible, leads_to = TRANSITIONS[step]
    if state not in possible:
        raise Refused("C101", facts={"consent": state, "wanted_consent": " / ".join(possible)})
    return leads_to or OPENING[way or Way.NOT_REQUIRED]


def steps_from(state: State) -> tuple[str, ...]:
    """The steps that are possible from `state`, in the order of the flow."""
    return tuple(step for step, (possible, _) in TRANSITIONS.items() if state in possible)


def opening_state(rule: HostRule | None, *, outside: bool = False) -> State:
    """Where a host stands before anything was sent: by its rule, or unknown."""
    if rule is None:
        return State.UNKNOWN
    return OPENING[rule.outside if outside else rule.inside]


def terms_problems(terms: Terms, answered_on: date) -> list[Problem]:
    """Conditions that cannot be meant: fewer stations than one, an end before the answer."""
    found = []
    if terms.stations is not None and terms.stations < 1:
        found.append(Problem("C112", facts={"stations": terms.stations}))
    if terms.valid_until is not None and terms.valid_until < answered_on:
        days = {"until": terms.valid_until.isoformat(), "answered": answered_on.isoformat()}
        found.append(Problem("C113", facts=days))
    return found


def governing(consents: Iterable[Consent], station: Placed) -> Consent | None:
    """The consent under which a station stands: that for its premises, else that for its country."""
    own = [one for one in consents if one.country == station.country]
    by_premises = (one for one in own if one.place and one.place == station.place)
    return next(by_premises, None) or next((one for one in own if not one.premises), None)


def consent_findings(
    country: str, consents: Sequence[Consent], stations: Sequence[Placed], rule: HostRule | None, days: Days
) -> list[Finding]:
    """Everything wrong with the consent of one host, in the order: the note, the answer, the conditions."""
    own = [one for one in consents if one.country == country]
    standing = [one for one in stations if one.country == country]
    if not standing:
        return []
    if not any(not one.premises for one in own):
        state = opening_state(rule, outside=any(one.outside for one in standing))
        own = [Consent(country, state=state), *own]
    found: list[Finding] = []
    for one in own:
        covered = [station for station in standing if governing(own, station) == one]
        if covered or one.premises:
            found += [*_of_note(one, rule, days), *_of_answer(one, days), *_of_terms(one, covered, days)]
    return found


def _finding(one: Consent, code: str, act: str, state: str, **facts: Fact) -> Finding:
    return Finding(Problem(code, one.premises, {"country": one.country, **facts}), act, state)


def _of_note(one: Consent, rule: HostRule | None, days: Days) -> list[Finding]:
    """The note that was not sent, or was sent too late."""
    due = rule.due(days.election_day) if rule else None
    if one.state is State.UNKNOWN:
        return [_finding(one, "C110", "ask_host_consent", "due_soon", left=days.left)]
    if one.state in (State.NOTIFY_ONLY, State.REQUIRED):
        return [_unsent(one, rule, due, days)]
    if due and one.sent_on and one.sent_on > due and one.state in (State.NOTIFIED, State.ASKED):
        late = (one.sent_on - due).days
        sent = one.sent_on.isoformat()
        return [_finding(one, "C103", "ask_host_consent", "overdue", sent=sent, late=late, lead=rule_days(rule))]
    return []


def _unsent(one: Consent, rule: HostRule | None, due: date | None, days: Days) -> Finding:
    if due is None:
        return _finding(one, "C114", "ask_host_consent", "due_soon", left=days.left)
    if days.today > due:
        return _finding(one, "C102", "ask_host_consent", "overdue", lead=rule_days(rule), due=due.isoformat())
    near = "due_soon" if due - days.today <= NEAR else "under_way"
    return _finding(one, "C111", "ask_host_consent", near, due=due.isoformat(), left=(due - days.today).days)


def rule_days(rule: HostRule | None) -> int:
    """The lead time of a rule, 0 where it names none."""
    return (rule.lead_days if rule else None) or 0


def _of_answer(one: Consent, days: Days) -> list[Finding]:
    """The answer that is missing, or is no."""
    if one.state is State.ASKED:
        near = "overdue" if days.left < 0 else "due_soon" if days.left <= NEAR.days else "under_way"
        return [_finding(one, "C104", "ask_host_consent", near, left=days.left)]
    if one.state in (State.REFUSED, State.WITHDRAWN):
        code = "C105" if one.state is State.REFUSED else "C106"
        on = one.answered_on.isoformat() if one.answered_on else "-"
        return [_finding(one, code, "close_station", "stopped", on=on)]
    return []


def _of_terms(one: Consent, covered: Sequence[Placed], days: Days) -> list[Finding]:
    """The conditions of a consent that its stations break."""
    if one.state is not State.GRANTED:
        return []
    terms, found = one.terms, list[Finding]()
    if terms.stations is not None and len(covered) > terms.stations:
        allowed = terms.stations
        found.append(_finding(one, "C107", "close_station", "stopped", stations=len(covered), allowed=allowed))
    if terms.mission_premises_only:
        for station in covered:
            if station.outside:
                problem = Problem("C108", station.station, {"country": one.country, "address": station.address})
                found.append(Finding(problem, "change_station", "stopped", station.station))
    if terms.valid_until is not None and terms.valid_until < days.last_voting_day:
        until, day = terms.valid_until.isoformat(), days.last_voting_day.isoformat()
        found.append(_finding(one, "C109", "ask_host_consent", "stopped", until=until, last_day=day))
    return found


def findings_of_station(findings: Iterable[Finding], one: Placed, consents: Sequence[Consent]) -> list[Finding]:
    """What of a host's problems concerns one station: those of the consent that governs it, not its neighbours' own."""
    consent = governing(consents, one)
    premises = consent.premises if consent else ""
    return [
        found
        for found in findings
        if found.station == one.station or (not found.station and found.problem.where == premises)
    ]


WORST = ("stopped", "overdue", "due_soon", "under_way")


def worst(findings: Iterable[Finding]) -> str:
    """The worst state among problems; empty where there is none."""
    found = {one.state for one in findings}
    return next((state for state in WORST if state in found), "")
