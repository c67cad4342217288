"""The seminar of 23 January 2024 for the missions and the chairs of their districts.

That the ministry and the commission held it, and who of them took part, is published; its hours, its agenda and its
participants are not. Those are invented, and each is marked so. Two more names stand in: nobody of that name is meant.
"""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from typing import Any

from django.utils.translation import gettext_noop as _

from legation.plan import queries as plan
from legation.rehearsal.script.scenes import INVENTED, PUBLISHED, Scene, Step, actor, on_clock
from legation.training import actions as training
from legation.training.actions import Asked, Facts
from legation.training.convert.bigbluebutton import Told
from legation.training.queries import seminars
from legation_core.training.audience import Rule, Seat
from legation_core.training.presence import Event
from legation_core.training.states import Answer
from legation_core.values import Text

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
TEST = Asked(
    texts={"en": "Until when is a station abroad open?", "az": "Xaricdəki məntəqə saat neçəyə qədər açıqdır?"},
    choices=(
        {"en": "Until 19:00 by its own clock", "az": "Öz saatı ilə 19:00-a qədər"},
        {"en": "Until 19:00 by the clock of Baku", "az": "Bakı vaxtı ilə 19:00-a qədər"},
    ),
    right=frozenset({0}),
    feedback={
        "en": "In 2024 the stations abroad were open from 08:00 to 19:00 local time.",
        "az": "2024-cü ildə xaricdəki məntəqələr yerli vaxtla 08:00-dan 19:00-a qədər açıq idi.",
    },
)
"""The question is invented; the hours are published."""
QUESTIONS = (
    ("rome", "May a citizen on a short visit be added to the list on the day?", ""),
    ("ankara", "To which session do two stations of one mission come?", "To the same one."),
)
LINK = "https://meet.example/seminar"
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
        "az-seminar-asked",
        on_clock(ZONE, 2024, 1, 22, 16),
        _("Missions ask the organisers before the seminar"),
        ("head-rome", "head-ankara", "ben"),
        steps=(Step(ELECTION, _ask),),
    )
    for number, hour in ((1, 12), (2, 20)):
        yield Scene(
            f"az-seminar-opened-{number}",
            on_clock(ZONE, 2024, 1, 23, hour),
            _("The room of session %(number)d of the seminar is opened"),
            ("ben",),
            steps=(Step(ELECTION, partial(_open, number)),),
            facts={"number": number},
        )
    yield Scene(
        "az-seminar-held",
        on_clock(ZONE, 2024, 1, 23, 13, 35),
        _("The ministry and the commission hold the seminar by video conference"),
        ("ben",),
        source=HELD,
        basis=PUBLISHED,
        steps=(Step(ELECTION, partial(_hold, 1)),),
        named=True,
    )
    yield Scene(
        "az-seminar-held-west",
        on_clock(ZONE, 2024, 1, 23, 21, 35),
        _("A second session of the seminar is held for those in the west"),
        ("ben",),
        steps=(Step(ELECTION, partial(_hold, 2)),),
    )
    yield Scene(
        "az-seminar-certified",
        on_clock(ZONE, 2024, 1, 24, 10),
        _("The mission in %(city)s passes the test of the seminar and gets its certificate"),
        ("head-rome",),
        steps=(Step("rome", _certify),),
        facts={"city": Text({"en": "Rome", "az": "Roma"})},
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
    for place, (names, minutes) in enumerate(MODULES):
        module = training.add_module(
            election=ELECTION, code=code, names=names, minutes=minutes, basis=INVENTED, by=by, at=at
        )
        if place == 1:
            training.set_test(election=ELECTION, code=code, module=module, questions=[TEST], by=by, at=at)
    training.set_room(election=ELECTION, code=code, room="link", link=LINK, by=by, at=at)
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
            station=seat.of if place % 6 == 0 and seat.kind is Seat.REPRESENTATIVE else "",
            function="chair" if place % 6 == 0 and seat.kind is Seat.REPRESENTATIVE else "",
            basis=INVENTED, by=actor(person, at), at=at,
        )  # fmt: skip


def _ask(at: datetime) -> None:
    """Invented questions, one of them answered."""
    one = seminars.seminars(plan.election(ELECTION))[-1]
    seats = {seat.of: seat.code for seat in seminars.seats(one)}
    for mission, text, answer in QUESTIONS:
        question = training.ask_question(
            election=ELECTION, code=one.code, seat=seats[mission], text=text, basis=INVENTED,
            by=actor(f"head-{mission}", at), at=at,
        )  # fmt: skip
        if answer:
            training.answer_question(
                election=ELECTION, code=one.code, question=question, text=answer, by=actor("ben", at), at=at
            )


def _open(number: int, at: datetime) -> None:
    code = _code("ben", at)
    training.open_room(election=ELECTION, code=code, number=number, by=actor("ben", at), at=at)


def _hold(number: int, at: datetime) -> None:
    """Who was named comes, from the first minute to the last, but every eleventh: that is invented."""
    election = plan.election(ELECTION)
    one, by = seminars.seminars(election)[-1], actor("ben", at)
    session = seminars.session(one, number)
    about: dict[str, Any] = {"election": ELECTION, "code": one.code, "number": number, "by": by}
    here = {seat.id for seat in seminars.seats(one) if seat.session == number}
    people = [each for seat, ones in seminars.participants(one).items() if seat in here for each in ones]
    training.take_events(
        Told(session.room, Event(each.code, "w", joined, instant))
        for place, each in enumerate(people)
        if place % 11 != 10
        for joined, instant in ((True, session.starts_at), (False, session.ends_at))
    )
    training.end_session(at=at, **about)


def _certify(at: datetime) -> None:
    one, by = seminars.seminars(plan.election(ELECTION))[-1], actor("head-rome", at)
    seat = next(each for each in seminars.seats(one) if each.of == "rome")
    person = seminars.participants(one)[seat.id][0]
    module = seminars.modules(one)[1]
    about: dict[str, Any] = {"election": ELECTION, "code": one.code, "participant": person.code, "by": by, "at": at}
    training.take_test(module=module.code, given=[frozenset({0})], **about)
    training.issue_certificate(**about)
