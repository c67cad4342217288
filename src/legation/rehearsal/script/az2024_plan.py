"""The action plan of 2024. That the ministry approved a plan of work on 22 January is published, and what it sets up.

What was done when, and by whom, was not published: but for the approval, the headquarters and the seminar every step
is invented and says so of itself. What was due before the plan was approved is reported as soon as it is.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial

from django.utils.translation import gettext_noop as _

from legation.coordination import actions as coordination
from legation.rehearsal.script import az2024_data as data
from legation.rehearsal.script.scenes import PUBLISHED, Scene, Step, actor, on_clock

ELECTION = "az2024"
ZONE = "Asia/Baku"
APPROVED = "https://news.az/news/azerbaijans-mfa-establishes-polling-working-group-and-headquarters-overseas"
SEMINAR = "https://news.az/news/ministry-of-foreign-affairs-cec-hold-seminar-for-azerbaijani-diplomatic-missions"
INVENTED = "DEMONSTRATION: invented"
LATE = "tabriz"
"""The mission that is late, to show how a late task is told on; that it was is invented."""
DONE_BEFORE = (
    "voters_counted", "premises_checked", "addresses_sent", "host_told", "registration_called", "list_checked",
    "costs_estimated",
)  # fmt: skip
"""Tasks of the missions that were due before the plan was approved."""
UNANSWERED = ("berlin", "vienna", "bern", LATE)
AFTER = (
    ("voters-informed", (1, 25, 17), "voters_informed", (LATE,), _("Missions report that voters are informed")),
    ("staff-trained", (1, 29, 17), "staff_trained", (), _("Missions report that commissions are trained")),
    ("security-agreed", (1, 31, 17), "security_agreed", (), _("Missions report what was agreed with the police")),
    ("material-received", (2, 4, 17), "material_received", (), _("Missions report that the material arrived")),
    ("ready", (2, 5, 17), "ready_confirmed", (), _("Missions report that they are ready")),
)
"""What is reported later: name of the scene, day and hour, task, missions that are late, what happens."""


def plan_of_2024() -> Iterator[Scene]:
    """The scenes of the action plan, in no order."""
    yield Scene(
        "az-plan-approved",
        on_clock(ZONE, 2024, 1, 22, 12, 5),
        _("The ministry approves the action plan"),
        ("ben",),
        source=APPROVED,
        basis=PUBLISHED,
        steps=(Step(ELECTION, _approve), Step("working_group", partial(_once, "working_group", APPROVED, "ben"))),
    )
    yield Scene(
        "az-plan-begun",
        on_clock(ZONE, 2024, 1, 22, 15),
        _("What was done before stands in the plan"),
        ("ben", "ana"),
        steps=tuple(_begun()),
    )
    yield Scene(
        "az-plan-seminar",
        on_clock(ZONE, 2024, 1, 23, 14),
        _("The ministry reports that the seminar was held, and the commission accepts it"),
        ("ben", "ana"),
        source=SEMINAR,
        basis=PUBLISHED,
        steps=(
            Step("seminar_held", partial(_once, "seminar_held", SEMINAR, "ben")),
            Step("seminar_held", partial(_accept, "seminar_held", "ana")),
        ),
    )
    for name, (month, day, hour), key, late, what in AFTER:
        yield Scene(
            f"az-plan-{name}",
            on_clock(ZONE, 2024, month, day, hour),
            what,
            ("ben",),
            steps=(Step(key, partial(_many, key, late)),),
        )
    yield Scene(
        "az-plan-late",
        on_clock("Asia/Tehran", 2024, 1, 29, 10),
        _("The mission in Tabriz reports its late tasks done"),
        ("cora",),
        steps=tuple(
            Step(f"{key}-{LATE}", partial(_once, f"{key}-{LATE}", INVENTED, "cora"))
            for key in ("substitutes_named", "host_answered", "voters_informed")
        ),
    )


def _begun() -> Iterator[Step]:
    yield Step("missions_informed", partial(_once, "missions_informed", INVENTED, "ben"))
    for key in ("doubles_rule", "extension_rule", "quantities_reckoned"):
        yield Step(key, partial(_once, key, INVENTED, "ana"))
        yield Step(key, partial(_accept, key, "ben"))
    for key in DONE_BEFORE:
        yield Step(key, partial(_many, key, ()))
    yield Step("list_checked", _accept_lists)
    yield Step("substitutes_named", partial(_many, "substitutes_named", (LATE,)))
    yield Step("host_answered", partial(_many, "host_answered", UNANSWERED))


def _approve(at: datetime) -> None:
    coordination.approve_plan(election=ELECTION, by=actor("ben", at), at=at)


def _once(code: str, evidence: str, who: str, at: datetime) -> None:
    coordination.report_task(election=ELECTION, code=code, evidence=evidence, by=actor(who, at), at=at)


def _accept(code: str, who: str, at: datetime) -> None:
    coordination.accept_task(election=ELECTION, code=code, by=actor(who, at), at=at)


def _many(key: str, late: Sequence[str], at: datetime) -> None:
    missions = [code for code in data.missions() if code not in late]
    coordination.report_many(
        election=ELECTION, key=key, missions=missions, evidence=INVENTED, by=actor("ben", at), at=at
    )


def _accept_lists(at: datetime) -> None:
    coordination.accept_many(
        election=ELECTION, key="list_checked", missions=list(data.missions()), by=actor("ana", at), at=at
    )
