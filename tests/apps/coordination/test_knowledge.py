"""Published answers: proposed by one institution, confirmed by the other, in versions; found, offered, withdrawn."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from legation.base.actors import OutOfScope
from legation.coordination.actions import knowledge as actions
from legation.coordination.convert.knowledge import Said
from legation.coordination.models import Inquiry, Knowledge
from legation.coordination.queries import knowledge as queries
from legation.integrity.models import Leaf
from legation.plan import queries as plan
from legation_core.problems import Refused

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
pytestmark = pytest.mark.django_db
TEXTS = {"en": Said("Which pens lie in the booth?", "Blue ones."), "az": Said("Kabinədə hansı qələm olur?", "Göy.")}
HOME = "/az2024/answers"


@pytest.fixture
def publish(person) -> Callable[..., str]:
    def do(by: str = "eli", **named: Any) -> str:
        facts = {"category": "documents", "audience": "missions", "texts": TEXTS}
        return actions.publish(**{"election": "az2024", "by": person(by), "at": AT} | facts | named)

    return do


def refusal(action, *given, **named) -> str:
    with pytest.raises(Refused) as refused:
        action(*given, **named)
    return refused.value.code


def found(asked: str) -> list[str]:
    return [one.entry for one in queries.searched(plan.election("az2024"), asked)]


def test_an_answer_is_found_when_the_other_institution_has_confirmed_it(publish, person) -> None:
    code = publish()
    value, cora = plan.election("az2024"), person("cora")
    assert code not in found("pens in the booth")
    with pytest.raises(OutOfScope):
        queries.knowledge_for(cora, value, code)
    assert refusal(actions.confirm, election="az2024", code=code, by=person("ana"), at=AT) == "Q106"
    actions.confirm(election="az2024", code=code, by=person("ben"), at=AT)
    assert found("pens in the booth")[0] == code
    assert queries.knowledge_for(cora, value, code).said("az").answer == "Göy."


def test_a_new_version_is_in_force_when_it_is_confirmed(publish, person) -> None:
    code = publish()
    about = {"election": "az2024", "code": code, "at": AT}
    actions.confirm(by=person("ben"), **about)
    actions.edit(texts={"en": Said("Which pens?", "Black ones.")}, by=person("eli"), **about)
    value = plan.election("az2024")
    assert queries.knowledge_for(person("cora"), value, code).said("en").answer == "Blue ones."
    actions.confirm(by=person("ben"), **about)
    one = queries.knowledge_for(person("cora"), value, code)
    assert (one.version, one.said("en").answer, list(one.texts)) == (2, "Black ones.", ["en"])
    assert [version for version, _, _ in queries.versions(one)] == [2, 1]
    assert refusal(actions.confirm, by=person("ben"), **about) == "A006"
    same = {"en": Said("Which pens?", "Black ones.")}
    assert refusal(actions.edit, texts=same, by=person("eli"), **about) == "A053"


def test_where_nobody_approves_it_is_published_at_once(publish) -> None:
    assert found("pens in the booth")[:1] != [publish(category="voting")]
    assert Knowledge.objects.latest("pk").version == 1


def test_what_is_withdrawn_is_found_no_more(publish, person) -> None:
    code = publish(category="voting")
    assert code in found("pens booth")
    actions.withdraw(election="az2024", code=code, reason="Wrong.", by=person("eli"), at=AT)
    assert code not in found("pens booth")
    with pytest.raises(OutOfScope):
        queries.knowledge_for(person("cora"), plan.election("az2024"), code)


REFUSALS = {
    "another body's category": ("Q106", {"category": "consular"}),
    "no category": ("Q104", {"category": "moon"}),
    "no audience": ("Q115", {"audience": "nobody"}),
    "half a text": ("Q116", {"texts": {"en": Said("Why?", " ")}}),
    "no text": ("Q116", {"texts": {}}),
}


@pytest.mark.parametrize("case", REFUSALS.values(), ids=REFUSALS)
def test_refusals(publish, case) -> None:
    code, facts = case
    assert refusal(publish, **facts) == code


@pytest.mark.parametrize("who", ["cora", "gus"])
def test_missions_and_auditors_publish_nothing(publish, who) -> None:
    with pytest.raises((Refused, OutOfScope)):
        publish(by=who)


SPELLINGS = {
    "English, other words": "identity card while my passport is being renewed",
    "Azerbaijani without its letters": "sexsiyyet vesiqesi ile ses vermek",
    "Azerbaijani in Cyrillic": "шәхсијјәт вәсигәси илә сәс вермәк",
    "slips": "identty crd pasport renewd",
}


@pytest.mark.parametrize("asked", SPELLINGS.values(), ids=SPELLINGS)
def test_the_answer_to_beijing_is_found_from_los_angeles_in_another_spelling(as_person, asked) -> None:
    page = as_person("head-los-angeles").get(f"{HOME}/", {"q": asked})
    code = Knowledge.objects.get(inquiry__subject="A voter whose passport is being renewed").code
    assert [one["knowledge"].code for one in page.context["answers"]][:1] == [code]
    inside = as_person("head-los-angeles").get(f"{HOME}/{code}/")
    assert (inside.context["inquiry"], inside.context["versions"]) == ("", [])


def test_answers_are_offered_before_a_question_is_asked(as_person) -> None:
    asker = as_person("head-los-angeles")
    asked = {
        "subject": "Identity card", "text": "Passport is being renewed: can one vote with an identity card?",
        "category": "documents", "urgency": "ordinary", "language": "en",
    }  # fmt: skip
    before = Inquiry.objects.count()
    page = asker.post("/az2024/inquiries/ask/", asked)
    assert (page.status_code, len(page.context["like"]), Inquiry.objects.count()) == (200, 1, before)
    assert asker.post("/az2024/inquiries/ask/", asked | {"anyway": "yes"}).status_code == 302
    assert Inquiry.objects.count() == before + 1


def test_while_typing_a_part_of_a_page_comes(as_person) -> None:
    asker = as_person("head-los-angeles")
    part = asker.get(f"{HOME}/like/", {"q": "vote with identity card passport renewed"})
    assert b"identity card while the passport" in part.content
    assert b"<html" not in part.content
    assert asker.get(f"{HOME}/like/", {"q": "the moon"}).content.strip() == b""


def test_published_from_the_inquiry_by_the_forms(as_person) -> None:
    cora, eli, ben = as_person("cora"), as_person("eli"), as_person("ben")
    asked = {"subject": "Pens", "text": "Which?", "category": "documents", "urgency": "ordinary", "language": "en"}
    code = cora.post("/az2024/inquiries/ask/", asked)["Location"].rstrip("/").rpartition("/")[2]
    for who, step, given in (
        (eli, "draft", {"text": "Blue."}),
        (eli, "submit", {"x": "1"}),
        (ben, "approve", {"x": "1"}),
    ):
        assert who.post(f"/az2024/inquiries/{code}/{step}/", given).status_code == 302
    assert f"answers/publish/?inquiry={code}" in eli.get(f"/az2024/inquiries/{code}/").content.decode()
    form = eli.get(f"{HOME}/publish/?inquiry={code}").context["form"]
    assert (form["question_en"].value(), form["answer_en"].value()) == ("Pens", "Blue.")
    given = {"category": "documents", "question_en": "Which pens lie there?", "answer_en": "Blue ones."}
    made = eli.post(f"{HOME}/publish/?inquiry={code}", given)["Location"]
    assert cora.get(made).status_code == 404
    assert ben.post(f"{made}confirm/", {"x": "1"}).status_code == 302
    assert b"Blue ones." in cora.get(made).content
    assert eli.post(f"{made}edit/", {"question_en": "Which?", "answer_en": ""}).status_code == 422
    assert eli.post(f"{made}withdraw/", {"reason": "x"}).status_code == 302


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_answers_are_exported(as_person, form) -> None:
    assert as_person("cora").get(f"{HOME}/export/{form}/").status_code == 200


def test_the_log_tells_that_and_not_what(publish) -> None:
    publish()
    octets = bytes(Leaf.objects.latest("index").octets)
    assert (b"pens" in octets, b"eli" in octets, b"documents" in octets) == (False, False, True)
