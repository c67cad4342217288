"""The demonstration's own acts: loading it and moving its clock forward. Its clock is no part of any election."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from legation.rehearsal import playing
from legation.rehearsal.models import DemonstrationClock
from legation.rehearsal.script import az2024
from legation.rehearsal.script.library import bounds
from legation.rehearsal.script.scenes import Scene
from legation_core.problems import Refused

SCRIPT = "az2024"
BOTH = "az2024+ro2019"
"""Two elections side by side: that of 2019 stands finished at every instant of the other's clock."""


def load(
    *,
    until: datetime = az2024.OPENS_AT,
    seed: str = "1",
    script: str = SCRIPT,
    tell: Callable[[Scene], None] = lambda scene: None,
) -> int:
    """Play the script into an empty database up to `until`; the number of scenes played.

    The same seed gives the same log, byte for byte, however many moves it took.
    """
    begin(until=until, seed=seed, script=script)
    return playing.play(tell=tell)


def begin(*, until: datetime, seed: str, script: str, generation: int = 1) -> None:
    """Set the clock to the beginning of the script, on its way to `until`."""
    first, last = bounds(script)
    _check_bounds(until, first, last)
    DemonstrationClock.objects.create(pk=1, at=first, target=until, script=script, seed=seed, generation=generation)


def move_forward(*, to: datetime, seen: datetime | None = None) -> None:
    """Send the clock on its way to `to`; whoever plays then plays the scenes on the way.

    `seen` is the time that the page showed: refused when somebody else has moved the clock since.
    """
    with transaction.atomic():
        row = standing(seen)
        if to < row.at:
            raise Refused("A303")
        _check_bounds(to, *bounds(row.script))
        row.target = to
        row.save(update_fields=["target"])


def standing(seen: datetime | None) -> DemonstrationClock:
    """The clock's row, locked, where it stands still and as it was seen."""
    row = DemonstrationClock.objects.select_for_update().filter(pk=1).first()
    if row is None:
        raise Refused("A305")
    if row.target is not None:
        raise Refused("A301")
    if seen is not None and seen != row.at:
        raise Refused("A302")
    return row


def _check_bounds(to: datetime, first: datetime, last: datetime) -> None:
    if not first <= to <= last:
        raise Refused("A304", facts={"first": f"{first:%Y-%m-%dT%H:%MZ}", "last": f"{last:%Y-%m-%dT%H:%MZ}"})


def check_seed(seed: str) -> None:
    """Refused where the demonstration was built with another seed: then only building it anew gives that log."""
    row = DemonstrationClock.objects.filter(pk=1).first()
    if row is not None and row.seed != seed:
        raise Refused("A306", facts={"seed": row.seed, "wanted": seed[:40]})
