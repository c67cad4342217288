"""Pages of headquarters: what stands there, who may do what, forms and their refusals, exports, queries."""

import csv
import io
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from legation.headquarters.models import Entry, Member, Shift, Unit

ROOT = "/az2024/headquarters/"
pytestmark = pytest.mark.django_db


def text(client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def test_the_overview_shows_both_and_offers_the_next_act(as_person) -> None:
    page = text(as_person("ben"), ROOT)
    wanted = (
        "Ministry of Foreign Affairs",
        "Central Election Commission",
        "Log a call or an order",
        "(number not published)",
    )
    assert [word for word in wanted if word not in page] == []


def test_whoever_only_reads_is_offered_no_act(as_person) -> None:
    page = text(as_person("gus"), ROOT)
    assert [word for word in ("Log a call", "Name a member", "tel:", "mailto:") if word in page] == []


def test_a_mission_finds_no_headquarters(as_person) -> None:
    assert as_person("cora").get(ROOT).status_code == 404


def test_a_unit_is_entered_on_the_page(as_person) -> None:
    given = {"kind": "working_group", "number": "7", "dated": "2024-01-22"}
    assert as_person("ana").post(f"{ROOT}establish/", given).status_code == 302
    assert Unit.objects.filter(body="central_commission").count() == 2
    assert as_person("eli").post(f"{ROOT}establish/", given).status_code == 422


def test_a_member_is_named_on_the_page(as_person) -> None:
    given = {"unit": "headquarters", "name": "New One", "function": "systems", "telephone": "+994 1"}
    assert as_person("ben").post(f"{ROOT}members/new/", given).status_code == 302
    assert Member.objects.get(name="New One").telephone == "+994 1"


def test_an_account_that_is_none_stands_beside_its_field(as_person) -> None:
    given = {"unit": "headquarters", "name": "New One", "function": "systems", "person": "nobody"}
    answer = as_person("ben").post(f"{ROOT}members/new/", given)
    assert (answer.status_code, "has no account here" in answer.content.decode()) == (422, True)


def test_a_member_leaves_on_the_page(as_person) -> None:
    code = Member.objects.get(name="Mina").code
    assert as_person("ben").post(f"{ROOT}members/{code}/leave/", {"sent": "yes"}).status_code == 302
    assert Member.objects.get(code=code).left_at is not None


def test_the_rota_shows_twenty_eight_hours_and_no_problem(as_person) -> None:
    page = text(as_person("ana"), f"{ROOT}rota/")
    wanted = ("28 hours, from the first opening to the last closing", "No hour is unfilled", "Mina", "Eli")
    assert [word for word in wanted if word not in page] == []


def test_a_gap_is_shown_with_its_remedy(as_person) -> None:
    client, code = as_person("ben"), Shift.objects.get(member__name="Mina").code
    assert client.post(f"{ROOT}rota/{code}/remove/", {"sent": "yes"}).status_code == 302
    page = text(client, f"{ROOT}rota/")
    assert [
        word
        for word in ("nobody is on duty", "4 hours", "day-bar-overdue", "?starts=2024-02-07T23:00Z")
        if word not in page
    ] == []


def test_a_shift_is_typed_by_the_home_clock(as_person) -> None:
    member = Member.objects.get(name="Mina").code
    given = {"member": member, "starts": "2024-02-08 07:00", "ends": "2024-02-08 09:00"}
    assert as_person("ben").post(f"{ROOT}rota/assign/", given).status_code == 302
    assert f"{Shift.objects.latest('starts').starts:%Y-%m-%d %H:%M}" == "2024-02-08 03:00"


@pytest.mark.parametrize(
    ("starts", "ends"), [("tomorrow", "2024-02-08 09:00"), ("2024-02-08 09:00", "2024-02-08 07:00")]
)
def test_a_shift_that_is_none_stays_on_the_page(as_person, starts, ends) -> None:
    given = {"member": Member.objects.get(name="Mina").code, "starts": starts, "ends": ends}
    assert as_person("ben").post(f"{ROOT}rota/assign/", given).status_code == 422


def test_hours_are_filled_in_turns(as_person) -> None:
    members = list(Member.objects.filter(unit__body="ministry").values_list("code", flat=True))
    given = {"starts": "2024-02-09 08:00", "ends": "2024-02-10 08:00", "hours": "6", "members": members}
    assert as_person("ben").post(f"{ROOT}rota/turns/", given).status_code == 302
    assert Shift.objects.filter(starts__gte="2024-02-09T00:00Z").count() == 4


def test_a_call_is_logged_found_and_closed(as_person) -> None:
    client = as_person("ben")
    given = {
        "kind": "call_in",
        "mission": "berlin",
        "text": "The hall is refused",
        "follow_up": "on",
        "due": "2024-01-24 10:00",
    }
    assert client.post(f"{ROOT}log/new/", given).status_code == 302
    entry = Entry.objects.get()
    assert "The hall is refused" in text(client, f"{ROOT}log/?q=HALL&state=open&kind=call_in&mission=berlin")
    assert "No entry fits." in text(client, f"{ROOT}log/?q=ballots")
    assert client.post(f"{ROOT}log/{entry.code}/close/", {"outcome": "Moved."}).status_code == 302
    assert "Moved." in text(client, f"{ROOT}log/")


def test_the_call_list_says_what_time_it_is(as_person) -> None:
    page = text(as_person("ben"), f"{ROOT}calls/")
    wanted = ("it is 21:00 in Los Angeles", "it is 14:00 in Seoul", "46 of 46")
    assert [word for word in wanted if word not in page] == []


def test_the_call_list_is_filtered(as_person) -> None:
    assert "1 of 46" in text(as_person("ben"), f"{ROOT}calls/?q=seoul&reach=at_work")


@pytest.mark.parametrize("what", ["rota", "log"])
def test_exports_hold_what_the_page_shows(as_person, what) -> None:
    client = as_person("ben")
    rows = json.loads(client.get(f"{ROOT}{what}/export/json/").content)
    read = list(csv.DictReader(io.StringIO(client.get(f"{ROOT}{what}/export/csv/").content.decode("utf-8-sig"))))
    assert (len(rows), len(read), client.get(f"{ROOT}{what}/export/xlsx/").status_code) == (len(read), len(rows), 200)
    assert client.get(f"{ROOT}{what}/export/doc/").status_code == 404


def test_an_empty_page_says_what_to_do(as_person) -> None:
    assert "Nothing is logged yet." in text(as_person("ben"), f"{ROOT}log/")


@pytest.mark.parametrize("path", ["", "rota/", "log/", "calls/"])
def test_pages_are_read_in_azerbaijani(as_person, path) -> None:
    client = as_person("ben")
    client.cookies["django_language"] = "az"
    assert 'lang="az"' in text(client, ROOT + path)


def test_the_rota_costs_the_same_for_many_shifts(as_person) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            text(client, f"{ROOT}rota/")
        return len(caught)

    client = as_person("ben")
    queries()
    before = queries()
    one = Shift.objects.filter(body="ministry").first()
    Shift.objects.bulk_create(
        Shift(
            election_id="az2024",
            code=f"many{number}",
            body="ministry",
            member=one.member,
            starts=one.starts,
            ends=one.ends,
            at=one.at,
        )
        for number in range(20)
    )
    assert queries() == before
