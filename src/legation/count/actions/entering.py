"""From the paper to one reading: claim, release, enter twice without seeing each other, settle what differs."""

from collections.abc import Mapping
from datetime import datetime

from legation.base.actors import Actor, Permission
from legation.count.actions.leading import Led, Paper, leading
from legation_core.problems import Refused
from legation_core.protocol import states
from legation_core.protocol.comparing import fields
from legation_core.protocol.values import Protocol, Value, misshapen, repeated

READS = ("send_protocol", "receive_protocol")
"""Who sends the protocol and who receives it may both read the paper."""


def declare_no_protocol(*, paper: Paper, failed: bool, reason: str, by: Actor, at: datetime) -> None:
    """Say that no voting was held at the station, or that it failed; no protocol will come."""
    with leading("protocol_not_coming", paper, Permission.PROTOCOL_DECIDE, ("receive_protocol",), by=by, at=at) as led:
        declare = states.declare_failed if failed else states.declare_not_held
        led.entry = declare(led.entry, reason=reason)


def claim_protocol(*, paper: Paper, by: Actor, at: datetime) -> None:
    """Take the paper for 30 minutes, or go on holding it."""
    with leading("protocol_claimed", paper, Permission.PROTOCOL_ENTER, READS, by=by, at=at) as led:
        led.entry = states.claim(led.entry, by=by.person, now=at)


def release_protocol(*, paper: Paper, by: Actor, at: datetime) -> None:
    """Give the paper back unread to whoever comes next."""
    with leading("protocol_released", paper, Permission.PROTOCOL_ENTER, READS, by=by, at=at) as led:
        led.entry = states.release(led.entry, by=by.person)


def enter_protocol(*, paper: Paper, reading: Protocol, by: Actor, at: datetime) -> None:
    """Hand in a reading: the first, or the second by another person. Neither is shown to who makes the other."""
    with leading("protocol_entered", paper, Permission.PROTOCOL_ENTER, READS, by=by, at=at) as led:
        _well_shaped(led, reading)
        led.entry = states.enter(led.entry, reading=reading, by=by.person, now=at)


def settle_protocol(*, paper: Paper, settled: Mapping[str, Value | None], by: Actor, at: datetime) -> None:
    """A third person says what stands on the paper, in every field that differs and in no other."""
    with leading("protocol_settled", paper, Permission.PROTOCOL_ENTER, READS, by=by, at=at) as led:
        led.entry = states.settle(led.entry, settled=settled, by=by.person, now=at)
        if led.entry.agreed is not None:
            _well_shaped(led, led.entry.agreed)


def _well_shaped(led: Led, reading: Protocol) -> None:
    """Refuse (P209) what is no protocol of the form, each field with its reason."""
    options = tuple(dict.fromkeys(name for line in repeated(led.form) for name in reading.votes.get(line.key, {})))
    problems = tuple(misshapen(led.form, options, reading))
    if problems or not fields(reading):
        raise Refused("P209", facts={"count": len(problems)}, problems=problems)
