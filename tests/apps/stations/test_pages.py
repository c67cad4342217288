"""The pages of stations: found, filtered, exported, acted on; forms only for the body that the lawbook names."""

import csv
import io
import json
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from legation.accounts.models import User
from legation.integrity import queries as log
from legation.plan import queries as plan
from legation.plan.models import Election
from legation.stations import actions, queries
from legation.stations.models import Station, StationHours
from tests.apps.stations.conftest import AT
from tests.by_two import by_two

pytestmark = pytest.mark.django_db
HOME = "/az2024"


@pytest.fixture
def enter() -> Callable[[str], Client]:
    """A browser in which a person of the demonstration is signed in."""

    def signed_in(person: str) -> Client:
        client = Client()
        client.force_login(User.objects.get(code=person))
        return client

    return signed_in


def codes(answer) -> list[str]:
    return [row["station"].code for row in answer.context["entries"]]


SEARCHES = {
    "by city": ("q=tabriz", ["tabriz"]),
    "by city without its letters": ("q=%C4%B0stanbul", ["istanbul", "istanbul-2"]),
    "by country in the reader's language": ("q=Germany", ["berlin"]),
    "by country and city": ("q=russia+moscow", ["moscow", "moscow-2"]),
    "by district and number": ("q=17/52", ["tabriz"]),
    "by mission": ("q=consulate+general+kars", ["kars"]),
    "by country's code": ("country=GE", ["batumi", "tbilisi"]),
    "by district, the highest number first": ("district=19&sort=-number&country=RU", [
        "yekaterinburg", "saint-petersburg", "moscow-2", "moscow",
    ]),
    "nothing": ("q=atlantis", []),
    "open now": ("now=open", []),
}  # fmt: skip


@pytest.mark.parametrize("case", SEARCHES.values(), ids=SEARCHES)
def test_stations_are_found(enter, case) -> None:
    query, expected = case
    assert codes(enter("ana").get(f"{HOME}/stations/?{query}")) == expected


def test_country_is_found_in_azerbaijani(enter) -> None:
    client = enter("ana")
    client.cookies["django_language"] = "az"
    assert codes(client.get(f"{HOME}/stations/?q=almaniya")) == ["berlin"]


def test_the_alphabet_is_the_readers(enter) -> None:
    client = enter("ana")
    client.cookies["django_language"] = "az"
    found = codes(client.get(f"{HOME}/stations/"))
    assert found[:2] == ["athens", "aktau"]
    assert found.index("abu-dhabi") > found.index("dubai")


def test_the_head_counts_rows(enter) -> None:
    page = enter("ana").get(f"{HOME}/stations/").content.decode()
    assert "49 of 49" in page
    assert "46 missions, 37 countries" in page
    assert "28 numbers, 32 districts" in page


def test_who_is_open_follows_election_time(enter) -> None:
    from datetime import UTC, datetime

    from legation.base import clock

    restore = clock.use(lambda: datetime(2024, 2, 7, 15, tzinfo=UTC))
    try:
        answers = [enter("ana").get(f"{HOME}/stations/?now={now}") for now in ("open", "not_yet", "closed")]
    finally:
        restore()
    assert [len(codes(one)) for one in answers] == [34, 1, 14]


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_an_export_holds_what_the_list_shows(enter, form) -> None:
    answer = enter("ana").get(f"{HOME}/stations/export/{form}/?country=GE")
    if form == "json":
        assert [one["code"] for one in json.loads(answer.content)] == ["batumi", "tbilisi"]
    if form == "csv":
        rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
        assert [one["code"] for one in rows] == ["batumi", "tbilisi"]
    assert answer.headers["Content-Disposition"] == f'attachment; filename="az2024-stations.{form}"'


def test_a_form_of_export_that_is_none_is_not_found(enter) -> None:
    assert enter("ana").get(f"{HOME}/stations/export/exe/").status_code == 404


def test_closed_stations_are_listed_only_when_asked_for(enter, person) -> None:
    by_two(
        actions.close_station,
        election="az2024",
        station="kars",
        reason="the host withdrew",
        by=person("head-kars"),
        at=AT,
    )
    client = enter("ana")
    assert "kars" not in codes(client.get(f"{HOME}/stations/"))
    assert codes(client.get(f"{HOME}/stations/?state=closed")) == ["kars"]
    assert "Nothing more can be done" in client.get(f"{HOME}/stations/kars/").content.decode()


def grown(size: int) -> str:
    """An election like az2024 with `size` stations, a tenth of them with hours of their own."""
    from datetime import time

    model = Election.objects.get(pk="az2024")
    model.pk = f"grown-{size}"
    model.save(force_insert=True)
    samples = list(Station.objects.filter(election="az2024").select_related("mission"))
    Station.objects.bulk_create(
        Station(
            election_id=model.pk,
            code=f"{samples[number % len(samples)].mission.code}-{number}",
            mission=samples[number % len(samples)].mission,
            created_at=AT,
            sorting=samples[number % len(samples)].sorting,
        )
        for number in range(size)
    )
    rows = Station.objects.filter(election=model.pk)
    StationHours.objects.bulk_create(
        StationHours(station=row, day=0, opens=time(9), closes=time(20)) for row in rows[: size // 10]
    )
    return model.pk


PAGES = ("stations/", "stations/establishment/", "day/", "countries/", "missions/", "stations/submit/")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_the_database_as_often_for_a_thousand_stations_as_for_fifty(enter, page) -> None:
    client, asked = enter("ben"), {}
    for size in (50, 1_000):
        election = grown(size)
        client.get(f"/{election}/{page}")
        with CaptureQueriesContext(connection) as caught:
            assert client.get(f"/{election}/{page}").status_code == 200
        asked[size] = len(caught)
    assert asked[50] == asked[1_000]


def test_more_than_two_hundred_stations_come_a_hundred_a_page(enter) -> None:
    election = grown(250)
    client = enter("ben")
    answers = [client.get(f"/{election}/stations/?page={number}") for number in (1, 3)]
    assert [len(codes(one)) for one in answers] == [100, 50]
    assert b"Page 1 of 3" in answers[0].content


def test_the_page_of_a_station_tells_its_facts_and_how_they_are_known(enter) -> None:
    page = enter("gus").get(f"{HOME}/stations/tabriz/").content.decode()
    for fact in ("Station 52, Tabriz", "17 Yasamal Third", "not shown to the public", "08:30 to 19:30 Baku"):
        assert fact in page
    assert page.count("label-dashed") >= 3


def test_neighbours_and_the_way_around(enter) -> None:
    context = enter("ana").get(f"{HOME}/stations/ankara/").context
    assert [row["station"].code for row in context["neighbours"]] == ["ankara-2"]
    assert (context["previous"].code, context["next"].code) == ("amman", "ankara-2")


def test_the_next_step_names_its_body_its_article_and_its_deadline(enter, fresh) -> None:
    code = fresh()
    steps = enter("gus").get(f"{HOME}/stations/{code}/").context["steps"]
    assert [(one.standing.act, one.state) for one in steps] == [
        ("create_station", "met"),
        ("submit_districts", "overdue"),
        ("attach_station", "not_due"),
        ("number_station", "not_due"),
    ]
    submission = steps[1].standing
    assert (submission.competence.source, submission.due.on.isoformat()) == ("Election Code, art. 29.2", "2024-01-13")


OWN = {"cora": {"change_station", "close_station"}, "ana": {"move_station"}, "ben": set(), "fara": set(), "gus": set()}


@pytest.mark.parametrize("who", OWN)
def test_acts_are_offered_to_the_body_of_the_lawbook_alone(enter, who) -> None:
    acts = enter(who).get(f"{HOME}/stations/tabriz/").context["acts"]
    assert {one["act"] for one in acts if one["may"]} == OWN[who]


def test_each_body_is_offered_its_own_step(enter, fresh, person) -> None:
    code = fresh()

    def offered() -> dict[str, set[str]]:
        acts = {who: enter(who).get(f"{HOME}/stations/{code}/").context["acts"] for who in ("ben", "ana")}
        return {who: {one["act"] for one in found if one["may"]} for who, found in acts.items()}

    assert offered() == {"ben": {"submit_districts"}, "ana": set()}
    actions.submit_district(election="az2024", station=code, district="17", by=person("ben"), at=AT)
    assert offered() == {"ben": set(), "ana": {"attach_station"}}


def test_a_page_of_an_act_of_another_body_says_whose_it_is(enter) -> None:
    page = enter("ben").get(f"{HOME}/stations/create/")
    assert page.status_code == 200
    assert "The lawbook gives this act to another body: Head of the diplomatic mission" in page.content.decode()
    assert "<textarea" not in page.content.decode()


def test_doing_it_all_the_same_is_refused_with_the_article(enter) -> None:
    answer = enter("ben").post(f"{HOME}/stations/create/", {"mission": "tabriz"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Election Code, art. 35.6" in page
    assert "the lawbook names the head of mission" in page


@pytest.mark.parametrize("who", ["head-rome", "chair-16"])
@pytest.mark.parametrize("act", ["change/address", "close", "number"])
def test_a_station_outside_the_scope_is_not_there(enter, who, act) -> None:
    assert enter(who).get(f"{HOME}/stations/tabriz/{act}/").status_code == 404


@pytest.mark.parametrize("subject", ["transport", "accessibility", "host_note"])
def test_a_mission_tells_its_voters_and_sees_what_it_told(enter, subject) -> None:
    client, address = enter("cora"), f"{HOME}/stations/tabriz/change/{subject}/"
    given = {"language": "az", "text": "12 saylı avtobus", "reason": "soruşurlar", "effective_on": "2024-01-25"}
    assert client.post(address, given | {"effective_on": ""}).status_code == 422
    assert client.post(address, given).status_code == 302
    found = queries.station(plan.election("az2024"), "tabriz")
    assert {key: dict(texts) for key, texts in found.advice.items()} == {subject: {"az": "12 saylı avtobus"}}
    assert client.get(address).context["form"].initial["text"] == "12 saylı avtobus"
    assert client.post(address, given).status_code == 409


def test_a_head_of_mission_creates_once(enter, fresh, person) -> None:
    by_two(actions.close_station, election="az2024", station=fresh(), reason="for the test", by=person("cora"), at=AT)
    client = enter("cora")
    given = {"mission": "tabriz", "address": "12 Bahar Street", "seen-tabriz": "2"}
    answer = client.post(f"{HOME}/stations/create/", given)
    assert answer.headers["Location"] == f"{HOME}/stations/tabriz-3/"
    again = client.post(f"{HOME}/stations/create/", given)
    assert again.status_code == 409
    assert len([one for one in queries.stations(plan.election("az2024")) if one.mission.code == "tabriz"]) == 1


def test_what_the_rule_forbids_stands_beside_the_field(enter) -> None:
    answer = enter("cora").post(f"{HOME}/stations/create/", {"mission": "tabriz", "seen-tabriz": "1"})
    assert answer.status_code == 422
    assert "The mission has 1 stations" in answer.context["form"].errors["mission"][0]


def test_a_number_is_looked_at_twice_and_given_once(enter, attached) -> None:
    client, address, size = enter("fara"), f"{HOME}/stations/{attached}/number/", log.size()
    shown = client.get(address).context
    assert (shown["form"].initial["number"], [one.number for one in shown["taken"]][-1]) == (56, 55)
    asked = client.post(address, {"number": "56"})
    assert "The station will be number 56 of district 17" in asked.content.decode()
    assert log.size() == size
    assert client.post(address, {"number": "56", "confirmed": "yes"}).status_code == 302
    assert client.post(address, {"number": "56", "confirmed": "yes"}).status_code == 409
    assert queries.station(plan.election("az2024"), attached).number == 56


def test_a_taken_number_stands_beside_the_field(enter, attached) -> None:
    answer = enter("fara").post(f"{HOME}/stations/{attached}/number/", {"number": "55", "confirmed": "yes"})
    assert answer.status_code == 422
    assert "taken in district 17 by kars" in answer.context["form"].errors["number"][0]


CHANGES = {
    "address": {"address": "12 Bahar Street"},
    "name": {"language": "en", "name": "Hall"},
    "hours": {"day": "0", "opens": "09:00", "closes": "20:00"},
}


@pytest.mark.parametrize("field", CHANGES)
def test_a_change_asks_for_reason_and_day_and_is_kept(enter, field) -> None:
    client, address = enter("cora"), f"{HOME}/stations/tabriz/change/{field}/"
    bare = client.post(address, CHANGES[field])
    assert (bare.status_code, set(bare.context["form"].errors)) == (422, {"reason", "effective_on"})
    whole = CHANGES[field] | {"reason": "a larger hall", "effective_on": "2024-01-25"}
    assert client.post(address, whole).status_code == 302
    assert "a larger hall" in client.get(f"{HOME}/stations/tabriz/").content.decode()
    assert client.post(address, whole).status_code == 422


def test_closing_is_looked_at_twice_and_confirmed_by_the_commission(enter) -> None:
    client, address = enter("cora"), f"{HOME}/stations/tabriz/close/"
    assert "will not open" in client.post(address, {"reason": "the hall burnt"}).content.decode()
    assert queries.station(plan.election("az2024"), "tabriz").state == "numbered"
    proposed = client.post(address, {"reason": "the hall burnt", "confirmed": "yes"})["Location"]
    assert queries.station(plan.election("az2024"), "tabriz").state == "numbered"
    enter("ana").post(f"{proposed}confirm/")
    assert queries.station(plan.election("az2024"), "tabriz").state == "closed"


def test_moving_warns_that_the_number_falls_away(enter) -> None:
    given = {"district": "16", "reason": "the load", "effective_on": "2024-01-25"}
    page = enter("ana").post(f"{HOME}/stations/tabriz/change/district/", given).content.decode()
    assert "loses its number 52; district 16 gives it another" in page


def test_several_are_submitted_and_attached_by_ticking(enter, fresh) -> None:
    first, second = fresh(), fresh("kars", "head-kars")
    client = enter("ben")
    assert client.post(f"{HOME}/stations/submit/", {"district": "17"}).status_code == 422
    client.post(f"{HOME}/stations/submit/", {"district": "17", "station": [first, second]})
    ana = enter("ana")
    acts = ana.get(f"{HOME}/stations/").context["acts"]
    assert [(one["act"], one["count"]) for one in acts] == [("attach_station", 2)]
    ana.post(f"{HOME}/stations/attach/", {"station": [first, second]})
    value = plan.election("az2024")
    assert {queries.station(value, code).district for code in (first, second)} == {"17"}


@pytest.mark.parametrize(
    ("at", "expected"),
    [("2024-02-07+19:00", (34, 1, 14)), ("2024-02-07T15:00Z", (34, 1, 14)), ("nonsense", (1, 48, 0)), ("", (1, 48, 0))],
)
def test_the_day_is_shown_at_any_instant(enter, at, expected) -> None:
    context = enter("gus").get(f"{HOME}/day/?at={at}").context
    status = context["status"]
    assert (len(status.open), len(status.not_yet), len(status.closed)) == expected
    assert context["unread"] is (at == "nonsense")


def test_the_marks_of_the_day_are_the_published_ones(enter) -> None:
    marks = enter("gus").get(f"{HOME}/day/").context["marks"]
    assert [(f"{one.at:%H:%M}", one.open, one.not_yet, one.closed) for one in marks] == [
        ("23:00", 1, 48, 0),
        ("04:00", 14, 35, 0),
        ("06:00", 34, 15, 0),
        ("08:00", 47, 2, 0),
        ("11:00", 45, 2, 2),
        ("13:00", 43, 1, 5),
        ("15:00", 34, 1, 14),
        ("03:00", 0, 0, 49),
    ]


def test_the_day_as_json_is_the_day_at_the_terminal(enter) -> None:
    facts = enter("gus").get(f"{HOME}/day/json/?at=2024-02-07T15:00Z").json()
    assert [len(facts[name]) for name in ("open", "not_yet", "closed")] == [34, 1, 14]


def test_every_country_stands_in_the_readers_order_with_its_basis(enter) -> None:
    answer = enter("gus").get(f"{HOME}/countries/")
    names = [row["country"] for row in answer.context["rows"]]
    assert (names[0], names[-1], len(set(names))) == ("Afghanistan", "Zimbabwe", 248)
    assert b"No accredited mission is known" in answer.content
    assert b"no gap, no overlap" in answer.content


@pytest.mark.parametrize(
    ("query", "expected"), [("q=malta", {"MT"}), ("served=yes&q=rome", {"IT", "MT", "SM"}), ("basis=published", 6)]
)
def test_countries_are_filtered(enter, query, expected) -> None:
    rows = enter("gus").get(f"{HOME}/countries/?{query}").context["rows"]
    found = {row["part"].country for row in rows}
    assert found == expected if isinstance(expected, set) else len(found) == expected


def test_the_competent_body_says_who_serves_a_country(enter) -> None:
    client = enter("ben")
    given = {"region": "", "mission": "", "reason": "No accredited mission is known"}
    assert client.post(f"{HOME}/countries/SM/", given).status_code == 302
    [part] = [one for one in queries.catchments(plan.election("az2024")) if one.country == "SM"]
    assert (part.mission, part.reason, part.basis) == ("", "no_mission_known", "decided")
    both = client.post(f"{HOME}/countries/SM/", {"region": "", "mission": "rome", "reason": "and why"})
    assert (both.status_code, list(both.context["form"].errors)) == (422, ["mission"])


def test_a_country_that_is_none_is_not_found(enter) -> None:
    assert enter("ben").get(f"{HOME}/countries/XX/").status_code == 404


def test_the_commission_reads_whose_act_it_is_to_say_who_serves_a_country(enter) -> None:
    page = enter("ana").get(f"{HOME}/countries/SM/").content.decode()
    assert "The lawbook gives this act to another body: Ministry of Foreign Affairs" in page


def test_the_rule_is_held_against_what_stands_worst_first(enter, person) -> None:
    by_two(
        actions.close_station, election="az2024", station="ankara-2", reason="flood", by=person("head-ankara"), at=AT
    )
    rows = enter("gus").get(f"{HOME}/stations/establishment/").context["rows"]
    assert [(row.mission.code, row.verdict) for row in rows[:2]] == [("ankara", "lacking"), ("abu-dhabi", "fits")]


def test_the_rule_as_a_table(enter) -> None:
    rows = json.loads(enter("gus").get(f"{HOME}/stations/establishment/export/json/").content)
    [moscow] = [row for row in rows if row["mission"] == "moscow"]
    assert (moscow["registered"], moscow["rule"], moscow["stations_by_rule"], moscow["stations_standing"]) == (
        2500, "must", 2, 2,
    )  # fmt: skip


def test_a_mission_has_a_second_person_confirm_what_it_could_do_alone(enter) -> None:
    cora = enter("cora")
    given = {"address": "Emam street 9", "reason": "the hall burnt", "effective_on": "2024-01-25", "together": "yes"}
    proposed = cora.post(f"{HOME}/stations/tabriz/change/address/", given)["Location"]
    value = plan.election("az2024")
    assert queries.station(value, "tabriz").address == ""
    assert cora.get(proposed).context["may_alone"] is True
    cora.post(f"{proposed}alone/", {"reason": "no line to home"})
    assert queries.station(value, "tabriz").address == "Emam street 9"
    assert str(enter("ben").get(proposed).context["joint"]["value"].state) == "single_handed"


@pytest.mark.parametrize(("person", "offered"), [("cora", True), ("ana", False)])
def test_only_a_mission_is_offered_a_second_person_of_its_own_accord(enter, person: str, offered: bool) -> None:
    pages = (f"{HOME}/stations/tabriz/change/address/", f"{HOME}/stations/tabriz/close/")
    seen = [b'name="together"' in enter(person).get(page).content for page in pages]
    assert seen == [offered, False]


def test_who_creates_a_station_after_the_day_of_the_law_is_told_so_and_refused_nothing(enter) -> None:
    page = enter("cora").get(f"{HOME}/stations/create/")
    assert (page.context["late"].key, f"{page.context['late'].on}") == ("stations_created", "2024-01-08")
    assert b"Election Code, art. 35.6" in page.content.partition(b"notice-warning")[2]
