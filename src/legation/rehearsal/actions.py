"""Loading a demonstration: its cast, then its scenes in order, up to an instant."""

from collections.abc import Callable
from datetime import datetime

from legation.accounts import actions as accounts
from legation.accounts.queries import actor_of
from legation.base import entropy
from legation.base.actors import Actor, Grant
from legation.rehearsal.models import CastMember, DemonstrationClock
from legation.rehearsal.script import az2024, az2024_data
from legation.rehearsal.script.cast import CAST, HOME, JURISDICTION, Part, extras

SCRIPT = "az2024"


def load(*, until: datetime = az2024.OPENS_AT, seed: str = "1", tell: Callable[[str], None] = lambda text: None) -> int:
    """Play the script up to `until`; the number of scenes played. The same seed gives the same log, byte for byte."""
    restore = entropy.use(entropy.Seeded(f"{SCRIPT}/{seed}"))
    try:
        begin = az2024.baku(12, 7, 9)
        _assemble(begin)
        played = 0
        for scene in az2024.scenes():
            if scene.at > until:
                break
            scene.play(scene.at)
            played += 1
            tell(f"{scene.at:%Y-%m-%d %H:%M} UTC  {scene.what}")
    finally:
        restore()
    DemonstrationClock.objects.update_or_create(pk=1, defaults={"at": until, "script": SCRIPT})
    return played


def _assemble(at: datetime) -> None:
    """Make the accounts of everybody in the script and the links of the cast."""
    cities = {code: row["city"] for code, row in az2024_data.missions().items()}
    founder = _founder(at)
    for order, part in enumerate((*CAST, *extras(cities))):
        jurisdiction = part.scope.code.partition("/")[0]
        grant = Grant(part.role, jurisdiction, "", part.scope, at)
        accounts.create_account(code=part.person, name=part.name, grants=(grant,), by=founder, at=at)
        if part.does:
            CastMember.objects.create(person=part.person, token=entropy.code(24), order=order, does=part.does)


def _founder(at: datetime) -> Actor:
    """Whoever sets the demonstration up: the operator, whose only acts are the accounts."""
    part = Part("operator", "Operator", "operator", HOME)
    return actor_of(part.person, Grant(part.role, JURISDICTION, "", part.scope, at))
