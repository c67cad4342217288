"""A station and its host: how the consent stands that governs it, and what of its problems is the station's."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from legation.missions.queries import consent as hosts
from legation.plan.convert import ElectionValue
from legation.stations import queries
from legation.stations.convert import StationValue
from legation_core.network.consent import Consent, Finding, consent_findings, findings_of_station, governing


@dataclass(frozen=True, slots=True)
class HostOfStation:
    consent: Consent
    findings: tuple[Finding, ...]


def host_of(election: ElectionValue, one: StationValue, everything: list[StationValue], at: datetime) -> HostOfStation:
    """The consent under which `one` stands; of the host's problems those that concern it."""
    country = one.mission.country
    rule = hosts.host_rules(election.jurisdiction).get(country)
    core = rule.rule if rule else None
    there = [placed for placed in queries.placed(everything) if placed.country == country]
    own = hosts.consents(election, country)
    whole = hosts.whole(country, own, core, there)
    cores = [whole, *(found.core for found in own if found.core.premises)]
    days = hosts.days_of(election, at.astimezone(ZoneInfo(election.home_zone)).date())
    findings = consent_findings(country, cores, there, core, days)
    placed = hosts.placed(one.code, one.mission, one.address)
    return HostOfStation(governing(cores, placed) or whole, tuple(findings_of_station(findings, placed, cores)))
