"""The small language in which a lawbook states the relations of a protocol form.

    relation   = [ "if" condition { "and" condition } ":" ] comparison
    condition  = comparison | sum
    comparison = sum ( "==" | "!=" | "<=" | ">=" | "<" | ">" ) sum
    sum        = term { ( "+" | "-" ) term }
    term       = ( number "%" | number "/" number ) "of" factor | number "*" factor | factor
    factor     = number | name | call | "(" sum ")"
    call       = "abs" "(" sum ")" | "sum" "(" group [ "," channel ] ")" | "previous" "(" name ")"
               | "present" "(" name ")" | "closing" "(" "station" ")"

Numbers are whole; shares are exact. A name is a line or a figure of the form; `present` also takes a channel and is 1
or 0. A sum alone as a condition means that it is not 0. The text is parsed, never run as code.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from legation_core.problems import Refused

MOST_LETTERS = 400
_MOST_DEPTH = 20
_TOKEN = re.compile(r"\s*(?:(?P<number>[0-9]{1,12})|(?P<name>[a-z][a-z0-9_]*)|(?P<sign>==|!=|<=|>=|[-+*/%<>():,]))")
_COMPARISONS = ("==", "!=", "<=", ">=", "<", ">")
FUNCTIONS = ("abs", "closing", "present", "previous", "sum")
RESERVED = frozenset({*FUNCTIONS, "if", "and", "of", "station"})
"""Words of the language: no line, figure or group may have one for its key."""


@dataclass(frozen=True, slots=True)
class Number:
    value: int


@dataclass(frozen=True, slots=True)
class Figure:
    """The value of a line, or of a figure known beside the form."""

    name: str


@dataclass(frozen=True, slots=True)
class GroupSum:
    """The sum of all lines of a group; with a channel, of those counted in it alone."""

    group: str
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Present:
    """1 where the line, figure or any line of the channel has a value, else 0."""

    name: str


@dataclass(frozen=True, slots=True)
class Previous:
    """The value of the same line in the version before; a relation with it does not apply to a first version."""

    name: str


@dataclass(frozen=True, slots=True)
class Closing:
    """The instant at which the station closed."""


@dataclass(frozen=True, slots=True)
class Absolute:
    of: "Term"


@dataclass(frozen=True, slots=True)
class Share:
    """`numerator / denominator` of a term, exactly; `103%` is 103 / 100."""

    numerator: int
    denominator: int
    of: "Term"


@dataclass(frozen=True, slots=True)
class Sum:
    """Terms with their signs, +1 or -1."""

    parts: tuple[tuple[int, "Term"], ...]


Term = Number | Figure | GroupSum | Present | Previous | Closing | Absolute | Share | Sum


@dataclass(frozen=True, slots=True)
class Comparison:
    left: Term
    operator: str
    right: Term


@dataclass(frozen=True, slots=True)
class Relation:
    """`claim` must hold wherever all of `conditions` do."""

    conditions: tuple[Comparison, ...]
    claim: Comparison


def parse(text: str) -> Relation:
    """The syntax tree of a relation. `Refused` L070 with the column where `text` stops being one."""
    if len(text) > MOST_LETTERS:
        raise Refused("L070", facts={"column": MOST_LETTERS, "found": text[-10:], "expected": "the end"})
    return _Parser(text).relation()


def terms_of(relation: Relation) -> Iterator[Term]:
    """Every term in `relation`, outer ones first, from left to right."""
    for comparison in (*relation.conditions, relation.claim):
        yield from within(comparison.left)
        yield from within(comparison.right)


def within(term: Term) -> Iterator[Term]:
    """`term` and every term inside it, outer ones first."""
    yield term
    match term:
        case Absolute(of=inner) | Share(of=inner):
            yield from within(inner)
        case Sum(parts=parts):
            for _, part in parts:
                yield from within(part)
        case _:
            return


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(self._tokens())
        self.at = 0
        self.depth = 0

    def _tokens(self) -> Iterator[tuple[str, str, int]]:
        """(kind, text, column) of each token; the last has kind `end`."""
        offset = 0
        stop = len(self.text.rstrip())
        while offset < stop:
            match = _TOKEN.match(self.text, offset)
            if match is None or match.lastgroup is None:
                column = offset + len(self.text[offset:]) - len(self.text[offset:].lstrip())
                raise Refused("L070", facts=_facts(column, self.text[column], "a number, a name or a sign"))
            yield match.lastgroup, match[match.lastgroup], match.start(match.lastgroup)
            offset = match.end()
        yield "end", "the end", stop

    def relation(self) -> Relation:
        conditions: list[Comparison] = []
        if self._taken("if"):
            conditions.append(self._condition())
            while self._taken("and"):
                conditions.append(self._condition())
            self._need(":")
        claim = self._comparison()
        if self.tokens[self.at][0] != "end":
            raise self._wrong("the end")
        return Relation(tuple(conditions), claim)

    def _condition(self) -> Comparison:
        left = self._sum()
        if self._ahead(":") or self._ahead("and"):
            return Comparison(left, "!=", Number(0))
        return self._compared(left)

    def _comparison(self) -> Comparison:
        return self._compared(self._sum())

    def _compared(self, left: Term) -> Comparison:
        operator = next((sign for sign in _COMPARISONS if self._taken(sign)), None)
        if operator is None:
            raise self._wrong("a comparison (== != <= >= < >)")
        return Comparison(left, operator, self._sum())

    def _sum(self) -> Term:
        parts = [(1, self._term())]
        while (plus := self._taken("+")) or self._taken("-"):
            parts.append((1 if plus else -1, self._term()))
        return parts[0][1] if len(parts) == 1 else Sum(tuple(parts))

    def _term(self) -> Term:
        if self.tokens[self.at][0] != "number":
            return self._factor()
        value = self._number()
        if self._taken("*"):
            return Share(value, 1, self._factor())
        if self._taken("%"):
            denominator = 100
        elif self._taken("/"):
            denominator = self._number()
            if denominator == 0:
                raise self._wrong("a number that is not 0 before this")
        else:
            return Number(value)
        self._need("of")
        return Share(value, denominator, self._factor())

    def _factor(self) -> Term:
        kind, text, _ = self.tokens[self.at]
        if kind == "number":
            return Number(self._number())
        if text in FUNCTIONS:
            return self._call()
        if kind == "name" and text not in RESERVED:
            return Figure(self._name())
        self._need("(", "a number, a name or (")
        return self._bracketed()

    def _call(self) -> Term:
        function = self._name()
        self._need("(")
        match function:
            case "abs":
                return Absolute(self._bracketed())
            case "closing":
                self._need("station")
                inner: Term = Closing()
            case "sum":
                inner = GroupSum(self._own_name(), self._own_name() if self._taken(",") else "")
            case "present":
                inner = Present(self._own_name())
            case _:
                inner = Previous(self._own_name())
        self._need(")")
        return inner

    def _bracketed(self) -> Term:
        self.depth += 1
        if self.depth > _MOST_DEPTH:
            raise self._wrong("fewer brackets")
        inner = self._sum()
        self._need(")")
        self.depth -= 1
        return inner

    def _own_name(self) -> str:
        kind, text, _ = self.tokens[self.at]
        if kind != "name" or text in RESERVED:
            raise self._wrong("a name")
        return self._name()

    def _name(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1][1]

    def _number(self) -> int:
        kind, text, _ = self.tokens[self.at]
        if kind != "number":
            raise self._wrong("a number")
        self.at += 1
        return int(text)

    def _ahead(self, text: str) -> bool:
        kind, found, _ = self.tokens[self.at]
        return kind != "end" and found == text

    def _taken(self, text: str) -> bool:
        if not self._ahead(text):
            return False
        self.at += 1
        return True

    def _need(self, text: str, expected: str = "") -> None:
        if not self._taken(text):
            raise self._wrong(expected or text)

    def _wrong(self, expected: str) -> Refused:
        _, found, column = self.tokens[self.at]
        return Refused("L070", facts=_facts(column, found, expected))


def _facts(column: int, found: str, expected: str) -> dict[str, str | int]:
    return {"column": column + 1, "found": found, "expected": expected}
