"""The matter in Berlin: the host refuses a hall, both institutions decide, the address moves, the public is told."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client

from legation.accounts.models import User
from legation.integrity.models import Leaf
from legation.publication import actions as publication

pytestmark = [pytest.mark.django_db, pytest.mark.urls("legation.project.urls")]
AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
HALL = "Berlin, Hall of the test 5"


@pytest.fixture
def at_desk(db: None) -> Callable[[str], Client]:
    def signed_in(code: str) -> Client:
        client = Client()
        client.force_login(User.objects.get(code=code))
        return client

    return signed_in


def test_the_host_refuses_a_hall_the_address_moves_and_voters_are_told(at_desk, person) -> None:
    head, ben, ana = (at_desk(one) for one in ("head-berlin", "ben", "ana"))
    raised = head.post("/az2024/matters/new/", {"title": "No hall", "text": "The host refuses the hall."})
    page = raised.headers["Location"]
    for client in (ben, ana):
        client.post(f"{page}take/", {"csrfmiddlewaretoken": "x"})
    for text in ("Ask again", "Move the station"):
        ana.post(f"{page}offer/", {"text": text})
    ana.post(f"{page}decide/", {"option": "2"})
    ((act, _option, may),) = ben.get(page).context["proposed"]
    assert may
    ben.post(f"/two-persons/{act.code}/confirm/")
    moved = {"address": HALL, "reason": "The host refuses the hall", "effective_on": "2024-01-24"}
    assert head.post("/az2024/stations/berlin/change/address/", moved).status_code == 302
    record = Leaf.objects.filter(kind="station_changed").latest("index").index
    for link in ("station:berlin", str(record)):
        ben.post(f"{page}effect/", {"link": link})
    ben.post(f"{page}close/", {"closing": "Voters find the new address."})
    one = head.get(page).context
    assert (str(one["matter"].state), [effect.told for effect in one["effects"]]) == (
        "closed", ["station:berlin", f"record:{record}"],
    )  # fmt: skip
    publication.freeze(election="az2024", by=person("eli"), at=AT)
    changes = Client().get("/az2024/public/en/changes/").content.decode()
    assert HALL in changes
    assert "No hall" not in changes
    assert at_desk("head-rome").get(page).status_code == 404
