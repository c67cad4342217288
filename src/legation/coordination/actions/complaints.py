"""Lodging, hearing, deciding, appealing and withdrawing complaints."""

from datetime import date, datetime, timedelta

from legation.base.actors import Actor, OutOfScope, Permission, require
from legation.coordination.convert.complaints import ComplaintValue, Form, Party, sealed
from legation.coordination.convert.matters import digest_of
from legation.coordination.models import Complaint, ComplaintParty, ComplaintStage
from legation.coordination.permissions.complaints import scopes_of, sits_on
from legation.coordination.queries import complaints as queries
from legation.integrity.actions import act
from legation.integrity.record import Record
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.plan.models import Election
from legation.stations import queries as stations
from legation.stations.models import Station
from legation_core.correspondence import complaints as core
from legation_core.correspondence.complaints import Channel, Outcome, State
from legation_core.problems import Refused


def lodge_complaint(
    *,
    election: str,
    station: str,
    channel: Channel,
    against: str,
    happened_on: date,
    party: Party,
    form: Form,
    by: Actor,
    at: datetime,
) -> int:
    """Enter a complaint in the register; it goes to the instance above the body complained of. Its number."""
    with act("complaint_lodged", by=by, at=at) as record:
        value = plan.election_for(by, election)
        row, district = _station_of(value, station)
        require(by, Permission.COMPLAINT_LODGE, scopes_of(value.jurisdiction, election, district, station))
        if not all(text.strip() for text in (party.name, party.address, form.act, form.circumstances)):
            raise Refused("K103")
        if channel is Channel.ONLINE and by.role == "anyone":
            lately = Complaint.objects.filter(election=election, channel=channel, lodged_at__gt=at - timedelta(hours=1))
            core.check_online(lately.count())
        bodies = [one.body or "" for one in queries.instances(value)]
        place = core.first_instance(against, bodies)
        Election.objects.select_for_update().get(pk=election)
        number = Complaint.objects.filter(election=election).count() + 1
        complaint = Complaint.objects.create(
            jurisdiction_id=value.jurisdiction, election_id=election, number=number, station=row, channel=channel,
            against=against, happened_on=happened_on, act=form.act.strip(), circumstances=form.circumstances.strip(),
            article=form.article.strip(), evidence=form.evidence.strip(), relief=form.relief.strip(),
            attends=form.attends, stage=place, lodged_at=at,
        )  # fmt: skip
        ComplaintParty.objects.create(complaint=complaint, box=sealed(party))
        due = _stage(value, complaint, place, bodies[place], at)
        _about(record, value, number)
        record.public(complaint=number, station=station, against=against, channel=str(channel), due=due)
        record.private(digest=digest_of([form.act, form.circumstances, form.evidence, form.relief]))
    return number


def set_hearing(*, election: str, complaint: int, hearing: datetime, by: Actor, at: datetime) -> None:
    """Set the hearing of a complaint."""
    with act("complaint_hearing_set", by=by, at=at) as record:
        value, row, stage = _before_me(by, election, complaint)
        row.state = core.heard(State(row.state), hearing, at)
        stage.hearing_at = hearing
        row.save(update_fields=["state"])
        stage.save(update_fields=["hearing_at"])
        _about(record, value, complaint)
        record.public(complaint=complaint, hearing=f"{hearing:%Y-%m-%dT%H:%MZ}")


def decide_complaint(
    *,
    election: str,
    complaint: int,
    outcome: Outcome,
    article: str,
    text: str,
    summary: str,
    by: Actor,
    at: datetime,
) -> None:
    """Decide a complaint in writing, with the article; `summary` is what everyone reads, and names nobody."""
    with act("complaint_decided", by=by, at=at) as record:
        value, row, stage = _before_me(by, election, complaint)
        row.state = core.decided(State(row.state), article=article, text=text, summary=summary)
        stage.outcome, stage.article, stage.text, stage.summary = (
            outcome,
            article.strip(),
            text.strip(),
            summary.strip(),
        )
        stage.digest, stage.decided_at = digest_of([outcome, stage.article, stage.text, stage.summary]), at
        stage.appeal_until = core.appeal_until(at, stage.zone, _days(value))
        row.save(update_fields=["state"])
        stage.save()
        _about(record, value, complaint)
        record.public(
            complaint=complaint, instance=stage.body, result=str(outcome), article=stage.article,
            summary=stage.summary, digest=stage.digest,
        )  # fmt: skip


def appeal(*, election: str, complaint: int, grounds: str, by: Actor, at: datetime) -> None:
    """Enter the appeal of whoever complained: it goes to the next instance."""
    with act("complaint_appealed", by=by, at=at) as record:
        value, row, one = _locked(by, election, complaint)
        _lodges(by, value, one)
        bodies = [item.body or "" for item in queries.instances(value)]
        row.stage = core.appealed(State(row.state), row.stage, bodies, grounds)
        row.state = State.LODGED
        row.save(update_fields=["state", "stage"])
        due = _stage(value, row, row.stage, bodies[row.stage], at, grounds.strip())
        _about(record, value, complaint)
        record.public(complaint=complaint, instance=bodies[row.stage], due=due)
        record.private(digest=digest_of(grounds.strip()))


def withdraw_complaint(*, election: str, complaint: int, by: Actor, at: datetime) -> None:
    """Enter that whoever complained took it back."""
    with act("complaint_withdrawn", by=by, at=at) as record:
        value, row, one = _locked(by, election, complaint)
        _lodges(by, value, one)
        core.check(State(row.state), "withdraw")
        row.state = State.WITHDRAWN
        row.save(update_fields=["state"])
        _about(record, value, complaint)
        record.public(complaint=complaint)


def _station_of(value: ElectionValue, code: str) -> tuple[Station | None, str]:
    if not code:
        return None, ""
    row = Station.objects.filter(election=value.code, code=code).select_related("district").first()
    if row is None:
        raise Refused("K104", facts={"station": code[:40]})
    return row, row.district.number if row.district else ""


def _days(value: ElectionValue) -> int:
    found = value.rules.limits.get("complaint_days")
    return found.value if found else 3


def _stage(value: ElectionValue, row: Complaint, place: int, body: str, at: datetime, grounds: str = "") -> str:
    """The complaint before an instance, with its clock; the instant until which it is decided."""
    setting = value.rules.settings.get("complaint_clock")
    zone = stations.station(value, row.station.code).zone if row.station else ""
    zone = core.governing_zone(setting.key if setting else "home", zone, value.home_zone)
    days = {value.election_day + timedelta(days=hours.day) for hours in value.rules.hours}
    due = core.due(at, zone, _days(value), days)
    ComplaintStage.objects.create(
        complaint=row, stage=place, body=body, since=at, due=due.at, zone=zone, at_once=due.at_once, grounds=grounds
    )
    return f"{due.at.astimezone(at.tzinfo):%Y-%m-%dT%H:%MZ}"


def _locked(by: Actor, election: str, number: int) -> tuple[ElectionValue, Complaint, ComplaintValue]:
    """The election and the complaint, locked until the act ends, for whoever reads it. Unknown: out of scope."""
    value = plan.election_for(by, election)
    row = Complaint.objects.select_for_update(of=("self",)).filter(election=election, number=number).first()
    if row is None:
        raise OutOfScope(number)
    one = queries.complaint(value, number)
    if not queries.reads_whole(by, value, one):
        raise OutOfScope(number)
    return value, row, one


def _lodges(by: Actor, value: ElectionValue, one: ComplaintValue) -> None:
    require(by, Permission.COMPLAINT_LODGE, scopes_of(value.jurisdiction, value.code, one.district, one.station))


def _before_me(by: Actor, election: str, number: int) -> tuple[ElectionValue, Complaint, ComplaintStage]:
    """The complaint and its stage, for whoever sits on the instance that has it (K102)."""
    value, row, one = _locked(by, election, number)
    require(by, Permission.COMPLAINT_DECIDE, scopes_of(value.jurisdiction, election, one.district, one.station))
    if not sits_on(by, value.rules, one.current.body):
        raise Refused("K102", facts={"body": one.current.body})
    return value, row, ComplaintStage.objects.select_for_update().get(complaint=row, stage=row.stage)


def _about(record: Record, value: ElectionValue, number: int) -> None:
    record.about(
        jurisdiction=value.jurisdiction,
        election=value.code,
        lawbook=value.book.digest,
        subject=f"complaint:{number}",
        body=record.by.body,
    )
