"""A form that is sent twice acts once."""

import re

import pytest
from django.test import Client

from legation.accounts.queries import user
from legation.base.once import KEPT
from legation.integrity import queries as log
from legation.stations.models import StationChange

pytestmark = pytest.mark.django_db
FORM = "/az2024/stations/tabriz/change/address/"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@pytest.fixture
def cora() -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(user("cora"))
    return client


def filled(client: Client, address: str = "Street 7") -> dict[str, str]:
    """The form as its page gives it, filled in."""
    token = TOKEN.findall(client.get(FORM).content.decode())[-1]
    day = {"effective_on_0": "23", "effective_on_1": "1", "effective_on_2": "2024", "effective_on": "2024-01-23"}
    return {"csrfmiddlewaretoken": token, "address": address, "reason": "Larger hall", **day}


def test_the_same_sending_twice_acts_once_and_leads_to_the_same_page(cora: Client) -> None:
    given, size = filled(cora), log.size()
    first, second = cora.post(FORM, given), cora.post(FORM, given)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]
    assert (StationChange.objects.count(), log.size()) == (1, size + 1)
    assert "was not done a second time" in cora.get(second["Location"]).content.decode()


def test_another_content_from_the_same_page_is_another_sending(cora: Client) -> None:
    given = filled(cora)
    cora.post(FORM, given)
    cora.post(FORM, given | {"address": "Street 8"})
    assert [one.after for one in StationChange.objects.order_by("pk")] == ["Street 7", "Street 8"]


def test_the_same_content_from_a_page_opened_anew_is_asked_of_the_action(cora: Client) -> None:
    cora.post(FORM, filled(cora))
    assert cora.post(FORM, filled(cora)).status_code == 422


def test_what_was_refused_or_incomplete_may_be_sent_again(cora: Client) -> None:
    given = filled(cora) | {"reason": ""}
    assert [cora.post(FORM, given).status_code for _ in range(2)] == [422, 422]
    assert "done" not in cora.cookies


def test_the_browser_learns_which_sending_was_done(cora: Client) -> None:
    given = filled(cora)
    assert cora.post(FORM, given).cookies["done"].value == given["csrfmiddlewaretoken"][-8:]


def test_a_sending_holds_for_its_own_session_alone(cora: Client) -> None:
    given = filled(cora)
    cora.post(FORM, given)
    other = Client()
    other.force_login(user("cora"))
    assert other.post(FORM, given).status_code == 422


def test_a_form_of_everybody_is_not_remembered(cora: Client) -> None:
    token = TOKEN.findall(cora.get(FORM).content.decode())[0]
    for _ in range(2):
        answer = cora.post("/language/", {"language": "az", "next": FORM, "csrfmiddlewaretoken": token})
        assert "django_language" in answer.cookies
    assert "sent" not in cora.session


def test_no_more_than_a_few_are_remembered(cora: Client) -> None:
    for number in range(KEPT + 2):
        cora.post(FORM, filled(cora, f"Street {number}"))
    assert len(cora.session["sent"]) == KEPT
