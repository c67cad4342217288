"""The lawbooks of a jurisdiction: read, compare, propose, adopt."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, gettext_lazy

from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.base.wording import text_of, worded
from legation.plan import actions, queries
from legation.plan.convert import LawbookValue
from legation.plan.web import reading
from legation_core.lawbook import differ
from legation_core.problems import Refused


class AdoptForm(forms.Form):
    decision = forms.CharField(label=gettext_lazy("Decision"), max_length=80, help_text=gettext_lazy("Number and date"))


@page(Permission.ELECTION_READ)
def lawbooks(request: HttpRequest) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    found = queries.lawbooks(actor.grant.jurisdiction)
    context = {
        "lawbooks": found,
        "jurisdiction": actor.grant.jurisdiction,
        "may_propose": Permission.LAWBOOK_PROPOSE in actor.permissions,
        "may_open": Permission.ELECTION_OPEN in actor.permissions and any(one.in_use for one in found),
    }
    return render(request, "plan/lawbooks.html", context)


@page(Permission.ELECTION_READ)
def lawbook(request: HttpRequest, digest: str) -> HttpResponse:
    """The law as tables: whole, of one day, or only what is assumed."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    book = queries.lawbook(actor.grant.jurisdiction, digest)
    versions = queries.lawbooks(actor.grant.jurisdiction)
    this = _version(versions, digest)
    day, assumed = _day(request), request.GET.get("only") == "assumed"
    whole = reading.chapters(book)
    context = {
        "book": book,
        "version": this,
        "bodies": [(text_of(one.name), text_of(one.short), one.kind) for one in book.bodies.values()],
        "chapters": reading.chapters(book, day=day, assumed=assumed),
        "total": sum(chapter.rows for chapter in whole),
        "assumed": sum(chapter.assumed for chapter in whole),
        "day": day,
        "others": [one for one in versions if one.digest != digest],
        "form": AdoptForm(),
        "may_adopt": Permission.LAWBOOK_ADOPT in actor.permissions and this.adopted_at is None,
    }
    return render(request, "plan/lawbook.html", context)


def _version(versions: tuple[LawbookValue, ...], digest: str) -> LawbookValue:
    found = next((one for one in versions if one.digest == digest), None)
    if found is None:
        raise OutOfScope(digest)
    return found


def _day(request: HttpRequest) -> date | None:
    """The day in `?day=`, where it is one; anything else is left out."""
    try:
        return date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        return None


@page(Permission.ELECTION_READ)
def compare(request: HttpRequest, digest: str) -> HttpResponse:
    """What this version changes in another: by default in the one in use."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    versions = queries.lawbooks(actor.grant.jurisdiction)
    this = _version(versions, digest)
    others = [one for one in versions if one.digest != digest]
    asked = request.GET.get("with", "")
    other = _version(versions, asked) if asked else _usual(others)
    changes: tuple[differ.Change, ...] = ()
    if other:
        old, new = (queries.lawbook(actor.grant.jurisdiction, one.digest) for one in (other, this))
        changes = differ.diff(old, new)
    context = {"version": this, "other": other, "others": others, "groups": _by_topic(changes), "count": len(changes)}
    return render(request, "plan/compare.html", context)


def _usual(others: list[LawbookValue]) -> LawbookValue | None:
    return next((one for one in others if one.in_use), others[0] if others else None)


def _by_topic(changes: tuple[differ.Change, ...]) -> list[tuple[str, list[differ.Change]]]:
    """The changes by chapter, each chapter by its title."""
    groups: dict[str, list[differ.Change]] = {}
    for one in changes:
        key = one.topic.partition(" ")[0].partition(".")[0]
        groups.setdefault(str(reading.CHAPTERS.get(key, one.topic.capitalize())), []).append(one)
    return list(groups.items())


@page(Permission.ELECTION_READ)
def source(request: HttpRequest, digest: str) -> HttpResponse:
    """The lawbook's file, octet by octet."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    octets = queries.lawbook_octets(actor.grant.jurisdiction, digest)
    return download(octets, f"lawbook-{digest[:12]}", "toml")


class ProposeForm(forms.Form):
    file = forms.FileField(label=gettext_lazy("Lawbook file"), help_text=gettext_lazy("TOML, one file a country"))


@page(Permission.LAWBOOK_PROPOSE)
def propose(request: HttpRequest) -> HttpResponse:
    """Bring in a lawbook file; every error is named with its line and how to mend it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    form = ProposeForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"form": form, "problems": (), "jurisdiction": actor.grant.jurisdiction}
    if request.method != "POST" or not form.is_valid():
        return render(request, "plan/propose.html", context)
    sent = form.cleaned_data["file"]
    try:
        digest = actions.propose_lawbook(octets=sent.read(), name=sent.name, by=actor, at=clock.now())
    except Refused as refused:
        problems = [worded(one) for one in refused.problems]
        return render(request, "plan/propose.html", context | {"problems": problems, "name": sent.name}, status=422)
    messages.success(request, gettext("Brought in. Another person of the commission proposes its adoption."))
    return redirect("lawbooks:lawbook", digest)


@page(Permission.LAWBOOK_ADOPT)
def adopt(request: HttpRequest, digest: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    queries.lawbook(actor.grant.jurisdiction, digest)
    form = AdoptForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        code = actions.adopt_lawbook.propose(digest=digest, by=actor, at=clock.now(), **form.cleaned_data)
        messages.success(request, gettext("Proposed. It is done when a second person confirms it."))
        return redirect("accounts:joint_act", code)
    return redirect("lawbooks:lawbook", digest)
