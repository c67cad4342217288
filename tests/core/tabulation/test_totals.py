"""Sums of stations against plain Python and against a database."""

import sqlite3
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.problems import Refused
from legation_core.protocol.states import State
from legation_core.tabulation.totals import STANDINGS, Counted, Standing, by, invalidated, tabulate

rows = st.lists(
    st.tuples(st.sampled_from(["at", "jp", "us"]), st.sampled_from(Standing), st.integers(0, 10**8), st.integers(0, 9)),
    max_size=30,
)


def counted(given: list[tuple[str, Standing, int, int]]) -> list[Counted]:
    return [
        Counted(str(number), {"a": a, "b": b}, standing, {"country": country})
        for number, (country, standing, a, b) in enumerate(given)
    ]


@given(rows)
def test_sums_are_those_of_a_database(found: list[tuple[str, Standing, int, int]]) -> None:
    base = sqlite3.connect(":memory:")
    base.execute("create table protocol (country, standing, a, b)")
    base.executemany("insert into protocol values (?, ?, ?, ?)", [(c, str(s), a, b) for c, s, a, b in found])
    wanted = base.execute(
        "select country, sum(a) filter (where standing = 'counted'), sum(b) filter (where standing = 'counted'), "
        "coalesce(sum(a) filter (where standing = 'quarantined'), 0), count(*) from protocol group by country"
    ).fetchall()
    base.close()

    totals = tabulate(counted(found), by("country"))

    assert sorted(
        (group, one.figures.get("a"), one.figures.get("b"), one.quarantined.get("a", 0), sum(one.stations.values()))
        for group, one in totals.items()
    ) == sorted(wanted)


@given(rows)
def test_groups_add_up_to_the_whole(found: list[tuple[str, Standing, int, int]]) -> None:
    whole = tabulate(counted(found)).get("")
    parts = tabulate(counted(found), by("country")).values()
    added: Counter[str] = Counter()
    for part in parts:
        added.update(part.figures)

    assert dict(added) == (dict(whole.figures) if whole else {})


@given(rows)
def test_invalidation_is_the_sum_of_the_others(found: list[tuple[str, Standing, int, int]]) -> None:
    all_rows = counted(found)
    out = frozenset(row.station for row in all_rows[::2])

    after = tabulate(invalidated(all_rows, out))
    others = [row for row in all_rows if row.station not in out and row.standing is Standing.COUNTED]

    assert sum(one.figures.get("a", 0) for one in after.values()) == sum(row.figures["a"] for row in others)


def test_a_total_says_of_how_many_it_is() -> None:
    standings = (Standing.COUNTED, Standing.COUNTED, Standing.MISSING, Standing.NOT_HELD, Standing.QUARANTINED)
    total = tabulate(counted([("at", standing, 1, 1) for standing in standings]))[""]

    assert (total.counted, total.expected, total.complete) == (2, 4, False)


def test_what_is_invalidated_or_not_held_is_not_waited_for() -> None:
    standings = (Standing.COUNTED, Standing.INVALIDATED, Standing.NOT_HELD)
    total = tabulate(counted([("at", standing, 1, 1) for standing in standings]))[""]

    assert (total.figures, total.counted, total.expected, total.complete) == ({"a": 1, "b": 1}, 1, 2, True)


def test_no_station_is_counted_twice() -> None:
    with pytest.raises(Refused) as refused:
        tabulate([Counted("7"), Counted("7")])
    assert refused.value.code == "P301"


def test_only_what_was_accepted_is_counted() -> None:
    assert {state for state, standing in STANDINGS.items() if standing is Standing.COUNTED} == {
        State.ACCEPTED,
        State.FINAL,
    }
