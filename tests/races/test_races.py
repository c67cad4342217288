"""Two at once, for real: threads with connections of their own. PostgreSQL races for rows; on SQLite writers queue."""

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest
from django.db import connection, connections

from legation.accounts.actions import joint
from legation.accounts.models import JointAct
from legation.accounts.queries import actor_by_code
from legation.base.actors import Actor
from legation.coordination import actions as papers
from legation.coordination.convert.papers import Content
from legation.coordination.models import Paper
from legation.integrity.actions import act
from legation.integrity.models import Head, Leaf
from legation.missions import actions as missions
from legation.plan import actions as plan
from legation.stations import actions as stations
from legation.stations.models import Station
from legation_core.lawbook.papers import Kind, State
from legation_core.problems import Refused
from tests.by_two import by_two

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
pytestmark = pytest.mark.django_db(transaction=True)


def together(*runs: Callable[[], object]) -> list[str]:
    """Start all at one instant; for each `done`, or the code of its refusal."""
    barrier, results = threading.Barrier(len(runs)), ["?"] * len(runs)

    def run(place: int, what: Callable[[], object]) -> None:
        try:
            barrier.wait()
            what()
            results[place] = "done"
        except Refused as refused:
            results[place] = refused.code
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(runs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return sorted(results)


def by(person: str) -> Actor:
    return actor_by_code(person, AT)


def test_two_create_the_one_station_that_the_rule_gives() -> None:
    def create() -> None:
        stations.create_station(election="az2024", mission="tabriz", by=by("cora"), at=AT)

    by_two(stations.close_station, election="az2024", station="tabriz", reason="for the race", by=by("cora"), at=AT)
    assert together(create, create) == ["A044", "done"]


def test_two_attach_one_station() -> None:
    new = fresh_station()

    def attach() -> None:
        stations.attach_station(election="az2024", station=new, district="17", by=by("ana"), at=AT)

    assert together(attach, attach) == ["A050", "done"]


def test_two_stations_race_for_one_number() -> None:
    first, second = fresh_station("tabriz"), fresh_station("kars")
    for station in (first, second):
        stations.attach_station(election="az2024", station=station, district="17", by=by("ana"), at=AT)

    def number(station: str) -> Callable[[], None]:
        return lambda: stations.number_station(election="az2024", station=station, number=90, by=by("fara"), at=AT)

    assert together(number(first), number(second)) == ["A051", "done"]
    assert Station.objects.filter(election="az2024", district__number="17", number=90).count() == 1


def test_two_number_one_station() -> None:
    new = fresh_station()
    stations.attach_station(election="az2024", station=new, district="17", by=by("ana"), at=AT)

    def number(value: int) -> Callable[[], None]:
        return lambda: stations.number_station(election="az2024", station=new, number=value, by=by("fara"), at=AT)

    assert together(number(91), number(92)) == ["A050", "done"]


def test_two_submit_the_same_district() -> None:
    new = fresh_station(submit=False)

    def submit() -> None:
        stations.submit_district(election="az2024", station=new, district="17", by=by("ben"), at=AT)

    assert together(submit, submit) == ["A006", "done"]


def test_two_closings_of_one_station_are_confirmed_at_once() -> None:
    def proposed(reason: str) -> str:
        return stations.close_station.propose(
            election="az2024", station="rome", reason=reason, by=by("head-rome"), at=AT
        )

    assert together(*(confirming(proposed(reason), "ana") for reason in ("one", "another"))) == ["A050", "done"]


def confirming(code: str, person: str) -> Callable[[], None]:
    return lambda: joint.confirm(code=code, by=by(person), at=AT)


def test_two_persons_confirm_one_act_at_once() -> None:
    code = stations.close_station.propose(election="az2024", station="rome", reason="1", by=by("head-rome"), at=AT)
    before = Leaf.objects.count()
    assert together(confirming(code, "ana"), confirming(code, "eli")) == ["A502", "done"]
    kinds = list(Leaf.objects.filter(index__gte=before).order_by("index").values_list("kind", flat=True))
    assert kinds == ["joint_act_confirmed", "station_closed"]


def test_one_person_confirms_one_act_twice_at_once() -> None:
    code = stations.close_station.propose(election="az2024", station="rome", reason="1", by=by("head-rome"), at=AT)
    before = Leaf.objects.count()
    assert together(confirming(code, "ana"), confirming(code, "ana")) == ["done", "done"]
    assert Leaf.objects.count() == before + 2


def test_one_confirms_while_another_refuses() -> None:
    code = stations.close_station.propose(election="az2024", station="rome", reason="1", by=by("head-rome"), at=AT)

    def refuse() -> None:
        joint.refuse(code=code, reason="not now", by=by("eli"), at=AT)

    assert together(confirming(code, "ana"), refuse) == ["A502", "done"]
    closed = Station.objects.get(election="az2024", code="rome").state == "closed"
    assert closed == (JointAct.objects.get(code=code).ended == "confirmed")


def test_one_confirms_while_it_is_withdrawn() -> None:
    code = stations.close_station.propose(election="az2024", station="rome", reason="1", by=by("head-rome"), at=AT)

    def withdraw() -> None:
        joint.withdraw(code=code, by=by("head-rome"), at=AT)

    assert together(confirming(code, "ana"), withdraw) == ["A502", "done"]


def test_two_propose_the_same_act_at_once() -> None:
    def propose(person: str) -> Callable[[], str]:
        return lambda: plan.move_election_day.propose(
            code="az2024", seen=date(2024, 2, 7), to=date(2024, 2, 14), reason="one", by=by(person), at=AT
        )

    assert together(propose("ana"), propose("ana")) in (["A508", "done"], ["done", "done"])
    assert JointAct.objects.filter(act="move_election_day").count() == 1


def test_two_change_one_address_to_the_same() -> None:
    def change() -> None:
        stations.change_address(
            election="az2024",
            station="rome",
            address="Via Nuova 1",
            reason="moved",
            effective_on=date(2024, 1, 25),
            by=by("head-rome"),
            at=AT,
        )

    assert together(change, change) == ["A053", "done"]


def test_two_change_the_hours_to_the_same() -> None:
    def change() -> None:
        stations.change_hours(
            election="az2024",
            station="rome",
            day=0,
            opens=time(9),
            closes=time(19),
            reason="hall",
            effective_on=date(2024, 1, 25),
            by=by("head-rome"),
            at=AT,
        )

    assert together(change, change) == ["A053", "done"]


def test_two_adopt_one_lawbook() -> None:
    octets = (
        plan.LawbookVersion.objects.get().octets.tobytes()
        if hasattr(plan.LawbookVersion.objects.get().octets, "tobytes")
        else bytes(plan.LawbookVersion.objects.get().octets)
    )
    changed = octets.replace(b'version = "', b'version = "races-', 1)
    digest = plan.propose_lawbook(octets=changed, name="az.toml", by=by("eli"), at=AT)

    codes = [
        plan.adopt_lawbook.propose(digest=digest, decision=decision, by=by("ana"), at=AT) for decision in ("1", "2")
    ]
    assert together(*(confirming(code, "eli") for code in codes)) == ["A006", "done"]


def test_two_moves_of_the_election_day_from_one_preview() -> None:
    codes = [
        plan.move_election_day.propose(
            code="az2024", seen=date(2024, 2, 7), to=to, reason="for the race", by=by("ana"), at=AT
        )
        for to in (date(2024, 2, 14), date(2024, 2, 21))
    ]
    assert together(*(confirming(code, "eli") for code in codes)) == ["A036", "done"]


def test_two_report_the_same_voters() -> None:
    def report() -> None:
        missions.report_voters(
            election="az2024",
            mission="tabriz",
            ground="long_mission",
            count=3,
            as_of=date(2024, 1, 20),
            source="consular register",
            by=by("cora"),
            at=AT,
        )

    assert together(report, report) == ["A006", "done"]


def test_eight_writers_leave_a_dense_log_in_the_order_of_commits() -> None:
    start, each = Head.objects.get().size, 15

    def write(writer: int) -> Callable[[], None]:
        def run() -> None:
            for number in range(each):
                with act("part_opened", by=by("ana"), at=AT) as record:
                    record.about(jurisdiction="AZ", subject=f"writer:{writer}")
                    record.public(index=number)

        return run

    assert together(*[write(writer) for writer in range(8)]) == ["done"] * 8
    rows = list(Leaf.objects.filter(index__gte=start).order_by("index"))
    assert [row.index for row in rows] == list(range(start, start + 8 * each))
    if connection.vendor == "postgresql":
        assert commit_order(start) == [row.index for row in rows]
    for writer in range(8):
        own = [row for row in rows if row.subject == f"writer:{writer}"]
        assert [number_of(row) for row in own] == list(range(each))


def number_of(row: Leaf) -> int:
    from legation_core.integrity import leaf

    return int(leaf.read_leaf(bytes(row.octets)).public["index"])


def commit_order(start: int) -> list[int]:
    """Indexes in the order in which PostgreSQL committed them."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW track_commit_timestamp")
        assert cursor.fetchone() == ("on",), "the throw-away cluster runs with track_commit_timestamp"
        cursor.execute(
            'SELECT "index" FROM integrity_leaf WHERE "index" >= %s ORDER BY pg_xact_commit_timestamp(xmin), "index"',
            [start],
        )
        return [index for (index,) in cursor.fetchall()]


def fresh_station(mission: str = "tabriz", *, submit: bool = True) -> str:
    """A newly created station at a mission, whose old one was closed before."""
    for row in Station.objects.filter(election="az2024", mission__code=mission).exclude(state="closed"):
        head = "cora" if mission == "tabriz" else f"head-{mission}"
        by_two(stations.close_station, election="az2024", station=row.code, reason="for the race", by=by(head), at=AT)
    head = "cora" if mission == "tabriz" else f"head-{mission}"
    code = stations.create_station(election="az2024", mission=mission, by=by(head), at=AT)
    if submit:
        stations.submit_district(election="az2024", station=code, district="17", by=by("ben"), at=AT)
    return code


def test_two_enter_the_first_note_to_one_host() -> None:
    def ask() -> None:
        missions.take_step(
            election="az2024", country="IR", step="ask", mission="tabriz", note_number="1", note_date=date(2024, 1, 20),
            by=by("cora"), at=AT,
        )  # fmt: skip

    assert together(ask, ask) == ["C101", "done"]


def test_two_enter_different_answers_of_one_host() -> None:
    def answer(step: str) -> Callable[[], None]:
        return lambda: missions.take_step(
            election="az2024", country="IR", step=step, mission="tabriz", note_number="1", note_date=date(2024, 1, 20),
            text="as it says", by=by("cora"), at=AT,
        )  # fmt: skip

    answer("ask")()
    results = together(answer("refuse"), answer("refuse"))
    assert results == ["C101", "done"]


def submission() -> str:
    return papers.draft_paper(
        election="az2024", kind=Kind.SUBMISSION, body="ministry", content=Content("Title", "Text"),
        addressee_body="central_commission", by=by("ben"), at=AT,
    )  # fmt: skip


def sending(code: str) -> Callable[[], None]:
    return lambda: papers.send_paper(election="az2024", code=code, dated=date(2024, 1, 22), by=by("ben"), at=AT)


def test_two_papers_of_one_body_get_two_numbers() -> None:
    first, second = submission(), submission()
    assert together(sending(first), sending(second)) == ["done", "done"]
    assert sorted(Paper.objects.filter(code__in=[first, second]).values_list("number", flat=True)) == ["2", "3"]


def test_two_send_one_paper() -> None:
    code = submission()
    assert together(sending(code), sending(code)) == ["C132", "done"]


def test_two_decide_on_one_submission() -> None:
    code = submission()
    sending(code)()

    def decide(outcome: State) -> Callable[[], None]:
        return lambda: papers.decide_submission(
            election="az2024", code=code, outcome=outcome, title="Decision", text="Text", dated=date(2024, 1, 22),
            by=by("ana"), at=AT,
        ) and None  # fmt: skip

    assert together(decide(State.GRANTED), decide(State.REFUSED)) == ["C132", "done"]
    assert Paper.objects.filter(answers__code=code).count() == 1


def test_two_correct_one_paper() -> None:
    code = submission()

    def correct() -> None:
        papers.correct_paper(
            election="az2024", code=code, title="Other", text="Text", reason="a wrong title", by=by("ben"), at=AT
        )

    assert together(correct, correct) == ["A053", "done"]
