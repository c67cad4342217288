"""Pages of seminars, from the plan to the answers."""

import csv
import io

import pytest
from icalendar import Calendar

from legation.training.models import Participant, Seat, Seminar

pytestmark = pytest.mark.django_db
HOME = "/az2024/seminars"
PLAN = {
    "name_en": "On <b>counting</b>", "name_az": "Sayılma", "aims_en": "To count.", "aims_az": "", "languages": ["az"],
    "days": "2024-01-25\n2024-01-26", "length": "90", "opens": "08:00", "closes": "20:00", "missions": "with_station",
    "chairs": "on", "units": "Consular department", "share": "80",
}  # fmt: skip
SPEAKER = {"name": "S", "function": "F", "body": "ministry", "zone": "Asia/Baku", "stands_in_for": ""}


def made(client, **facts) -> str:
    answer = client.post(f"{HOME}/new/", PLAN | facts)
    assert answer.status_code == 302
    return answer["Location"].rstrip("/").rpartition("/")[2]


def test_from_the_plan_to_the_answer_by_the_forms(as_person) -> None:
    ben, cora = as_person("ben"), as_person("cora")
    code = made(ben)
    module = {"name_en": "Lists", "name_az": "Siyahılar", "minutes": "45", "text": "First.\n\nSecond."}
    assert ben.post(f"{HOME}/{code}/add/module/", module).status_code == 302
    assert ben.post(f"{HOME}/{code}/add/speaker/", SPEAKER).status_code == 302
    found = [key for key, _words in ben.get(f"{HOME}/{code}/slots/").context["form"].fields["found"].choices]
    assert len(found) == 3
    assert ben.post(f"{HOME}/{code}/slots/", {"found": found[:2], "others": ""}).status_code == 302
    assert cora.get(f"{HOME}/{code}/").status_code == 404
    assert ben.post(f"{HOME}/{code}/invite/", {"answer_by": "2024-01-24 18:00"}).status_code == 302
    seat = Seat.objects.get(seminar__code=code, of="tabriz").code
    given = {"answer": "yes", "name": "Somebody <i>x</i>", "function": "chair", "station": "tabriz", "session": "1"}
    assert cora.post(f"{HOME}/{code}/seats/{seat}/answer/", given).status_code == 302
    shown = cora.get(f"{HOME}/{code}/seats/{seat}/").content
    assert (b"Somebody &lt;i&gt;x&lt;/i&gt;" in shown, b"<b>counting</b>" in shown) == (True, False)
    assert cora.post(f"{HOME}/{code}/seats/{seat}/further/", {"name": "Further"}).status_code == 302
    assert Participant.objects.filter(seat__code=seat).count() == 2


@pytest.mark.parametrize("path", ["", "{code}/", "{code}/audience/", "{code}/seats/{seat}/"])
@pytest.mark.parametrize("person", ["ben", "ana", "cora", "gus"])
def test_pages_of_the_demonstration_open(as_person, person, path) -> None:
    seat = Seat.objects.get(of="tabriz")
    page = as_person(person).get(f"{HOME}/{path.format(code=seat.seminar.code, seat=seat.code)}")
    assert page.status_code == 200
    assert (b"Yalchin Rafiyev" in page.content) is (path in ("{code}/", "{code}/seats/{seat}/"))


def test_the_demonstration_marks_what_is_invented(as_person) -> None:
    code = Seminar.objects.get().code
    page = as_person("ben").get(f"{HOME}/{code}/audience/").content.decode()
    assert page.count("Participant ") == 49
    assert page.count("label-dashed") >= 49


def test_names_are_read_by_those_who_plan_and_by_the_place_itself(as_person) -> None:
    code = Seminar.objects.get().code
    shown = {who: as_person(who).get(f"{HOME}/{code}/audience/") for who in ("ben", "gus", "head-rome")}
    counts = {who: (page.content.count(b"Participant "), page.context["total"]) for who, page in shown.items()}
    assert counts == {"ben": (49, 50), "gus": (0, 50), "head-rome": (1, 1)}


def test_the_audience_is_filtered_and_exported(as_person) -> None:
    ben, code = as_person("ben"), Seminar.objects.get().code
    counts = {
        query: len(ben.get(f"{HOME}/{code}/audience/?{query}").context["lines"])
        for query in ("", "kind=chair", "answer=none", "session=2", "q=tabriz", "q=nothing-at-all")
    }
    assert counts == {
        "": 50, "kind=chair": 4, "answer=none": 1, "session=2": 15, "q=tabriz": 1, "q=nothing-at-all": 0,
    }  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(ben.get(f"{HOME}/{code}/audience/export/csv/").content.decode("utf-8-sig"))))
    assert (len(rows), rows[0]["seat"]) == (50, "representative")
    assert "who" not in as_person("gus").get(f"{HOME}/{code}/audience/export/csv/").content.decode()


def test_the_calendar_file_is_saved(as_person) -> None:
    seat = Seat.objects.get(of="tabriz")
    answer = as_person("cora").get(f"{HOME}/{seat.seminar.code}/seats/{seat.code}/calendar/")
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert (answer["Content-Type"], event.start.isoformat()) == (
        "text/calendar; charset=utf-8", "2024-01-23T11:30:00+03:30",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"days": "soon"}, "days"),
        ({"days": "\n".join(["2024-01-25"] * 1 + [f"2024-03-{day:02}" for day in range(1, 32)])}, "days"),
        ({"length": "400", "opens": "08:00", "closes": "09:00"}, "length"),
        ({"name_az": ""}, "name_az"),
    ],
)
def test_what_cannot_be_planned_stands_beside_its_field(as_person, facts, field) -> None:
    page = as_person("ben").post(f"{HOME}/new/", PLAN | facts)
    assert (page.status_code, list(page.context["form"].errors)) == (422, [field])


def test_an_answer_without_a_name_stands_beside_its_field(as_person) -> None:
    seat = Seat.objects.get(of="tabriz")
    path = f"{HOME}/{seat.seminar.code}/seats/{seat.code}/answer/"
    page = as_person("cora").post(path, {"answer": "yes", "name": "", "session": "1"})
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["name"])


def test_an_unknown_zone_is_not_taken(as_person) -> None:
    ben = as_person("ben")
    page = ben.post(f"{HOME}/{made(ben)}/add/speaker/", SPEAKER | {"zone": "+04:00"})
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["zone"])


def test_another_missions_seat_is_not_found(as_person) -> None:
    seat = Seat.objects.get(of="rome")
    path = f"{HOME}/{seat.seminar.code}/seats/{seat.code}"
    client = as_person("cora")
    assert [client.get(f"{path}/{part}").status_code for part in ("", "answer/", "further/", "calendar/")] == [404] * 4


def test_the_audience_asks_the_database_a_bounded_number_of_times(as_person, django_assert_max_num_queries) -> None:
    ben, code = as_person("ben"), Seminar.objects.get().code
    with django_assert_max_num_queries(26):
        ben.get(f"{HOME}/{code}/audience/")
    with django_assert_max_num_queries(26):
        ben.get(f"{HOME}/{code}/slots/")
