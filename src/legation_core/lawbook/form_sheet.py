"""A protocol form as an official would read it: its lines by their numbers, its relations between these numbers."""

from collections.abc import Iterator, Mapping

from legation_core.lawbook import relations
from legation_core.lawbook.model import Form, FormLine, FormRelation
from legation_core.lawbook.relations import (
    Absolute,
    Closing,
    Comparison,
    Figure,
    GroupSum,
    Number,
    Present,
    Previous,
    Share,
    Sum,
    Term,
)

_SIGNS: Mapping[str, str] = {"==": "=", "!=": "≠", "<=": "≤", ">=": "≥", "<": "<", ">": ">"}
_SEVERITIES: Mapping[str, str] = {
    "blocks": "must hold",
    "explain": "must be explained where it does not hold",
    "information": "for information",
}
_KINDS: Mapping[str, str] = {"count": "", "instant": " (date and time)", "each_candidate": " (one row for each option)"}


def sheet(form: Form, language: str = "en") -> tuple[str, ...]:
    """Lines, figures and relations; a relation is told in the numbers of the form, then in the supervisor's words."""
    return (
        *(f"{line.number:>4}  {_text(line, language)}" for line in form.lines),
        *(f"   *  {_text(figure, language)} (not printed on the form)" for figure in form.figures),
        *(said for relation in form.relations for said in _relation(form, relation, language)),
    )


def _text(line: FormLine, language: str) -> str:
    channel = f" [{line.channel}]" if line.channel else ""
    return f"{line.text.in_language(language)}{_KINDS[line.kind]}{channel}"


def _relation(form: Form, relation: FormRelation, language: str) -> Iterator[str]:
    source = "assumed" if relation.assumed else relation.source
    yield f"{relation.code}: {in_numbers(form, relation.holds, language)} ({_SEVERITIES[relation.severity]}; {source})"
    yield f"    {relation.supervisor.in_language(language)}"
    if relation.silences:
        yield f"    Where it does not hold, not told: {', '.join(relation.silences)}."


def in_numbers(form: Form, holds: str, language: str = "en") -> str:
    """The relation as one would say it over the paper: `2 = 3 + 5 + 11`."""
    parsed = relations.parse(holds)
    writer = _Writer(form, language)
    claim = writer.comparison(parsed.claim)
    conditions = " and ".join(writer.comparison(one) for one in parsed.conditions)
    return f"where {conditions}: {claim}" if conditions else claim


class _Writer:
    def __init__(self, form: Form, language: str) -> None:
        printed = (*form.lines, *form.figures)
        self.names = {line.key: line.number or f"[{line.text.in_language(language)}]" for line in printed}
        self.form = form

    def comparison(self, one: Comparison) -> str:
        if isinstance(one.left, Present) and (one.operator, one.right) == ("!=", Number(0)):
            return self.term(one.left)
        return f"{self.term(one.left)} {_SIGNS[one.operator]} {self.term(one.right)}"

    def term(self, term: Term) -> str:
        match term:
            case Absolute(of=inner):
                return f"the difference |{self.term(inner)}|"
            case Share(numerator=above, denominator=below, of=inner):
                return f"{self._share(above, below)} {self._inside(inner)}"
            case Sum(parts=parts):
                return self._sum(parts)
            case _:
                return self._single(term)

    def _single(self, term: Number | Figure | Previous | Present | GroupSum | Closing) -> str:
        match term:
            case Number(value=value):
                return f"the number {value}" if str(value) in self.names.values() else str(value)
            case Figure(name=name):
                return self.names[name]
            case Previous(name=name):
                return f"{self.names[name]} of the version before"
            case Present(name=name):
                return f"{self.names.get(name, name)} is given"
            case GroupSum():
                return " + ".join(self._members(term))
            case Closing():
                return "the closing of the station"

    @staticmethod
    def _share(above: int, below: int) -> str:
        if below == 1:
            return f"{above} times"
        return f"{above} % of" if below == 100 else f"{above}/{below} of"

    def _inside(self, term: Term) -> str:
        return f"({self.term(term)})" if isinstance(term, Sum | GroupSum) else self.term(term)

    def _sum(self, parts: tuple[tuple[int, Term], ...]) -> str:
        said = " ".join(f"{'+' if sign > 0 else '−'} {self._part(sign, term)}" for sign, term in parts)
        return said.removeprefix("+ ")

    def _part(self, sign: int, term: Term) -> str:
        return f"({self.term(term)})" if sign < 0 and isinstance(term, Sum | GroupSum) else self.term(term)

    def _members(self, term: GroupSum) -> Iterator[str]:
        for line in (*self.form.lines, *self.form.figures):
            if line.group == term.group and term.channel in ("", line.channel):
                number = self.names[line.key]
                yield f"all of {number}" if line.kind == "each_candidate" else number
