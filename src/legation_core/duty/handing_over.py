"""Handing a shift over: who leaves says what is open, who comes takes it on. Two persons, each for themselves."""

from collections.abc import Iterable
from datetime import datetime

from legation_core.duty.rota import Shift, relief
from legation_core.problems import Refused


def check_leaving(shift: Shift, person: str, by: str, now: datetime) -> None:
    """Whether `by` may hand the shift over now: their own (D110), and one that has begun (D111)."""
    if not person or by != person:
        raise Refused("D110")
    if now < shift.starts:
        raise Refused("D111")


def check_incoming(shifts: Iterable[Shift], leaving: Shift, incoming: str) -> None:
    """Refuses (D112) a shift that is not there when the other ends."""
    if incoming not in {one.code for one in relief(shifts, leaving)}:
        raise Refused("D112")


def check_taking(person: str, by: str) -> None:
    """Refuses (D113) that anybody takes a shift over but whoever comes."""
    if not person or by != person:
        raise Refused("D113")
