"""Reads of duty: the rota with what is wrong with it, the log, hand-overs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language

from legation.accounts.convert.joint import JointValue
from legation.accounts.queries import joint
from legation.base.actors import Actor, OutOfScope
from legation.base.wording.codes import Coded
from legation.base.wording.instants import Clock, span_told
from legation.headquarters.convert.duty import (
    EntryValue,
    HandOverValue,
    ShiftValue,
    entry_value,
    hand_over_value,
    shift_value,
)
from legation.headquarters.models import Entry, HandOver, Shift
from legation.headquarters.permissions import institutions, sees_contacts
from legation.headquarters.records.words import function_in_words
from legation.plan.convert import ElectionValue
from legation.stations import queries as stations
from legation.stations.convert import StationValue
from legation_core.duty import rota
from legation_core.duty.rota import Finding, Span


@dataclass(frozen=True, slots=True)
class Rota:
    """The rotas of both institutions. `span` are the hours to be filled; none while no station has hours."""

    shifts: tuple[ShiftValue, ...]
    span: Span | None
    findings: tuple[Finding, ...]

    def of(self, body: str) -> tuple[ShiftValue, ...]:
        return tuple(one for one in self.shifts if one.body == body)

    def on_duty(self, body: str, at: datetime) -> tuple[ShiftValue, ...]:
        return tuple(one for one in self.of(body) if one.core.at(at))

    def next_one(self, body: str, at: datetime) -> ShiftValue | None:
        """The shift that begins next."""
        return next((one for one in self.of(body) if one.starts > at), None)

    def by_code(self, code: str) -> ShiftValue:
        found = next((one for one in self.shifts if one.code == code), None)
        if found is None:
            raise OutOfScope(code)
        return found

    def relief(self, leaving: ShiftValue) -> tuple[ShiftValue, ...]:
        """Who is there when a shift ends."""
        codes = {one.code for one in rota.relief([one.core for one in self.shifts], leaving.core)}
        return tuple(one for one in self.shifts if one.code in codes)


def to_fill(found: Sequence[StationValue]) -> Span | None:
    """From the first opening on earth to the last closing: the hours in which headquarters are never empty."""
    windows = [window for one in found for window in one.windows]
    if not windows:
        return None
    return Span(min(window.opens for window in windows), max(window.closes for window in windows))


def rotas(actor: Actor, election: ElectionValue) -> Rota:
    """The rotas of both institutions in the order of time, and what is wrong with them."""
    rows = Shift.objects.filter(election=election.code, removed_at__isnull=True).select_related("member")
    handed = set(HandOver.objects.filter(shift__election=election.code).values_list("shift_id", flat=True))
    contacts = sees_contacts(actor)
    found = tuple(
        shift_value(row, handed=row.pk in handed, contacts=contacts) for row in rows.order_by("starts", "body", "pk")
    )
    span = to_fill(stations.stations(election))
    with_a_rota = [body for body in institutions(election.rules) if any(one.body == body for one in found)]
    return Rota(found, span, rota.findings([one.core for one in found], span, with_a_rota))


def entries(election: ElectionValue, body: str = "") -> tuple[EntryValue, ...]:
    """The log of one headquarters or of both, the newest first. One query."""
    rows = Entry.objects.filter(election=election.code).select_related("mission")
    if body:
        rows = rows.filter(body=body)
    return tuple(entry_value(row) for row in rows.order_by("-happened_at", "-pk"))


def entry(election: ElectionValue, code: str) -> EntryValue:
    """One entry. Unknown: out of scope."""
    row = Entry.objects.filter(election=election.code, code=code).select_related("mission").first()
    if row is None:
        raise OutOfScope(code)
    return entry_value(row)


def open_entries(election: ElectionValue, body: str) -> tuple[EntryValue, ...]:
    """What somebody must still follow up, what is due soonest first."""
    found = [one for one in entries(election, body) if one.is_open]
    return tuple(sorted(found, key=lambda one: (one.due is None, one.due or one.happened_at, one.happened_at)))


def hand_overs(election: ElectionValue) -> tuple[HandOverValue, ...]:
    """Every hand-over that two persons signed, the newest first."""
    rows = HandOver.objects.filter(shift__election=election.code).select_related("shift", "incoming")
    return tuple(hand_over_value(row) for row in rows.order_by("-at", "-pk"))


def waiting_hand_over(actor: Actor, election: ElectionValue, shift: str, now: datetime) -> JointValue | None:
    """The hand-over of a shift that who leaves has signed and who comes has not."""
    waiting = joint.waiting_ones(actor, now, election.code)
    return next((one for one in waiting if (one.act, one.subject) == ("hand_over_shift", f"shift:{shift}")), None)


def shift_names(wanted: frozenset[Coded]) -> dict[Coded, str]:
    """Shifts by their hours and function, by the home clock: never by a name."""
    codes = {one.code for one in wanted}
    rows = Shift.objects.filter(code__in=codes).select_related("member", "election__jurisdiction")
    names = {(row.election_id, row.code): _named(row) for row in rows}
    return {one: names[key] for one in wanted if (key := (one.election, one.code)) in names}


def _named(row: Shift) -> str:
    home = Clock(row.election.jurisdiction.home_zone)
    language = get_language() or "en"
    hours = span_told(row.starts, row.ends, home, language=language, year=row.starts.year)
    return f"{function_in_words(row.member.function)}, {hours}"


def entry_row(one: EntryValue) -> dict[str, object]:
    """An entry as a flat row."""
    return {
        "entry": one.code,
        "body": one.body,
        "kind": one.kind,
        "happened_at": f"{one.happened_at:%Y-%m-%dT%H:%M:%SZ}",
        "mission": one.mission,
        "with_whom": one.with_whom,
        "text": one.text,
        "follow_up": "yes" if one.follow_up else "no",
        "due": f"{one.due:%Y-%m-%dT%H:%M:%SZ}" if one.due else "",
        "closed_at": f"{one.closed_at:%Y-%m-%dT%H:%M:%SZ}" if one.closed_at else "",
        "outcome": one.outcome,
    }


def shift_row(one: ShiftValue) -> dict[str, object]:
    """A shift as a flat row; of telephones none."""
    return {
        "shift": one.code,
        "body": one.body,
        "name": one.name,
        "function": one.function,
        "starts": f"{one.starts:%Y-%m-%dT%H:%M:%SZ}",
        "ends": f"{one.ends:%Y-%m-%dT%H:%M:%SZ}",
        "handed_over": "yes" if one.handed else "no",
    }
