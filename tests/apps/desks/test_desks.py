"""Desks by role: what waits on others, what changed, how far the missions have come, and what the operator sees."""

import csv
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from legation.accounts.permissions.roles import ROLES
from legation.base import clock
from legation.base.actors import Actor, Grant, ScopeRef
from legation.desks import calendars
from legation.desks.changes import changes, last_visit
from legation.desks.queries import election_desk
from legation.desks.readiness import Readiness, by_region, readiness
from legation.desks.todo import next_acts
from legation.desks.waiting import waiting
from legation.desks.world import picture
from legation.integrity.models import Leaf
from legation.missions.actions import consent
from legation.plan import queries as plan
from legation.stations import actions as stations
from legation.stations.models import Station
from legation_core.values import PersonCode

pytestmark = pytest.mark.django_db
NOW = datetime(2024, 1, 23, 5, tzinfo=UTC)


def rows(now: datetime = NOW) -> tuple[Readiness, ...]:
    return readiness(calendars.grounds(plan.election("az2024")), now, now - timedelta(days=1))


def unnumbered(code: str) -> None:
    Station.objects.filter(election="az2024", code=code).update(state="attached", number=None, numbered_at=None)


def unattached(code: str) -> None:
    unnumbered(code)
    Station.objects.filter(election="az2024", code=code).update(state="created", district=None, attached_at=None)


def waits(person, code: str) -> list[str]:
    actor = person(code)
    return [one.what for one in waiting(actor, election_desk(actor, "az2024", NOW))]


def test_nothing_waits_where_everything_is_done(person) -> None:
    assert [waits(person, code) for code in ("ana", "ben", "cora", "fara")] == [[], [], [], []]


def test_a_number_is_waited_for_by_all_but_its_district(person) -> None:
    unnumbered("tabriz")
    told = ["give 1 station its number"]
    assert [waits(person, code) for code in ("ana", "ben", "cora", "fara")] == [told, told, told, []]


def test_an_attachment_is_waited_for_since_its_submission(person) -> None:
    unattached("tabriz")
    actor = person("ben")
    (found,) = waiting(actor, election_desk(actor, "az2024", NOW))
    submitted = Leaf.objects.filter(kind="station_submitted", subject="station:tabriz").latest("index")
    assert (found.what, found.since, found.late) == ("attach 1 station to its district", submitted.at, True)


def test_another_missions_station_is_nothing_that_a_mission_waits_for(person) -> None:
    unnumbered("kars")
    assert waits(person, "cora") == []


def test_every_mission_of_2024_is_met_or_needs_no_station() -> None:
    assert {row.state for row in rows()} <= {"met", "not_due", "not_required"}


def test_stations_are_counted_as_the_log_recorded_them() -> None:
    """At every instant the rows give as many attached stations as the log has records of attaching."""
    first = Leaf.objects.filter(kind="station_attached", election="az2024").earliest("index").at
    found = rows(first)
    recorded = Leaf.objects.filter(kind="station_attached", election="az2024", at__lte=first).count()
    assert sum(row.gates["attached"].done for row in found) == recorded


def test_a_mission_that_moved_says_from_what_to_what() -> None:
    Station.objects.filter(election="az2024", code="tabriz").update(numbered_at=NOW - timedelta(hours=2))
    assert [(row.mission.code, row.before, row.stage) for row in rows() if row.moved] == [
        ("tabriz", "attached", "numbered")
    ]


def test_regions_hold_every_mission_once() -> None:
    found = by_region(rows())
    assert sum(one.missions for one in found) == 46
    assert sum(one.stations for one in found) == 49


def test_the_map_marks_every_mission_with_a_position() -> None:
    found = picture(rows())
    assert len(found.marks) + found.missing == 46
    assert found.window is not None


def queries_of(client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(path).status_code == 200
    return len(caught)


@pytest.mark.parametrize("path", ["/az2024/", "/az2024/missions/"])
@pytest.mark.parametrize("person_code", ["ana", "ben", "cora", "fara", "gus"])
def test_a_desk_asks_the_database_as_often_for_a_thousand_stations(as_person, person_code, path) -> None:
    client = as_person(person_code)
    unattached("tabriz")
    before = queries_of(client, path)
    sample = Station.objects.get(election="az2024", code="tabriz")
    facts = {"mission": sample.mission, "submitted_district": sample.submitted_district, "sorting": sample.sorting}
    Station.objects.bulk_create(
        Station(election_id="az2024", code=f"more-{n}", created_at=NOW, **facts) for n in range(951)
    )
    assert queries_of(client, path) == before


def test_the_last_visit_is_remembered_apart_from_this_one() -> None:
    session: dict = {}
    assert last_visit(session, "az2024", NOW) is None
    assert last_visit(session, "az2024", NOW + timedelta(minutes=10)) is None
    later = NOW + timedelta(hours=3)
    assert [last_visit(session, "az2024", later + timedelta(minutes=n)) for n in (0, 5)] == [NOW, NOW]


def test_a_clock_set_back_forgets_visits_that_have_not_been() -> None:
    session: dict = {}
    last_visit(session, "az2024", NOW)
    assert last_visit(session, "az2024", NOW - timedelta(days=3)) is None


@pytest.mark.parametrize(
    ("query", "shown"),
    [("", 46), ("?state=overdue", 0), ("?region=145", 10), ("?moved=yes", 0), ("?q=tebriz", 1), ("?q=nowhere", 0)],
)
def test_the_table_of_missions_is_filtered_by_its_address(as_person, query, shown) -> None:
    assert len(as_person("ben").get(f"/az2024/missions/{query}").context["rows"]) == shown


def test_the_table_is_exported_as_it_is_filtered(as_person) -> None:
    lines = as_person("ben").get("/az2024/missions/states/csv/?q=tabriz").content.decode().splitlines()
    assert (len(lines), "tabriz" in lines[1], "034" in lines[1]) == (2, True, True)


@pytest.mark.parametrize(("form", "status"), [("csv", 200), ("xlsx", 200), ("exe", 404)])
def test_the_table_has_these_forms(as_person, form, status) -> None:
    assert as_person("ana").get(f"/az2024/missions/states/{form}/").status_code == status


@pytest.mark.parametrize(
    ("code", "status"), [("hal", 200), ("dan", 404), ("ana", 404), ("ben", 404), ("cora", 404), ("gus", 404)]
)
def test_health_is_the_operators_alone(as_person, code, status) -> None:
    assert as_person(code).get("/health/").status_code == status


def test_every_timed_job_is_told_in_words() -> None:
    from legation.base import jobs
    from legation.desks.web.health import JOBS

    assert {name for name, _every, _ran in jobs.runs()} | {"rehearsal.play"} == set(JOBS)


def test_health_names_keys_and_no_election(as_person) -> None:
    text = as_person("hal").get("/health/").content.decode()
    assert ("integrity.checkpoint" in text, "Key “log”" in text, "az2024" in text) == (True, True, False)


def test_a_late_job_is_overdue() -> None:
    from legation.base import jobs
    from legation.base.models import TimedRun
    from legation.desks.health import health

    name = jobs.runs()[0][0]
    TimedRun.objects.update_or_create(name=name, defaults={"ran_at": clock.real() - timedelta(days=1)})
    assert {job.name: job.state for job in health().jobs}[name] == "overdue"


@pytest.mark.parametrize(
    ("code", "map_shown", "log_shown"), [("ana", 1, 0), ("ben", 1, 0), ("cora", 0, 0), ("gus", 0, 1)]
)
def test_each_role_sees_its_own_desk(as_person, code, map_shown, log_shown) -> None:
    context = as_person(code).get("/az2024/").context
    assert (bool(context["places"]), bool(context["log"])) == (bool(map_shown), bool(log_shown))


def iran_is_asked(person) -> None:
    """Tabriz asked its host an hour ago."""
    consent.take_step(
        election="az2024", country="IR", step="ask", mission="tabriz", note_number="5", note_date=NOW.date(),
        by=person("cora"), at=NOW - timedelta(hours=1),
    )  # fmt: skip


def test_a_step_with_a_host_is_a_difference_since_yesterday(as_person, person) -> None:
    iran_is_asked(person)
    answer = as_person("ben").get("/az2024/missions/?moved=yes")
    assert [(row.mission.code, row.consent_moved) for row in answer.context["rows"]] == [("tabriz", "asked")]
    assert "host consent: asked, no answer yet" in answer.content.decode()


def test_missions_are_filtered_by_their_hosts_consent(as_person, person) -> None:
    iran_is_asked(person)
    client = as_person("ben")
    counts = dict(client.get("/az2024/missions/").context["consents"])
    found = {state: len(client.get(f"/az2024/missions/?consent={state}").context["rows"]) for state in counts}
    assert found == counts
    assert (counts["asked"], sum(counts.values()) - counts.get("problem", 0)) == (1, 46)


def test_the_export_tells_consent_and_its_problems(as_person, person) -> None:
    iran_is_asked(person)
    (row,) = csv.DictReader(as_person("ben").get("/az2024/missions/states/csv/?q=tabriz").content.decode().splitlines())
    assert (row["host_consent"], row["host_consent_since_yesterday"]) == ("asked", "asked")


def chair_at(station: str) -> Actor:
    """Whoever chairs the commission of one station, and serves nowhere else."""
    role, scope = ROLES["station_chair"], ScopeRef("station", f"az2024/{station}")
    grant = Grant(role.key, "AZ", "az2024", scope, NOW - timedelta(days=30))
    return Actor(PersonCode("ida"), role.key, role.bodies, role.permissions, grant)


def test_a_stations_chair_has_the_deadlines_of_that_station_by_its_clock() -> None:
    chair = chair_at("tabriz")
    acts = next_acts(chair, election_desk(chair, "az2024", NOW))
    assert [(act.zone, act.place, act.due is not None) for act in acts] == [("Asia/Tehran", "Tabriz", True)] * 3
    assert {act.url for act in acts} == {"/az2024/calendar/?body=station_commission&when=ahead&mission=tabriz"}


def test_a_stations_chair_waits_for_that_station_alone() -> None:
    chair = chair_at("tabriz")
    unnumbered("kars")
    assert waiting(chair, election_desk(chair, "az2024", NOW)) == []
    unnumbered("tabriz")
    assert [one.what for one in waiting(chair, election_desk(chair, "az2024", NOW))] == ["give 1 station its number"]


def test_a_stations_chair_sees_what_changed_there(person) -> None:
    iran_is_asked(person)
    Leaf.objects.filter(kind="station_numbered", subject="station:tabriz").update(at=NOW)
    chair = chair_at("tabriz")
    found = changes(chair, election_desk(chair, "az2024", NOW + timedelta(hours=1)), None)
    assert [one.subject for one in found.records] == ["station:tabriz"]


def test_what_an_act_does_is_not_owed_a_second_time(person) -> None:
    closing = {"state": "closed", "closed_at": NOW, "close_reason": "test"}
    Station.objects.filter(election="az2024", mission__code="tabriz").update(**closing)
    early = datetime(2024, 1, 4, 8, tzinfo=UTC)
    cora = person("cora")
    keys = [act.key for act in next_acts(cora, election_desk(cora, "az2024", early)) if act.key]
    assert (keys[0], len(keys)) == ("stations_created", len(set(keys)))


def closing(person) -> str:
    """Cora proposes to close her station: the commission confirms."""
    facts = {"election": "az2024", "station": "tabriz", "reason": "the hall burnt"}
    return stations.close_station.propose(**facts, by=person("cora"), at=NOW)


def test_what_waits_for_a_second_person_comes_first_on_their_desk(person) -> None:
    code = closing(person)
    actor = person("ana")
    first = next_acts(actor, election_desk(actor, "az2024", NOW))[0]
    assert (first.what, first.url, first.waits, first.due) == (
        "Confirm, as the second person: closing the station",
        f"/two-persons/{code}/",
        "The head of mission",
        NOW + timedelta(days=7),
    )


def test_several_that_wait_are_one_line(person) -> None:
    closing(person)
    facts = {"election": "az2024", "station": "kars", "reason": "the hall burnt"}
    stations.close_station.propose(**facts, by=person("head-kars"), at=NOW)
    actor = person("eli")
    first = next_acts(actor, election_desk(actor, "az2024", NOW))[0]
    assert (first.what, first.url) == ("Confirm 2 acts as the second person", "/two-persons/")


def test_who_proposed_waits_for_the_second_person(person) -> None:
    closing(person)
    assert [waits(person, code) for code in ("ana", "ben", "cora")] == [[], [], ["confirm: closing the station"]]
    actor = person("cora")
    assert "Confirm" not in " ".join(one.what for one in next_acts(actor, election_desk(actor, "az2024", NOW)))


def test_an_overdue_confirmation_is_a_problem_on_the_desks_of_both_institutions(person) -> None:
    facts = {"election": "az2024", "mission": "tabriz", "by": person("cora"), "at": NOW}
    Station.objects.filter(election="az2024", code="tabriz").update(state="closed", closed_at=NOW)
    stations.create_station.do_alone("the only officer", **facts)
    late = NOW + timedelta(hours=25)
    found = {}
    for code in ("ana", "ben"):
        actor = person(code)
        one = next_acts(actor, election_desk(actor, "az2024", late))[0]
        found[code] = (one.what, one.state, one.due)
    told = ("Confirm, as the second person: creating a station", "overdue", NOW + timedelta(hours=24))
    assert found == {"ana": told, "ben": told}
