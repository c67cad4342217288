"""Which scripts there are, and which play together in one demonstration."""

from datetime import datetime
from functools import cache

from legation.rehearsal.script import az2024, ro2019
from legation.rehearsal.script.scenes import Scene, Script

DEMONSTRATIONS: dict[str, tuple[str, ...]] = {"az2024": ("az2024",), "az2024+ro2019": ("ro2019", "az2024")}
"""Each demonstration by the script whose clock it follows, with the scripts that it plays."""


@cache
def script(name: str) -> Script:
    """One script by its name."""
    return {"az2024": az2024.script, "ro2019": ro2019.script}[name]()


@cache
def scenes_of(demonstration: str) -> tuple[Scene, ...]:
    """Every scene of a demonstration in the order of its instant; of one instant in the order of the scripts."""
    found = [scene for name in DEMONSTRATIONS.get(demonstration, ()) for scene in script(name).scenes]
    return tuple(sorted(found, key=lambda scene: scene.at))


def own_script(demonstration: str) -> Script:
    """The script whose clock a demonstration follows."""
    return script(demonstration.partition("+")[0])


def bounds(demonstration: str) -> tuple[datetime, datetime]:
    """The instants between which the clock of a demonstration moves: from its own first scene to its last."""
    own = own_script(demonstration).scenes
    return own[0].at, own[-1].at
