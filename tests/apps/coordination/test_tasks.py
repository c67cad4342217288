"""The action plan: approving, every step of a task, who does what, who sees what; each refusal by its code."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from legation.base.actors import OutOfScope
from legation.coordination import actions
from legation.coordination.models import ActionPlan, Task, TaskStep
from legation.coordination.queries import tasks as queries
from legation.coordination.queries.tasks import Asked
from legation.integrity import queries as log
from legation.missions.models import Mission
from legation.plan import queries as plan
from legation_core.problems import Refused
from legation_core.tasks.escalation import Level

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
TABRIZ = "substitutes_named-tabriz"
RECEIVED = "material_received-tabriz"
pytestmark = pytest.mark.django_db


@pytest.fixture
def do(person) -> Callable[..., None]:
    """Do a step: `do("start", "cora", TABRIZ)`."""

    def done(name: str, who: str, code: str, **named: object) -> None:
        getattr(actions, f"{name}_task")(election="az2024", code=code, by=person(who), at=AT, **named)

    return done


def row(code: str) -> Task:
    return Task.objects.get(election="az2024", code=code)


def refusal(action, *given, **named) -> str:
    with pytest.raises(Refused) as refused:
        action(*given, **named)
    return refused.value.code


def test_the_plan_of_2024_stands_in_every_mission() -> None:
    assert Task.objects.filter(mission__isnull=True).count() == 9
    assert Task.objects.filter(mission__isnull=False).count() == 21 * 46
    assert ActionPlan.objects.get().approved_at == datetime(2024, 1, 22, 8, 5, tzinfo=UTC)


def test_approving_again_takes_up_a_new_mission_only(person) -> None:
    given = {"election": "az2024", "by": person("ben"), "at": AT}
    assert refusal(actions.approve_plan, **given) == "C216"
    tabriz = Mission.objects.get(code="tabriz")
    tabriz.pk, tabriz.code = None, "baghdad"
    tabriz.save()
    before = row(TABRIZ).state
    assert actions.approve_plan(**given) == 21
    assert (row("host_told-baghdad").state, row(TABRIZ).state) == ("open", before)


def test_who_approves_the_plan(person) -> None:
    for who in ("ana", "gus"):
        assert refusal(actions.approve_plan, election="az2024", by=person(who), at=AT) == "A001"
    for who in ("cora", "dan"):
        with pytest.raises(OutOfScope):
            actions.approve_plan(election="az2024", by=person(who), at=AT)


def test_from_taking_to_accepting(do) -> None:
    do("take", "cora", RECEIVED)
    do("start", "cora", RECEIVED)
    do("report", "cora", RECEIVED, evidence="Packing list 4")
    waits = row(RECEIVED)
    assert (waits.state, waits.finished, waits.doer, waits.done_on) == ("done", False, "cora", date(2024, 1, 23))
    do("return", "ben", RECEIVED, reason="A seal is missing on the list")
    assert (row(RECEIVED).state, row(RECEIVED).done_at) == ("returned", None)
    do("report", "cora", RECEIVED, evidence="Packing list 5")
    do("accept", "ben", RECEIVED)
    assert (row(RECEIVED).state, row(RECEIVED).finished) == ("accepted", True)
    steps = TaskStep.objects.filter(task=row(RECEIVED)).order_by("pk")
    assert [(one.step, one.person, one.text) for one in steps] == [
        ("take", "cora", ""), ("start", "cora", ""), ("report", "cora", "Packing list 4"),
        ("return", "ben", "A seal is missing on the list"), ("report", "cora", "Packing list 5"), ("accept", "ben", ""),
    ]  # fmt: skip


def test_records_name_the_task_and_no_person(do) -> None:
    do("start", "cora", TABRIZ)
    shown = log.records(jurisdiction="AZ", subject=f"task:{TABRIZ}").records[0]
    assert (shown.kind, shown.body, shown.facts) == ("task_started", "head_of_mission", {"task": TABRIZ})


def test_what_nobody_accepts_is_finished_when_reported(do) -> None:
    do("report", "cora", TABRIZ, evidence="List")
    assert (row(TABRIZ).state, row(TABRIZ).finished) == ("done", True)
    assert refusal(do, "accept", "ben", TABRIZ) == "C212"
    assert refusal(do, "report", "cora", TABRIZ, evidence="List") == "C211"


def test_refusals_of_steps(do) -> None:
    assert refusal(do, "report", "cora", TABRIZ) == "C215"
    assert refusal(do, "accept", "ben", RECEIVED) == "C211"
    assert refusal(do, "take", "ben", TABRIZ) == "C218"
    assert refusal(do, "drop", "ben", TABRIZ, reason=" ") == "C214"
    assert refusal(do, "drop", "cora", TABRIZ, reason="x") == "A001"
    assert refusal(do, "start", "gus", TABRIZ) == "A001"
    assert refusal(do, "start", "cora", "pouch_sent") == "C218"


def test_a_mission_does_not_find_the_task_of_another(do) -> None:
    for code in ("substitutes_named-rome", "no_such"):
        with pytest.raises(OutOfScope):
            do("start", "cora", code)
    with pytest.raises(OutOfScope):
        do("start", "fara", TABRIZ)


def test_headquarters_accept_what_another_person_reported(do) -> None:
    do("report", "ben", RECEIVED, evidence="By telephone")
    assert refusal(do, "accept", "ben", RECEIVED) == "C213"
    assert refusal(do, "accept", "ana", RECEIVED) == "C218"


def test_a_task_is_given_to_a_person_who_can_do_it(do) -> None:
    do("reassign", "ben", TABRIZ, person="cora")
    assert row(TABRIZ).doer == "cora"
    assert [refusal(do, "reassign", "ben", TABRIZ, person=one) for one in ("ana", "nobody", "head-rome")] == [
        "C220"
    ] * 3


def test_a_day_is_moved_with_what_waits_for_it(do) -> None:
    before = row("alarm_plan-tabriz").begins_by
    assert refusal(do, "reschedule", "ben", RECEIVED, due_on=date(2024, 2, 4), reason="x") == "C219"
    do("reschedule", "ben", "ready_confirmed-tabriz", due_on=date(2024, 1, 31), reason="The head of mission leaves")
    moved = row("ready_confirmed-tabriz")
    assert (moved.due_on, moved.due_at) == (date(2024, 1, 31), datetime(2024, 1, 31, 20, 30, tzinfo=UTC))
    assert (before, row("alarm_plan-tabriz").begins_by) == (date(2024, 2, 1), date(2024, 1, 30))
    assert row("alarm_plan-rome").begins_by == date(2024, 2, 2)
    assert TaskStep.objects.get(task=moved).due_on == date(2024, 2, 5)


def test_a_late_task_of_tabriz_is_told_on_by_its_working_days(do) -> None:
    due, friday = row("voters_informed-tabriz"), row("voters_informed-rome")
    assert (due.due_on, due.due_at) == (date(2024, 1, 25), datetime(2024, 1, 25, 20, 30, tzinfo=UTC))
    assert due.superior_at == datetime(2024, 1, 27, 20, 30, tzinfo=UTC)
    assert due.headquarters_at == datetime(2024, 1, 28, 20, 30, tzinfo=UTC)
    assert friday.superior_at == datetime(2024, 1, 26, 23, tzinfo=UTC)
    assert friday.headquarters_at == datetime(2024, 1, 29, 23, tzinfo=UTC)


def test_the_level_is_read_by_the_clock(person) -> None:
    value = plan.election("az2024")
    one = queries.task_for(person("ben"), value, "voters_informed-tabriz")
    instants = [datetime(2024, 1, day, 12, tzinfo=UTC) for day in (25, 26, 28, 29)]
    assert [(one.late(at), one.level(at)) for at in instants] == [
        (False, Level.OWNER), (True, Level.OWNER), (True, Level.SUPERIOR), (True, Level.HEADQUARTERS),
    ]  # fmt: skip


def test_many_missions_are_reported_and_accepted_at_once(person) -> None:
    facts = {"election": "az2024", "key": "material_received", "at": AT}
    missions = ["rome", "riga", "tabriz"]
    assert actions.report_many(missions=missions, evidence="By telephone", by=person("ben"), **facts) == 3
    assert refusal(actions.report_many, missions=missions, evidence="x", by=person("ben"), **facts) == "C221"
    assert refusal(actions.report_many, missions=missions, evidence=" ", by=person("ben"), **facts) == "C215"
    with pytest.raises(OutOfScope):
        actions.report_many(missions=missions, evidence="x", by=person("cora"), **facts)
    assert refusal(actions.accept_many, missions=missions, by=person("ben"), **facts) == "C222"
    Task.objects.filter(code="material_received-rome").update(reported_by="head-rome")
    assert actions.accept_many(missions=missions, by=person("ben"), **facts) == 1
    assert {row(f"material_received-{one}").state for one in ("riga", "tabriz")} == {"done"}


def test_a_mission_sees_its_own_tasks_and_those_of_the_whole(person) -> None:
    value = plan.election("az2024")
    seen = {who: queries.totals(person(who), value, AT).total for who in ("ben", "ana", "gus", "cora", "fara")}
    assert seen == {"ben": 975, "ana": 975, "gus": 975, "cora": 30, "fara": 9}
    with pytest.raises(OutOfScope):
        queries.task_for(person("cora"), value, "host_told-rome")


def test_tasks_are_found_by_words_in_any_spelling(person) -> None:
    value, ben = plan.election("az2024"), person("ben")
    for words in ("notes verbale tabriz", "TƏBRİZ nota", "tebriz nota", "nota təbriz"):
        found = queries.listed(ben, value, Asked(words=words), AT)
        assert [one.code for one in found] == ([] if words.startswith("notes") else ["host_told-tabriz"])


def test_tasks_are_filtered_and_sorted(person) -> None:
    value, ben = plan.election("az2024"), person("ben")
    late = queries.listed(ben, value, Asked(standing="late"), AT)
    assert [one.code for one in late] == [TABRIZ]
    mission = queries.listed(ben, value, Asked(mission="tabriz", area="staff", sort="-due"), AT)
    assert [one.key for one in mission] == ["staff_trained", "substitutes_named"]


@pytest.mark.parametrize("missions", [1, 46])
def test_the_reads_ask_as_often_however_many_missions(person, missions: int, django_assert_num_queries) -> None:
    if missions == 1:
        gone = Task.objects.exclude(mission__isnull=True).exclude(mission__code="tabriz")
        TaskStep.objects.filter(task__in=gone).delete()
        gone.delete()
    value, ben = plan.election("az2024"), person("ben")
    with django_assert_num_queries(6):
        queries.totals(ben, value, AT)
        queries.listed(ben, value, Asked(), AT)
        queries.summaries(ben, value, AT)
        queries.by_mission(ben, value, ["tabriz", "rome"])


@pytest.mark.parametrize(
    "facts",
    [
        {"state": "later"},
        {"state": "done"},
        {"finished": True},
        {"state": "open", "done_at": AT},
        {"superior_at": None},
    ],
)
def test_the_database_refuses_what_no_state_allows(facts: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Task.objects.filter(code=RECEIVED).update(**facts)
