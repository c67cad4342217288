"""Relations of a form as functions. Every function is put together from the parsed text; no text is ever run.

A term becomes whole numbers over one denominator, so that shares are exact and comparing needs no fraction.
"""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from legation_core.lawbook.model import Form
from legation_core.lawbook.relations import (
    Absolute,
    Closing,
    Comparison,
    Figure,
    GroupSum,
    Number,
    Present,
    Previous,
    Relation,
    Share,
    Sum,
    Term,
    terms_of,
)
from legation_core.protocol.values import Protocol, Value

Reading = Callable[[Protocol], int]


class NotGiven(Exception):
    """A value that the relation needs does not stand on the protocol, so nothing can be said."""


_SIGNS: Mapping[str, Callable[[int, int], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
}


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison whose two sides give whole numbers over the same denominator."""

    left: Reading
    right: Reading
    sign: Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Compiled:
    conditions: tuple[Compared, ...]
    claim: Compared
    lines: tuple[str, ...]
    """Keys of the lines and figures that the relation names, in its order."""

    def broken(self, protocol: Protocol) -> tuple[int, int] | None:
        """Both sides where the claim does not hold; `None` where it holds, does not apply or lacks a value."""
        try:
            if not all(one.sign(one.left(protocol), one.right(protocol)) for one in self.conditions):
                return None
            left, right = self.claim.left(protocol), self.claim.right(protocol)
        except NotGiven:
            return None
        return None if self.claim.sign(left, right) else (left, right)

    def lacking(self, protocol: Protocol) -> bool:
        """Whether a value is missing without which the relation cannot be judged."""
        try:
            if all(one.sign(one.left(protocol), one.right(protocol)) for one in self.conditions):
                self.claim.left(protocol)
                self.claim.right(protocol)
        except NotGiven:
            return True
        return False


def compiled(form: Form, relation: Relation) -> Compiled:
    groups: dict[str, list[str]] = {}
    channels: dict[str, list[str]] = {}
    for line in (*form.lines, *form.figures):
        if line.group:
            groups.setdefault(line.group, []).append(line.key)
        if line.channel:
            channels.setdefault(line.channel, []).append(line.key)
    maker = _Maker(form, groups, channels)
    conditions = tuple(maker.compared(one) for one in relation.conditions)
    return Compiled(conditions, maker.compared(relation.claim), maker.named(relation))


class _Maker:
    def __init__(self, form: Form, groups: Mapping[str, list[str]], channels: Mapping[str, list[str]]) -> None:
        self.repeated = {line.key for line in form.lines if line.kind == "each_candidate"}
        self.groups = groups
        self.channels = channels

    def compared(self, comparison: Comparison) -> Compared:
        left, below_left = self.term(comparison.left)
        right, below_right = self.term(comparison.right)
        return Compared(_times(left, below_right), _times(right, below_left), _SIGNS[comparison.operator])

    def named(self, relation: Relation) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for term in terms_of(relation):
            match term:
                case Figure(name=name) | Previous(name=name):
                    found[name] = None
                case GroupSum():
                    found.update(dict.fromkeys(self.members(term)))
                case Present(name=name):
                    found.update(dict.fromkeys(self.channels.get(name, [name])))
                case _:
                    continue
        return tuple(found)

    def members(self, term: GroupSum) -> list[str]:
        own = self.groups[term.group]
        return [key for key in own if not term.channel or key in self.channels[term.channel]]

    def term(self, term: Term) -> tuple[Reading, int]:
        """What reads the numerator, and the denominator."""
        match term:
            case Absolute(of=inner):
                read, below = self.term(inner)
                return (lambda protocol: abs(read(protocol))), below
            case Share(numerator=above, denominator=under, of=inner):
                read, below = self.term(inner)
                return _times(read, above), below * under
            case Sum(parts=parts):
                return self._sum(parts)
            case _:
                return self._single(term), 1

    def _single(self, term: Number | Figure | Previous | Present | GroupSum | Closing) -> Reading:
        match term:
            case Number(value=value):
                return lambda protocol: value
            case Figure(name=name):
                return _figure(name)
            case Previous(name=name):
                return _previous(name)
            case Present(name=name):
                return self._present(self.channels.get(name, [name]))
            case GroupSum():
                return self._group(self.members(term))
            case Closing():
                return _closing

    def _sum(self, parts: tuple[tuple[int, Term], ...]) -> tuple[Reading, int]:
        terms = [(sign, *self.term(term)) for sign, term in parts]
        common = 1
        for _, _, below in terms:
            common *= below
        scaled = tuple(_times(read, sign * common // below) for sign, read, below in terms)
        return (lambda protocol: sum(read(protocol) for read in scaled)), common

    def _group(self, keys: list[str]) -> Reading:
        single = tuple(_figure(key) for key in keys if key not in self.repeated)
        repeated = tuple(key for key in keys if key in self.repeated)

        def read(protocol: Protocol) -> int:
            total = sum(one(protocol) for one in single)
            for key in repeated:
                if key not in protocol.votes:
                    raise NotGiven(key)
                total += sum(protocol.votes[key].values())
            return total

        return read

    @staticmethod
    def _present(keys: list[str]) -> Reading:
        names = tuple(keys)
        return lambda protocol: int(any(key in protocol.values or protocol.votes.get(key) for key in names))


def _times(read: Reading, factor: int) -> Reading:
    return read if factor == 1 else lambda protocol: read(protocol) * factor


def _figure(name: str) -> Reading:
    def read(protocol: Protocol) -> int:
        try:
            return _number(protocol.values[name])
        except KeyError:
            raise NotGiven(name) from None

    return read


def _previous(name: str) -> Reading:
    def read(protocol: Protocol) -> int:
        if protocol.previous is None or name not in protocol.previous.values:
            raise NotGiven(name)
        return _number(protocol.previous.values[name])

    return read


def _closing(protocol: Protocol) -> int:
    if protocol.closing is None:
        raise NotGiven("closing")
    return _number(protocol.closing)


def _number(value: Value) -> int:
    return int(value.timestamp()) if isinstance(value, datetime) else value
