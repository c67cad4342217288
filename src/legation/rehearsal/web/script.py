"""The script: every scene, when, who, from which source, and what became of it."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from legation.base.web import open_page
from legation.rehearsal import queries
from legation.rehearsal.queries import Told


@open_page
def script(request: HttpRequest) -> HttpResponse:
    scripts = [
        (title, [_lines(list(own)) for _name, own in _grouped(scenes)]) for title, scenes in queries.told_script()
    ]
    passed = [one for _title, scenes in queries.told_script() for one in scenes if one.passed_over]
    return render(request, "rehearsal/script.html", {"scripts": scripts, "passed": passed, "now": queries.standing()})


def _grouped(scenes: tuple[Told, ...]) -> "groupby[str, Told]":
    """Scenes that stand under one line come together; every other is alone."""
    return groupby(scenes, key=lambda one: one.scene.group or one.scene.code)


def _lines(own: list[Told]) -> dict[str, object]:
    """One line of the page: a scene, or several alike with how many of them were played."""
    first, last = own[0].scene, own[-1].scene
    played = sum(one.state != "to_come" for one in own)
    passed = sum(one.state in ("partly", "passed_over") for one in own)
    return {
        "scene": first,
        "until": last.at if len(own) > 1 else None,
        "text": gettext(first.group) % {"count": len(own)} if len(own) > 1 else first.told(),
        "who": _who([name for one in own for name in one.who]),
        "total": len(own),
        "played": played,
        "passed": passed,
        "state": own[0].state if len(own) == 1 else "to_come" if not played else "partly" if passed else "played",
        "own": own if len(own) > 1 else [],
    }


def _who(names: list[str]) -> str:
    if len(names) > 2:
        return gettext("%(count)d persons") % {"count": len(set(names))}
    return ", ".join(names)
