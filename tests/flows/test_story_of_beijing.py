"""The inquiry from Beijing: answered by the commission as the ministry approves, published, found in Los Angeles."""

from collections.abc import Callable

import pytest
from django.test import Client

from legation.accounts.models import User
from legation.integrity.models import Leaf

pytestmark = [pytest.mark.django_db, pytest.mark.urls("legation.project.urls")]
ASKED = {
    "subject": "Crew of an aircraft", "text": "A crew lands on the day and leaves again. May its members vote here?",
    "category": "documents", "urgency": "urgent", "language": "en",
}  # fmt: skip
PUBLISHED = {
    "category": "documents", "question_en": "May an air crew vote that is here for a day?",
    "answer_en": "Invented for this test.", "question_az": "Bir günlük gələn təyyarə heyəti səs verə bilərmi?",
    "answer_az": "Bu sınaq üçün uydurulub.",
}  # fmt: skip
SPELLINGS = ("teyyare heyeti ses vere bilermi", "тәјјарә һејәти сәс верә биләр", "aircrew voting, one day only")


@pytest.fixture
def at_desk(db: None) -> Callable[[str], Client]:
    def signed_in(code: str) -> Client:
        client = Client()
        client.force_login(User.objects.get(code=code))
        return client

    return signed_in


def test_an_inquiry_from_beijing_is_answered_published_and_found_from_los_angeles(at_desk) -> None:
    beijing, eli, ben = (at_desk(one) for one in ("head-beijing", "eli", "ben"))
    before = Leaf.objects.count()
    page = beijing.post("/az2024/inquiries/ask/", ASKED).headers["Location"]
    assert any(page in act.url for act in eli.get("/az2024/").context["todo"])
    for who, step, given in (
        (eli, "draft", {"text": "Yes."}),
        (eli, "submit", {"sure": "yes"}),
        (ben, "return", {"reason": "Say with which document."}),
        (eli, "draft", {"text": "Yes, with a valid document."}),
        (eli, "submit", {"sure": "yes"}),
        (ben, "approve", {"sure": "yes"}),
    ):
        assert who.post(f"{page}{step}/", given).status_code == 302
    told = beijing.get(page).context["thread"]
    assert [one.text for one in told if one.kind == "answer"] == ["Yes, with a valid document."]
    code = page.rstrip("/").rpartition("/")[2]
    answer = eli.post(f"/az2024/answers/publish/?inquiry={code}", PUBLISHED).headers["Location"]
    assert ben.post(f"{answer}confirm/", {"sure": "yes"}).status_code == 302
    los_angeles = at_desk("head-los-angeles")
    assert los_angeles.get(page).status_code == 404
    for asked in SPELLINGS:
        found = los_angeles.get("/az2024/answers/", {"q": asked}).context["answers"]
        assert f"/az2024/answers/{found[0]['knowledge'].code}/" == answer
    assert [one.kind for one in Leaf.objects.filter(index__gte=before).order_by("index")] == [
        "inquiry_asked", "inquiry_drafted", "inquiry_submitted", "inquiry_returned", "inquiry_drafted",
        "inquiry_submitted", "inquiry_approved", "knowledge_proposed", "knowledge_published",
    ]  # fmt: skip
