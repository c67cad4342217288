"""Pages of matters: the way from raising to closing by the forms, who finds what, search, export, the meeting."""

import json
from datetime import timedelta

import pytest

from legation.base import clock
from legation.base.wording.matters import STEPS
from legation.coordination.models import Matter, Minutes
from legation.coordination.web.matters.acts import FORMS
from tests.apps.coordination.matters import AT, raised, settled

pytestmark = pytest.mark.django_db
HOME = "/az2024/matters"
NEW = {
    "title": "No <b>hall</b>",
    "text": "The host refused it.",
    "mission": "berlin",
    "origin": "call",
    "origin_code": "7",
}


def made(client, **facts) -> str:
    answer = client.post(f"{HOME}/new/", NEW | facts)
    assert answer.status_code == 302
    return answer["Location"].rstrip("/").rpartition("/")[2]


def steps(client, code: str) -> list[str]:
    return client.get(f"{HOME}/{code}/").context["steps"]


def test_from_raising_to_closing_by_the_forms(as_person) -> None:
    ben, eli, head = as_person("ben"), as_person("eli"), as_person("head-berlin")
    code = made(ben)
    page = f"{HOME}/{code}"
    assert (steps(ben, code), steps(head, code), steps(as_person("gus"), code)) == (
        ["take", "offer", "remark"], ["remark"], [],
    )  # fmt: skip
    assert head.post(f"{page}/remark/", {"text": "The senate wrote today."}).status_code == 302
    ben.post(f"{page}/take/")
    eli.post(f"{page}/take/")
    ben.post(f"{page}/offer/", {"text": "Vote at the embassy"})
    assert steps(eli, code) == ["offer", "date", "decide", "remark"]
    assert ben.post(f"{page}/decide/", {"option": "1"}).status_code == 302
    ((act, option, may),) = eli.get(f"{page}/").context["proposed"]
    assert (option, may) == (1, True)
    shown = eli.get(f"/two-persons/{act.code}/").content.decode()
    assert "Vote at the embassy" in shown
    assert "No &lt;b&gt;hall&lt;/b&gt;" in shown
    eli.post(f"/two-persons/{act.code}/confirm/")
    assert steps(ben, code) == ["effect", "close", "reopen", "remark"]
    assert ben.post(f"{page}/close/", {"closing": ""}).context["form"].errors.keys() == {"closing"}
    ben.post(f"{page}/effect/", {"link": "station:berlin"})
    ben.post(f"{page}/close/", {"closing": ""})
    answer = head.get(f"{page}/")
    assert str(answer.context["matter"].state) == "closed"
    assert [one.told for one in answer.context["effects"]] == ["station:berlin"]
    assert b"<b>hall</b>" not in answer.content


def test_a_mission_raises_with_two_fields_and_sees_its_own(as_person) -> None:
    cora = as_person("cora")
    assert list(cora.get(f"{HOME}/new/").context["form"].fields) == ["title", "text"]
    code = made(cora)
    assert (Matter.objects.get(code=code).scope_code, Matter.objects.get(code=code).origin) == ("AZ/tabriz", "page")
    assert as_person("head-rome").get(f"{HOME}/{code}/").status_code == 404
    assert [one.code for one in as_person("head-rome").get(f"{HOME}/").context["matters"]] == []
    assert cora.get(f"{HOME}/{code}/take/").status_code == 404
    assert cora.get(f"{HOME}/meeting/").status_code == 404


def test_the_time_is_typed_by_the_clock_of_home(as_person) -> None:
    code = made(as_person("ben"), due="2024-01-24 18:00")
    assert f"{Matter.objects.get(code=code).due:%Y-%m-%dT%H:%MZ}" == "2024-01-24T14:00Z"
    answer = as_person("ben").post(f"{HOME}/new/", NEW | {"due": "2024-01-20 18:00"})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["due"])


SEARCHES = {
    "any word, folded": ("q=SEKIL", 1),
    "by state": ("state=raised", 2),
    "by origin": ("origin=call", 2),
    "open": ("only=open", 2),
    "late": ("only=late", 0),
    "nothing": ("q=atlantis", 0),
    "by title": ("sort=-title", 2),
}


@pytest.mark.parametrize("case", SEARCHES.values(), ids=SEARCHES)
def test_matters_are_found(as_person, case) -> None:
    ben = as_person("ben")
    made(ben)
    made(ben, title="Şəkil barədə")
    query, count = case
    assert len(ben.get(f"{HOME}/?{query}").context["matters"]) == count


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_the_list_is_exported_as_it_is_filtered_without_persons(as_person, person, form) -> None:
    settled(person)
    raised(person("ben"))
    answer = as_person("gus").get(f"{HOME}/export/{form}/?state=taken")
    assert answer.status_code == 200
    if form == "json":
        assert [(one["state"], one["owned_by"]) for one in json.loads(answer.content)] == [
            ("taken", "central_commission ministry")
        ]


def test_what_waits_stands_on_the_list_and_on_the_desk(as_person, person) -> None:
    code = raised(person("head-berlin"))
    waiting = {who: as_person(who).get(f"{HOME}/").context["waiting"] for who in ("ben", "eli", "gus")}
    assert {who: [one.code for one in found] for who, found in waiting.items()} == {
        "ben": [code], "eli": [code], "gus": [],
    }  # fmt: skip
    (line,) = [one for one in as_person("eli").get("/az2024/").context["todo"] if "matter" in one.url]
    assert (line.url, line.button) == (f"{HOME}/{code}/", "Take it")


def test_the_meeting_from_its_agenda_to_signed_minutes(as_person, person) -> None:
    code = settled(person)
    ben, ana = as_person("ben"), as_person("ana")
    parts = ben.get(f"{HOME}/meeting/").context["agenda"].parts
    assert [(part, [one.code for one in found]) for part, found in parts] == [("new", [code])]
    assert ben.get(f"{HOME}/meeting/document/").content.startswith(b"%PDF-")
    assert ben.post(f"{HOME}/meeting/draw-up/").headers["Location"] == f"{HOME}/minutes/1/"
    digest = ben.get(f"{HOME}/minutes/1/").context["minutes"].digest
    assert ben.get(f"{HOME}/minutes/1/document/").content.startswith(b"%PDF-")
    ben.post(f"{HOME}/minutes/1/sign/", {"digest": digest})
    ((act, may),) = ana.get(f"{HOME}/minutes/1/").context["proposed"]
    assert may
    ana.post(f"/two-persons/{act.code}/confirm/")
    assert Minutes.objects.get().signed_at == AT
    assert ana.get(f"{HOME}/minutes/1/").context["may_settle"] is False
    assert as_person("gus").post(f"{HOME}/meeting/draw-up/").status_code == 404
    assert as_person("gus").get(f"{HOME}/minutes/9/").status_code == 404


def test_a_matter_that_is_late_says_so(as_person, person) -> None:
    code = settled(person)
    restore = clock.use(lambda: AT + timedelta(days=3))
    try:
        assert as_person("ben").get(f"{HOME}/{code}/").context["late"] is True
        assert as_person("ben").get(f"{HOME}/meeting/").context["agenda"].parts[0][0] == "overdue"
    finally:
        restore()


def test_every_step_has_its_form() -> None:
    assert set(FORMS) | {"decide"} == set(STEPS)
