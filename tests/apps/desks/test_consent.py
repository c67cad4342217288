"""Pages of host consent: what the institutions and the missions in the country see, and what nobody else does."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from legation.missions import actions
from legation.missions.queries import consent as queries
from legation.plan import queries as plan
from legation_core.network.consent import Terms, Way

pytestmark = pytest.mark.django_db
AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
HOME = "/az2024/consent"
HEAD = {"IR": ("tabriz", "cora"), "DE": ("berlin", "head-berlin"), "IT": ("rome", "head-rome")}


@pytest.fixture
def step(person) -> Callable[..., None]:
    def take(country: str, step: str, **named) -> None:
        mission, head = HEAD[country]
        facts = {"note_number": "1/24", "note_date": date(2024, 1, 10), "text": "as it says"} | named
        actions.take_step(
            election="az2024", country=country, step=step, mission=mission, by=person(head), at=AT, **facts
        )

    return take


def states(answer) -> dict[str, str]:
    return {row["host"].country: str(row["host"].whole.state) for row in answer.context["hosts"]}


def test_every_country_with_a_mission_is_listed_with_what_its_host_asks(as_person) -> None:
    found = states(as_person("ben").get(f"{HOME}/"))
    assert len(found) == 37
    assert {code: found[code] for code in ("DE", "CH", "IR")} == {
        "DE": "required", "CH": "notify_only", "IR": "unknown",
    }  # fmt: skip


def test_worst_comes_first_and_each_problem_has_its_owner(as_person, step) -> None:
    step("IR", "ask")
    step("IR", "refuse")
    first = as_person("ana").get(f"{HOME}/").context["hosts"][0]["host"]
    assert (first.country, first.shape) == ("IR", "stopped")
    assert [(one.finding.problem.code, one.owner) for one in first.problems] == [("C105", "head_of_mission")]


FILTERS = {
    "by name": ("q=german", {"DE": "required"}),
    "by state": ("state=asked", {"IR": "asked"}),
    "nothing": ("q=atlantis", {}),
}


@pytest.mark.parametrize("case", FILTERS.values(), ids=FILTERS)
def test_hosts_are_found(as_person, step, case) -> None:
    step("IR", "ask")
    query, expected = case
    assert states(as_person("ben").get(f"{HOME}/?{query}")) == expected


@pytest.mark.parametrize("sort", ["name", "-name", "state", "due", "-stations"])
def test_hosts_are_sorted_by_each_column(as_person, sort) -> None:
    assert len(states(as_person("ben").get(f"{HOME}/?sort={sort}"))) == 37


def test_a_condition_that_stations_break_is_shown_on_the_country(as_person, step) -> None:
    step("IT", "ask")
    step("IT", "grant", terms=Terms(stations=1, valid_until=date(2024, 2, 6)), text="<script>alert(1)</script>")
    answer = as_person("ben").get(f"{HOME}/IT/")
    assert [one.finding.problem.code for one in answer.context["host"].problems] == ["C109"]
    assert b"<script>alert(1)" not in answer.content
    assert b"&lt;script&gt;alert(1)" in answer.content


@pytest.mark.parametrize(
    ("who", "country", "status"),
    [
        ("ana", "IR", 200), ("ben", "IR", 200), ("gus", "IR", 200), ("cora", "IR", 200),
        ("cora", "DE", 404), ("fara", "IR", 404), ("dan", "IR", 404), ("ben", "XX", 404), ("ben", "BB", 404),
    ],
)  # fmt: skip
def test_who_may_open_the_letters_with_a_host(as_person, who, country, status) -> None:
    assert as_person(who).get(f"{HOME}/{country}/").status_code == status


def test_a_note_is_entered_with_its_paper_and_the_paper_is_for_those_it_concerns(as_person) -> None:
    paper = SimpleUploadedFile("../note ş.pdf", b"%PDF-1.7 note")
    given = {"mission": "tabriz", "note_number": "12/24", "note_date": "2024-01-20", "premises": "", "file": paper}
    answer = as_person("cora").post(f"{HOME}/IR/step/ask/", given)
    assert (answer.status_code, answer["Location"]) == (302, f"{HOME}/IR/")
    digest = queries.consent_steps(plan.election("az2024"), "IR")[0].file
    got = as_person("ben").get(f"{HOME}/IR/paper/{digest}/")
    assert (got.content, got["X-Content-Type-Options"]) == (b"%PDF-1.7 note", "nosniff")
    assert got["Content-Disposition"] == 'attachment; filename="note--.pdf"'
    assert as_person("head-rome").get(f"{HOME}/IR/paper/{digest}/").status_code == 404
    assert as_person("ben").get(f"{HOME}/DE/paper/{digest}/").status_code == 404


def test_what_can_be_mended_stands_beside_its_field(as_person) -> None:
    given = {"mission": "tabriz", "note_number": "12/24", "note_date": "2024-01-30"}
    answer = as_person("cora").post(f"{HOME}/IR/step/ask/", given)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["note_date"])


def test_a_mission_of_another_country_is_no_choice(as_person) -> None:
    given = {"mission": "rome", "note_number": "12/24", "note_date": "2024-01-20"}
    answer = as_person("cora").post(f"{HOME}/IR/step/ask/", given)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["mission"])


def test_headquarters_is_told_whose_the_act_is(as_person) -> None:
    given = {"mission": "tabriz", "note_number": "12/24", "note_date": "2024-01-20"}
    assert as_person("ben").post(f"{HOME}/IR/step/ask/", given).status_code == 409


def test_the_whole_way_by_the_forms(as_person) -> None:
    cora, note = as_person("cora"), {"mission": "tabriz", "note_number": "1", "note_date": "2024-01-20"}
    cora.post(f"{HOME}/IR/step/settle/", note | {"way": "consent", "text": "protocol, by telephone"})
    cora.post(f"{HOME}/IR/step/ask/", note)
    cora.post(f"{HOME}/IR/step/grant/", note | {"stations": "1", "valid_until": "2024-02-08", "text": "x"})
    cora.post(f"{HOME}/IR/step/withdraw/", note | {"text": "none given"})
    answer = cora.get(f"{HOME}/IR/")
    assert [one.step for one in answer.context["history"]] == ["withdraw", "grant", "ask", "settle"]
    assert cora.get(f"{HOME}/IR/step/explode/").status_code == 404


def test_the_register_of_rules_and_a_new_one(as_person) -> None:
    ben = as_person("ben")
    given = {"country": "IR", "inside": "notify", "outside": "consent", "lead_days": "30", "source": "note 3/23"}
    assert ben.post(f"{HOME}/rules/enter/", given).status_code == 302
    rows = {row["rule"].country: row for row in ben.get(f"{HOME}/rules/").context["rows"]}
    assert {code: (row["rule"].shipped, row["own"]) for code, row in rows.items()} == {
        "AU": (True, False), "CA": (True, False), "CH": (True, True), "DE": (True, True), "IR": (False, True),
    }  # fmt: skip
    assert rows["IR"]["rule"].rule.inside == Way.NOTIFY
    assert ben.post(f"{HOME}/rules/enter/", given).status_code == 409
    assert as_person("cora").get(f"{HOME}/rules/enter/").status_code == 404


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
@pytest.mark.parametrize("what", ["export", "rules/export"])
def test_exports(as_person, what, form) -> None:
    answer = as_person("gus").get(f"{HOME}/{what}/{form}/")
    assert answer.status_code == 200
    if form == "json":
        assert len(json.loads(answer.content)) == (37 if what == "export" else 4)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_as_many_queries_for_three_as_for_one(as_person, step, django_assert_num_queries, count) -> None:
    from legation.desks import hosts

    for country in list(HEAD)[:count]:
        step(country, "ask")
    value = plan.election("az2024")
    with django_assert_num_queries(6):
        hosts.hosts(value, AT)


def test_missions_and_stations_show_their_host(as_person, step) -> None:
    step("IR", "ask")
    step("IR", "refuse")
    ben = as_person("ben")
    rows = {row.mission.code: row.host for row in ben.get("/az2024/missions/?sort=consent").context["rows"]}
    assert (rows["tabriz"].worst, str(rows["tabriz"].whole.state)) == ("stopped", "refused")
    assert ben.get("/az2024/missions/tabriz/").context["host"].country == "IR"
    host = ben.get("/az2024/stations/tabriz/").context["host"]
    assert [one.problem.code for one in host.findings] == ["C105"]
