"""The same seed gives the same log, and what a visitor did before does not stop the script."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from legation.accounts.queries import actor_by_code
from legation.plan import queries as plan
from legation.rehearsal import actions, playing
from legation.rehearsal.models import DemonstrationClock, PlayedScene
from legation.rehearsal.script import az2024, az2024_data
from legation.rehearsal.script.library import scenes_of
from legation.stations import actions as stations
from legation.stations import queries
from legation.stations.convert import StationValue
from legation_core.problems import Refused

Log = Callable[[], list[bytes]]
LAST = az2024.baku(2, 13, 12)


def test_the_same_seed_gives_the_same_log_byte_for_byte(emptied: Callable[[], None], the_log: Log) -> None:
    actions.load(seed="1")
    first = the_log()
    emptied()
    actions.load(seed="1")

    assert the_log() == first


def test_another_seed_gives_another_log_of_the_same_acts(emptied: Callable[[], None], the_log: Log) -> None:
    actions.load(seed="1")
    first = the_log()
    emptied()
    actions.load(seed="2")

    assert len(the_log()) == len(first)
    assert [one == other for one, other in zip(the_log(), first, strict=True)] == [False] * len(first)


def test_many_moves_give_the_log_of_one(emptied: Callable[[], None], the_log: Log) -> None:
    actions.load(until=LAST)
    at_once = the_log()
    emptied()
    actions.load(until=az2024.baku(12, 8, 9))
    for to in (az2024.baku(1, 5, 11), az2024.baku(1, 13, 12), LAST):
        actions.move_forward(to=to)
        playing.play()

    assert the_log() == at_once


def _stored(one: StationValue) -> tuple[object, ...]:
    local = [
        (window.opens.astimezone(ZoneInfo(one.zone)), window.closes.astimezone(ZoneInfo(one.zone)))
        for window in one.windows
    ]
    hours = [f"{opens:%Y-%m-%d %H:%M} {closes:%H:%M}" for opens, closes in local]
    marked = (one.district, one.district_basis, str(one.number), one.number_basis, one.address)
    return (one.mission.code, one.mission.country, *marked, one.zone, hours, one.source, one.note)


def _told(one: az2024_data.StationFacts) -> tuple[object, ...]:
    row = one.row
    hours = [f"2024-02-07 {row['opens']} {row['closes']}"]
    marked = (row["dec_no"], row["dec_basis"], row["station_no"], row["station_no_basis"], row["address"])
    return (one.mission, row["country"], *marked, row["timezone"], hours, row["source"], row["note"])


def test_every_row_of_the_file_is_the_station_that_is_stored(db: None) -> None:
    stored = {one.code: _stored(one) for one in queries.stations(plan.election("az2024"))}

    assert stored == {one.station: _told(one) for one in az2024_data.stations()}
    assert len(stored) == 49
    assert [row[5] for row in stored.values()].count("inferred") == 28


def test_what_a_visitor_did_before_is_passed_over_and_told(emptied: Callable[[], None]) -> None:
    actions.load(until=az2024.baku(1, 5, 9))
    at = az2024.baku(1, 5, 9)
    stations.create_station(election="az2024", mission="tabriz", by=actor_by_code("cora", at), at=at)
    actions.move_forward(to=LAST)
    playing.play()

    scene = PlayedScene.objects.get(pk="az-created-tabriz")
    assert (scene.done, scene.records, [one["code"] for one in scene.passed_over]) == (0, 0, ["A044"])
    assert PlayedScene.objects.exclude(passed_over=[]).get() == scene
    assert queries.station(plan.election("az2024"), "tabriz").number == 52


def test_a_move_killed_in_the_middle_goes_on_where_it_stood(emptied: Callable[[], None], the_log: Log) -> None:
    actions.load(until=LAST)
    whole = the_log()
    emptied()
    actions.begin(until=LAST, seed="1", script="az2024")
    playing.play_next()
    playing.play_next()

    assert DemonstrationClock.objects.get().target == LAST
    playing.play_due()
    assert (DemonstrationClock.objects.get().target, DemonstrationClock.objects.get().at) == (None, LAST)
    assert the_log() == whole


def test_a_page_made_before_the_clock_was_moved_moves_nothing(emptied: Callable[[], None]) -> None:
    actions.load(until=az2024.baku(12, 8, 9))
    seen = DemonstrationClock.objects.get().at
    actions.move_forward(to=seen + timedelta(days=1), seen=seen)
    playing.play()
    with pytest.raises(Refused) as refused:
        actions.move_forward(to=seen + timedelta(days=2), seen=seen)

    assert refused.value.code == "A302"


REFUSED = {
    "to before what it shows": (az2024.baku(12, 8, 8), "A303"),
    "beyond the end of the script": (az2024.baku(2, 14, 8), "A304"),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED.keys())
def test_the_clock_is_not_moved(emptied: Callable[[], None], case: tuple[datetime, str]) -> None:
    actions.load(until=az2024.baku(12, 8, 9))
    with pytest.raises(Refused) as refused:
        actions.move_forward(to=case[0])

    assert refused.value.code == case[1]


def test_every_scene_has_a_name_of_its_own_and_a_source_or_is_invented() -> None:
    scenes = scenes_of("az2024")

    assert len({scene.code for scene in scenes}) == len(scenes)
    assert [scene.code for scene in scenes if bool(scene.source) == (scene.basis == "invented")] == []


def test_the_named_openings_and_closings_are_those_of_the_stations(db: None) -> None:
    facts = queries.day_facts(plan.election("az2024"), az2024.baku(2, 7, 19))
    named = {scene.code: scene.at for scene in scenes_of("az2024")}

    assert facts["first_opening"] == f"{named['az-first-opening']:%Y-%m-%dT%H:%M:%SZ}"
    assert facts["last_closing"] == f"{named['az-last-closing']:%Y-%m-%dT%H:%M:%SZ}"
    assert len(facts["open"]) == 34  # type: ignore[arg-type]
