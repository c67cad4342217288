"""The public site with 49, 1,000 and 10,000 stations: how long freezing and baking take, and what one change rewrites."""

import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path
from shutil import rmtree

from bench.pages import elections
from bench.pairs import timed
from legation.accounts.queries import actor_by_code
from legation.base import clock
from legation.public.bake import Baked, bake
from legation.public.remembered import Remembered
from legation.public.site import Site
from legation.publication import actions, queries
from legation.stations import actions as stations
from legation.stations.models import Station


@dataclass(frozen=True, slots=True)
class Published:
    """One site: seconds of freezing and baking, what was written at first, and what after one changed address."""

    stations: int
    freezing: float
    seconds: float
    files: int
    octets: int
    change_freezing: float
    change_seconds: float
    change_files: int
    change_octets: int


def raw(_where: str) -> list[dict[str, object]]:
    return [asdict(one) for one in measured(elections())]


def measured(sizes: Mapping[int, str]) -> list[Published]:
    """Every size once; `sizes` names an election of each."""
    found = []
    for size, election in sizes.items():
        folder = Path(tempfile.mkdtemp(prefix="legation-baked-"))
        found.append(_published(size, election, folder))
        rmtree(folder)
    return found


def site(election: str, folder: Path) -> None:
    """The public site of an election, frozen now."""
    _freeze(election)
    _baked(election, folder, folder.with_suffix(".lines"))


def _published(size: int, election: str, folder: Path) -> Published:
    freezing = timed(lambda: _freeze(election))
    lines = folder.with_suffix(".lines")
    first, seconds = _baked(election, folder, lines)
    before = _sizes(folder)
    _change(election)
    change_freezing = timed(lambda: _freeze(election))
    change, change_seconds = _baked(election, folder, lines)
    lines.unlink()
    rewritten = [octets for name, (octets, at) in _sizes(folder).items() if before.get(name) != (octets, at)]
    if len(rewritten) != change.written:
        raise SystemExit(f"{change.written} files were written, {len(rewritten)} are new: nothing to measure")
    return Published(
        size, freezing, seconds, first.files, first.octets,
        change_freezing, change_seconds, change.written, sum(rewritten),
    )  # fmt: skip


def _freeze(election: str) -> None:
    actions.freeze(election=election, by=actor_by_code("eli", clock.now(), ""), at=clock.now())


def _baked(election: str, folder: Path, lines: Path) -> tuple[Baked, float]:
    start = time.perf_counter()
    site = Site(queries.newest(election))
    done = bake(site, folder, Remembered(lines, site.frozen.documents))
    return done, time.perf_counter() - start


def _sizes(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and instant of every file."""
    states = ((path, path.stat()) for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): (state.st_size, state.st_mtime_ns) for path, state in states}


def _change(election: str) -> None:
    """One station moves into another house."""
    station = Station.objects.filter(election=election, mission__code="tabriz").order_by("code").first()
    if station is None:
        raise SystemExit(f"{election} has no station in Tabriz: nothing to measure")
    at = clock.now()
    stations.change_address(
        election=election, station=station.code, address="12 Bahar Street", reason="a larger hall",
        effective_on=(at + timedelta(days=2)).date(), by=actor_by_code("cora", at, ""), at=at,
    )  # fmt: skip
