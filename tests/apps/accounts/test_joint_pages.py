"""Acts by two persons at the browser: the list, what would happen, confirm, refuse, withdraw."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.test import Client

from legation.accounts.queries import actor_by_code
from legation.plan import actions as plan
from legation.plan import queries
from legation.stations import actions as stations

pytestmark = pytest.mark.django_db
AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
Enter = Callable[[str], Client]


@pytest.fixture
def moving(db: None) -> str:
    """Ana's proposal to move the election day by a week."""
    days = {"seen": date(2024, 2, 7), "to": date(2024, 2, 14)}
    return plan.move_election_day.propose(code="az2024", **days, reason="snow", by=actor_by_code("ana", AT), at=AT)


@pytest.fixture
def closing(db: None) -> str:
    facts = {"election": "az2024", "station": "tabriz", "reason": "the hall burnt"}
    return stations.close_station.propose(**facts, by=actor_by_code("cora", AT), at=AT)


def listed(client: Client) -> dict[str, list[str]]:
    context = client.get("/two-persons/").context
    return {name: [one["value"].code for one in context[name]] for name in ("mine", "others")}


def test_the_list_says_for_whom_it_waits(as_person: Enter, moving: str, closing: str) -> None:
    assert {who: listed(as_person(who)) for who in ("ana", "eli", "cora", "ben")} == {
        "ana": {"mine": [closing], "others": [moving]},
        "eli": {"mine": [moving, closing], "others": []},
        "cora": {"mine": [], "others": [closing]},
        "ben": {"mine": [], "others": []},
    }


def test_the_page_says_what_would_happen_who_wants_it_and_who_can_confirm(as_person: Enter, closing: str) -> None:
    answer = as_person("ana").get(f"/two-persons/{closing}/")
    text = answer.content.decode()
    assert dict(answer.context["facts"]) == {
        "Election": "az2024", "Reason": "the hall burnt", "Station": "Tabriz",
    }  # fmt: skip
    assert [words in text for words in ("Cora", "Head of mission", "the central commission", "What would happen")] == [
        True, True, True, True,
    ]  # fmt: skip


def test_days_are_told_as_people_read_them(as_person: Enter, moving: str) -> None:
    facts = dict(as_person("eli").get(f"/two-persons/{moving}/").context["facts"])
    assert (facts["Election day now"], facts["New election day"]) == ("Wed 7 Feb 2024", "Wed 14 Feb 2024")


@pytest.mark.parametrize(
    ("who", "buttons"),
    [("ana", (False, True)), ("eli", (True, False)), ("gus", (False, False))],
)
def test_buttons_are_for_whoever_may_press_them(
    as_person: Enter, moving: str, who: str, buttons: tuple[bool, bool]
) -> None:
    text = as_person(who).get(f"/two-persons/{moving}/").content.decode()
    assert (f"/{moving}/confirm/" in text, f"/{moving}/withdraw/" in text) == buttons


@pytest.mark.parametrize("who", ["ben", "cora", "fara", "dan"])
def test_to_others_it_does_not_exist(as_person: Enter, moving: str, who: str) -> None:
    client = as_person(who)
    answers = (client.get(f"/two-persons/{moving}/"), client.post(f"/two-persons/{moving}/confirm/"))
    assert [one.status_code for one in answers] == [404, 404]


def test_confirming_does_it_and_shows_both_persons(as_person: Enter, moving: str) -> None:
    client = as_person("eli")
    answer = client.post(f"/two-persons/{moving}/confirm/", follow=True)
    text = answer.content.decode()
    assert queries.election("az2024").election_day == date(2024, 2, 14)
    assert ["Confirmed." in text, "Eli" in text, "What was done" in text] == [True, True, True]
    assert client.post(f"/two-persons/{moving}/confirm/").status_code == 302


def test_one_cannot_confirm_what_one_proposed(as_person: Enter, moving: str) -> None:
    answer = as_person("ana").post(f"/two-persons/{moving}/confirm/")
    assert (answer.status_code, answer.context["code"]) == (409, "A500")


def test_refusing_asks_for_a_reason(as_person: Enter, moving: str) -> None:
    bare = as_person("eli").post(f"/two-persons/{moving}/refuse/", {"reason": ""})
    assert (bare.status_code, bare.context["code"]) == (409, "A510")
    as_person("eli").post(f"/two-persons/{moving}/refuse/", {"reason": "no quorum"})
    assert "no quorum" in as_person("ana").get(f"/two-persons/{moving}/").content.decode()


def test_withdrawing_ends_it(as_person: Enter, moving: str) -> None:
    as_person("ana").post(f"/two-persons/{moving}/withdraw/")
    answer = as_person("eli").post(f"/two-persons/{moving}/confirm/")
    assert (answer.status_code, answer.context["code"]) == (409, "A502")


def test_a_step_that_does_not_exist_is_not_found(as_person: Enter, moving: str) -> None:
    assert as_person("ana").post(f"/two-persons/{moving}/burn/").status_code == 404
