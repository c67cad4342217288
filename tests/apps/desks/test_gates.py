"""Readiness by gates: states, deadlines, settings by hand, what moved, who sees and sets what."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from legation.accounts.queries.people import actor_by_code
from legation.base import clock
from legation.base.actors import OutOfScope
from legation.desks import calendars
from legation.desks.gates import Gates, by_region, gates
from legation.desks.world import picture
from legation.headquarters import actions
from legation.headquarters.models import GateSetting
from legation.integrity import queries as log
from legation.missions.models import Mission, RegisteredVoters
from legation.plan import queries as plan
from legation.stations.models import Station
from legation_core.problems import Refused
from legation_core.readiness.gates import GATES, HAND_SET

NOW = datetime(2024, 1, 23, 5, tzinfo=UTC)
ROOT = "/az2024/readiness/"
pytestmark = pytest.mark.django_db


def rows(now: datetime = NOW) -> dict[str, Gates]:
    found = gates(calendars.grounds(plan.election("az2024")), now, now - timedelta(days=1))
    return {one.mission.code: one for one in found}


def states(mission: str, now: datetime = NOW) -> dict[str, str]:
    return {name: gate.state for name, gate in rows(now)[mission].gates.items()}


def put(gate: str, state: str = "met", by: str = "ben", mission: str = "tabriz", at: datetime = NOW) -> None:
    facts = {"mission": mission, "gate": gate, "state": state, "why": "A call of the mission"}
    actions.set_gate(election="az2024", by=actor_by_code(by, at), at=at, **facts)


def text(client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_eight_gates_and_what_nobody_set_is_never_passed() -> None:
    found = states("tabriz")
    assert list(found) == list(GATES)
    assert {name: found[name] for name in HAND_SET} == {
        "commission": "by_hand", "training": "not_known", "list": "overdue", "material": "not_known", "link": "by_hand",
    }  # fmt: skip
    assert found["station"] == "met"


def test_a_mission_without_a_station_need_not_pass_the_others() -> None:
    RegisteredVoters.objects.filter(mission__code="tabriz").delete()
    Station.objects.filter(code="tabriz").update(state="closed", closed_at=NOW, close_reason="none")
    found = states("tabriz")
    assert (found.pop("rule"), set(found.values())) == ("not_known", {"not_required"})


def test_a_gate_set_by_hand_says_by_whom() -> None:
    put("link")
    one = rows()["tabriz"]
    setting = one.by_hand["link"]
    assert (one.gates["link"].state, setting.body, setting.name, setting.why) == (
        "by_hand", "ministry", "Ben", "A call of the mission",
    )  # fmt: skip


def test_what_moved_since_yesterday() -> None:
    put("link", mission="rome", at=NOW - timedelta(hours=2))
    put("training", mission="rome", at=NOW - timedelta(hours=30))
    assert ("link", "not_known", "by_hand") in rows()["rome"].changes
    assert "training" not in {name for name, _was, _is in rows()["rome"].changes}


def test_the_colour_is_the_worst_gate_whose_deadline_is_near() -> None:
    for name in HAND_SET:
        put(name)
    whole = rows()["tabriz"]
    put("material", "stopped")
    assert (whole.passed >= 7, rows()["tabriz"].state) == (True, "stopped")


def test_a_deadline_that_passes_is_seen_without_an_act() -> None:
    opens = Station.objects.get(code="tabriz")
    assert opens.number is not None
    day = datetime(2024, 2, 7, 12, tzinfo=UTC)
    assert (states("tabriz")["training"], states("tabriz", day)["training"]) == ("not_known", "overdue")


def test_a_station_that_lost_its_number_holds_its_gate_open() -> None:
    Station.objects.filter(code="tabriz").update(state="attached", number=None, numbered_at=None)
    one = rows()["tabriz"].gates["station"]
    assert (one.state in ("overdue", "due_soon", "not_due"), one.done, one.of) == (True, 0, 1)


@pytest.mark.parametrize(("gate", "state", "code"), [("rule", "met", "D201"), ("link", "green", "D202")])
def test_what_is_not_set_by_hand(gate, state, code) -> None:
    with pytest.raises(Refused) as refused:
        put(gate, state)
    assert refused.value.code == code


def test_a_mission_sets_its_own_gates_and_no_others() -> None:
    put("link", by="cora")
    assert rows()["tabriz"].by_hand["link"].body in ("head_of_mission", "mission")
    with pytest.raises(OutOfScope):
        put("link", by="cora", mission="rome")


def test_the_record_says_neither_how_nor_why() -> None:
    put("link", "stopped")
    record = log.records(jurisdiction="AZ", kind="gate_set").records[0]
    assert (record.facts, b"stopped" in record.octets) == ({"mission": "tabriz", "gate": "link"}, False)


def test_regions_count_the_missions_that_need_a_station() -> None:
    found = by_region(rows().values())
    assert sum(one.missions for one in found) == sum(one.needed for one in rows().values()) == 46


def test_the_map_shows_every_mission_with_a_position() -> None:
    drawn = picture(list(rows().values()))
    assert len(drawn.marks) + drawn.missing == len(rows())


def test_as_many_queries_for_many_settings() -> None:
    with CaptureQueriesContext(connection) as before:
        rows()
    for mission in Mission.objects.filter(jurisdiction="AZ")[:20]:
        put("link", mission=mission.code)
    with CaptureQueriesContext(connection) as after:
        rows()
    assert len(after) == len(before)


def test_the_table_is_filtered_sorted_and_exported(as_person) -> None:
    put("link")
    client = as_person("ben")
    assert "46 of 46" in text(client, ROOT)
    assert "1 of 46" in text(client, f"{ROOT}?q=tabriz&moved=yes&sort=-passed")
    read = list(csv.DictReader(io.StringIO(client.get(f"{ROOT}export/csv/?q=tabriz").content.decode("utf-8-sig"))))
    assert [(row["mission"], row["link"], row["link_by"], row["of"]) for row in read] == [
        ("tabriz", "by_hand", "ministry", "8")
    ]


def test_one_mission_links_each_record_and_offers_the_setting(as_person) -> None:
    put("link")
    index = log.records(jurisdiction="AZ", kind="gate_set").records[0].index
    page = text(as_person("ben"), f"{ROOT}tabriz/")
    own = ("stations/tabriz/", "consent/IR/", "headquarters/gates/tabriz/training/")
    wanted = (f"/log/{index}/", "Ben", *(f"/az2024/{path}" for path in own))
    assert [one for one in wanted if one not in page] == []


def test_a_mission_sees_its_own_readiness_alone(as_person) -> None:
    client = as_person("cora")
    assert "1 of 1" in text(client, ROOT)
    assert client.get(f"{ROOT}rome/").status_code == 404
    assert client.get(f"{ROOT}wall/").status_code == 404
    assert "Set by hand" in text(client, f"{ROOT}tabriz/")


def test_a_gate_is_set_on_its_page(as_person) -> None:
    client, page = as_person("cora"), "/az2024/headquarters/gates/tabriz/material/"
    assert client.post(page, {"state": "met", "why": ""}).status_code == 422
    assert client.post(page, {"state": "met", "why": "Ballots counted"}).status_code == 302
    assert states("tabriz")["material"] == "by_hand"
    assert client.get("/az2024/headquarters/gates/tabriz/rule/").status_code == 404


def test_the_wall_names_what_needs_somebody(as_person) -> None:
    put("link", "stopped")
    page = text(as_person("ana"), f"{ROOT}wall/")
    assert ("Needs somebody soon" in page, "Tabriz" in page) == (True, True)


def test_a_page_that_asks_again_costs_nothing_while_nothing_changes(as_person) -> None:
    client = as_person("ben")
    tag = client.get(ROOT).headers["ETag"]
    again = client.get(ROOT, headers={"X-Asks-Again": "yes", "If-None-Match": tag})
    assert (again.status_code, clock.now()) == (304, NOW)


@pytest.mark.parametrize("facts", [{"gate": "rule"}, {"state": "green"}, {"why": ""}])
def test_the_table_of_settings_holds_its_rules_itself(facts) -> None:
    whole = {"gate": "link", "state": "met", "why": "a call"} | facts
    with pytest.raises(IntegrityError), transaction.atomic():
        post = Mission.objects.get(jurisdiction="AZ", code="tabriz")
        GateSetting.objects.create(election_id="az2024", mission=post, body="b", name="n", at=NOW, **whole)
