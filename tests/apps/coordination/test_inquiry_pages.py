"""Pages of inquiries: asked, found, answered by the forms; offered to those whose step it is."""

import json

import pytest

from legation.coordination.models import Inquiry

pytestmark = pytest.mark.django_db
HOME = "/az2024/inquiries"
NEW = {
    "subject": "On <b>papers</b>", "text": "May one vote?", "category": "documents", "urgency": "ordinary",
    "language": "en",
}  # fmt: skip


def made(client, **facts) -> str:
    answer = client.post(f"{HOME}/ask/", NEW | facts)
    assert answer.status_code == 302
    return answer["Location"].rstrip("/").rpartition("/")[2]


def steps(client, code: str) -> list[str]:
    return [one.key for one in client.get(f"{HOME}/{code}/").context["steps"]]


def test_from_the_question_to_the_answer_by_the_forms(as_person) -> None:
    asker, eli, ben = as_person("head-beijing"), as_person("eli"), as_person("ben")
    code = made(asker)
    assert steps(asker, code) == ["add", "close"]
    assert steps(eli, code) == ["draft", "assign", "refer", "add", "close"]
    assert eli.post(f"{HOME}/{code}/draft/", {"text": "Yes."}).status_code == 302
    assert eli.post(f"{HOME}/{code}/submit/", {"sure": "yes"}).status_code == 302
    assert [one.code for one in ben.get(f"{HOME}/").context["to_approve"]] == [code]
    assert steps(ben, code) == ["approve", "return"]
    assert "Yes." in ben.get(f"{HOME}/{code}/approve/").content.decode()
    assert ben.post(f"{HOME}/{code}/approve/", {"sure": "yes"}).status_code == 302
    page = asker.get(f"{HOME}/{code}/")
    assert [entry.kind for entry in page.context["thread"]] == ["question", "answer"]
    assert b"On &lt;b&gt;papers&lt;/b&gt;" in page.content
    assert steps(asker, code) == ["add", "reopen", "close"]


def test_another_mission_meets_not_found(as_person) -> None:
    code = made(as_person("head-beijing"))
    cora = as_person("cora")
    assert [cora.get(f"{HOME}/{code}/{rest}").status_code for rest in ("", "add/", "draft/")] == [404] * 3
    assert cora.post(f"{HOME}/{code}/add/", {"text": "x"}).status_code == 404
    assert as_person("fara").get(f"{HOME}/").status_code == 404


def test_headquarters_asks_for_a_mission(as_person) -> None:
    code = made(as_person("ben"), mission="rome")
    assert Inquiry.objects.get(code=code).mission.code == "rome"
    assert "mission" not in as_person("cora").get(f"{HOME}/ask/").context["form"].fields


WRONG = {
    "no question": ({"text": " "}, "text"),
    "no subject": ({"subject": ""}, "subject"),
    "an unknown category": ({"category": "moon"}, "category"),
}


@pytest.mark.parametrize("case", WRONG.values(), ids=WRONG)
def test_what_can_be_mended_stands_beside_its_field(as_person, case) -> None:
    facts, field = case
    answer = as_person("cora").post(f"{HOME}/ask/", NEW | facts)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


SEARCHES = {
    "any word": ("q=PAPERS", 2),
    "by category": ("category=voting", 1),
    "by state": ("state=answered", 0),
    "late": ("late=yes", 0),
    "nothing": ("q=atlantis", 0),
    "sorted": ("sort=-number", 2),
}


@pytest.mark.parametrize("case", SEARCHES.values(), ids=SEARCHES)
def test_inquiries_are_found(as_person, case) -> None:
    rome = as_person("head-rome")
    made(rome)
    made(rome, category="voting")
    query, count = case
    assert len(rome.get(f"{HOME}/?{query}").context["inquiries"]) == count


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_the_register_is_exported_as_it_is_filtered(as_person, form) -> None:
    rome = as_person("head-rome")
    made(rome)
    made(rome, category="voting")
    answer = rome.get(f"{HOME}/export/{form}/?category=voting")
    assert answer.status_code == 200
    if form == "json":
        assert [one["category"] for one in json.loads(answer.content)] == ["voting"]


def test_desks_lead_to_what_waits(as_person) -> None:
    acts = as_person("eli").get("/az2024/").context["todo"]
    assert "/az2024/inquiries/" in " ".join(one.url for one in acts)


def test_many_are_answered_with_one(as_person) -> None:
    eli = as_person("eli")
    first, other = made(as_person("head-rome"), category="voting"), made(as_person("cora"), category="voting")
    eli.post(f"{HOME}/{first}/draft/", {"text": "Yes."})
    eli.post(f"{HOME}/{first}/answer/", {"sure": "yes"})
    assert "settle" in steps(eli, first)
    assert eli.post(f"{HOME}/{first}/settle/", {"others": [other]}).status_code == 302
    assert [entry.text for entry in as_person("cora").get(f"{HOME}/{other}/").context["thread"]][-1] == "Yes."
