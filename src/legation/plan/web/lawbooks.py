"""The lawbooks of a jurisdiction: read, compare, propose, adopt."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext, gettext_lazy

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.base.wording import worded
from legation.plan import actions, queries
from legation_core.lawbook import differ
from legation_core.lawbook.explain import chapters
from legation_core.problems import Refused


class AdoptForm(forms.Form):
    decision = forms.CharField(label=gettext_lazy("Decision"), max_length=80, help_text=gettext_lazy("Number and date"))


@page(Permission.ELECTION_READ)
def lawbooks(request: HttpRequest) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    context = {
        "lawbooks": queries.lawbooks(actor.grant.jurisdiction),
        "may_propose": Permission.LAWBOOK_PROPOSE in actor.permissions,
    }
    return render(request, "plan/lawbooks.html", context)


@page(Permission.ELECTION_READ)
def lawbook(request: HttpRequest, digest: str) -> HttpResponse:
    """The law as readable text; an adopted version can be compared with the one in use."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    book = queries.lawbook(actor.grant.jurisdiction, digest)
    versions = queries.lawbooks(actor.grant.jurisdiction)
    this = next(one for one in versions if one.digest == digest)
    used = next((one for one in versions if one.in_use and one.digest != digest), None)
    changes = differ.diff(queries.lawbook(actor.grant.jurisdiction, used.digest), book) if used else ()
    context = {
        "book": book,
        "version": this,
        "chapters": chapters(book, language=get_language() or "en"),
        "compared": used,
        "changes": changes,
        "form": AdoptForm(),
        "may_adopt": Permission.LAWBOOK_ADOPT in actor.permissions and this.adopted_at is None,
    }
    return render(request, "plan/lawbook.html", context)


@page(Permission.ELECTION_READ)
def source(request: HttpRequest, digest: str) -> HttpResponse:
    """The lawbook's file, octet by octet."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    octets = queries.lawbook_octets(actor.grant.jurisdiction, digest)
    return download(octets, f"lawbook-{digest[:12]}", "toml")


@page(Permission.LAWBOOK_PROPOSE)
def propose(request: HttpRequest) -> HttpResponse:
    """Bring in a lawbook file; every error is named with its line and how to mend it."""
    sent = request.FILES.get("file")
    if request.method != "POST" or sent is None:
        return render(request, "plan/propose.html", {"problems": ()})
    try:
        digest = actions.propose_lawbook(octets=sent.read(), name=sent.name or "file", by=request.actor, at=clock.now())  # type: ignore[attr-defined]
    except Refused as refused:
        context = {"problems": [worded(one) for one in refused.problems], "name": sent.name}
        return render(request, "plan/propose.html", context, status=422)
    messages.success(request, gettext("Proposed. A second person of the commission adopts it."))
    return redirect("lawbooks:lawbook", digest)


@page(Permission.LAWBOOK_ADOPT)
def adopt(request: HttpRequest, digest: str) -> HttpResponse:
    queries.lawbook(request.actor.grant.jurisdiction, digest)  # type: ignore[attr-defined]
    form = AdoptForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.adopt_lawbook(digest=digest, by=request.actor, at=clock.now(), **form.cleaned_data)  # type: ignore[attr-defined]
        messages.success(request, gettext("Adopted. Elections opened from now on are held under it."))
    return redirect("lawbooks:lawbook", digest)
