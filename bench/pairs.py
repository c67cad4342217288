"""Two things timed in turn, A B A B ..., so that a drift of the machine falls on both; the ratio is taken pair by pair."""

import math
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Pair:
    """Seconds of each run of `what` and of `against`, in the order they were run."""

    what: str
    against: str
    where: str
    unit: str
    per_run: int
    seconds: tuple[float, ...]
    seconds_against: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """Median of `what` / `against`, pair by pair."""
        return statistics.median(a / b for a, b in zip(self.seconds, self.seconds_against, strict=True))

    @property
    def tail(self) -> float:
        """The slowest in a hundred of `what` against that of `against`."""
        return slowest(self.seconds) / slowest(self.seconds_against)

    @property
    def per_second(self) -> float:
        return self.per_run / statistics.median(self.seconds)

    @property
    def per_second_against(self) -> float:
        return self.per_run / statistics.median(self.seconds_against)


def as_pair(raw: Mapping[str, Any]) -> Pair:
    """What JSON kept of a pair."""
    return Pair(**{**raw, "seconds": tuple(raw["seconds"]), "seconds_against": tuple(raw["seconds_against"])})


def slowest(seconds: Sequence[float]) -> float:
    """The 99th percentile: of fewer than a hundred runs, the slowest."""
    return sorted(seconds)[math.ceil(len(seconds) * 0.99) - 1]


def timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def pair(
    what: str,
    run: Callable[[], object],
    against: str,
    run_against: Callable[[], object],
    *,
    where: str = "",
    unit: str = "runs",
    per_run: int = 1,
    rounds: int = 7,
) -> Pair:
    """Run both once to warm up, then `rounds` times in turn."""
    run(), run_against()
    seconds, seconds_against = [], []
    for _ in range(rounds):
        seconds.append(timed(run))
        seconds_against.append(timed(run_against))
    return Pair(what, against, where, unit, per_run, tuple(seconds), tuple(seconds_against))
