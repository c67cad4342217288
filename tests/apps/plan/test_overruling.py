"""Overruling a refusal: by the body that the lawbook names, by two persons, once, in public."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from legation.accounts.actions import joint
from legation.base.actors import Actor, OutOfScope
from legation.integrity import queries as log
from legation.missions import actions as missions
from legation.plan import actions
from legation.plan.models import Overruling
from legation.stations import actions as stations
from legation.stations.models import Station
from legation.stations.web.overruling import REFUSALS
from legation_core.powers.overruling import CAN_BE
from legation_core.problems import Refused
from tests.by_two import by_two

pytestmark = pytest.mark.django_db
AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
Person = Callable[[str], Actor]
DECISION: dict[str, Any] = {
    "election": "az2024", "code": "A044", "subject": "mission:tabriz", "decision": "5/31",
    "reason": "the road is closed",
}  # fmt: skip


def test_every_refusal_that_can_be_overruled_has_its_name_on_the_form() -> None:
    assert set(REFUSALS) == set(CAN_BE)


def create(person: Person) -> str:
    return stations.create_station(election="az2024", mission="tabriz", by=person("cora"), at=AT)


def test_a_refusal_stands_until_it_is_overruled(person: Person) -> None:
    actions.overrule_refusal.propose(**DECISION, by=person("ana"), at=AT)
    with pytest.raises(Refused, match="A044"):
        create(person)


def test_overruled_by_two_persons_the_act_passes_once(person: Person) -> None:
    by_two(actions.overrule_refusal, **DECISION, by=person("ana"), at=AT)
    assert Station.objects.get(election="az2024", code=create(person)).state == "created"
    with pytest.raises(Refused, match="A044"):
        create(person)
    assert [row.used_at for row in Overruling.objects.all()] == [AT]


def test_its_record_is_public_with_number_and_reason(person: Person) -> None:
    by_two(actions.overrule_refusal, **DECISION, by=person("ana"), at=AT)
    record = log.records(jurisdiction="AZ", election="az2024").records[0]
    assert (record.kind, record.body, record.facts) == (
        "refusal_overruled",
        "central_commission",
        {"refusal": "A044", "mission": "tabriz", "decision": "5/31", "reason": "the road is closed"},
    )


def test_it_passes_for_its_own_mission_and_refusal_alone(person: Person) -> None:
    by_two(actions.overrule_refusal, **DECISION | {"subject": "mission:kars"}, by=person("ana"), at=AT)
    by_two(actions.overrule_refusal, **DECISION | {"code": "A043"}, by=person("ana"), at=AT)
    with pytest.raises(Refused, match="A044"):
        create(person)


def test_too_few_voters_can_be_overruled_and_no_figure_changes(person: Person) -> None:
    by = person("head-tashkent")
    facts = {"election": "az2024", "mission": "tashkent", "by": by, "at": AT}
    Station.objects.filter(election="az2024", mission__code="tashkent").update(state="closed", closed_at=AT)
    missions.report_voters(
        election="az2024", mission="tashkent", ground="resident_abroad", count=3, as_of=date(2024, 1, 20),
        source="test", by=by, at=AT,
    )  # fmt: skip
    with pytest.raises(Refused, match="A043"):
        stations.create_station(**facts)
    by_two(
        actions.overrule_refusal, **DECISION | {"code": "A043", "subject": "mission:tashkent"}, by=person("eli"), at=AT
    )
    assert stations.create_station(**facts) == "tashkent-2"


@pytest.mark.parametrize(
    ("change", "code"),
    [({"code": "A050"}, "A520"), ({"decision": " "}, "A521"), ({"reason": ""}, "A522")],
)
def test_overruling_is_refused(person: Person, change: dict[str, str], code: str) -> None:
    with pytest.raises(Refused, match=code):
        actions.overrule_refusal.propose(**DECISION | change, by=person("ana"), at=AT)


def test_it_is_the_named_bodys_alone(person: Person) -> None:
    for who in ("ben", "gus"):
        with pytest.raises(Refused, match="A001"):
            actions.overrule_refusal.propose(**DECISION, by=person(who), at=AT)
    for who in ("cora", "dan"):
        with pytest.raises(OutOfScope):
            actions.overrule_refusal.propose(**DECISION, by=person(who), at=AT)
    code = actions.overrule_refusal.propose(**DECISION, by=person("eli"), at=AT)
    with pytest.raises(Refused, match="A501"):
        joint.confirm(code=code, by=person("ben"), at=AT)


def test_one_refusal_is_overruled_once_at_a_time(person: Person) -> None:
    by_two(actions.overrule_refusal, **DECISION, by=person("ana"), at=AT)
    with pytest.raises(Refused, match="A006"):
        actions.overrule_refusal.propose(**DECISION, by=person("ana"), at=AT)


def test_the_refusal_tells_who_may_overrule_it(as_person: Callable[[str], Client]) -> None:
    answer = as_person("cora").post("/az2024/stations/create/", {"mission": "tabriz"})
    standing, page = answer.context["overrule"]["standing"], answer.content.decode()
    assert (answer.status_code, standing.body.key, answer.context["overrule"]["url"]) == (422, "central_commission", "")
    assert "This refusal can be overruled" in page


def test_whoever_may_overrule_is_led_to_the_form(as_person: Callable[[str], Client]) -> None:
    link = "/az2024/stations/overrule/"
    pages = {who: as_person(who).get("/az2024/stations/establishment/").content.decode() for who in ("ana", "cora")}
    assert {who: link in page for who, page in pages.items()} == {"ana": True, "cora": False}


def test_the_form_proposes_and_a_second_person_confirms(as_person: Callable[[str], Client], person: Person) -> None:
    asked = {"code": "A044", "mission": "tabriz", "decision": "5/31", "reason": "the road is closed"}
    ana = as_person("ana")
    form = ana.get("/az2024/stations/overrule/?code=A044&mission=tabriz").context["form"]
    assert (form["code"].value(), form["mission"].value()) == ("A044", "tabriz")
    answer = ana.post("/az2024/stations/overrule/", asked)
    as_person("eli").post(f"{answer['Location']}confirm/")
    assert create(person) == "tabriz-2"


def test_the_form_names_what_is_missing(as_person: Callable[[str], Client]) -> None:
    answer = as_person("ana").post("/az2024/stations/overrule/", {"code": "A044", "mission": "tabriz"})
    assert (answer.status_code, sorted(answer.context["form"].errors)) == (422, ["decision", "reason"])
