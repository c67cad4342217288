"""Reads about hosts: what each asks, how it stands with them in an election, what became of requests before."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from legation.base.actors import Actor, OutOfScope
from legation.missions.convert import MissionValue
from legation.missions.convert.consent import (
    ConsentValue,
    HostRuleValue,
    StepValue,
    consent_value,
    host_rule_value,
    shipped_rules,
    step_value,
)
from legation.missions.models import ConsentStep, HostConsent, Mission
from legation.missions.models import HostRule as HostRuleRow
from legation.missions.permissions import scopes_of
from legation.plan.convert import ElectionValue
from legation_core.network.consent import Consent, Days, HostRule, Placed, opening_state
from legation_core.register.folding import fold

ANSWERS = ("grant", "refuse", "withdraw", "notify")
"""Steps after which one knows what became of it."""


def host_rules(jurisdiction: str) -> Mapping[str, HostRuleValue]:
    """What each host asks, by country: what the ministry entered last, else what came with the system."""
    entered = HostRuleRow.objects.filter(jurisdiction=jurisdiction).order_by("at", "pk")
    return {**shipped_rules(), **{row.country: host_rule_value(row) for row in entered}}


def rule_history(jurisdiction: str, country: str) -> tuple[HostRuleValue, ...]:
    """Every rule of a host that is known, the newest first, the shipped one last."""
    rows = HostRuleRow.objects.filter(jurisdiction=jurisdiction, country=country).order_by("-at", "-pk")
    shipped = shipped_rules().get(country)
    return (*(host_rule_value(row) for row in rows), *((shipped,) if shipped else ()))


def consents(election: ElectionValue, country: str = "") -> tuple[ConsentValue, ...]:
    """How it stands with every host that something was done about, or with one; the country before its premises."""
    rows = HostConsent.objects.filter(election=election.code).select_related("mission")
    if country:
        rows = rows.filter(country=country)
    return tuple(consent_value(row) for row in rows.order_by("country", "place"))


def consent_steps(election: ElectionValue, country: str) -> tuple[StepValue, ...]:
    """Every step with a host in an election, the newest first."""
    rows = ConsentStep.objects.filter(consent__election=election.code, consent__country=country)
    return tuple(step_value(row) for row in rows.select_related("consent", "mission").order_by("-at", "-pk"))


def moved(election: ElectionValue, since: datetime, until: datetime) -> dict[str, str]:
    """Where a step with a host was entered after `since` and up to `until`: the state that it led to, by country."""
    rows = ConsentStep.objects.filter(consent__election=election.code, at__gt=since, at__lte=until)
    return dict(rows.order_by("at", "pk").values_list("consent__country", "state"))


def last_outcomes(jurisdiction: str, without: str = "") -> dict[str, StepValue]:
    """The last answer of each host in any election of a jurisdiction but `without`, by country."""
    rows = ConsentStep.objects.filter(consent__election__jurisdiction=jurisdiction, step__in=ANSWERS)
    rows = rows.exclude(consent__election=without).select_related("consent", "mission").order_by("at", "pk")
    return {row.consent.country: step_value(row) for row in rows}


def whole(country: str, found: Iterable[ConsentValue], rule: HostRule | None, there: Iterable[Placed]) -> Consent:
    """How it stands with the country as a whole: what was done, else what its rule says of the stations there."""
    done = next((one.core for one in found if one.country == country and not one.core.premises), None)
    return done or Consent(country, state=opening_state(rule, outside=any(one.outside for one in there)))


def days_of(election: ElectionValue, today: date) -> Days:
    """The days that matter to a host: the day on which is looked, the election day, the last on which is voted."""
    last = max([0, *(hours.day for hours in election.rules.hours)])
    return Days(today, election.election_day, election.election_day + timedelta(days=last))


def placed(station: str, mission: MissionValue, address: str) -> Placed:
    """A station as its host sees it."""
    return Placed(station, mission.country, address, fold(address)[:300], fold(mission.address)[:300])


def missions_in(jurisdiction: str, country: str) -> tuple[str, ...]:
    """The codes of the missions in a country."""
    rows = Mission.objects.filter(jurisdiction=jurisdiction, country=country).order_by("sorting", "code")
    return tuple(rows.values_list("code", flat=True))


def may_open(actor: Actor, election: ElectionValue, posts: Iterable[MissionValue]) -> bool:
    """Whether the actor may read the letters with a host: the institutions at home, and the missions in the country."""
    own = any(actor.reaches(scopes_of(one.jurisdiction, one.code, election.code)) for one in posts)
    return own or actor.grant.scope.kind == "jurisdiction"


def file_of(election: ElectionValue, country: str, sha256: str) -> str:
    """The paper of that SHA-256 among those of a host; any other is out of scope."""
    rows = ConsentStep.objects.filter(consent__election=election.code, consent__country=country, file=sha256)
    if not sha256 or not rows.exists():
        raise OutOfScope(sha256)
    return sha256


def consent_row(core: Consent, rule: HostRuleValue | None) -> dict[str, object]:
    """A consent as a flat row of names and plain values."""
    terms = core.terms
    return {
        "country": core.country,
        "premises": core.premises,
        "state": str(core.state),
        "asked_at_missions": str(rule.rule.inside) if rule else "",
        "asked_elsewhere": str(rule.rule.outside) if rule else "",
        "lead_days": rule.rule.lead_days or "" if rule else "",
        "sent_on": core.sent_on or "",
        "answered_on": core.answered_on or "",
        "stations_allowed": terms.stations or "",
        "mission_premises_only": "yes" if terms.mission_premises_only else "",
        "valid_until": terms.valid_until or "",
        "rule_source": rule.source if rule else "",
    }
