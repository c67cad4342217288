"""Playing the script: one transaction a scene, each scene once, in the order of its instant.

Whoever plays (a request, the worker, the command line) takes the clock's row first, so that several may play at once
and one that is killed in the middle leaves the rest to the next.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction

from legation.base import clock, entropy, jobs
from legation.base.actors import OutOfScope
from legation.integrity import queries as log
from legation.rehearsal.models import DemonstrationClock, PlayedScene
from legation.rehearsal.script.library import scenes_of
from legation.rehearsal.script.scenes import Scene
from legation_core.problems import Fact, Refused

Told = Callable[[Scene], None]


def play(budget: timedelta | None = None, tell: Told = lambda scene: None) -> int:
    """Play the scenes that are due, at most for `budget` of real time; how many were played."""
    played, until = 0, clock.real() + budget if budget is not None else None
    while (scene := play_next()) is not None:
        played += 1
        tell(scene)
        if until is not None and clock.real() >= until and _is_due():
            break
    return played


def _is_due() -> bool:
    """Whether a scene is left to play on the way, and not only the clock to arrive."""
    row = DemonstrationClock.objects.filter(pk=1, target__isnull=False).first()
    return row is not None and row.target is not None and _next_due(row.script, row.target) is not None


def play_due() -> None:
    """The worker's part: whatever a move has left to play, also after the server was killed in the middle of one."""
    play()


def play_next() -> Scene | None:
    """Play the next scene that is due, or let the clock arrive where it goes; `None` when nothing is left to do."""
    with transaction.atomic():
        row = DemonstrationClock.objects.select_for_update().filter(pk=1, target__isnull=False).first()
        if row is None or row.target is None:
            return None
        scene = _next_due(row.script, row.target)
        if scene is None:
            row.at, row.target = row.target, None
            row.save(update_fields=["at", "target"])
            jobs.make_due()
            return None
        row.at = max(row.at, scene.at)
        row.save(update_fields=["at"])
        _play(scene, row.seed)
        return scene


def _next_due(script: str, target: datetime) -> Scene | None:
    played = set(PlayedScene.objects.values_list("code", flat=True))
    due = (scene for scene in scenes_of(script) if scene.at <= target)
    return next((scene for scene in due if scene.code not in played), None)


def _play(scene: Scene, seed: str) -> None:
    """Do every step that can be done; what is refused or already done is passed over and written down."""
    first, passed_over = log.size(), []
    restore = entropy.use(entropy.Seeded(f"{seed}/{scene.code}"))
    try:
        for step in scene.steps:
            try:
                with transaction.atomic():
                    step.do(scene.at)
            except Refused as refused:
                passed_over.append(_passed(step.where, refused.code, dict(refused.problem.facts)))
            except OutOfScope:
                passed_over.append(_passed(step.where, "A300", {"what": step.where}))
    finally:
        restore()
    PlayedScene.objects.create(
        code=scene.code,
        at=scene.at,
        done=len(scene.steps) - len(passed_over),
        passed_over=passed_over,
        first_record=first,
        records=log.size() - first,
    )


def _passed(where: str, code: str, facts: dict[str, Fact]) -> dict[str, object]:
    return {"where": where, "code": code, "facts": facts}
