"""Host countries as the institutions see them: what each asks, how it stands with it, what is wrong and whose it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from legation.missions import queries as missions
from legation.missions.convert import MissionValue
from legation.missions.convert.consent import ConsentValue, HostRuleValue
from legation.missions.queries import consent as hosts_read
from legation.plan.convert import ElectionValue
from legation.stations import queries as stations
from legation.stations.convert import StationValue
from legation_core.network.consent import WORST, Consent, Finding, Placed, State, consent_findings, worst

SHAPES: Mapping[State, str] = MappingProxyType(
    {
        State.UNKNOWN: "not_due",
        State.NOT_REQUIRED: "not_required",
        State.NOTIFY_ONLY: "not_due",
        State.NOTIFIED: "met",
        State.REQUIRED: "not_due",
        State.ASKED: "under_way",
        State.GRANTED: "met",
        State.REFUSED: "stopped",
        State.WITHDRAWN: "stopped",
    }
)
"""How a state is drawn; what is wrong has a shape of its own beside it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A problem with the body that has to mend it, by the lawbook."""

    finding: Finding
    owner: str


@dataclass(frozen=True, slots=True)
class Host:
    """A host country of an election. `whole` is its consent for the country; `premises` those for single places."""

    country: str
    posts: tuple[MissionValue, ...]
    stations: tuple[Placed, ...]
    rule: HostRuleValue | None
    whole: Consent
    conditions: str
    premises: tuple[ConsentValue, ...]
    problems: tuple[Told, ...]
    due: date | None

    @property
    def worst(self) -> str:
        return worst([one.finding for one in self.problems])

    @property
    def shape(self) -> str:
        return SHAPES[self.whole.state]

    @property
    def order(self) -> tuple[int, date]:
        """Worst first, then the nearest due."""
        return (WORST.index(self.worst) if self.worst else len(WORST), self.due or date.max)


def hosts(election: ElectionValue, at: datetime, *, own: Iterable[StationValue] | None = None) -> dict[str, Host]:
    """Every country in which a mission stands, by its code: as many reads for three as for forty."""
    posts: dict[str, list[MissionValue]] = {}
    for post in missions.missions(election.jurisdiction):
        posts.setdefault(post.country, []).append(post)
    standing = stations.placed(stations.stations(election) if own is None else own)
    found = hosts_read.consents(election)
    rules = hosts_read.host_rules(election.jurisdiction)
    today = at.astimezone(ZoneInfo(election.home_zone)).date()
    return {
        country: _host(election, country, tuple(there), standing, found, rules.get(country), today)
        for country, there in posts.items()
    }


def _host(
    election: ElectionValue,
    country: str,
    posts: tuple[MissionValue, ...],
    standing: Iterable[Placed],
    found: Iterable[ConsentValue],
    rule: HostRuleValue | None,
    today: date,
) -> Host:
    there = tuple(one for one in standing if one.country == country)
    own = [one for one in found if one.country == country]
    core = rule.rule if rule else None
    whole = hosts_read.whole(country, own, core, there)
    cores = [whole, *(one.core for one in own if one.core.premises)]
    findings = consent_findings(country, cores, there, core, hosts_read.days_of(election, today))
    return Host(
        country=country,
        posts=posts,
        stations=there,
        rule=rule,
        whole=whole,
        conditions=next((one.conditions for one in own if not one.core.premises), ""),
        premises=tuple(one for one in own if one.core.premises),
        problems=tuple(Told(one, one.owner(election.rules.competences)) for one in findings),
        due=core.due(election.election_day) if core else None,
    )


def row_of(host: Host) -> dict[str, object]:
    """A host as a flat row of names and plain values, its problems by their codes."""
    return {
        **hosts_read.consent_row(host.whole, host.rule),
        "missions": len(host.posts),
        "stations": len(host.stations),
        "note_due": host.due or "",
        "problems": " ".join(one.finding.problem.code for one in host.problems),
        "owners": " ".join(dict.fromkeys(one.owner for one in host.problems if one.owner)),
    }
