"""What a mission's record was before, and since when it is as it is."""

import pytest
from django.test import Client

from legation.accounts.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.urls("legation.project.urls")]
RECORD = {"working_days": "1111011", "zone": "Asia/Tehran"}


def test_telephone_and_website_say_what_they_were_before() -> None:
    cora = Client()
    cora.force_login(User.objects.get(code="cora"))
    for telephone, website in (("+98 41 1", "https://one.example/"), ("+98 41 2", "https://two.example/")):
        sent = RECORD | {"duty_phone": telephone, "website": website}
        assert cora.post("/az2024/missions/tabriz/change/", sent).status_code == 302
    page = cora.get("/az2024/missions/tabriz/")
    assert {(one.field, one.before, one.after) for one in page.context["changes"]} == {
        ("duty_phone", "", "+98 41 1"),
        ("website", "", "https://one.example/"),
        ("duty_phone", "+98 41 1", "+98 41 2"),
        ("website", "https://one.example/", "https://two.example/"),
    }
    assert b"<del>+98 41 1</del>" in page.content
