"""Tests of modules: set by the organisers, taken by participants with feedback."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from legation.base import clock
from legation.base.actors import OutOfScope, Permission
from legation.base.web import page
from legation.base.wording import text_of
from legation.plan.convert import ElectionValue
from legation.training import actions
from legation.training.actions import Asked
from legation.training.queries import learning
from legation.training.queries import seminars as queries
from legation.training.queries.learning import QuestionOfTest
from legation.training.web.forms import ByLanguage
from legation.training.web.planning import done, found
from legation.training.web.seat import own

BLOCKS = _(
    "Each question is a block, divided by an empty line: the question, then its choices one a line with a star before "
    "each right one, then, after a sign >, what is told afterwards"
)


class SetForm(ByLanguage):
    """The test of a module as text, in each language with the same questions."""

    def __init__(self, *given: object, election: ElectionValue, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.election = election
        self.add_texts(
            "test", gettext("Test"), election, max_length=20000, required=False, help_text=BLOCKS,
            widget=forms.Textarea(attrs={"rows": 12}),
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        parsed = {language: blocks(given.get(f"test_{language}", "")) for language in self.election.book.languages}
        written = {language: found_ones for language, found_ones in parsed.items() if found_ones}
        shapes = {tuple((len(one[1]), tuple(sorted(one[2]))) for one in ones) for ones in written.values()}
        if len(shapes) > 1:
            raise forms.ValidationError(gettext("The languages differ in their questions, choices or stars."))
        given["questions"] = joined(written)
        return given


Block = tuple[str, list[str], frozenset[int], str]


def blocks(text: str) -> list[Block]:
    """Question, choices, places of the right ones, feedback of each block."""
    found_ones = []
    for part in "\n".join(one.strip() for one in text.splitlines()).split("\n\n"):
        rows = [row for row in part.split("\n") if row]
        if rows:
            told = " ".join(row[1:].strip() for row in rows[1:] if row.startswith(">"))
            choices = [row for row in rows[1:] if not row.startswith(">")]
            right = frozenset(place for place, row in enumerate(choices) if row.startswith("*"))
            found_ones.append((rows[0], [row.removeprefix("*").strip() for row in choices], right, told))
    return found_ones


def joined(written: dict[str, list[Block]]) -> list[Asked]:
    """The questions of all languages as one."""
    count = len(next(iter(written.values()), []))
    return [
        Asked(
            texts={language: ones[place][0] for language, ones in written.items()},
            choices=[
                {language: ones[place][1][choice] for language, ones in written.items()}
                for choice in range(len(next(iter(written.values()))[place][1]))
            ],
            right=next(iter(written.values()))[place][2],
            feedback={language: ones[place][3] for language, ones in written.items()},
        )
        for place in range(count)
    ]


def as_text(questions: tuple[QuestionOfTest, ...], language: str) -> str:
    """The test as it is typed."""
    found_ones = []
    for one in questions:
        if language in one.texts:
            rows = [one.texts[language]]
            rows += [f"{'*' if place in one.right else ''}{each[language]}" for place, each in enumerate(one.choices)]
            rows += [f"> {one.feedback[language]}"] if one.feedback.get(language) else []
            found_ones.append("\n".join(rows))
    return "\n\n".join(found_ones)


@page(Permission.SEMINAR_PLAN)
def set_test(request: HttpRequest, election: str, seminar: str, module: str) -> HttpResponse:
    actor, value, one = found(request, election, seminar)
    part = queries.module(one, module)
    questions = learning.test_of(part)
    initial = {f"test_{language}": as_text(questions, language) for language in value.book.languages}
    form = SetForm(request.POST or None, election=value, initial=initial)

    def do(given: dict[str, Any]) -> None:
        actions.set_test(
            election=election, code=seminar, module=module, questions=given["questions"], by=actor,
            at=clock.now(),
        )  # fmt: skip

    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, gettext("Kept."))
        return redirect("seminars:seminar", election, seminar)
    title = gettext("Test: %(module)s") % {"module": text_of(part.names)}
    context = {"election": value, "seminar": one, "form": form, "title": title, "button": gettext("Keep the test")}
    return render(request, "training/act.html", context, status=422 if form.errors else 200)


@page(Permission.SEMINAR_ANSWER)
def take(request: HttpRequest, election: str, seminar: str, seat: str, participant: str, module: str) -> HttpResponse:
    """The test of a module; after it is sent, each question with what was right."""
    actor, value, one, held = own(request, election, seminar, seat)
    part = queries.module(one, module)
    questions = learning.test_of(part)
    person = next((each for each in queries.participants(one).get(held.id, ()) if each.code == participant), None)
    if person is None or not questions:
        raise OutOfScope(participant)
    result, given = None, [frozenset[int]() for _one in questions]
    if request.method == "POST":
        given = [_given(request, place, len(each.choices)) for place, each in enumerate(questions)]
        result = actions.take_test(
            election=election, code=seminar, participant=participant, module=module, given=given, by=actor,
            at=clock.now(),
        )  # fmt: skip
    shown = [
        {
            "number": place + 1,
            "question": each,
            "several": len(each.right) > 1,
            "wrong": result is not None and place in result.wrong,
            "choices": [
                {"text": text, "place": at, "taken": at in given[place], "right": at in each.right}
                for at, text in enumerate(each.choices)
            ],
        }
        for place, each in enumerate(questions)
    ]
    context = {
        "election": value, "seminar": one, "seat": held, "person": person, "module": part, "questions": shown,
        "result": result,
    }  # fmt: skip
    return render(request, "training/test.html", context)


def _given(request: HttpRequest, place: int, choices: int) -> frozenset[int]:
    taken = request.POST.getlist(f"question-{place}")
    return frozenset(int(one) for one in taken if one.isdecimal() and int(one) < choices)
