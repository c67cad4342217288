"""Moving the demonstration's clock: forward plays what is due, back builds everything anew."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django import forms
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from legation.accounts import queries as accounts
from legation.base.actors import Permission
from legation.base.web import open_page
from legation.base.wording import worded
from legation.plan import queries as plan
from legation.rehearsal import actions, playing, queries, rebuilding
from legation.rehearsal.queries import Standing
from legation.rehearsal.web.context import seen_text
from legation_core.problems import Problem, Refused

AT_ONCE = timedelta(milliseconds=200)
"""Real time for which a request plays; the worker plays the rest."""
STEPS = {"hour": timedelta(hours=1), "day": timedelta(days=1)}


class MomentForm(forms.Form):
    """An instant by the home clock."""

    to = forms.CharField(
        label=gettext_lazy("Another moment, by the home clock"),
        help_text=gettext_lazy("For example 2024-02-04 12:00"),
        max_length=20,
    )

    def __init__(self, *given: object, standing: Standing, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.standing = standing

    def clean_to(self) -> datetime:
        to = instant_of(self.cleaned_data["to"], self.standing.home_zone)
        if to is None or not self.standing.first <= to <= self.standing.last:
            facts = {
                "first": _local(self.standing, self.standing.first),
                "last": _local(self.standing, self.standing.last),
            }
            raise forms.ValidationError(worded(Problem("A304", facts=facts)))
        return to


def instant_of(text: str, zone: str) -> datetime | None:
    """An instant as typed: by the clock of `zone` where it has no offset; `None` where it is none."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return (found if found.tzinfo else found.replace(tzinfo=ZoneInfo(zone))).astimezone(UTC)


def _local(standing: Standing, at: datetime) -> str:
    return f"{at.astimezone(ZoneInfo(standing.home_zone)):%Y-%m-%d %H:%M}"


def _standing() -> Standing:
    found = queries.standing()
    if found is None:
        raise Refused("A305")
    return found


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next", request.GET.get("next", "/"))
    return wanted if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) else "/"


@open_page
def move(request: HttpRequest) -> HttpResponse:
    """Every moment to which the clock can be moved; posted, it moves."""
    standing = _standing()
    if standing.target is not None and request.method == "GET":
        return redirect("rehearsal:moving")
    if request.method == "POST" and "to" not in request.POST:
        return _forward(request, standing, _step(request.POST.get("move", ""), standing))
    form = MomentForm(request.POST or None, standing=standing)
    if form.is_valid():
        to = form.cleaned_data["to"]
        if to < standing.at:
            return redirect(f"{reverse('rehearsal:back')}?to={seen_text(to)}")
        return _forward(request, standing, to)
    moments = queries.moments()
    context = {
        "standing": standing,
        "form": form,
        "ahead": [(scene, seen_text(scene.at)) for scene in moments if scene.at > standing.at],
        "behind": [(scene, seen_text(scene.at)) for scene in moments if scene.at < standing.at],
        "start": seen_text(standing.first),
        "elections": _movable(request),
    }
    return render(request, "rehearsal/move.html", context)


def _movable(request: HttpRequest) -> list[str]:
    """The elections whose day the signed-in person may move: there they see what would happen."""
    actor = getattr(request, "actor", None)
    if actor is None or Permission.ELECTION_MOVE not in actor.permissions:
        return []
    return [one.code for one in plan.elections(actor.grant.jurisdiction)]


def _step(wanted: str, standing: Standing) -> datetime:
    """Where a button of the strip leads: to the next scene, or on by an hour or a day, at most to the end."""
    if wanted == "scene" and standing.ahead:
        return standing.ahead.at
    return min(standing.at + STEPS.get(wanted, timedelta(0)), standing.last)


def _forward(request: HttpRequest, standing: Standing, to: datetime) -> HttpResponse:
    seen = instant_of(request.POST.get("seen", ""), standing.home_zone)
    actions.move_forward(to=to, seen=seen)
    return _arrive(request)


def _arrive(request: HttpRequest) -> HttpResponse:
    playing.play(AT_ONCE)
    standing = _standing()
    if standing.target is not None:
        return redirect(f"{reverse('rehearsal:moving')}?next={_quoted(_next(request))}")
    return _returned(request, _next(request))


def _quoted(address: str) -> str:
    from urllib.parse import quote

    return quote(address, safe="/")


def _returned(request: HttpRequest, address: str) -> HttpResponse:
    """Back to where one was; after a rebuilding, signed in as the same member of the cast."""
    person = request.session.pop("returns_as", "")
    if person and queries.is_in_cast(person):
        sign_in(request, person)
    return redirect(address)


def sign_in(request: HttpRequest, person: str) -> None:
    """Sign in as a member of the cast."""
    request.session.flush()
    login(request, accounts.user(person), backend="legation.rehearsal.web.backends.Cast")


@open_page
def moving(request: HttpRequest) -> HttpResponse:
    """How far the clock has come; looks again by itself, and leads back when it has arrived."""
    if request.method == "POST":
        return _arrive(request)
    standing = _standing()
    if standing.target is None:
        return _returned(request, _next(request))
    answer = render(request, "rehearsal/moving.html", {"standing": standing, "next": _next(request)})
    answer["Refresh"] = "1"
    return answer


@open_page
def back(request: HttpRequest) -> HttpResponse:
    """What going back takes away; posted, everything is built anew up to the earlier instant."""
    standing = _standing()
    to = instant_of(request.POST.get("back_to", request.GET.get("to", "")), standing.home_zone)
    if to is None or not standing.first <= to <= standing.at:
        return redirect("rehearsal:move")
    if request.method == "POST":
        return _rebuild(request, standing, to)
    seen, wanted = seen_text(standing.at), seen_text(to)
    context = {"standing": standing, "to": to, "wanted": wanted, "seen": seen, "lost": queries.lost()}
    return render(request, "rehearsal/back.html", context)


def _rebuild(request: HttpRequest, standing: Standing, to: datetime) -> HttpResponse:
    actor = getattr(request, "actor", None)
    rebuilding.rebuild(to=to, seen=instant_of(request.POST.get("seen", ""), standing.home_zone))
    request.session.flush()
    if actor is not None:
        request.session["returns_as"] = str(actor.person)
    return _arrive(request)


@open_page
@require_POST
def by_name(request: HttpRequest) -> HttpResponse:
    """Forward to a moment of the script."""
    standing = _standing()
    to = instant_of(request.POST.get("moment", ""), standing.home_zone)
    return _forward(request, standing, to or standing.at)
