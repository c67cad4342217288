"""A mission's whole file: as a page, for paper, and as one signed bundle."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.desks.mission_bundle import mission_bundle
from legation.desks.mission_file import mission_file
from legation.desks.mission_sections import sections


@page(Permission.MISSION_READ)
def whole(request: HttpRequest, election: str, mission: str) -> HttpResponse:
    return render(request, "desks/mission_file.html", _context(request, election, mission))


@page(Permission.MISSION_READ)
def printed(request: HttpRequest, election: str, mission: str) -> HttpResponse:
    """The same for paper."""
    return render(request, "desks/mission_file_print.html", _context(request, election, mission))


@page(Permission.MISSION_READ)
def bundle(request: HttpRequest, election: str, mission: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    octets = mission_bundle(actor, election, mission, clock.now(), get_language() or "en")
    return download(octets, f"{election}-{mission}-file", "zip")


def _context(request: HttpRequest, election: str, mission: str) -> dict[str, Any]:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = mission_file(actor, election, mission, clock.now())
    return {"election": found.election, "mission": found.post, "file": found, "sections": sections(found)}
