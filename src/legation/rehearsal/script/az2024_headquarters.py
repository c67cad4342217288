"""Headquarters in 2024: established on 22 January, at work round the clock on 7 and 8 February.

That the ministry set up a working group and a headquarters, and that they worked round the clock, is published. Numbers
of orders, members, shifts and calls are invented, and each says so.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial

from django.utils.translation import gettext_noop as _

from legation.accounts.actions import joint
from legation.headquarters import actions as headquarters
from legation.headquarters.convert.staff import MemberValue
from legation.headquarters.queries import duty, reports, staff
from legation.plan import queries as plan
from legation.rehearsal.script import az2024_data as data
from legation.rehearsal.script.scenes import PUBLISHED, Scene, Step, actor, by_two, on_clock
from legation_core.duty.rota import turns

ELECTION = "az2024"
ZONE = "Asia/Baku"
ESTABLISHED = "https://news.az/news/azerbaijans-mfa-establishes-polling-working-group-and-headquarters-overseas"
NOT_PUBLISHED = "(number not published)"
TASKS = (
    "To coordinate the work of the missions, to answer their questions and to follow the voting abroad. "
    "DEMONSTRATION: the wording is invented."
)
SHIFT = timedelta(hours=8)
MINISTRY = (
    ("ben", "Ben", "head"),
    ("", "Duty officer, morning (invented)", "duty_officer"),
    ("", "Duty officer, afternoon (invented)", "duty_officer"),
    ("mina", "Mina", "duty_officer"),
)
COMMISSION = (
    ("ana", "Ana", "head"),
    ("", "Duty officer, day (invented)", "duty_officer"),
    ("eli", "Eli", "duty_officer"),
)
ON_DUTY = {
    "ben": ("Duty officer, morning (invented)", "Duty officer, afternoon (invented)", "Ben", "Mina"),
    "ana": ("Duty officer, day (invented)", "Ana", "Eli"),
}
"""Who fills the hours of an institution, in this order; by who keeps its rota."""
LINKS = {"seoul": "head-seoul", "tabriz": "cora", "washington": "head-washington"}


def headquarters_of_2024() -> Iterator[Scene]:
    """The scenes of headquarters, in no order."""
    yield Scene(
        "az-headquarters-ministry",
        on_clock(ZONE, 2024, 1, 22, 12, 30),
        _("The ministry establishes a working group and a headquarters, and names their members"),
        ("ben",),
        source=ESTABLISHED,
        basis=PUBLISHED,
        steps=(Step(ELECTION, _ministry),),
    )
    yield Scene(
        "az-headquarters-commission",
        on_clock(ZONE, 2024, 1, 22, 15),
        _("The central commission establishes its headquarters"),
        ("ana",),
        steps=(Step(ELECTION, _commission),),
    )
    yield Scene(
        "az-rota",
        on_clock(ZONE, 2024, 1, 22, 16),
        _("Both institutions fill the hours from the first opening to the last closing with duty"),
        ("ben", "ana"),
        source=ESTABLISHED,
        basis=PUBLISHED,
        steps=(Step("ministry", partial(_rota, "ben")), Step("commission", partial(_rota, "ana"))),
    )
    yield Scene(
        "az-commissions-formed",
        on_clock(ZONE, 2024, 1, 17, 16),
        _("The commission notes by hand that %(count)d missions have their station commissions"),
        ("eli",),
        facts={"count": len(data.missions())},
        steps=tuple(Step(mission, partial(_formed, mission)) for mission in data.missions()),
    )
    yield Scene(
        "az-links-tried",
        on_clock(ZONE, 2024, 1, 22, 18),
        _("Three missions say that their link has been tried"),
        tuple(LINKS.values()),
        steps=tuple(Step(mission, partial(_tried, mission, head)) for mission, head in LINKS.items()),
    )
    yield Scene(
        "az-report-signed",
        on_clock(ZONE, 2024, 1, 22, 19),
        _("The situation report of the day is drawn up and signed by both institutions"),
        ("ben", "ana"),
        steps=(Step(ELECTION, _report),),
    )
    yield Scene(
        "az-night-calls",
        on_clock(ZONE, 2024, 2, 8, 1, 30),
        _("Two calls reach the ministry's headquarters at night"),
        ("ben",),
        steps=(Step("los-angeles", _calls),),
    )
    yield Scene(
        "az-night-handed-over",
        on_clock(ZONE, 2024, 2, 8, 3),
        _("The night shift at the ministry's headquarters is handed over, signed by both"),
        ("ben", "mina"),
        steps=(Step(ELECTION, _hand_over),),
    )


def _establish(person: str, kind: str, dated: date, at: datetime) -> None:
    headquarters.establish_unit(
        election=ELECTION, kind=kind, number=NOT_PUBLISHED, dated=dated, tasks=TASKS, invented=person != "ben",
        by=actor(person, at), at=at,
    )  # fmt: skip


def _name(by: str, members: tuple[tuple[str, str, str], ...], at: datetime) -> None:
    for person, name, function in members:
        headquarters.name_member(
            election=ELECTION, unit="headquarters", name=name, function=function, person=person,
            counterpart=_head(by, at) if function == "head" else "", by=actor(by, at), at=at,
        )  # fmt: skip


def _head(by: str, at: datetime) -> str:
    """The head of the other institution's headquarters, where it is named already."""
    others = [one for one in _members(by, at) if one.function == "head"]
    return others[0].code if others else ""


def _members(by: str, at: datetime) -> tuple[MemberValue, ...]:
    return staff.members(actor(by, at), plan.election(ELECTION))


def _ministry(at: datetime) -> None:
    for kind in ("working_group", "headquarters"):
        _establish("ben", kind, date(2024, 1, 22), at)
    _name("ben", MINISTRY, at)


def _commission(at: datetime) -> None:
    _establish("ana", "headquarters", date(2024, 1, 22), at)
    _name("ana", COMMISSION, at)


def _rota(by: str, at: datetime) -> None:
    value = plan.election(ELECTION)
    span = duty.rotas(actor(by, at), value).span
    codes = {one.name: one.code for one in _members(by, at)}
    drawn = turns(span, SHIFT, [codes[name] for name in ON_DUTY[by]]) if span else ()
    shifts = [(member, one.starts, one.ends) for member, one in drawn]
    headquarters.assign_duty(election=ELECTION, shifts=shifts, by=actor(by, at), at=at)


def _formed(mission: str, at: datetime) -> None:
    headquarters.set_gate(
        election=ELECTION, mission=mission, gate="commission", state="met",
        why="Invented for the demonstration: told by the district commission.", by=actor("eli", at), at=at,
    )  # fmt: skip


def _tried(mission: str, head: str, at: datetime) -> None:
    headquarters.set_gate(
        election=ELECTION, mission=mission, gate="link", state="met",
        why="Invented for the demonstration: tried by telephone and over the internet.", by=actor(head, at), at=at,
    )  # fmt: skip


def _report(at: datetime) -> None:
    """Signed as it was read: by its SHA-256."""
    number = headquarters.draw_report(election=ELECTION, by=actor("ben", at), at=at)
    digest = reports.report(plan.election(ELECTION), number).digest
    by_two(headquarters.sign_report, "ben", "ana", at, election=ELECTION, report=number, read=digest)


def _calls(at: datetime) -> None:
    ben = actor("ben", at)
    headquarters.keep_entry(
        election=ELECTION, kind="call_in", mission="los-angeles", with_whom="the mission's duty officer",
        text="Invented for the demonstration: asks who is at headquarters when its station closes.",
        follow_up=True, due=on_clock(ZONE, 2024, 2, 8, 6), by=ben, at=at,
    )  # fmt: skip
    headquarters.keep_entry(
        election=ELECTION, kind="call_out", mission="washington", with_whom="the mission's duty officer",
        text="Invented for the demonstration: told who is on duty until the morning.", by=ben, at=at,
    )  # fmt: skip


def _hand_over(at: datetime) -> None:
    value, ben = plan.election(ELECTION), actor("ben", at)
    rota = duty.rotas(ben, value)
    leaving = next((one for one in rota.of("ministry") if one.person == "ben" and one.starts < at), None)
    if leaving is None or leaving.handed or not (relief := rota.relief(leaving)):
        return
    code = headquarters.hand_over_shift.propose(
        election=ELECTION, shift=leaving.code, incoming=relief[0].code,
        open_items=[one.code for one in duty.open_entries(value, "ministry")],
        text="Invented for the demonstration: nothing else is open.", by=ben, at=at,
    )  # fmt: skip
    joint.confirm(code=code, by=actor("mina", at), at=at)
