"""People: who has an account, invitations and letters, coming back by telephone."""

from typing import Any

import segno
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from legation.accounts import actions
from legation.accounts.permissions import scopes_of
from legation.accounts.permissions.inviting import INVITES
from legation.accounts.permissions.roles import ROLES
from legation.accounts.queries import access, grants
from legation.accounts.web.forms import JoinForm
from legation.base import clock, drafts
from legation.base.actors import Actor, Grant, OutOfScope, Permission, ScopeRef
from legation.base.web import page
from legation.base.wording import worded
from legation_core.problems import Refused

WORDS = (
    "Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec Romeo "
    "Sierra Tango Uniform Victor Whiskey Xray Yankee Zulu"
)
SPELLING = {word[0].lower(): word for word in WORDS.split()}
"""How a code is read out (ICAO Annex 10, volume II, 5.2.1.3)."""


@page(Permission.PEOPLE_READ)
def people(request: HttpRequest) -> HttpResponse:
    by = _actor(request)
    roles = grants.held(by, clock.now())
    people = [(one, roles.get(one.code, [])) for one in access.listed(by, clock.real())]
    context = {
        "people": people,
        "may_give": bool(ROLES[by.role].gives),
        "may_invite": Permission.PEOPLE_INVITE in by.permissions,
    }
    return render(request, "accounts/people.html", context)


@page(Permission.PEOPLE_INVITE, fresh=True)
@never_cache
def invite(request: HttpRequest) -> HttpResponse:
    """One person, their code, name, role and number. The letter is the answer, and is never shown again."""
    by = _actor(request)
    if request.method != "POST":
        kept = drafts.find(request.user.get_username(), request.path)
        given = {name: values[-1] for name, values in kept.fields.items() if values} if kept else {}
        return _invite_page(request, given)
    try:
        made = actions.invite_person(
            code=request.POST.get("code", "").strip().lower(),
            name=request.POST.get("name", "").strip()[:120],
            grant=_grant(by, request.POST.get("role", ""), request.POST.get("scope", "").strip().lower()),
            telephone=request.POST.get("telephone", "").strip(),
            by=by,
            at=clock.now(),
        )
    except Refused as refused:
        return _invite_page(request, request.POST.dict(), refused)
    drafts.done(request)
    return _letter(request, made)


@page(Permission.PEOPLE_READ)
@never_cache
def person(request: HttpRequest, person: str) -> HttpResponse:
    by = _actor(request)
    known = [one.issuer for one in settings.INSTITUTIONS]
    context = {
        "one": access.one(by, person, clock.real()),
        "lines": grants.lines_of(by, person, clock.now()),
        "may_give": bool(ROLES[by.role].gives) and person != by.person,
        "may_invite": Permission.PEOPLE_INVITE in by.permissions,
        "may_re_enrol": Permission.PEOPLE_RE_ENROL in by.permissions,
        "may_join": Permission.PEOPLE_INVITE in by.permissions and by.reaches(scopes_of(by.grant.jurisdiction)),
        "same": access.same_person(by, person),
        "institutions": known,
        "issuers": ", ".join(known),
    }
    return render(request, "accounts/person.html", context)


@page(Permission.PEOPLE_INVITE, fresh=True)
@require_POST
def invite_again(request: HttpRequest, person: str) -> HttpResponse:
    return _letter(request, actions.invite_again(person=person, by=_actor(request), at=clock.now()))


@page(Permission.PEOPLE_INVITE, fresh=True)
@require_POST
def withdraw(request: HttpRequest, person: str) -> HttpResponse:
    actions.withdraw_invitation(person=person, by=_actor(request), at=clock.now())
    return redirect("accounts:person", person)


@page(Permission.PEOPLE_INVITE, fresh=True)
def join(request: HttpRequest, person: str) -> HttpResponse:
    """Record that another account is of the same person: four eyes count both once. Nothing takes it back."""
    by = _actor(request)
    if not by.reaches(scopes_of(by.grant.jurisdiction)):
        raise OutOfScope(person)
    one = access.one(by, person, clock.real())
    form = JoinForm(request.POST or None)
    context = {"one": one, "form": form, "same": access.same_person(by, person)}
    if request.method != "POST" or not form.is_valid():
        return render(request, "accounts/join.html", context, status=422 if form.errors else 200)
    other = form.cleaned_data["other"].strip().lower()
    try:
        actions.join_accounts(first=person, second=other, by=by, at=clock.now())
    except (Refused, OutOfScope) as refused:
        unknown = gettext("No account of yours has this code. Check it on the page People.")
        form.add_error("other", worded(refused.problem) if isinstance(refused, Refused) else unknown)
        return render(request, "accounts/join.html", context, status=422)
    messages.success(request, gettext("Recorded: one person. Four eyes count both accounts once."))
    return redirect("accounts:person", person)


@page(Permission.PEOPLE_RE_ENROL, fresh=True)
@require_POST
def telephone(request: HttpRequest, person: str) -> HttpResponse:
    number = request.POST.get("telephone", "")[:40]
    actions.record_telephone(person=person, number=number, by=_actor(request), at=clock.now())
    return redirect("accounts:person", person)


@page(Permission.PEOPLE_RE_ENROL, fresh=True)
@require_POST
def ask(request: HttpRequest, person: str) -> HttpResponse:
    """The first person of headquarters: called back, and asks."""
    called = request.POST.get("called", "")[:40]
    actions.ask_re_enrolment(person=person, called=called, by=_actor(request), at=clock.now())
    return redirect("accounts:person", person)


@page(Permission.PEOPLE_RE_ENROL, fresh=True)
@require_POST
@never_cache
def confirm(request: HttpRequest, code: str) -> HttpResponse:
    """The second person: confirms, and reads the code out; or refuses."""
    if request.POST.get("answer") == "refuse":
        actions.refuse_re_enrolment(code=code, by=_actor(request), at=clock.now())
        return redirect("accounts:people")
    made = actions.confirm_re_enrolment(code=code, by=_actor(request), at=clock.now())
    spelled = [(one, SPELLING.get(one, one)) for one in made.secret if one != "-"]
    return render(request, "accounts/read_out.html", {"letter": made, "spelled": spelled})


@page(Permission.PEOPLE_RE_ENROL, fresh=True)
@require_POST
def identity(request: HttpRequest, person: str) -> HttpResponse:
    """Record under which identity of an institution the person signs in."""
    actions.record_identity(
        person=person,
        issuer=request.POST.get("issuer", "")[:200],
        subject=request.POST.get("subject", "")[:200],
        by=_actor(request),
        at=clock.now(),
    )
    return redirect("accounts:person", person)


def _invite_page(request: HttpRequest, given: dict[str, str], refused: Refused | None = None) -> HttpResponse:
    by = _actor(request)
    roles = [ROLES[key] for key in sorted(INVITES.get(by.role, ()))]
    items = [{"value": one.key, "text": str(one.title), "selected": one.key == given.get("role")} for one in roles]
    context = {
        "given": given,
        "role_items": items,
        "asks_scope": by.grant.scope.kind == "jurisdiction",
        "problem": refused.problem if refused else None,
    }
    return render(request, "accounts/invite.html", context, status=422 if refused else 200)


def _letter(request: HttpRequest, made: actions.Letter) -> HttpResponse:
    link = request.build_absolute_uri(reverse("accounts:letter", args=[made.secret]))
    return render(
        request, "accounts/letter.html", {"letter": made, "link": link, "languages_of_letter": settings.LANGUAGES}
    )


def _picture(link: str) -> SafeString:
    drawn = segno.make_qr(link).svg_inline(scale=3, border=2, light="#fff", dark="#000")
    return mark_safe(drawn)  # noqa: S308 drawn by segno, of our own text


def _grant(by: Actor, role: str, scope: str) -> Grant:
    """The grant of an invitation. A mission's own people are invited to that mission."""
    if role not in ROLES:
        raise Refused("A216", facts={"role": by.role, "invited": role[:40]})
    jurisdiction, kind = by.grant.jurisdiction, ROLES[role].scope_kind
    if by.grant.scope.kind == kind:
        place = by.grant.scope
    else:
        place = ScopeRef(kind, jurisdiction if kind == "jurisdiction" else f"{jurisdiction}/{scope}")
    return Grant(role, jurisdiction, "", place, clock.now())


def _actor(request: HttpRequest) -> Any:
    return request.actor  # type: ignore[attr-defined]
