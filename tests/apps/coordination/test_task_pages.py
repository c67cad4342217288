"""Pages of the action plan: board, list, timeline, matrix, one task, and its steps by the forms."""

import json

import pytest
from django.template import Context
from django.test import Client

from legation.coordination.models import ActionPlan, Task, TaskStep

pytestmark = pytest.mark.django_db
HOME = "/az2024/plan"
TABRIZ = f"{HOME}/task/substitutes_named-tabriz"


def context(client: Client, path: str) -> Context:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.context


def test_the_board_shows_what_is_overdue_first(as_person) -> None:
    found = context(as_person("ben"), f"{HOME}/")
    assert [one["name"] for one in found["columns"]] == ["late", "open", "started", "waiting", "finished"]
    assert [one.code for one in found["columns"][0]["tasks"]] == ["substitutes_named-tabriz"]
    assert [len(one["tasks"]) for one in found["columns"]] == [1, 8, 0, 8, 8]
    assert "substitutes_named-tabriz" not in {one.code for one in found["columns"][1]["tasks"]}


def test_the_board_before_the_plan_is_approved(as_person) -> None:
    for model in (TaskStep, Task, ActionPlan):
        model.objects.all().delete()
    ben = as_person("ben")
    assert b'href="/az2024/plan/approve/"' in ben.get(f"{HOME}/").content
    assert b'href="/az2024/plan/approve/"' not in as_person("cora").get(f"{HOME}/").content
    for view in ("list/", "timeline/", "matrix/"):
        assert ben.get(f"{HOME}/{view}").status_code == 200
    assert ben.post(f"{HOME}/approve/", {"number": "12"}).status_code == 302
    assert (Task.objects.count(), ActionPlan.objects.get().number) == (975, "12")
    assert ben.post(f"{HOME}/approve/", {"number": ""}).status_code == 409


def test_the_list_is_searched_filtered_sorted_and_paged(as_person) -> None:
    ben = as_person("ben")
    found = context(ben, f"{HOME}/list/?q=tebriz&area=staff&sort=-due")
    assert [one.code for one in found["tasks"]] == ["staff_trained-tabriz", "substitutes_named-tabriz"]
    assert len(context(ben, f"{HOME}/list/?page=2")["tasks"]) == 60
    assert context(ben, f"{HOME}/list/?standing=late&owner=ministry")["tasks"] == []
    assert len(context(ben, f"{HOME}/list/?task=host_told")["tasks"]) == 46


def test_exports_hold_what_is_shown(as_person) -> None:
    ben = as_person("ben")
    rows = json.loads(ben.get(f"{HOME}/list/export/json/?standing=late").content)
    assert [(one["task"], one["due"], one["late"], one["told_on"]) for one in rows] == [
        ("substitutes_named-tabriz", "2024-01-22", "yes", ""),
    ]  # fmt: skip
    assert ben.get(f"{HOME}/list/export/csv/").content.count(b"\n") == 976
    assert ben.get(f"{HOME}/list/export/xlsx/").content.startswith(b"PK")
    assert len(context(ben, f"{HOME}/list/print/?standing=late")["tasks"]) == 1


def test_the_timeline_has_a_bar_a_task_and_the_critical_path(as_person) -> None:
    found = context(as_person("ben"), f"{HOME}/timeline/")
    assert len(found["bars"]) == 30
    assert all(0 <= bar.x <= 100 and bar.width > 0 and bar.x + bar.width <= 100 for bar in found["bars"])
    path = [template.key for template, _each in found["path"]]
    assert path == ["host_answered", "security_agreed", "alarm_plan", "ready_confirmed"]
    host = next(bar.summary for bar in found["bars"] if bar.summary.template.key == "host_answered")
    assert (host.places, host.finished, host.waiting) == (46, 0, 42)
    assert {bar.summary.template.key for bar in found["bars"] if bar.critical} == set(path)


def test_the_matrix_has_a_row_a_mission_with_its_stations(as_person) -> None:
    found = context(as_person("ben"), f"{HOME}/matrix/?q=ankara")
    assert [(one["mission"].code, len(one["stations"])) for one in found["rows"]] == [("ankara", 2)]
    pages = [context(as_person("ben"), f"{HOME}/matrix/?page={number}") for number in (1, 2)]
    found, rows = pages[0], {one["mission"].code: one for page in pages for one in page["rows"]}
    assert (len(rows), len(found["columns"])) == (46, 21)
    assert [len(rows[one]["stations"]) for one in ("ankara", "tabriz")] == [2, 1]
    own = context(as_person("cora"), f"{HOME}/matrix/")
    assert [one["mission"].code for one in own["rows"]] == ["tabriz"]
    assert context(as_person("fara"), f"{HOME}/matrix/")["rows"] == []


def test_a_late_task_tells_what_it_endangers_and_who_is_told(as_person) -> None:
    found = context(as_person("cora"), f"{TABRIZ}/")
    assert (found["late"], found["steps"]) == (True, ["take", "start", "report", "reassign"])
    assert [one["bodies"] for one in found["told"]] == [("head_of_mission",), ("ministry", "central_commission")]
    assert [one["come"] for one in found["told"]] == [False, False]


def test_steps_are_offered_to_those_whose_they_are(as_person) -> None:
    steps = {who: context(as_person(who), f"{TABRIZ}/")["steps"] for who in ("ben", "ana", "gus", "cora")}
    assert steps == {
        "ben": ["start", "report", "reassign", "reschedule", "drop"],
        "ana": ["start", "report", "reassign", "reschedule", "drop"],
        "gus": [],
        "cora": ["take", "start", "report", "reassign"],
    }
    assert as_person("head-rome").get(f"{TABRIZ}/").status_code == 404


def test_from_start_to_done_by_the_forms(as_person) -> None:
    cora = as_person("cora")
    assert cora.get(f"{TABRIZ}/start/").status_code == 200
    assert cora.post(f"{TABRIZ}/start/").status_code == 302
    refused = cora.post(f"{TABRIZ}/report/", {"evidence": ""})
    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["evidence"])
    assert cora.post(f"{TABRIZ}/report/", {"evidence": "List <b>3</b>"}).status_code == 302
    page = cora.get(f"{TABRIZ}/")
    assert [one.step for one in page.context["history"]] == ["report", "start"]
    assert b"<b>3</b>" not in page.content
    assert len(page.context["records"]) == 2
    assert b"Tabriz" in page.content


def test_headquarters_move_and_drop_with_a_reason(as_person) -> None:
    ben = as_person("ben")
    moved = ben.post(f"{TABRIZ}/reschedule/", {"due_on": "2024-01-22", "reason": "x"})
    assert (moved.status_code, list(moved.context["form"].errors)) == (422, ["due_on"])
    assert ben.post(f"{TABRIZ}/reschedule/", {"due_on": "2024-01-24", "reason": "The deputy is ill"}).status_code == 302
    assert ben.post(f"{TABRIZ}/reassign/", {"person": "ana"}).status_code == 422
    assert ben.post(f"{TABRIZ}/drop/", {"reason": ""}).status_code == 422
    assert ben.post(f"{TABRIZ}/drop/", {"reason": "No substitute can be found"}).status_code == 302
    assert context(ben, f"{TABRIZ}/")["steps"] == []


def test_many_missions_by_one_form(as_person) -> None:
    ben, page = as_person("ben"), f"{HOME}/many/security_agreed"
    ready = context(ben, f"{page}/report/")["ready"]
    assert len(ready) == 46
    given = {"missions": ["rome", "riga"], "evidence": "By telephone"}
    assert ben.post(f"{page}/report/", given).status_code == 302
    assert ben.post(f"{page}/report/", {"missions": ["rome"], "evidence": "x"}).status_code == 422
    assert ben.post(f"{page}/report/", {"missions": ["bern"], "evidence": ""}).status_code == 422
    assert ben.get(f"{HOME}/many/pouch_sent/report/").status_code == 404
    assert as_person("cora").get(f"{page}/report/").status_code == 404
    assert Task.objects.filter(key="security_agreed", state="done").count() == 2


@pytest.mark.parametrize("language", ["en", "az"])
@pytest.mark.parametrize(
    "view", ["", "list/", "timeline/", "matrix/", "task/voters_informed-tabriz/", "task/pouch_sent/"]
)
def test_pages_are_read_in_both_languages(as_person, view: str, language: str) -> None:
    answer = as_person("ben").get(f"{HOME}/{view}", headers={"Accept-Language": language})
    assert answer.status_code == 200


@pytest.mark.parametrize("view", ["", "list/", "timeline/", "matrix/"])
def test_pages_ask_as_often_however_many_missions(as_person, view: str, django_assert_max_num_queries) -> None:
    ben = as_person("ben")
    ben.get(f"{HOME}/{view}")
    with django_assert_max_num_queries(30):
        ben.get(f"{HOME}/{view}")
