"""The page on which a file is brought in: taken at once, then watched until it is checked, shown and kept."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from legation.base.downloads import download
from legation.base.wording import worded
from legation.base.wording.where import where_in_words
from legation.readers import bringing
from legation.readers.bringing import Brought
from legation.readers.columns import in_language
from legation.readers.table_kinds import Importable
from legation.readers.templates import template_csv, template_xlsx
from legation_core.problems import Problem, Refused

HEADED = frozenset({"column", "wanted"})
"""Facts of a problem that are headings."""


def answer(
    request: HttpRequest, what: Importable, election: str, context: dict[str, Any], done: Callable[[int], HttpResponse]
) -> HttpResponse:
    """Take the file that was sent, or what was confirmed; else show how far the file has come. `done` ends it."""
    by, shown = request.actor, context | {"what": what, "columns": what.columns.columns}  # type: ignore[attr-defined]
    if request.method == "POST":
        return _taken(request, what, election, shown)
    token = request.GET.get("brought", "")
    if not token:
        return render(request, "readers/import.html", shown)
    brought = bringing.standing(token, what.key, election, by=by)
    if brought.state == "kept":
        return done(brought.found["acts"])
    shown |= {"brought": brought, "name": brought.name, "waiting": brought.state in ("checking", "keeping")}
    if brought.state == "wrong":
        shown |= {"problems": list(_told(brought.problems, what))}
        return render(request, "readers/import.html", shown, status=422)
    if brought.state == "in_order":
        shown |= {"first": _first(brought, what)}
    return render(request, "readers/import.html", shown)


def _taken(request: HttpRequest, what: Importable, election: str, shown: dict[str, Any]) -> HttpResponse:
    """Begin with the file that was sent, or go on with what was confirmed; the page of the file tells the rest."""
    by, token = request.actor, request.POST.get("confirmed", "")  # type: ignore[attr-defined]
    sent = request.FILES.get("file")
    if token:
        bringing.confirm(token, what.key, election, by=by)
    elif sent is None:
        return render(request, "readers/import.html", shown | {"missing": True})
    else:
        name = sent.name or "file"
        try:
            token = bringing.begin(what.key, election, sent.read(), name, by=by)
        except Refused as refused:
            shown |= {"problems": list(_told(refused.problems, what)), "name": name}
            return render(request, "readers/import.html", shown, status=422)
    return redirect(f"{request.path}?brought={token}")


def _first(brought: Brought, what: Importable) -> dict[str, Any]:
    """The first rows as they were read, below the titles of their columns."""
    titled = {column.key: column for column in what.columns.columns}
    found = brought.found
    return {"columns": [titled[key] for key in found["columns"]], "rows": found["first"], "more": found["more"]}


def _told(problems: Sequence[Problem], what: Importable) -> Iterator[dict[str, Any]]:
    """Each problem by row and column, with what stands there, and the sentence that says why and how to mend it.

    Headings that a problem asks for are those of the template in the reader's language.
    """
    titles = {str(column.title): in_language(column.title, get_language() or "en") for column in what.columns.columns}
    for one in problems:
        place = where_in_words(one.where) if "row" not in one.facts else ""
        headed = {name: titles.get(str(one.facts[name]), one.facts[name]) for name in HEADED & set(one.facts)}
        known = {**one.facts} | headed
        facts = {name: known.get(name, "") for name in ("row", "column", "found")}
        yield {**facts, "place": place, "code": one.code, "sentence": worded(Problem(one.code, "", known))}


def template(what: Importable, form: str) -> HttpResponse:
    """The template to fill in, `csv` or `xlsx`."""
    language = get_language() or "en"
    make = template_csv if form == "csv" else template_xlsx
    return download(make(what.columns, language), f"legation-{what.key}", "csv" if form == "csv" else "xlsx")
