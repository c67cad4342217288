"""The first scene of every script: the accounts of its people, and the links of its cast."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from django.utils.translation import gettext_noop

from legation.accounts import actions as accounts
from legation.accounts.queries import actor_of
from legation.base import entropy
from legation.base.actors import Actor, Grant
from legation.rehearsal.models import CastMember
from legation.rehearsal.script.cast import Part
from legation.rehearsal.script.scenes import Scene, Step


def people_scene(script: str, parts: Sequence[Part], founder: Part, at: datetime, first: int) -> Scene:
    """Make the accounts of everybody in the script. `first` is the place of its cast among all casts."""
    steps = tuple(Step(part.person, partial(_join, part, founder, first + place)) for place, part in enumerate(parts))
    return Scene(
        code=f"{script}-people",
        at=at,
        what=gettext_noop("%(count)d persons get their accounts and roles"),
        facts={"count": len(parts)},
        who=(founder.person,),
        steps=steps,
    )


def _join(part: Part, founder: Part, order: int, at: datetime) -> None:
    grant = Grant(part.role, _jurisdiction(part), "", part.scope, at)
    accounts.create_account(code=part.person, name=part.name, grants=(grant,), by=_acting(founder, at), at=at)
    if part.does:
        CastMember.objects.create(person=part.person, token=entropy.code(24), order=order, does=part.does)


def _acting(founder: Part, at: datetime) -> Actor:
    """Whoever sets the demonstration up: the operator, whose only acts are the accounts."""
    return actor_of(founder.person, Grant(founder.role, _jurisdiction(founder), "", founder.scope, at))


def _jurisdiction(part: Part) -> str:
    return part.scope.code.partition("/")[0]
