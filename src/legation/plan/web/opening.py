"""Opening an election from the lawbook in use: its days are tried out, then two persons of the commission open it."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, gettext_lazy

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.web import page
from legation.base.wording import text_of
from legation.plan import actions, queries
from legation.plan.convert import ElectionValue
from legation.plan.web import words
from legation_core.lawbook.model import Contest, Lawbook
from legation_core.timetable.deadlines import ElectionDates, Place
from legation_core.timetable.feasibility import feasibility
from legation_core.values import Text

LIKE_THIS = gettext_lazy("For example 2024-02-07")


class OpeningForm(forms.Form):
    """What an election is opened with: code, kind, three days, and its name in each language of the lawbook."""

    code = forms.SlugField(
        label=gettext_lazy("Code"),
        max_length=40,
        help_text=gettext_lazy("Short and lasting: letters, digits, hyphens and the year"),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind of election"))
    called_on = forms.DateField(label=gettext_lazy("Called on"), help_text=LIKE_THIS)
    day_set_on = forms.DateField(label=gettext_lazy("Day set on"), help_text=LIKE_THIS)
    election_day = forms.DateField(label=gettext_lazy("Election day"), help_text=LIKE_THIS)

    def __init__(self, *given: object, book: Lawbook, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        contests = {item.key: text_of(item.text) for _topic, item in book.provisions if isinstance(item, Contest)}
        self.fields["kind"].choices = list(contests.items())  # type: ignore[attr-defined]
        self.languages = book.languages
        for language in book.languages:
            label = gettext("Name (%(language)s)") % {"language": language}
            self.fields[f"name_{language}"] = forms.CharField(label=label, max_length=120)

    def names(self) -> dict[str, str]:
        return {language: self.cleaned_data[f"name_{language}"] for language in self.languages}

    def days(self) -> ElectionDates:
        given = self.cleaned_data
        return ElectionDates(given["called_on"], given["day_set_on"], given["election_day"])


@page(Permission.ELECTION_OPEN)
def open_election(request: HttpRequest) -> HttpResponse:
    """Try the days out; proposed by the button that stands beside what they mean."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    book = queries.lawbook_in_use(actor.grant.jurisdiction)
    if book is None:
        return redirect("lawbooks:lawbooks")
    form = OpeningForm(request.POST or None, book=book)
    context: dict[str, Any] = {"form": form, "book": book, "tried": None}
    if request.method == "POST" and form.is_valid():
        if "open" in request.POST:
            return _open(request, actor, form)
        context["tried"] = _tried(book, form)
    return render(request, "plan/open.html", context)


def _open(request: HttpRequest, actor: Actor, form: OpeningForm) -> HttpResponse:
    given = {name: form.cleaned_data[name] for name in ("code", "kind", "called_on", "day_set_on", "election_day")}
    code = actions.open_election.propose(names=form.names(), by=actor, at=clock.now(), **given)
    messages.success(request, gettext("Proposed. It is done when a second person confirms it."))
    return redirect("accounts:joint_act", code)


def _tried(book: Lawbook, form: OpeningForm) -> dict[str, Any]:
    """What the days mean: how many entries the calendar has, and everything in it that clashes."""
    dates = form.days()
    rules = book.on(dates.election_day)
    value = ElectionValue(
        code=form.cleaned_data["code"],
        jurisdiction=book.jurisdiction,
        names=Text(form.names()),
        kind=form.cleaned_data["kind"],
        called_on=dates.called_on,
        day_set_on=dates.day_set_on,
        election_day=dates.election_day,
        rules=rules,
    )
    places = [Place(kind, "", book.home_zone) for kind in ("mission", "station")]
    done = [(rules.competences["set_election_day"].deadline or "", "")]
    found = feasibility(rules.calendar, dates, book.home_zone, places, limits=rules.limits, done=done)
    return {
        "election_day": dates.election_day,
        "notice": (dates.election_day - dates.called_on).days,
        "entries": len(rules.calendar),
        "clashes": [words.clash_told(value, one) for one in found],
        "first": _first(value),
    }


def _first(value: ElectionValue) -> date | None:
    """The earliest day of the calendar that is counted from the election day."""
    days = [one.days for one in value.rules.calendar if one.anchor == "election_day"]
    return date.fromordinal(value.election_day.toordinal() + min(days)) if days else None
