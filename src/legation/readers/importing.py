"""The page on which a file is brought in: template to take, file to give, and by row what is wrong with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import get_language

from legation.base import files
from legation.base.downloads import download
from legation.base.wording import worded
from legation.readers.columns import Columns
from legation.readers.rows import Row
from legation.readers.tables import read_table
from legation.readers.templates import template_csv, template_xlsx
from legation_core.problems import Problem, Refused


@dataclass(frozen=True, slots=True)
class Importable:
    """One kind of table that can be brought in."""

    key: str
    title: str | Promise
    columns: Columns
    keep: Callable[[Sequence[Row], str], int]
    """Keeps all rows or refuses; the second argument is the SHA-256 of the file. Gives how many were kept."""


def answer(
    request: HttpRequest, what: Importable, context: dict[str, Any], done: Callable[[int], HttpResponse]
) -> HttpResponse:
    """Show the page, or read the file that was sent: all of it is kept, or nothing and a report by row."""
    shown = context | {"what": what, "columns": what.columns.columns, "problems": (), "name": ""}
    sent = request.FILES.get("file")
    if request.method != "POST" or sent is None:
        return render(request, "readers/import.html", shown | {"missing": request.method == "POST"})
    octets, name = sent.read(), sent.name or "file"
    problems = problems_of(octets, name, what)
    if isinstance(problems, int):
        return done(problems)
    shown |= {"problems": [worded(one) for one in problems], "name": name}
    return render(request, "readers/import.html", shown, status=422)


def problems_of(octets: bytes, name: str, what: Importable) -> tuple[Problem, ...] | int:
    """What is wrong with the file, or how many rows were kept where nothing is."""
    try:
        table = read_table(octets, name=name, columns=what.columns)
        if table.problems:
            return table.problems
        return what.keep(table.rows, files.keep(octets, name))
    except Refused as refused:
        return refused.problems


def template(what: Importable, form: str) -> HttpResponse:
    """The template to fill in, `csv` or `xlsx`."""
    language = get_language() or "en"
    make = template_csv if form == "csv" else template_xlsx
    return download(make(what.columns, language), f"legation-{what.key}", "csv" if form == "csv" else "xlsx")
