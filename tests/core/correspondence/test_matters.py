"""Matters: each step by each kind of person, the due instant, the parts of an agenda; a table of described cases."""

from datetime import UTC, date, datetime, timedelta

import pytest

from legation_core.correspondence import matters
from legation_core.correspondence.matters import Matter, Point, State
from legation_core.problems import Refused
from legation_core.values import PersonCode

ANA, BEN, CORA = PersonCode("ana"), PersonCode("ben"), PersonCode("cora")
AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
BOTH = {"central_commission": ANA, "ministry": BEN}
TAKEN = Matter(State.TAKEN, BOTH, options=2)
DECIDED = Matter(State.DECIDED, BOTH, options=2, effects=1)


def refusal(do, *given, **named) -> str:
    with pytest.raises(Refused) as refused:
        do(*given, **named)
    return refused.value.code


TAKING = {
    "the first owner": (Matter(State.RAISED, {}), BEN, "ministry", State.RAISED),
    "the second institution": (Matter(State.RAISED, {"ministry": BEN}), ANA, "central_commission", State.TAKEN),
    "a colleague takes over": (TAKEN, CORA, "ministry", State.TAKEN),
    "the owner again": (TAKEN, BEN, "ministry", "M104"),
    "a mission": (TAKEN, CORA, "", "M102"),
    "what is closed": (Matter(State.CLOSED, BOTH), CORA, "ministry", "M101"),
}


@pytest.mark.parametrize("case", TAKING.values(), ids=TAKING)
def test_taking_a_matter(case) -> None:
    matter, by, institution, wanted = case
    if isinstance(wanted, State):
        assert matters.taken_by(matter, by=by, institution=institution) is wanted
    else:
        assert refusal(matters.taken_by, matter, by=by, institution=institution) == wanted


DECIDING = {
    "an owner, an option": (TAKEN, 2, BEN, "ministry", State.DECIDED),
    "no such option": (TAKEN, 3, BEN, "ministry", "M105"),
    "none at all": (TAKEN, 0, ANA, "central_commission", "M105"),
    "no owner": (TAKEN, 1, CORA, "ministry", "M103"),
    "one institution has no owner": (Matter(State.RAISED, {"ministry": BEN}, 1), 1, BEN, "ministry", "M101"),
    "decided already": (DECIDED, 1, BEN, "ministry", "M101"),
}


@pytest.mark.parametrize("case", DECIDING.values(), ids=DECIDING)
def test_deciding(case) -> None:
    matter, option, by, institution, wanted = case
    if isinstance(wanted, State):
        assert matters.decided(matter, option, by=by, institution=institution) is wanted
    else:
        assert refusal(matters.decided, matter, option, by=by, institution=institution) == wanted


def test_closing_says_what_changed() -> None:
    nothing = Matter(State.DECIDED, BOTH, 1)
    by = {"by": BEN, "institution": "ministry"}
    assert matters.closed(DECIDED, "", **by) is State.CLOSED
    assert matters.closed(nothing, "The host gave in.", **by) is State.CLOSED
    assert refusal(matters.closed, nothing, " ", **by) == "M106"
    assert refusal(matters.closed, TAKEN, "words", **by) == "M101"


def test_reopening_needs_a_reason_and_keeps_the_owners() -> None:
    by = {"by": ANA, "institution": "central_commission"}
    assert matters.reopened(Matter(State.CLOSED, BOTH), "the hall burnt", **by) is State.TAKEN
    assert matters.reopened(Matter(State.CLOSED, {"ministry": BEN}), "again", **by) is State.RAISED
    assert refusal(matters.reopened, Matter(State.CLOSED, BOTH), " ", **by) == "M107"


def test_a_remark_is_for_everyone_and_the_steps_of_institutions_are_not() -> None:
    matters.check(TAKEN, "remark", by=CORA, institution="")
    assert {refusal(matters.check, TAKEN, step, by=CORA, institution="") for step in ("offer", "date", "decide")} == {
        "M102"
    }


DUE = {
    "weeks before": (date(2024, 1, 23), timedelta(hours=48)),
    "eight days before": (date(2024, 1, 30), timedelta(hours=48)),
    "a week before": (date(2024, 1, 31), timedelta(hours=24)),
    "the eve": (date(2024, 2, 6), timedelta(hours=24)),
    "the day": (date(2024, 2, 7), timedelta(hours=2)),
    "the day after, while Los Angeles votes": (date(2024, 2, 8), timedelta(hours=2)),
    "later": (date(2024, 2, 9), timedelta(hours=48)),
}


@pytest.mark.parametrize("case", DUE.values(), ids=DUE)
def test_the_time_for_a_matter_tightens(case) -> None:
    day, wanted = case
    assert matters.due_for(AT, day, date(2024, 2, 7)) == AT + wanted


def test_a_date_that_passed_is_refused() -> None:
    matters.check_due(AT + timedelta(minutes=1), AT)
    assert refusal(matters.check_due, AT, AT) == "M108"


def point(code: str, state: State = State.TAKEN, hours: int = 100, owners=("central_commission", "ministry")) -> Point:
    return Point(code, state, AT + timedelta(hours=hours), AT - timedelta(hours=30), frozenset(owners))


def test_the_agenda_puts_each_matter_in_one_part_and_the_late_in_front() -> None:
    points = [
        point("later"), point("closed", State.CLOSED), point("late", hours=-1), point("today", hours=3),
        point("alone", State.RAISED, owners=("ministry",)), point("done", State.DECIDED, hours=-5),
        point("later-2", hours=50),
    ]  # fmt: skip
    since, until = AT - timedelta(hours=24), AT + timedelta(hours=24)
    assert matters.agenda(points, at=AT, since=since, until=until) == (
        ("overdue", ("late",)),
        ("no_owner", ("alone",)),
        ("due", ("today",)),
        ("to_change", ("done",)),
        ("later", ("later-2", "later")),
    )
    assert [part for part, _codes in matters.agenda(points, at=AT, since=None, until=until)][-1] == "to_change"


def test_before_the_first_meeting_everything_is_new() -> None:
    assert matters.agenda([point("one")], at=AT, since=None, until=AT) == (("new", ("one",)),)


def test_institutions() -> None:
    assert [matters.institution_of(one) for one in ({"ministry"}, {"central_commission"}, {"auditor"}, set())] == [
        "ministry", "central_commission", "", "",
    ]  # fmt: skip
    assert matters.other("ministry") == "central_commission"
    assert matters.other("central_commission") == "ministry"
