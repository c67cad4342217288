"""Two at once bring in one file, open one election, set one country, keep one list: exactly one wins."""

from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest

from legation.base import files, queue
from legation.missions import actions as missions
from legation.missions import queries as posts
from legation.plan import actions as planning
from legation.plan import queries as plan
from legation.readers import bringing
from legation.readers.models import Bringing
from legation.readers.tables import read_table
from legation.stations import actions as stations
from legation.stations import queries
from legation.stations.convert import CatchmentValue
from tests.by_two import by_two
from tests.races.test_races import by, confirming, fresh_station, together

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
TABLES = Path(__file__).parents[1] / "assets" / "tables"
pytestmark = pytest.mark.django_db(transaction=True)


def test_two_bring_in_one_file_of_missions() -> None:
    octets = (TABLES / "missions.csv").read_bytes()
    rows = read_table(octets, name="missions.csv", columns=missions.MISSIONS).rows
    keep = partial(missions.keep_missions, rows, files.keep(octets, "missions.csv"), by=by("ben"), at=AT)
    assert together(keep, keep) == ["A006", "done"]
    assert len(posts.missions("AZ")) == 48


def test_two_bring_in_one_new_station() -> None:
    by_two(stations.close_station, election="az2024", station="tabriz", reason="for the race", by=by("cora"), at=AT)
    octets = (TABLES / "stations_one_new.csv").read_bytes()
    rows = read_table(octets, name="stations_one_new.csv", columns=stations.STATIONS).rows
    keep = partial(stations.keep_stations, "az2024", rows, files.keep(octets, "one.csv"), by=by("cora"), at=AT)
    assert together(keep, keep) == ["A044", "done"]


def test_two_say_the_same_of_one_country() -> None:
    part = CatchmentValue("SM", "", "vienna", "", "decided")
    say = partial(stations.set_catchment, election="az2024", part=part, by=by("ben"), at=AT)
    assert together(say, say) == ["A053", "done"]
    assert [one for one in queries.catchments(plan.election("az2024")) if one.country == "SM"] == [part]


def test_two_say_different_things_of_a_country_of_which_nothing_was_said() -> None:
    parts = tuple(one for one in queries.catchments(plan.election("az2024")) if one.country != "SM")
    stations.set_catchments(election="az2024", parts=parts, by=by("ben"), at=AT)
    ways = [CatchmentValue("SM", region, "rome", "", "decided") for region in ("", "north")]
    says = [partial(stations.set_catchment, election="az2024", part=part, by=by("ben"), at=AT) for part in ways]
    assert together(*says) == ["done", "done"]
    assert len([one for one in queries.catchments(plan.election("az2024")) if one.country == "SM"]) == 1


def test_two_keep_one_list_of_holidays() -> None:
    days = [(date(2024, 2, 11), "host", "Victory day")]
    keep = partial(missions.set_holidays, mission="tabriz", days=days, by=by("cora"), at=AT)
    assert together(keep, keep) == ["A053", "done"]


def test_two_designate_by_one_letter() -> None:
    facts = {"person": "leyla-2", "letter_number": "7/24", "letter_date": date(2024, 1, 20)}
    designate = partial(
        missions.designate_representative, election="az2024", mission="tabriz", by=by("cora"), at=AT, **facts
    )
    assert together(designate, designate) == ["A006", "done"]


def test_several_attached_at_once_do_not_wait_for_one_attached_alone() -> None:
    first, second = fresh_station(), fresh_station("kars")
    pairs = [(first, "17"), (second, "17")]
    several = partial(stations.attach_stations, election="az2024", pairs=pairs, by=by("ana"), at=AT)
    alone = partial(stations.attach_station, election="az2024", station=second, district="17", by=by("ana"), at=AT)
    assert together(several, alone) == ["A050", "done"]
    value = plan.election("az2024")
    assert queries.station(value, second).state == "attached"


def test_several_attached_in_two_orders_do_not_wait_for_each_other() -> None:
    pairs = [(fresh_station(), "17"), (fresh_station("kars"), "17")]
    ways = [
        partial(stations.attach_stations, election="az2024", pairs=way, by=by("ana"), at=AT)
        for way in (pairs, pairs[::-1])
    ]
    assert together(*ways) == ["A050", "done"]


def test_two_bring_in_one_report_of_voters() -> None:
    octets = (TABLES / "voters.csv").read_bytes()
    rows = read_table(octets, name="voters.csv", columns=missions.VOTERS).rows
    keep = partial(missions.keep_voters, "az2024", rows, files.keep(octets, "voters.csv"), by=by("ben"), at=AT)
    assert together(keep, keep) == ["A006", "done"]


def test_two_open_one_election() -> None:
    days = {"called_on": date(2024, 6, 1), "day_set_on": date(2024, 6, 1), "election_day": date(2024, 9, 1)}
    codes = [
        planning.open_election.propose(
            code="az2025", names={"en": name}, kind="presidential", by=by("ana"), at=AT, **days
        )
        for name in ("Test", "Other")
    ]
    assert together(*(confirming(code, "eli") for code in codes)) == ["A032", "done"]


def test_two_propose_one_lawbook() -> None:
    octets = plan.lawbook_octets("AZ", plan.election("az2024").book.digest).replace(
        b'version = "', b'version = "races-', 1
    )
    propose = partial(planning.propose_lawbook, octets=octets, name="az.toml", by=by("eli"), at=AT)
    assert together(propose, propose) == ["A006", "done"]


def _confirmed() -> None:
    octets = (TABLES / "missions.csv").read_bytes()
    token = bringing.begin("missions", "az2024", octets, "missions.csv", by=by("ben"))
    queue.run_waiting()
    confirm = partial(bringing.confirm, token, "missions", "az2024", by=by("ben"))
    assert together(confirm, confirm) == ["done", "done"]


def test_two_confirm_and_two_workers_look_and_the_file_is_kept_once() -> None:
    _confirmed()
    assert together(queue.run_waiting, queue.run_waiting) == ["done", "done"]
    assert (len(posts.missions("AZ")), queue.standing()) == (48, (0, 0))


def test_a_slow_worker_and_the_one_that_takes_over_keep_a_file_once() -> None:
    _confirmed()
    token = Bringing.objects.get().token
    carry = partial(bringing.carry_out, token)
    assert together(carry, carry) == ["done", "done"]
    assert (len(posts.missions("AZ")), Bringing.objects.get().state) == (48, "kept")
