"""The page on which a file is brought in: read, tried, shown, and kept only when the person says so.

Trying does everything that keeping does and takes it back, so what the page announces is what will happen.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import get_language

from legation.base import files
from legation.base.downloads import download
from legation.base.wording import worded
from legation.base.wording.where import where_in_words
from legation.readers.columns import Columns, in_language
from legation.readers.rows import Row
from legation.readers.tables import read_table
from legation.readers.templates import template_csv, template_xlsx
from legation_core.problems import Problem, Refused

SHOWN = 10
"""Rows of a file that are shown before it is kept."""
HEADED = frozenset({"column", "wanted"})
"""Facts of a problem that are headings."""


@dataclass(frozen=True, slots=True)
class Importable:
    """One kind of table that can be brought in."""

    key: str
    title: str | Promise
    columns: Columns
    keep: Callable[[Sequence[Row], str], int]
    """Keeps all rows or refuses; the second argument is the SHA-256 of the file. Gives how many acts it took."""


def answer(
    request: HttpRequest, what: Importable, context: dict[str, Any], done: Callable[[int], HttpResponse]
) -> HttpResponse:
    """Show the page; read and try the file that was sent; keep it when what was shown is confirmed."""
    shown = context | {"what": what, "columns": what.columns.columns}
    if request.method != "POST":
        return render(request, "readers/import.html", shown)
    digest, sent = request.POST.get("confirmed", ""), request.FILES.get("file")
    if not digest and sent is None:
        return render(request, "readers/import.html", shown | {"missing": True})
    octets, name = files.read(digest) if sent is None else (sent.read(), sent.name or "file")
    try:
        rows, digest = _rows_of(octets, name, what)
        if sent is None:
            return done(what.keep(rows, digest))
        shown |= {"acts": tried(what, rows, digest), "rows": rows, "first": _first(rows, what), "digest": digest}
    except Refused as refused:
        shown |= {"problems": list(_told(refused.problems, what)), "name": name}
        return render(request, "readers/import.html", shown, status=422)
    return render(request, "readers/import.html", shown | {"name": name})


def _rows_of(octets: bytes, name: str, what: Importable) -> tuple[tuple[Row, ...], str]:
    """The rows of the file and its SHA-256, under which it is kept. Refused with everything that is wrong with it."""
    table = read_table(octets, name=name, columns=what.columns)
    if table.problems:
        first = table.problems[0]
        raise Refused(first.code, first.where, first.facts, table.problems)
    return table.rows, files.keep(octets, name)


def tried(what: Importable, rows: Sequence[Row], digest: str) -> int:
    """How many acts keeping the rows would take; everything is taken back. Refused as keeping would be."""
    with transaction.atomic():
        acts = what.keep(rows, digest)
        transaction.set_rollback(True)
    return acts


def _first(rows: Sequence[Row], what: Importable) -> dict[str, Any]:
    """The first rows with the columns that any row fills."""
    filled = [column for column in what.columns.columns if any(row.values.get(column.key) for row in rows)]
    cells = [[row.number, *(row.values.get(column.key, "") for column in filled)] for row in rows[:SHOWN]]
    return {"columns": filled, "rows": cells, "more": max(len(rows) - SHOWN, 0)}


def _told(problems: Sequence[Problem], what: Importable) -> Iterator[dict[str, Any]]:
    """Each problem by row and column, with what stands there, and the sentence that says why and how to mend it.

    Headings that a problem asks for are those of the template in the reader's language.
    """
    titles = {str(column.title): in_language(column.title, get_language() or "en") for column in what.columns.columns}
    for one in problems:
        place = where_in_words(one.where) if "row" not in one.facts else ""
        known = {**one.facts} | {
            name: titles.get(str(one.facts[name]), one.facts[name]) for name in HEADED & set(one.facts)
        }
        facts = {name: known.get(name, "") for name in ("row", "column", "found")}
        yield {**facts, "place": place, "code": one.code, "sentence": worded(Problem(one.code, "", known))}


def template(what: Importable, form: str) -> HttpResponse:
    """The template to fill in, `csv` or `xlsx`."""
    language = get_language() or "en"
    make = template_csv if form == "csv" else template_xlsx
    return download(make(what.columns, language), f"legation-{what.key}", "csv" if form == "csv" else "xlsx")
