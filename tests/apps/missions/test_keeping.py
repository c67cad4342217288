"""Missions and what is kept of them: records, voters, holidays, deputies; each refusal by its code."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from legation.base.actors import OutOfScope
from legation.integrity import queries as log
from legation.missions import actions, queries
from legation.plan import queries as plan
from legation_core.problems import Refused

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
OSLO = {
    "kind": "embassy",
    "names": {"en": "Embassy in Norway", "az": "Norveçdəki səfirlik"},
    "cities": {"en": "Oslo"},
    "country": "NO",
    "zone": "Europe/Oslo",
}


def refusal(action, **named) -> str:
    with pytest.raises(Refused) as refused:
        action(at=AT, **named)
    return refused.value.code


def report(person, by="cora", **named) -> None:
    facts = {
        "election": "az2024", "mission": "tabriz", "ground": "resident_abroad", "count": 214,
        "as_of": date(2024, 1, 20), "source": "consular register",
    }  # fmt: skip
    actions.report_voters(by=person(by), at=AT, **facts | named)


def test_a_registered_mission_is_found_by_any_of_its_names(db, person) -> None:
    actions.register_mission(code="oslo", facts=OSLO | {"latitude": Decimal("59.91")}, by=person("ben"), at=AT)
    found = queries.mission("AZ", "oslo")
    assert (found.country, found.zone, found.latitude, found.working_days) == ("NO", "Europe/Oslo", "59.91", "1111100")
    assert "norvecdeki sefirlik" in found.sorting


@pytest.mark.parametrize(
    ("code", "facts", "answer"),
    [
        ("tabriz", {}, "A006"),
        ("Oslo", {}, "A047"),
        ("oslo ", {}, "A047"),
        ("oslo", {"zone": "UTC+1"}, "T101"),
        ("oslo", {"zone": "Europe/Olso"}, "T102"),
        ("oslo", {"working_days": "12345"}, "A048"),
    ],
)
def test_a_mission_that_cannot_be_registered(db, person, code, facts, answer) -> None:
    assert refusal(actions.register_mission, code=code, facts=OSLO | facts, by=person("ben")) == answer


@pytest.mark.parametrize("who", ["cora", "fara"])
def test_missions_are_registered_at_home(db, person, who) -> None:
    with pytest.raises(OutOfScope):
        actions.register_mission(code="oslo", facts=OSLO, by=person(who), at=AT)


def test_many_missions_come_all_or_none_and_each_refused_row_is_named(db, person) -> None:
    rows = [("oslo", OSLO), ("tabriz", OSLO), ("Bergen", OSLO)]
    with pytest.raises(Refused) as refused:
        actions.register_missions(rows=rows, file="0" * 64, numbers=[2, 3, 7], by=person("ben"), at=AT)
    assert [(one.code, one.where) for one in refused.value.problems] == [("A006", "row 3"), ("A047", "row 7")]
    with pytest.raises(OutOfScope):
        queries.mission("AZ", "oslo")


def test_a_record_is_changed_field_by_field_and_each_change_recorded(db, person) -> None:
    values = {"address": "12 Bahar Street", "working_days": "0111110", "duty_phone": ""}
    actions.change_record(code="tabriz", values=values, by=person("cora"), at=AT)
    found = queries.mission("AZ", "tabriz")
    assert (found.address, found.working_days) == ("12 Bahar Street", "0111110")
    own = log.records(jurisdiction="AZ", subject="mission:tabriz").records[:2]
    assert sorted(one.facts["field"] for one in own) == ["address", "working_days"]


def test_a_duty_phone_stays_out_of_the_public_record_until_voters_may_call_it(db, person) -> None:
    steps = ({"duty_phone": "+98 41"}, {"duty_phone_public": True}, {"duty_phone": "+98 42"})
    for values in steps:
        actions.change_record(code="tabriz", values=values, by=person("cora"), at=AT)
    own = log.records(jurisdiction="AZ", subject="mission:tabriz").records[:3]
    assert [(one.facts["field"], one.facts["before"], one.facts["after"]) for one in reversed(own)] == [
        ("duty_phone", "", ""),
        ("duty_phone_public", "no", "yes"),
        ("duty_phone", "+98 41", "+98 42"),
    ]
    assert queries.mission("AZ", "tabriz").duty_phone_public is True


def test_the_building_is_placed_once_and_what_the_position_was_stays_in_the_log(db, person) -> None:
    place = {"latitude": Decimal("38.07123"), "longitude": Decimal("46.29"), "by": person("cora"), "at": AT}
    before = queries.mission("AZ", "tabriz")
    actions.place_building(code="tabriz", **place)
    found = queries.mission("AZ", "tabriz")
    assert (found.latitude, found.longitude, found.position) == ("38.07123", "46.29", "building")
    (last,) = log.records(jurisdiction="AZ", subject="mission:tabriz").records[:1]
    assert (last.facts["before"], last.facts["after"]) == (
        f"{before.latitude}, {before.longitude} (city)",
        "38.07123, 46.29 (building)",
    )
    assert (
        refusal(actions.place_building, code="tabriz", **{k: place[k] for k in ("latitude", "longitude", "by")})
        == "A053"
    )


def test_a_record_is_changed_whole_or_not_at_all(db, person) -> None:
    values = {"address": "12 Bahar Street", "zone": "Asia/Atlantis"}
    assert refusal(actions.change_record, code="tabriz", values=values, by=person("cora")) == "T102"
    assert queries.mission("AZ", "tabriz").address == ""


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("address", "", "A053"), ("zone", "+03:30", "T101"), ("zone", "", "T106"), ("working_days", "1", "A048"),
    ],
)  # fmt: skip
def test_a_change_of_the_record_that_is_refused(db, person, field, value, code) -> None:
    assert refusal(actions.change_mission, code="tabriz", field=field, value=value, by=person("cora")) == code


@pytest.mark.parametrize("who", ["head-rome", "fara"])
def test_the_record_of_another_mission_is_not_there(db, person, who) -> None:
    with pytest.raises(OutOfScope):
        actions.change_mission(code="tabriz", field="address", value="x", by=person(who), at=AT)


def test_a_later_report_stands_beside_the_earlier_ones(db, person) -> None:
    report(person)
    report(person, count=220, as_of=date(2024, 1, 22))
    value = plan.election("az2024")
    assert queries.registered(value, ["tabriz"])["tabriz"].total == 220
    history = queries.voters_history(value, "tabriz")
    assert [(one.count, one.as_of) for one in history][:2] == [(220, date(2024, 1, 22)), (214, date(2024, 1, 20))]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"count": -1}, "A042"),
        ({"source": " "}, "A042"),
        ({"ground": "tourist"}, "A045"),
        ({"by": "ben", "mission": "atlantis"}, "A040"),
        ({"by": "gus"}, "A001"),
    ],
)
def test_a_report_that_is_refused(db, person, facts, code) -> None:
    with pytest.raises(Refused) as refused:
        report(person, **facts)
    assert refused.value.code == code


def test_the_same_report_twice_is_one(db, person) -> None:
    report(person)
    with pytest.raises(Refused) as refused:
        report(person)
    assert refused.value.code == "A006"


def test_voters_of_many_missions_come_all_or_none(db, person) -> None:
    facts = {"ground": "resident_abroad", "as_of": date(2024, 1, 20), "source": "register"}
    rows = [{"mission": "tabriz", "count": 1}, {"mission": "atlantis", "count": 1}, {"mission": "rome", "count": -1}]
    with pytest.raises(Refused) as refused:
        actions.import_voters(
            election="az2024", rows=[facts | row for row in rows], file="0" * 64, by=person("ben"), at=AT
        )
    assert [(one.code, one.where) for one in refused.value.problems] == [("A040", "row 3"), ("A042", "row 4")]
    assert queries.registered(plan.election("az2024"), ["tabriz"])["tabriz"].total != 1


def designate(cast, by="cora", **named) -> None:
    facts = {"person": "hasan-1", "letter_number": "7/24", "letter_date": date(2024, 1, 20)} | named
    actions.designate_representative(election="az2024", mission="tabriz", by=cast(by), at=AT, **facts)


def test_a_representative_is_designated_by_letter_and_the_one_before_ends(db, person) -> None:
    designate(person)
    designate(person, person="leyla-2", letter_number="8/24")
    found = queries.representative(queries.mission("AZ", "tabriz").id, "az2024")
    assert (found.person, found.letter_number) == ("leyla-2", "8/24")


def test_a_person_stands_in_no_public_record(db, person) -> None:
    designate(person)
    actions.set_deputies(mission="tabriz", persons=["leyla-2"], by=person("cora"), at=AT)
    octets = b"".join(one.octets for one in log.records(jurisdiction="AZ", subject="mission:tabriz").records)
    assert b"7/24" in octets
    assert (b"hasan" in octets, b"leyla" in octets, b"cora" in octets) == (False, False, False)


@pytest.mark.parametrize(("by", "code"), [("ben", "A002"), ("ana", "A001"), ("gus", "A001")])
def test_only_the_body_of_the_lawbook_designates(db, person, by, code) -> None:
    with pytest.raises(Refused) as refused:
        designate(person, by=by)
    assert refused.value.code == code


def test_a_name_is_no_code_of_a_person(db, person) -> None:
    with pytest.raises(Refused) as refused:
        designate(person, person="Hasan Mammadov")
    assert refused.value.code == "A049"


def test_the_same_letter_twice_is_one(db, person) -> None:
    designate(person)
    with pytest.raises(Refused) as refused:
        designate(person)
    assert refused.value.code == "A006"


DAYS = [(date(2024, 2, 11), "host", "Revolution day"), (date(2024, 1, 20), "home", "Day of mourning")]


def test_holidays_are_kept_by_day_and_both_lists_recorded(db, person) -> None:
    actions.set_holidays(mission="tabriz", days=DAYS, by=person("cora"), at=AT)
    found = queries.holidays(queries.mission("AZ", "tabriz").id)
    assert [(one.day, one.of) for one in found] == [(date(2024, 1, 20), "home"), (date(2024, 2, 11), "host")]
    [record] = log.records(jurisdiction="AZ", subject="mission:tabriz").records[:1]
    assert record.facts["after"] == "2024-01-20 home Day of mourning; 2024-02-11 host Revolution day"


def test_a_holiday_twice_or_none_changed_is_refused(db, person) -> None:
    twice = [*DAYS, (date(2024, 2, 11), "host", "Victory day")]
    assert refusal(actions.set_holidays, mission="tabriz", days=twice, by=person("cora")) == "A060"
    actions.set_holidays(mission="tabriz", days=DAYS, by=person("cora"), at=AT)
    assert refusal(actions.set_holidays, mission="tabriz", days=DAYS[::-1], by=person("cora")) == "A053"


@pytest.mark.parametrize(
    ("persons", "code"), [(["a", "a"], "A061"), ([], "A053"), (["Leyla"], "A049")], ids=["twice", "none", "name"]
)
def test_deputies_that_are_refused(db, person, persons, code) -> None:
    assert refusal(actions.set_deputies, mission="tabriz", persons=persons, by=person("cora")) == code


def test_deputies_stand_in_the_order_given(db, person) -> None:
    actions.set_deputies(mission="tabriz", persons=["leyla-2", "hasan-1"], by=person("cora"), at=AT)
    assert queries.deputies(queries.mission("AZ", "tabriz").id) == ("leyla-2", "hasan-1")
