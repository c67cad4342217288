"""Complaining without an account, and the register for everybody: sealed, guarded, and naming nobody."""

import pytest
from django.test import Client

from legation.coordination.models import Complaint
from legation.coordination.queries import complaints as queries
from legation.plan import queries as plan
from legation_core.correspondence import complaints as core

pytestmark = pytest.mark.django_db
HOME = "/az2024/complaints"
GIVEN = {
    "station": "tabriz", "against": "station_commission", "happened_on": "2024-01-22", "name": "Zahra Muster",
    "address": "Street 1", "act": "No <b>ballot</b>", "circumstances": "Said no", "consent": "on", "website": "",
}  # fmt: skip


def test_a_stranger_complains_and_the_register_names_nobody(person) -> None:
    answer = Client().post(f"{HOME}/online/", GIVEN)
    assert (answer.status_code, answer.context["number"]) == (200, 1)
    value = plan.election("az2024")
    one = queries.complaint(value, 1)
    assert (str(one.channel), one.current.body) == ("online", "district_commission")
    assert queries.party(person("fara"), value, one).name == "Zahra Muster"
    shown = Client().get(f"{HOME}/register/").content.decode()
    assert "tabriz" in shown
    assert [word for word in ("Muster", "ballot", "Said no") if word in shown + answer.content.decode()] == []


def test_without_consent_or_with_the_trap_filled_nothing_is_kept() -> None:
    assert Client().post(f"{HOME}/online/", GIVEN | {"consent": ""}).status_code == 422
    assert Client().post(f"{HOME}/online/", GIVEN | {"website": "x"}).status_code == 200
    assert Complaint.objects.count() == 0


def test_floods_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core, "ONLINE_AN_HOUR", 1)
    assert [Client().post(f"{HOME}/online/", GIVEN).status_code for _ in range(2)] == [200, 409]


def test_what_does_not_exist_is_not_found() -> None:
    assert [Client().get(f"/no-such/complaints/{page}/").status_code for page in ("register", "online")] == [404, 404]
