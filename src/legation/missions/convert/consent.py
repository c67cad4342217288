"""Rows about hosts as values, and the rules of hosts that are shipped with the system."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from legation.missions.models import ConsentStep, HostConsent, HostRule
from legation_core.network.consent import Consent, State, Terms, Way
from legation_core.network.consent import HostRule as CoreRule
from legation_core.values import Text


@dataclass(frozen=True, slots=True)
class HostRuleValue:
    """What a host asks, how to ask it, and where that was read."""

    rule: CoreRule
    how: Text
    outcome: Text
    """What became of requests before, as far as a source says."""
    source: str
    read_on: date
    shipped: bool
    """Came with the system; else entered by the ministry."""

    @property
    def country(self) -> str:
        return self.rule.country


@dataclass(frozen=True, slots=True)
class ConsentValue:
    """How it stands with a host: the core's value, who wrote, and the conditions in words."""

    id: int
    election: str
    core: Consent
    mission: str
    conditions: str

    @property
    def country(self) -> str:
        return self.core.country


@dataclass(frozen=True, slots=True)
class StepValue:
    """One step with a host. `file` is the SHA-256 of the paper."""

    step: str
    state: str
    country: str
    premises: str
    mission: str
    note_number: str
    note_date: date
    text: str
    file: str
    at: datetime


def _shipped_rule(entry: Mapping[str, Any]) -> HostRuleValue:
    rule = CoreRule(entry["country"], Way(entry["inside"]), Way(entry["outside"]), entry.get("lead_days"))
    texts = [Text(entry.get(name, {})) for name in ("how", "outcome")]
    return HostRuleValue(rule, texts[0], texts[1], entry["source"], entry["read_on"], shipped=True)


@cache
def shipped_rules() -> Mapping[str, HostRuleValue]:
    """The rules of hosts in `data/hosts.toml`, by country."""
    text = files("legation.missions").joinpath("data/hosts.toml").read_text(encoding="utf-8")
    rules = [_shipped_rule(entry) for entry in tomllib.loads(text)["hosts"]]
    return MappingProxyType({one.country: one for one in rules})


def host_rule_value(row: HostRule) -> HostRuleValue:
    rule = CoreRule(row.country, Way(row.inside), Way(row.outside), row.lead_days)
    how = Text({"en": row.how} if row.how else {})
    return HostRuleValue(rule, how, Text({}), row.source, row.at.date(), shipped=False)


def consent_value(row: HostConsent) -> ConsentValue:
    terms = Terms(row.stations, row.mission_premises_only, row.valid_until)
    core = Consent(row.country, row.premises, row.place, State(row.state), row.sent_on, row.answered_on, terms)
    return ConsentValue(row.pk, row.election_id, core, row.mission.code if row.mission else "", row.conditions)


def step_value(row: ConsentStep) -> StepValue:
    return StepValue(
        step=row.step,
        state=row.state,
        country=row.consent.country,
        premises=row.consent.premises,
        mission=row.mission.code if row.mission else "",
        note_number=row.note_number,
        note_date=row.note_date,
        text=row.text,
        file=row.file,
        at=row.at,
    )
