"""A lawbook's values from the entries of its file, all of them checked before."""

from collections.abc import Callable, Mapping, Sequence
from datetime import time
from typing import Any

from legation_core.lawbook.model import (
    Anchor,
    Basis,
    Body,
    CalendarEntry,
    Competence,
    Contest,
    Escalation,
    Form,
    FormLine,
    FormRelation,
    HomeDistrict,
    Hours,
    Incompatible,
    InquiryCategory,
    InquiryTerm,
    Lawbook,
    Limit,
    Listed,
    Provision,
    Rule,
    Task,
    Template,
)
from legation_core.lawbook.references import span_of
from legation_core.lawbook.rows import Row
from legation_core.lawbook.schema import BODY_KINDS
from legation_core.values import JurisdictionCode

_RENAMED = ("from", "to")


def build(rows: Sequence[Row], digest: str) -> Lawbook:
    """The lawbook that `rows`, free of problems, stand for."""
    head = next(row for row in rows if row.table == "lawbook")
    bodies = {row.name: _body(row) for row in rows if row.table == "bodies"}
    provisions = [(_topic(row), _PROVISIONS[row.table](row, rows)) for row in rows if row.table in _PROVISIONS]
    values: dict[str, Any] = _values(head)
    return Lawbook(
        jurisdiction=JurisdictionCode(values.pop("jurisdiction")),
        digest=digest,
        bodies=bodies,
        provisions=tuple(provisions),
        span=span_of(head),
        **values,
    )


def _topic(row: Row) -> str:
    return f"{row.table}.{row.name}" if row.name else row.table


def _values(row: Row) -> dict[str, Any]:
    """The values of `row` under the names that the model uses, without its span."""
    return {key: value for key, value in row.values.items() if key not in _RENAMED}


def _body(row: Row) -> Body:
    values = _values(row)
    kind = row.name if row.name in BODY_KINDS else "outside"
    return Body(**{"key": row.name, "short": values["name"], "kind": kind, **values})


def _competence(row: Row, _: Sequence[Row]) -> Provision:
    return Competence(span=span_of(row), **_values(row))


def _incompatible(row: Row, _: Sequence[Row]) -> Provision:
    return Incompatible(span=span_of(row), **_values(row))


def _limit(row: Row, _: Sequence[Row]) -> Provision:
    return Limit(span=span_of(row), **_values(row))


def _hours(row: Row, _: Sequence[Row]) -> Provision:
    values = _values(row)
    return Hours(span=span_of(row), **{**values, "opens": _time(values["opens"]), "closes": _time(values["closes"])})


def _time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)


def _calendar_entry(row: Row, _: Sequence[Row]) -> Provision:
    values = _values(row)
    values |= {"anchor": Anchor(values["anchor"]), "rule": Rule(values["rule"])}
    return CalendarEntry(span=span_of(row), **values)


def _district(row: Row, _: Sequence[Row]) -> Provision:
    return HomeDistrict(span=span_of(row), **_values(row))


def _listed(row: Row, _: Sequence[Row]) -> Provision:
    return Listed(span=span_of(row), **_values(row))


def _contest(row: Row, _: Sequence[Row]) -> Provision:
    return Contest(span=span_of(row), **_values(row))


def _form(row: Row, rows: Sequence[Row]) -> Provision:
    parts = {
        part: [other for other in rows if other.table == f"forms.{part}" and other.parent == row.index]
        for part in ("lines", "figures", "relations")
    }
    source = row.word("source")
    return Form(
        span=span_of(row),
        lines=tuple(_line(line, source) for line in parts["lines"]),
        figures=tuple(_line(figure, source) for figure in parts["figures"]),
        relations=tuple(FormRelation(**_values(relation)) for relation in parts["relations"]),
        **_values(row),
    )


def _line(row: Row, source: str) -> FormLine:
    return FormLine(**{"number": "", "source": source, **_values(row)})


def _template(row: Row, _: Sequence[Row]) -> Provision:
    return Template(span=span_of(row), **_values(row))


def _task(row: Row, _: Sequence[Row]) -> Provision:
    values = _values(row)
    values |= {"basis": Basis(values["basis"]), "anchor": Anchor(values.get("anchor", Anchor.ELECTION_DAY))}
    return Task(span=span_of(row), **values)


def _escalation(row: Row, _: Sequence[Row]) -> Provision:
    return Escalation(span=span_of(row), **_values(row))


def _inquiry_category(row: Row, _: Sequence[Row]) -> Provision:
    return InquiryCategory(span=span_of(row), **_values(row))


def _inquiry_term(row: Row, _: Sequence[Row]) -> Provision:
    return InquiryTerm(span=span_of(row), **_values(row))


_PROVISIONS: Mapping[str, Callable[[Row, Sequence[Row]], Provision]] = {
    "contests_abroad": _contest,
    "competences": _competence,
    "incompatible": _incompatible,
    "establishment": _limit,
    "limits": _limit,
    "hours": _hours,
    "calendar": _calendar_entry,
    "districts": _district,
    "lists": _listed,
    "settings": _listed,
    "forms": _form,
    "templates": _template,
    "escalations": _escalation,
    "tasks": _task,
    "inquiry_categories": _inquiry_category,
    "inquiry_terms": _inquiry_term,
}
