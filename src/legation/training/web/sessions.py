"""Holding a seminar: where it is held, the page of each session, entering the room, attendance, questions."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from legation.base import clock
from legation.base.actors import Actor, OutOfScope, Permission
from legation.base.web import page
from legation.base.wording import text_of
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.training import actions
from legation.training.convert import SeminarValue
from legation.training.convert.rooms import way_in
from legation.training.convert.servers import servers
from legation.training.queries import holding
from legation.training.queries import seminars as queries
from legation.training.web.audience import Line, lines, sees_names
from legation.training.web.planning import done, form_page, found
from legation.training.web.seat import own
from legation_core.training.states import Answer, State

ROOMS = {
    "bigbluebutton": _("BigBlueButton, the institution's own server"),
    "jitsi": _("Jitsi, the institution's own server"),
    "link": _("a link"),
}


class RoomForm(forms.Form):
    """Where a seminar is held."""

    room = forms.ChoiceField(label=_("Held at"), widget=forms.RadioSelect)
    link = forms.CharField(
        label=_("Address of the link"), required=False, max_length=500, help_text=_("Begins with https://")
    )

    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        known = servers()
        there = {"bigbluebutton": known.bigbluebutton, "jitsi": known.jitsi, "link": True}
        self.fields["room"].choices = [(key, text) for key, text in ROOMS.items() if there[key]]  # type: ignore[attr-defined]


class TextForm(forms.Form):
    """A question, or its answer."""

    text = forms.CharField(label=_("Text"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5}))


class AskForm(TextForm):
    """A question; where the asker may ask inquiries, with the category by which it is answered as one."""

    category = forms.ChoiceField(
        label=_("What it is about"), required=False, help_text=_("With it the question becomes an inquiry")
    )

    def __init__(self, *given: object, categories: Iterable[tuple[str, str]], **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        listed = list(categories)
        self.fields["category"].choices = [("", _("only for the organisers")), *listed]  # type: ignore[attr-defined]
        if not listed:
            del self.fields["category"]


@page(Permission.SEMINAR_PLAN)
def room(request: HttpRequest, election: str, seminar: str) -> HttpResponse:
    actor, value, one = found(request, election, seminar)
    form = RoomForm(request.POST or None, initial={"room": one.room or "link", "link": one.link})

    def do(given: dict[str, Any]) -> None:
        actions.set_room(election=election, code=seminar, by=actor, at=clock.now(), **given)

    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, gettext("Kept."))
        return redirect("seminars:seminar", election, seminar)
    return form_page(request, value, form, gettext("Where the seminar is held"), gettext("Keep it"), one)


@page(Permission.SEMINAR_PLAN)
def session(request: HttpRequest, election: str, seminar: str, meeting: int) -> HttpResponse:
    _actor, value, one = found(request, election, seminar)
    held = queries.session(one, meeting)
    everything = [line for line in lines(value, one, queries.seats(one)) if line.people]
    context: dict[str, Any] = {
        "election": value,
        "seminar": one,
        "session": held,
        "lines": [line for line in everything if line.session and line.session.number == meeting],
        "others": [line for line in everything if line.session and line.session.number != meeting],
        "attendance": _attendance(meeting, holding.attendance(one)),
        "present": holding.present_now(held, clock.now()) if held.ended_at is None else {},
        "holds": one.state in (State.INVITED, State.HELD),
        "questions": [each for each in holding.questions(one) if not each.answer],
    }
    return render(request, "training/session.html", context)


def _attendance(
    number: int, everybody: dict[int, tuple[holding.AttendanceValue, ...]]
) -> dict[int, holding.AttendanceValue]:
    """Of one session, by participant."""
    return {person: one for person, ones in everybody.items() for one in ones if one.session == number}


@page(Permission.SEMINAR_PLAN)
def act(request: HttpRequest, election: str, seminar: str, meeting: int, step: str) -> HttpResponse:
    """Open the room, end the session, or enter who was there."""
    actor, _value, one = found(request, election, seminar)
    if step not in ("open", "end", "attendance"):
        raise OutOfScope(step)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    about: dict[str, Any] = {"election": election, "code": seminar, "number": meeting, "by": actor}
    if step == "open" and one.room == "bigbluebutton":
        queries.session(one, meeting)
        actions.ask_room(**about)
        messages.success(request, gettext("The server is asked to open the room. It takes a few seconds."))
    elif step == "open":
        actions.open_room(at=clock.now(), **about)
        messages.success(request, gettext("The room is open."))
    elif step == "end":
        actions.end_session(at=clock.now(), **about)
        messages.success(request, gettext("The session is over; its attendance is kept."))
    else:
        actions.enter_attendance(participants=request.POST.getlist("present"), at=clock.now(), **about)
        messages.success(request, gettext("The attendance is kept."))
    return redirect("seminars:session", election, seminar, meeting)


@page(Permission.SEMINAR_PLAN)
def lead(request: HttpRequest, election: str, seminar: str, meeting: int) -> HttpResponse:
    """Enter the room as whoever leads the session."""
    actor, _value, one = found(request, election, seminar)
    held = queries.session(one, meeting)
    name = gettext("Organisers")
    return redirect(way_in(servers(), one, held, person=f"lead-{actor.person}"[:32], name=name, leads=True))


@page(Permission.SEMINAR_ANSWER)
def enter(request: HttpRequest, election: str, seminar: str, seat: str, participant: str) -> HttpResponse:
    """Enter the room as a participant: each has a way in of their own."""
    _actor, _value, one, held = own(request, election, seminar, seat)
    person = next((each for each in queries.participants(one).get(held.id, ()) if each.code == participant), None)
    if person is None or held.session is None or held.answer is Answer.NO:
        raise OutOfScope(participant)
    meeting = queries.session(one, held.session)
    return redirect(way_in(servers(), one, meeting, person=person.code, name=person.name, leads=False))


@page(Permission.SEMINAR_READ)
def line(request: HttpRequest, election: str) -> HttpResponse:
    """Try camera, sound and line before the session; everything happens in the browser."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return render(request, "training/line.html", {"election": plan.election_for(actor, election)})


@page(Permission.SEMINAR_ANSWER)
def ask(request: HttpRequest, election: str, seminar: str, seat: str) -> HttpResponse:
    actor, value, one, _held = own(request, election, seminar, seat)
    asks = Permission.INQUIRY_ASK in actor.permissions and actor.grant.scope.kind == "mission"
    categories = value.rules.inquiry_categories.values() if asks else ()
    form = AskForm(request.POST or None, categories=[(each.key, text_of(each.text)) for each in categories])

    def do(given: dict[str, Any]) -> None:
        about: dict[str, Any] = {"election": election, "code": seminar, "seat": seat, "by": actor}
        actions.ask_question(at=clock.now(), **about, **given)

    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, gettext("Your question is kept. The answer will stand on this page."))
        return redirect("seminars:seat", election, seminar, seat)
    return form_page(request, value, form, gettext("Ask the organisers"), gettext("Ask"), one)


@page(Permission.SEMINAR_READ)
def questions(request: HttpRequest, election: str, seminar: str) -> HttpResponse:
    actor, value, one = found(request, election, seminar)
    own_seats = {each.code for each in queries.seats_for(actor, one)}
    asked = [each for each in holding.questions(one) if each.seat.code in own_seats]
    names = {entry.seat.code: entry.sitting.name for entry in _lines_of(value, one, asked) if entry.seat}
    context = {
        "election": value,
        "seminar": one,
        "questions": [(each, names.get(each.seat.code, each.seat.of)) for each in asked],
        "may_plan": Permission.SEMINAR_PLAN in actor.permissions,
        "sees_names": sees_names(actor),
    }
    return render(request, "training/questions.html", context)


def _lines_of(value: ElectionValue, one: SeminarValue, asked: list[holding.QuestionValue]) -> list[Line]:
    return lines(value, one, [each.seat for each in asked]) if asked else []


@page(Permission.SEMINAR_PLAN)
def reply(request: HttpRequest, election: str, seminar: str, question: str) -> HttpResponse:
    actor, value, one = found(request, election, seminar)
    asked = next((each for each in holding.questions(one) if each.code == question), None)
    if asked is None:
        raise OutOfScope(question)
    if asked.inquiry:
        return redirect("inquiries:inquiry", election, asked.inquiry)
    form = TextForm(request.POST or None, initial={"text": asked.answer})

    def do(given: dict[str, Any]) -> None:
        text = given["text"]
        actions.answer_question(election=election, code=seminar, question=question, text=text, by=actor, at=clock.now())

    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, gettext("Answered."))
        return redirect("seminars:questions", election, seminar)
    return form_page(request, value, form, gettext("Answer: %(question)s") % {"question": asked.text[:120]},
                     gettext("Answer it"), one)  # fmt: skip
