"""Reads of tests, results and certificates, and of who of each station was trained."""

from dataclasses import dataclass
from datetime import datetime

from legation.base.actors import OutOfScope
from legation.plan.convert import ElectionValue
from legation.stations import queries as stations
from legation.stations.convert import StationValue
from legation.training.convert import (
    ModuleValue,
    ParticipantValue,
    SeminarValue,
    participant_value,
    seminar_value,
)
from legation.training.models import Attendance, Certificate, ModuleQuestion, ModuleResult, Participant
from legation_core.training.audience import FUNCTIONS, uncovered
from legation_core.values import Text


@dataclass(frozen=True, slots=True)
class QuestionOfTest:
    texts: Text
    choices: tuple[Text, ...]
    right: frozenset[int]
    feedback: Text


@dataclass(frozen=True, slots=True)
class CertificateValue:
    number: int
    code: str
    holder: str
    at: datetime
    participant: ParticipantValue
    seminar: SeminarValue
    seat_kind: str
    seat_of: str


@dataclass(frozen=True, slots=True)
class Covered:
    """A station with the functions of its commission: trained, coming, or nobody."""

    station: StationValue
    functions: tuple[tuple[str, str], ...]

    @property
    def missing(self) -> int:
        return sum(state != "trained" for _function, state in self.functions)


def test_of(module: ModuleValue) -> tuple[QuestionOfTest, ...]:
    """The questions of a module's test, in order; none where it has no test."""
    rows = ModuleQuestion.objects.filter(module=module.id).order_by("order")
    return tuple(
        QuestionOfTest(
            Text(row.texts), tuple(Text(one) for one in row.choices), frozenset(row.right), Text(row.feedback)
        )
        for row in rows
    )


def tested_modules(seminar: SeminarValue) -> frozenset[str]:
    """Codes of the modules that have a test."""
    rows = ModuleQuestion.objects.filter(module__seminar=seminar.id).values_list("module__code", flat=True)
    return frozenset(rows)


def passed_by_module(seminar: int, participant: int) -> dict[str, bool]:
    """Of every module with a test, by its English name, whether the participant passed it."""
    tested = ModuleQuestion.objects.filter(module__seminar=seminar).order_by("module__order")
    passed = set(ModuleResult.objects.filter(participant=participant, passed=True).values_list("module", flat=True))
    return {names["en"] if "en" in names else next(iter(names.values())): pk in passed
            for pk, names in dict(tested.values_list("module", "module__names")).items()}  # fmt: skip


def results(seminar: SeminarValue) -> dict[tuple[int, str], tuple[int, int, bool]]:
    """The best try of each participant at each module: right, asked, passed. One query."""
    found: dict[tuple[int, str], tuple[int, int, bool]] = {}
    rows = ModuleResult.objects.filter(module__seminar=seminar.id).order_by("passed", "right", "pk")
    for participant, module, right, of, passed in rows.values_list(
        "participant", "module__code", "right", "of", "passed"
    ):
        found[participant, module] = (right, of, passed)
    return found


def certificates(seminar: SeminarValue) -> dict[int, CertificateValue]:
    """The certificates of a seminar by participant."""
    rows = Certificate.objects.filter(participant__seat__seminar=seminar.id)
    return {row.participant_id: _certificate(row) for row in rows.select_related("participant__seat__seminar")}


def certificate(code: str) -> CertificateValue:
    """A certificate by what stands on the paper. Unknown: out of scope."""
    row = Certificate.objects.filter(code=code).select_related("participant__seat__seminar").first()
    if row is None:
        raise OutOfScope(code)
    return _certificate(row)


def _certificate(row: Certificate) -> CertificateValue:
    seat = row.participant.seat
    return CertificateValue(
        row.number, row.code, row.holder, row.at, participant_value(row.participant), seminar_value(seat.seminar),
        seat.kind, seat.of,
    )  # fmt: skip


def coverage(election: ElectionValue) -> tuple[Covered, ...]:
    """Of every station, which functions of its commission somebody trained holds: four queries however many."""
    found = stations.stations(election)
    people = Participant.objects.filter(seat__seminar__election=election.code, withdrawn_at=None).exclude(function="")
    rows = list(people.values_list("pk", "station", "function"))
    there = set(Attendance.objects.filter(enough=True, participant__in=people).values_list("participant", flat=True))
    trained = {(station, function) for pk, station, function in rows if pk in there}
    coming = {(station, function) for pk, station, function in rows} - trained
    missing = uncovered([one.code for one in found], trained)

    def state(code: str, function: str) -> str:
        if function not in missing[code]:
            return "trained"
        return "coming" if (code, function) in coming else "nobody"

    return tuple(Covered(one, tuple((each, state(one.code, each)) for each in FUNCTIONS)) for one in found)
