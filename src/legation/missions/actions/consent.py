"""Acts with host countries: what they ask, the notes that go to them, the answers that come."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from legation.base import files
from legation.base.actors import Actor, Permission, require
from legation.integrity.actions import act
from legation.integrity.record import Record
from legation.missions.models import ConsentStep, HostConsent, HostRule, Mission
from legation.missions.permissions import scopes_of
from legation.missions.queries.consent import host_rules
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.plan.models import Election
from legation.plan.permissions import competent
from legation_core.network.consent import State, Terms, Way, next_state, opening_state, terms_problems
from legation_core.network.countries import COUNTRIES
from legation_core.problems import Refused
from legation_core.register.folding import fold
from legation_core.values import CountryCode

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "settle": "host_consent_settled",
        "notify": "host_notified",
        "ask": "host_consent_asked",
        "grant": "host_consent_granted",
        "refuse": "host_consent_refused",
        "withdraw": "host_consent_withdrawn",
    }
)
"""Step -> the kind of its record."""
SENDS, ANSWERS = ("notify", "ask"), ("grant", "refuse", "withdraw")
File = tuple[bytes, str]
"""The octets of a paper and the name under which it came."""


def set_host_rule(
    *,
    country: str,
    inside: Way,
    outside: Way,
    lead_days: int | None,
    how: str,
    source: str,
    by: Actor,
    at: datetime,
) -> None:
    """Enter what a host asks. What was entered before stays beneath it."""
    with act("host_rule_set", by=by, at=at) as record:
        jurisdiction = by.grant.jurisdiction
        require(by, Permission.HOST_RULE_SET, scopes_of(jurisdiction))
        if CountryCode(country) not in COUNTRIES:
            raise Refused("A058", country[:20])
        if not source.strip():
            raise Refused("C117")
        if lead_days is not None and not 1 <= lead_days <= 366:
            raise Refused("C118", facts={"days": lead_days})
        now = host_rules(jurisdiction).get(country)
        if now and (now.rule.inside, now.rule.outside, now.rule.lead_days, now.source) == (
            inside, outside, lead_days, source.strip(),
        ):  # fmt: skip
            raise Refused("A053", country)
        HostRule.objects.create(
            jurisdiction_id=jurisdiction, country=country, inside=inside, outside=outside, lead_days=lead_days,
            how=how.strip(), source=source.strip(), at=at,
        )  # fmt: skip
        record.about(jurisdiction=jurisdiction, subject=f"host:{country}", body="ministry")
        days = "" if lead_days is None else str(lead_days)
        record.public(country=country, inside=inside, outside=outside, lead_days=days, source=source.strip())


def take_step(
    *,
    election: str,
    country: str,
    step: str,
    mission: str,
    note_number: str = "",
    note_date: date,
    premises: str = "",
    way: Way | None = None,
    terms: Terms | None = None,
    text: str = "",
    file: File | None = None,
    by: Actor,
    at: datetime,
) -> None:
    """One step with a host through one of the missions in its country: see `legation_core.network.consent`."""
    with act(KINDS[step], by=by, at=at) as record:
        value = plan.election_for(by, election)
        require(by, Permission.CONSENT_ASK, scopes_of(value.jurisdiction, mission, election))
        competence = competent(by, value.rules, "ask_host_consent")
        post = _mission_in(value, country, mission)
        _check_note(step, note_number, note_date, text, at.astimezone(ZoneInfo(post.zone)).date())
        Election.objects.select_for_update().get(pk=election)
        row = _row(value, country, premises.strip())
        row.state = next_state(State(row.state), step, way)
        row.mission = post
        _fill(row, step, note_date, terms or Terms(), text.strip())
        row.save()
        digest = files.keep(*file) if file else ""
        ConsentStep.objects.create(
            consent=row, step=step, state=row.state, mission=post, note_number=note_number.strip(),
            note_date=note_date, text=text.strip(), file=digest, at=at,
        )  # fmt: skip
        record.about(
            jurisdiction=value.jurisdiction,
            election=election,
            lawbook=value.book.digest,
            subject=f"host:{country}",
            body=competence.body,
        )
        _tell(record, row, step, note_number.strip(), note_date, digest)
        if text.strip():
            record.private(text=text.strip())


def _mission_in(value: ElectionValue, country: str, mission: str) -> Mission:
    post = Mission.objects.filter(jurisdiction=value.jurisdiction, code=mission).first()
    if post is None:
        raise Refused("A040", facts={"mission": mission[:60]})
    if post.country != country:
        raise Refused("C119", facts={"mission": mission, "country": country[:2]})
    return post


def _check_note(step: str, number: str, day: date, text: str, today: date) -> None:
    """A note has its number and a date that has come; a refusal its reason, what is settled its source."""
    if day > today:
        raise Refused("C116", facts={"given": day.isoformat()})
    if step != "settle" and not number.strip():
        raise Refused("C115")
    if step in ("refuse", "withdraw") and not text.strip():
        raise Refused("C121")
    if step == "settle" and not text.strip():
        raise Refused("C117")


def _row(value: ElectionValue, country: str, premises: str) -> HostConsent:
    """The host's row, or a new one as the host's rule opens it. The election is locked: one is made once."""
    place = fold(premises)[:300]
    row = HostConsent.objects.filter(election=value.code, country=country, place=place).first()
    if row is None:
        rule = host_rules(value.jurisdiction).get(country)
        state = opening_state(rule.rule if rule else None, outside=bool(premises))
        row = HostConsent(election_id=value.code, country=country, premises=premises, place=place, state=state)
    return row


def _fill(row: HostConsent, step: str, day: date, terms: Terms, text: str) -> None:
    """What the step leaves on the row."""
    if step in SENDS:
        row.sent_on, row.answered_on = day, None
    if step in ANSWERS:
        row.answered_on = day
    if step == "grant":
        problems = terms_problems(terms, day)
        if problems:
            raise Refused(problems[0].code, "", problems[0].facts, problems)
        row.stations, row.mission_premises_only = terms.stations, terms.mission_premises_only
        row.valid_until, row.conditions = terms.valid_until, text


def _tell(record: Record, row: HostConsent, step: str, number: str, day: date, digest: str) -> None:
    """The public part: which host, which paper, what follows for stations; never the wording of a host."""
    record.public(country=row.country, premises=row.premises)
    if step == "settle":
        record.public(state=row.state)
        return
    record.public(note_number=number, note_date=day.isoformat(), file=digest)
    if step in SENDS and row.mission:
        record.public(mission=row.mission.code)
    if step == "grant":
        record.public(
            stations=row.stations or "",
            mission_premises_only="yes" if row.mission_premises_only else "no",
            valid_until=row.valid_until.isoformat() if row.valid_until else "",
        )
