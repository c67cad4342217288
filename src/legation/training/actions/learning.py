"""Tests of modules and certificates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from legation.base import entropy
from legation.base.actors import Actor, OutOfScope, Permission, require
from legation.integrity.actions import act
from legation.plan.convert import ElectionValue
from legation.plan.models import Election
from legation.training.actions.shared import about, locked, may_plan
from legation.training.convert.certificates import holder_digest
from legation.training.models import (
    Attendance,
    Certificate,
    Module,
    ModuleQuestion,
    ModuleResult,
    Participant,
    Seminar,
)
from legation.training.permissions import scopes_of
from legation.training.queries.learning import passed_by_module
from legation_core.problems import Refused
from legation_core.training.grading import Grade, Question, check_earned, check_question, grade
from legation_core.training.states import State, next_state


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is entered: texts by language, choices with the places of the right ones, feedback."""

    texts: Mapping[str, str]
    choices: Sequence[Mapping[str, str]]
    right: frozenset[int]
    feedback: Mapping[str, str]


def set_test(*, election: str, code: str, module: str, questions: Sequence[Asked], by: Actor, at: datetime) -> None:
    """Set the test of a module anew. Results so far stay, and count by what was asked then."""
    with act("seminar_changed", by=by, at=at) as record:
        value, row = locked(by, election, code)
        may_plan(by, value)
        next_state(State(row.state), "agenda")
        held = _module(row, module)
        for one in questions:
            check_question(Question(len(one.choices), one.right))
        ModuleQuestion.objects.filter(module=held).delete()
        for order, one in enumerate(questions, 1):
            ModuleQuestion.objects.create(
                module=held, order=order, texts=dict(one.texts), choices=[dict(each) for each in one.choices],
                right=sorted(one.right), feedback=dict(one.feedback),
            )  # fmt: skip
        about(record, value, row)
        record.public(seminar=row.code, part="test")
        record.private(module=module, questions=len(questions))


def take_test(
    *,
    election: str,
    code: str,
    participant: str,
    module: str,
    given: Sequence[frozenset[int]],
    by: Actor,
    at: datetime,
) -> Grade:
    """Answer the test of a module. It may be taken again; the best counts."""
    with act("seminar_tested", by=by, at=at) as record:
        value, row = locked(by, election, code)
        person = _participant(by, value, row, participant)
        next_state(State(row.state), "hold")
        held = _module(row, module)
        questions = ModuleQuestion.objects.filter(module=held).order_by("order")
        asked = [Question(len(one.choices), frozenset(one.right)) for one in questions]
        if not asked:
            raise OutOfScope(module)
        found = grade(asked, given, row.share)
        ModuleResult.objects.create(
            participant=person, module=held, given=[sorted(one) for one in given], right=found.right, of=found.of,
            passed=found.passed, at=at,
        )  # fmt: skip
        about(record, value, row)
        record.public(seminar=row.code, right=found.right, asked=found.of)
        record.private(participant=participant, module=module)
    return found


def issue_certificate(*, election: str, code: str, participant: str, by: Actor, at: datetime) -> str:
    """Issue the certificate to whoever took part long enough and passed every test. Gives its code."""
    with act("seminar_certificate_issued", by=by, at=at) as record:
        value, row = locked(by, election, code)
        person = _participant(by, value, row, participant)
        next_state(State(row.state), "hold")
        Election.objects.select_for_update().get(pk=election)
        before = Certificate.objects.filter(participant=person).first()
        if before is not None:
            raise Refused("S126", facts={"number": before.number})
        present = Attendance.objects.filter(participant=person, enough=True).exists()
        check_earned(present=present, passed=passed_by_module(row.pk, person.pk))
        last = Certificate.objects.filter(election=election).order_by("-number").first()
        secret = entropy.code(20)
        found = Certificate.objects.create(
            election_id=election, participant=person, number=last.number + 1 if last else 1, code=secret,
            holder=holder_digest(secret, person.name), at=at,
        )  # fmt: skip
        about(record, value, row)
        record.public(seminar=row.code, number=found.number)
        record.private(participant=participant, certificate=secret)
    return secret


def _module(row: Seminar, code: str) -> Module:
    found = Module.objects.filter(seminar=row, code=code).first()
    if found is None:
        raise OutOfScope(code)
    return found


def _participant(by: Actor, value: ElectionValue, row: Seminar, code: str) -> Participant:
    """Somebody who comes in a seat of the actor's own place. Unknown: out of scope."""
    rows = Participant.objects.select_for_update().select_related("seat")
    found = rows.filter(seat__seminar=row, code=code, withdrawn_at=None).first()
    if found is None:
        raise OutOfScope(code)
    held = found.seat
    require(by, Permission.SEMINAR_ANSWER, scopes_of(value.jurisdiction, value.code, held.kind, held.of))
    return found
