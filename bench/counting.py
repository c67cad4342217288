"""Protocols read from a file, checked and tabulated on two processes, against plain reading of the same file with `csv`.

The rows are the protocols of Romania 2019 over and over, each under a station number of its own.
"""

import csv
import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path

from bench.entry_errors import DATA, papers
from legation_core.protocol import mapping
from legation_core.protocol.checking import Checks
from legation_core.protocol.comparing import fields
from legation_core.protocol.taking import Row, take
from legation_core.protocol.values import Protocol
from legation_core.tabulation.totals import Counted, tabulate

SIZES = (1_000, 10_000, 100_000)
PROCESSES = 2
AT_ONCE = 5_000
"""Rows that one process has in memory."""


def raw(_where: str) -> list[dict[str, object]]:
    with tempfile.TemporaryDirectory() as folder:
        return [measured(size, Path(folder)) for size in SIZES]


def measured(size: int, folder: Path) -> dict[str, object]:
    """Seconds of ours and of `csv.reader` over the same rows; for small sizes several times in turn."""
    parts = written(size, folder)
    rounds = max(1, min(3, 20_000 // size))
    ours, plain = [], []
    with ProcessPoolExecutor(PROCESSES) as pool:
        for _ in range(rounds):
            ours.append(_timed(lambda: counted(pool, parts)))
            plain.append(_timed(lambda: list(pool.map(read_plainly, parts))))
    return {"protocols": size, "seconds": ours, "seconds_csv": plain, "load": round(os.getloadavg()[0])}


def _timed(run: Callable[[], object]) -> float:
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def written(size: int, folder: Path) -> list[Path]:
    """One file a process, each with the heading and its share of the rows."""
    with (DATA / "protocols.csv").open(encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    at = heading.index("station")
    paths = [folder / f"{size}-{part}.csv" for part in range(PROCESSES)]
    for part, path in enumerate(paths):
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(heading)
            for number in range(part, size, PROCESSES):
                row = list(rows[number % len(rows)])
                row[at] = str(number + 1)
                writer.writerow(row)
    return paths


def counted(pool: ProcessPoolExecutor, paths: list[Path]) -> tuple[int, int, int]:
    return _summed(pool.map(of_file, paths))


def _summed(found: Iterator[tuple[int, int, Counter[str]]]) -> tuple[int, int, int]:
    stations, findings, figures = 0, 0, Counter[str]()
    for one, broken, sums in found:
        stations, findings = stations + one, findings + broken
        figures.update(sums)
    return stations, findings, sum(count for name, count in figures.items() if name.startswith("candidate_votes/"))


def of_file(path: Path) -> tuple[int, int, Counter[str]]:
    """Stations, findings and sums of one file, read, checked and tabulated some thousand rows at a time."""
    form, _ = papers()
    described, checks = mapping.read((DATA / "protocols.toml").read_bytes()), Checks(form)
    stations, findings, sums = 0, 0, Counter[str]()
    for known, rows in _portions(path):
        taken = take(described, [rows], form, known)
        if taken.problems:
            raise SystemExit(f"bench: {taken.problems[0]}")
        findings += sum(len(checks.findings(one.protocol)) for one in taken.protocols)
        total = tabulate(Counted(one.station, _counts(one.protocol)) for one in taken.protocols)[""]
        stations += total.counted
        sums.update(total.figures)
    return stations, findings, sums


def _counts(protocol: Protocol) -> dict[str, int]:
    return {key: count for key, count in fields(protocol).items() if isinstance(count, int)}


def _portions(path: Path) -> Iterator[tuple[dict[str, str], list[Row]]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        heading = next(reader)
        at = heading.index("station")
        while rows := list(islice(reader, AT_ONCE)):
            known = {row[at]: row[at] for row in rows}
            yield known, [(1, heading), *((number, row) for number, row in enumerate(rows, start=2))]


def read_plainly(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        return sum(len(row) for row in csv.reader(file))
