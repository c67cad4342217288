"""Reading a hostile file while watching how much memory and time it takes."""

import resource
import time
from contextlib import suppress
from pathlib import Path

from legation.readers.limits import MEBIBYTE, Limits
from legation.readers.tables import read_table
from legation_core.problems import Refused
from legation_core.words import sentence
from tests.apps.readers.stations import STATIONS

GROWTH = 96 * MEBIBYTE
"""What the reading process may need beside the file itself, rows included: its child takes the blow."""
SECONDS = 90
"""Far above the usual; a machine that runs other tests at the same time is slow."""


def outcome_within_bounds(data: bytes | Path, limits: Limits) -> list[tuple[str, str]]:
    """Code and place of every problem, or of the refusal. Each of them has a sentence."""
    begin, before = time.monotonic(), _resident("VmRSS", reset=True)
    try:
        problems = read_table(data, name="hostile", columns=STATIONS, limits=limits).problems
    except Refused as refused:
        problems = (refused.problem,)
    assert time.monotonic() - begin < SECONDS
    assert _resident("VmHWM") - before < GROWTH
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < Limits().memory
    assert all(sentence(problem) for problem in problems)
    return [(problem.code, problem.where) for problem in problems]


def _resident(name: str, *, reset: bool = False) -> int:
    """Resident memory of this process in bytes: now, or at its highest since the last reset."""
    if reset:
        with suppress(OSError):
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(name))
