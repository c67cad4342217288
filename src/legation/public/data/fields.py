"""What a table of the open data is made of. The tables themselves stand in `tables`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

from legation.public.site import Site

NOT_PUBLISHED = "not_published"
"""What stands in a cell whose value is not established: never a value that was only inferred."""
Words = str | Promise
Row = dict[str, object]


@dataclass(frozen=True)
class Field:
    """One column. `spoken` stands for a column in each language of the election: `city` for `city_en`, `city_az`."""

    name: str
    title: Words
    about: Words = ""
    kind: str = "string"
    """Type of Frictionless Table Schema: string, integer, number, boolean, date, datetime, time."""
    form: str = ""
    """Its format, where it has one."""
    required: bool = False
    enum: tuple[str, ...] = ()
    limits: Mapping[str, object] | None = None
    """Further constraints: `minimum`, `maximum`, `pattern`."""
    spoken: bool = False


@dataclass(frozen=True)
class Table:
    """A table: its columns, the key of its rows, and what reads them from a site."""

    name: str
    title: Words
    about: Words
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    rows: Callable[[Site], Iterable[Row]]
    placed: bool = False
    """Whether its rows have positions, so that it is there as GeoJSON too."""
    refers: Mapping[str, tuple[str, str]] | None = None
    """Columns that name a row of another table: column to (table, column)."""


@dataclass(frozen=True)
class Column:
    """A field as one column of one site: the language is part of its name."""

    name: str
    field: Field
    language: str = ""


def columns(site: Site, table: Table) -> tuple[Column, ...]:
    """The columns of a table, in order."""
    found: list[Column] = []
    for field in table.fields:
        if field.spoken:
            found += [Column(f"{field.name}_{code}", field, code) for code in site.election["languages"]]
        else:
            found.append(Column(field.name, field))
    return tuple(found)


def spoken(site: Site, name: str, text: Mapping[str, str]) -> Row:
    """A text as its columns; a language that it lacks stays empty."""
    return {f"{name}_{code}": text.get(code) or None for code in site.election["languages"]}
