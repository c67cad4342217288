"""Rows of complaints as values, and the sealed part that names who complains."""

import base64
import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import date, datetime

from cryptography.fernet import Fernet

from legation.coordination.models import Complaint, ComplaintStage
from legation.integrity import keys
from legation_core.correspondence.complaints import Channel, Outcome, State


@dataclass(frozen=True, slots=True)
class Party:
    """Who complains. Never in a record, a mail or a file of everyone's."""

    name: str
    address: str
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """What the complainant writes: the fields that the lawbook lists, but the name."""

    act: str
    circumstances: str
    article: str = ""
    evidence: str = ""
    relief: str = ""
    attends: bool = False


@dataclass(frozen=True, slots=True)
class StageValue:
    """One instance with a complaint."""

    stage: int
    body: str
    since: datetime
    due: datetime
    zone: str
    at_once: bool
    grounds: str
    hearing_at: datetime | None
    outcome: Outcome | None
    article: str
    text: str
    summary: str
    digest: str
    decided_at: datetime | None
    appeal_until: datetime | None

    def late(self, now: datetime) -> bool:
        return self.decided_at is None and self.due <= now


@dataclass(frozen=True, slots=True)
class ComplaintValue:
    """A complaint as the register shows it, with what only commissions read in `form`."""

    id: int
    election: str
    number: int
    station: str
    district: str
    channel: Channel
    against: str
    happened_on: date
    form: Form
    state: State
    stage: int
    lodged_at: datetime
    stages: tuple[StageValue, ...]

    @property
    def current(self) -> StageValue:
        return self.stages[-1]

    @property
    def is_open(self) -> bool:
        return self.state in (State.LODGED, State.HEARING)


def stage_value(row: ComplaintStage) -> StageValue:
    return StageValue(
        stage=row.stage,
        body=row.body,
        since=row.since,
        due=row.due,
        zone=row.zone,
        at_once=row.at_once,
        grounds=row.grounds,
        hearing_at=row.hearing_at,
        outcome=Outcome(row.outcome) if row.outcome else None,
        article=row.article,
        text=row.text,
        summary=row.summary,
        digest=row.digest,
        decided_at=row.decided_at,
        appeal_until=row.appeal_until,
    )


def complaint_value(row: Complaint, stages: tuple[StageValue, ...]) -> ComplaintValue:
    station = row.station
    return ComplaintValue(
        id=row.pk,
        election=row.election_id,
        number=row.number,
        station=station.code if station else "",
        district=station.district.number if station and station.district else "",
        channel=Channel(row.channel),
        against=row.against,
        happened_on=row.happened_on,
        form=Form(row.act, row.circumstances, row.article, row.evidence, row.relief, row.attends),
        state=State(row.state),
        stage=row.stage,
        lodged_at=row.lodged_at,
        stages=stages,
    )


def sealed(party: Party) -> str:
    """The party as only this installation opens it."""
    return _box().encrypt(json.dumps([party.name, party.address, party.contact]).encode()).decode()


def opened(box: str) -> Party:
    return Party(*json.loads(_box().decrypt(box.encode())))


def _box() -> Fernet:
    """A key of its own, drawn from the secret of the installation, which lies outside the database."""
    key = hmac.new(keys.secret("factors"), b"legation complaints", hashlib.sha256).digest()
    return Fernet(base64.urlsafe_b64encode(key))
