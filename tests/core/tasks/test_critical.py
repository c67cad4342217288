"""The critical path against an independent computation: every path of the network, one by one."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.problems import Refused
from legation_core.tasks.critical import DAY, critical_path, endangered, path_to, reckon
from legation_core.tasks.plan import Id, Planned, Site
from legation_core.timetable.working_days import WorkingDays

BEGIN = date(2024, 1, 22)
SITES = {
    "": Site("", "Asia/Baku", WorkingDays("1111100", frozenset({date(2024, 1, 31)}))),
    "tabriz": Site("tabriz", "Asia/Tehran", WorkingDays("1111011")),
    "riyadh": Site("riyadh", "Asia/Riyadh", WorkingDays("1111001")),
}


@st.composite
def plans(draw: st.DrawFn) -> tuple[Planned, ...]:
    """Up to eight tasks at three places, each after some of those before it."""
    found: list[Planned] = []
    for number in range(draw(st.integers(1, 8))):
        after = draw(st.frozensets(st.sampled_from([one.id for one in found]), max_size=3)) if found else frozenset()
        place, lead = draw(st.sampled_from(sorted(SITES))), draw(st.integers(1, 6))
        due = BEGIN + timedelta(days=draw(st.integers(0, 40)))
        found.append(Planned(f"t{number}", place, due, lead, tuple(sorted(after))))
    return tuple(found)


def paths_to(plan: dict[Id, Planned], last: Id) -> Iterator[tuple[Id, ...]]:
    if not plan[last].after:
        yield (last,)
    for before in plan[last].after:
        yield from ((*path, last) for path in paths_to(plan, before))


def ends(plan: dict[Id, Planned], path: tuple[Id, ...]) -> date:
    """The day on which the tasks of a path end when one is done after the other, day by day."""
    day = BEGIN - DAY
    for one in path:
        left = plan[one].lead
        while left:
            day += DAY
            left -= SITES[plan[one].place].working.works(day)
    return day


def begins(plan: dict[Id, Planned], path: tuple[Id, ...]) -> date:
    """The latest day on which the first task of a path begins so that none of the path is late, day by day."""
    day = date.max - DAY
    for one in reversed(path):
        day = min(day, plan[one].due_on + DAY)
        left = plan[one].lead
        while left:
            day -= DAY
            left -= SITES[plan[one].place].working.works(day)
    return day


@given(plans())
def test_each_task_ends_when_the_longest_path_to_it_ends(plan: tuple[Planned, ...]) -> None:
    known, rooms = {one.id: one for one in plan}, reckon(plan, SITES, BEGIN)
    for id_ in known:
        longest = max(ends(known, path) for path in paths_to(known, id_))
        assert rooms[id_].earliest_end == longest
        assert ends(known, path_to(plan, rooms, id_)) == longest


@given(plans())
def test_each_task_may_begin_as_late_as_every_path_from_it_allows(plan: tuple[Planned, ...]) -> None:
    known, rooms = {one.id: one for one in plan}, reckon(plan, SITES, BEGIN)
    for id_, task in known.items():
        onward = [path[path.index(id_) :] for last in known for path in paths_to(known, last) if id_ in path]
        latest = min(begins(known, path) for path in onward)
        assert rooms[id_].latest_start == latest
        working, first = SITES[task.place].working, rooms[id_].earliest_start
        low, high = sorted((first, latest))
        count = sum(working.works(low + DAY * number) for number in range((high - low).days))
        assert rooms[id_].slack == (count if first <= latest else -count)


@given(plans())
def test_the_critical_path_is_the_longest_of_all(plan: tuple[Planned, ...]) -> None:
    known, rooms = {one.id: one for one in plan}, reckon(plan, SITES, BEGIN)
    every = [path for last in known for path in paths_to(known, last)]
    assert ends(known, critical_path(plan, rooms)) == max(ends(known, path) for path in every)


@given(plans(), st.integers(0, 7), st.integers(0, 60))
def test_what_a_late_task_endangers(plan: tuple[Planned, ...], which: int, days: int) -> None:
    known = {one.id: one for one in plan}
    late = plan[which % len(plan)].id
    ended = BEGIN + timedelta(days=days)

    def end(one: Id) -> date | None:
        """The day on which it ends because of the late one alone; `None` where it does not wait for it."""
        if one == late:
            return ended
        before = [day for day in map(end, known[one].after) if day is not None]
        working = SITES[known[one].place].working
        return working.end(max(before) + DAY, known[one].lead) if before else None

    expected = {one: day for one in known if one != late and (day := end(one)) and day > known[one].due_on}
    found = endangered(plan, SITES, late, ended, {})
    assert {one.id: one.ends_on for one in found} == expected
    assert all(one.due_on == known[one.id].due_on and one.days >= 0 for one in found)


def test_what_is_done_counts_from_the_day_on_which_it_was_done() -> None:
    first, then = Planned("a", "", BEGIN, 5), Planned("b", "tabriz", date(2024, 2, 5), 2, (("a", ""),))
    rooms = reckon([first, then], SITES, BEGIN, {("a", ""): date(2024, 1, 25)})
    assert rooms["b", "tabriz"].earliest_start == date(2024, 1, 27)
    assert (rooms["b", "tabriz"].earliest_end, rooms["b", "tabriz"].slack) == (date(2024, 1, 28), 7)


def test_tasks_that_wait_for_one_another_are_refused() -> None:
    circle = [Planned("a", "", BEGIN, 1, (("b", ""),)), Planned("b", "", BEGIN, 1, (("a", ""),))]
    with pytest.raises(Refused) as refused:
        reckon(circle, SITES, BEGIN)
    assert refused.value.code == "C210"


def test_an_empty_plan_has_no_path() -> None:
    assert critical_path((), {}) == ()
