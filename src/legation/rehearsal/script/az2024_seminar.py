"""The seminar of 23 January 2024 for the missions and the chairs of their districts.

That the ministry and the commission held it, and who of them took part, is published; its hours, its agenda and its
participants are not. Those are invented, and each is marked so. Two more names stand in: nobody of that name is meant.
"""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils.translation import gettext_noop as _

from legation.plan import queries as plan
from legation.rehearsal.script.scenes import INVENTED, Scene, Step, actor, on_clock
from legation.training import actions as training
from legation.training.actions import Facts
from legation.training.queries import seminars
from legation_core.training.audience import Rule, Seat
from legation_core.training.states import Answer

ELECTION = "az2024"
ZONE = "Asia/Baku"
HELD = "https://news.az/news/ministry-of-foreign-affairs-cec-hold-seminar-for-azerbaijani-diplomatic-missions"
NAMES = {
    "en": "Seminar for the missions and the chairs of their districts",
    "az": "Nümayəndəliklər və dairə komissiyalarının sədrləri üçün seminar",
}
AIMS = {
    "en": "The Action Plan of the ministry and the Election Headquarters; how the commission and the ministry work "
    "together every day.\n\nDEMONSTRATION: the wording of the aims and the agenda are invented.",
    "az": "Nazirliyin Tədbirlər planı və Seçki qərargahı; komissiya ilə nazirliyin gündəlik birgə işi.\n\n"
    "NÜMAYİŞ: məqsədlərin mətni və gündəlik uydurmadır.",
}
MODULES = (
    ({"en": "Lists of voters abroad", "az": "Xaricdə seçici siyahıları"}, 30),
    ({"en": "The voting day at a station abroad", "az": "Xaricdəki məntəqədə səsvermə günü"}, 30),
    ({"en": "Counting and the protocol", "az": "Səslərin sayılması və protokol"}, 30),
)
SPEAKERS = (
    ("Yalchin Rafiyev", "Deputy minister", "ministry"),
    ("Rovzat Gasimov", "Deputy chair of the commission", "central_commission"),
    ("Emil Safarov", "Head of the consular department", "ministry"),
)
SUBSTITUTE = "Invented substitute"
UNANSWERED = "tabriz"
"""The mission that has not answered when the demonstration opens, so that a visitor may."""


def seminar_of_2024() -> Iterator[Scene]:
    """The scenes of the seminar, in no order."""
    yield Scene(
        "az-seminar-planned",
        on_clock(ZONE, 2024, 1, 18, 10),
        _("The ministry plans a seminar for the missions and the chairs of their districts"),
        ("ben",),
        steps=(Step(ELECTION, _plan),),
    )
    yield Scene(
        "az-seminar-invited",
        on_clock(ZONE, 2024, 1, 19, 11),
        _("The ministry sends the invitations to the seminar"),
        ("ben",),
        steps=(Step(ELECTION, _invite),),
    )
    yield Scene(
        "az-seminar-answered",
        on_clock(ZONE, 2024, 1, 22, 12),
        _("Missions and districts say who comes to the seminar"),
        ("ben",),
        steps=(Step(ELECTION, _answer),),
    )


def _plan(at: datetime) -> None:
    by = actor("ben", at)
    facts = Facts(
        names=NAMES, aims=AIMS, languages=("az",), days=(date(2024, 1, 23),), length=90, opens=8 * 60, closes=20 * 60,
        rule=Rule(), source=HELD, basis="published",
    )  # fmt: skip
    code = training.plan_seminar(election=ELECTION, facts=facts, by=by, at=at)
    for names, minutes in MODULES:
        training.add_module(election=ELECTION, code=code, names=names, minutes=minutes, basis=INVENTED, by=by, at=at)
    first = ""
    for name, function, body in SPEAKERS:
        speaker = training.add_speaker(
            election=ELECTION, code=code, name=name, function=function, body=body, source=HELD, basis="published",
            by=by, at=at,
        )  # fmt: skip
        training.add_speaker(
            election=ELECTION, code=code, name=SUBSTITUTE, function=function, body=body, any_hour=True,
            stands_in_for=speaker, basis=INVENTED, by=by, at=at,
        )  # fmt: skip
        first = first or speaker
    starts = [on_clock(ZONE, 2024, 1, 23, 12), on_clock(ZONE, 2024, 1, 23, 20)]
    training.set_sessions(election=ELECTION, code=code, starts=starts, basis=INVENTED, by=by, at=at)


def _code(by: str, at: datetime) -> str:
    """The seminar of the script: the first that was planned."""
    return seminars.seminars_for(actor(by, at), plan.election(ELECTION))[-1].code


def _invite(at: datetime) -> None:
    until = on_clock(ZONE, 2024, 1, 22, 18)
    code = _code("ben", at)
    training.invite(election=ELECTION, code=code, answer_by=until, basis=INVENTED, by=actor("ben", at), at=at)


def _answer(at: datetime) -> None:
    """Each place answers for itself; a visitor's answer from before stands."""
    election = plan.election(ELECTION)
    one = seminars.seminars(election)[-1]
    for place, seat in enumerate(seminars.seats(one)):
        if seat.of == UNANSWERED or seat.answer is not Answer.NONE:
            continue
        person = (
            f"head-{seat.of}" if seat.kind is Seat.REPRESENTATIVE else "fara" if seat.of == "17" else f"chair-{seat.of}"
        )
        given = Answer.SUBSTITUTE if place % 9 == 4 else Answer.YES
        training.answer(
            election=ELECTION, code=one.code, seat=seat.code, answer=given, name=f"Participant {place + 1}",
            basis=INVENTED, by=actor(person, at), at=at,
        )  # fmt: skip
