"""The list of missions: found by any spelling, with voters, what the rule says, and the stations that stand."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base.actors import Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.base.wording import text_of
from legation.base.wording.countries import sort_key
from legation.missions import queries
from legation.plan import queries as plan
from legation.readers.answers import octets_of
from legation_core.register.folding import fold


@page(Permission.MISSION_READ)
def missions(request: HttpRequest, election: str) -> HttpResponse:
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    asked, kind = request.GET.get("q", "")[:80], request.GET.get("kind", "")[:32]
    posts = queries.missions(value.jurisdiction)
    registered = queries.registered(value)
    words = fold(asked).split()
    kept = [one for one in posts if all(word in one.sorting for word in words) and kind in ("", one.kind)]
    rows = [{"mission": one, "registered": registered.get(one.code, queries.NOT_REPORTED)} for one in kept]
    kinds: dict[str, int] = {}
    for one in posts:
        kinds[one.kind] = kinds.get(one.kind, 0) + 1
    context = {
        "election": value,
        "rows": _sorted(rows, request.GET.get("sort", "place")),
        "total": len(posts),
        "kinds": sorted(kinds.items()),
        "voters": sum(one.total or 0 for one in registered.values()),
        "invented": sum(one.invented for one in registered.values()),
        "asked": asked,
        "query": request.GET.urlencode(),
        "may_import": Permission.MISSION_IMPORT in request.actor.permissions,  # type: ignore[attr-defined]
    }
    return render(request, "missions/list.html", context)


def _sorted(rows: list[dict[str, Any]], sort: str) -> list[dict[str, Any]]:
    keys: dict[str, Any] = {
        "place": lambda row: sort_key(text_of(row["mission"].cities)),
        "kind": lambda row: (row["mission"].kind, row["mission"].sorting),
        "voters": lambda row: (row["registered"].total or 0, row["mission"].sorting),
    }
    key = keys.get(sort.removeprefix("-"), keys["place"])
    return sorted(rows, key=key, reverse=sort.startswith("-"))


@page(Permission.MISSION_READ)
def export(request: HttpRequest, election: str, form: str) -> HttpResponse:
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    registered = queries.registered(value)
    rows = [queries.mission_row(one, registered.get(one.code)) for one in queries.missions(value.jurisdiction)]
    return download(octets_of(rows, form, "Missions"), f"{election}-missions", form)
