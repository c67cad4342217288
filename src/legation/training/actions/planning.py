"""Planning a seminar: aims and audience, agenda, speakers, sessions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from legation.base import entropy, files
from legation.base.actors import Actor, OutOfScope
from legation.integrity.actions import act
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.training.actions.shared import about, locked, may_plan, step
from legation.training.convert import seminar_value
from legation.training.models import Module, Seat, Seminar, SeminarSession, Speaker
from legation_core.problems import Refused
from legation_core.training.audience import Rule
from legation_core.training.hours import MOST_DAYS, Wish, check
from legation_core.training.states import State, next_state

File = tuple[bytes, str]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a seminar is planned with."""

    names: Mapping[str, str]
    aims: Mapping[str, str]
    languages: Sequence[str]
    days: Sequence[date]
    length: int
    opens: int
    closes: int
    rule: Rule
    share: int = 80
    source: str = ""
    basis: str = ""


def plan_seminar(*, election: str, facts: Facts, by: Actor, at: datetime) -> str:
    """Plan a seminar. Gives its code."""
    with act("seminar_planned", by=by, at=at) as record:
        value = plan.election_for(by, election)
        may_plan(by, value)
        row = Seminar(
            jurisdiction_id=value.jurisdiction, election_id=election, code=entropy.code(10), state=State.PLANNED,
            planned_at=at,
        )  # fmt: skip
        _fill(row, facts, value)
        row.save()
        about(record, value, row)
        record.public(seminar=row.code, minutes=row.length)
    return row.code


def change_seminar(*, election: str, code: str, facts: Facts, by: Actor, at: datetime) -> None:
    """Change what a seminar is planned with, until its invitations are out."""
    with act("seminar_changed", by=by, at=at) as record:
        value, row = locked(by, election, code)
        may_plan(by, value)
        step(row, "change")
        _fill(row, facts, value)
        row.save()
        about(record, value, row)
        record.public(seminar=row.code, part="aims")


def _fill(row: Seminar, facts: Facts, value: ElectionValue) -> None:
    wish = Wish(tuple(sorted(set(facts.days))), value.home_zone, facts.length, facts.opens, facts.closes)
    check(wish)
    row.names, row.aims = _texts(facts.names), {key: text.strip() for key, text in facts.aims.items()}
    row.languages, row.days = list(facts.languages), [day.isoformat() for day in wish.days]
    row.length, row.opens, row.closes, row.share = facts.length, facts.opens, facts.closes, facts.share
    row.missions, row.chairs, row.units = facts.rule.missions, facts.rule.chairs, list(facts.rule.units)
    row.source, row.basis = facts.source, facts.basis


def _texts(given: Mapping[str, str]) -> dict[str, str]:
    """Texts by language, each written."""
    found = {language: text.strip() for language, text in given.items()}
    if not found or not all(found.values()):
        raise Refused("S117")
    return found


def add_module(
    *,
    election: str,
    code: str,
    names: Mapping[str, str],
    minutes: int,
    text: str = "",
    file: File | None = None,
    basis: str = "",
    by: Actor,
    at: datetime,
) -> str:
    """Add a module at the end of the agenda, with its material. Gives its code."""
    with act("seminar_changed", by=by, at=at) as record:
        value, row = locked(by, election, code)
        may_plan(by, value)
        next_state(State(row.state), "agenda")
        kept = files.keep(*file) if file else ""
        found = Module.objects.create(
            seminar=row, code=entropy.code(10), order=_last(Module, row) + 1, names=_texts(names), minutes=minutes,
            text=text.strip(), file=kept, file_name=file[1][-120:] if file else "", basis=basis,
        )  # fmt: skip
        about(record, value, row)
        record.public(seminar=row.code, part="module")
        record.private(added=found.code, file=kept)
    return found.code


def remove_module(*, election: str, code: str, module: str, by: Actor, at: datetime) -> None:
    """Take a module out of the agenda, until the invitations are out."""
    with act("seminar_changed", by=by, at=at) as record:
        value, row = locked(by, election, code)
        may_plan(by, value)
        step(row, "change")
        _remove(Module, row, module)
        about(record, value, row)
        record.public(seminar=row.code, part="module")
        record.private(removed=module)


def add_speaker(
    *,
    election: str,
    code: str,
    name: str,
    function: str,
    body: str,
    zone: str = "",
    any_hour: bool = False,
    stands_in_for: str = "",
    source: str = "",
    basis: str = "",
    by: Actor,
    at: datetime,
) -> str:
    """Name somebody who speaks in every session, or who stands in for one of them. Gives the speaker's code."""
    with act("seminar_changed", by=by, at=at) as record:
        value, row = locked(by, election, code)
        may_plan(by, value)
        next_state(State(row.state), "agenda")
        principal = Speaker.objects.filter(seminar=row, code=stands_in_for).first() if stands_in_for else None
        if stands_in_for and principal is None:
            raise OutOfScope(stands_in_for)
        found = Speaker.objects.create(
            seminar=row, code=entropy.code(10), order=_last(Speaker, row) + 1, name=name.strip(),
            function=function.strip(), body=body, zone=zone or value.home_zone, any_hour=any_hour,
            stands_in_for=principal, source=source, basis=basis,
        )  # fmt: skip
        about(record, value, row)
        record.public(seminar=row.code, part="speaker")
        record.private(added=found.code)
    return found.code


def remove_speaker(*, election: str, code: str, speaker: str, by: Actor, at: datetime) -> None:
    """Take a speaker off, with those who stand in for them, until the invitations are out."""
    with act("seminar_changed", by=by, at=at) as record:
        value, row = locked(by, election, code)
        may_plan(by, value)
        step(row, "change")
        Speaker.objects.filter(seminar=row, stands_in_for__code=speaker).delete()
        _remove(Speaker, row, speaker)
        about(record, value, row)
        record.public(seminar=row.code, part="speaker")
        record.private(removed=speaker)


def _last(model: type[Module] | type[Speaker], row: Seminar) -> int:
    last = model.objects.filter(seminar=row).order_by("-order").first()
    return last.order if last else 0


def _remove(model: type[Module] | type[Speaker], row: Seminar, code: str) -> None:
    gone, _kinds = model.objects.filter(seminar=row, code=code).delete()
    if not gone:
        raise OutOfScope(code)


def set_sessions(
    *, election: str, code: str, starts: Sequence[datetime], basis: str = "", by: Actor, at: datetime
) -> None:
    """Set the sessions of a seminar anew, each of its length, until the invitations are out."""
    with act("seminar_sessions_set", by=by, at=at) as record:
        value, row = locked(by, election, code)
        may_plan(by, value)
        step(row, "change")
        wanted = sorted(set(starts))
        if not 0 < len(wanted) <= MOST_DAYS:
            raise Refused("S111")
        SeminarSession.objects.filter(seminar=row).delete()
        length = timedelta(minutes=seminar_value(row).length)
        for number, start in enumerate(wanted, 1):
            SeminarSession.objects.create(
                seminar=row, number=number, starts_at=start, ends_at=start + length, room=entropy.code(20), basis=basis
            )
        about(record, value, row)
        record.public(seminar=row.code, sessions=len(wanted), first=f"{wanted[0]:%Y-%m-%dT%H:%MZ}")


def cancel_seminar(*, election: str, code: str, by: Actor, at: datetime) -> None:
    """Cancel a seminar that was not held. Its invitations say so from then on."""
    with act("seminar_cancelled", by=by, at=at) as record:
        value, row = locked(by, election, code)
        may_plan(by, value)
        step(row, "cancel")
        row.save(update_fields=["state"])
        about(record, value, row)
        record.public(seminar=row.code)
        record.private(seats=Seat.objects.filter(seminar=row).count())
