"""The papers of the preparation of 2024: the submission of the voters abroad, and the decision on it (art. 29.2).

That the commission approved the districts on the ministry's submission is published; the wording and the numbers of the
papers are not, and each paper says so of itself.
"""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_noop as _

from legation.coordination import actions as coordination
from legation.coordination.queries import papers
from legation.plan import queries as plan
from legation.rehearsal.script.scenes import PUBLISHED, Scene, Step, actor, on_clock
from legation_core.lawbook.papers import State

ELECTION = "az2024"
ZONE = "Asia/Baku"
APPROVED = "https://menafn.com/1107712274/Deadline-For-Voter-Education-Abroad-For-Presidential-Election-Ends-Tomorrow"
TEMPLATE = "submission_voters_abroad"
DECISION = (
    "On the submission of the Ministry of Foreign Affairs the districts to which the voters abroad are attached are "
    "approved, in accordance with article 29.2 of the Election Code.\n\n"
    "DEMONSTRATION: the wording and the number of this decision are invented."
)


def papers_of_2024() -> Iterator[Scene]:
    """The scenes of the papers, in no order."""
    yield Scene(
        "az-voters-submitted",
        on_clock(ZONE, 2024, 1, 10, 10),
        _("The ministry submits the number of voters abroad to the central commission"),
        ("ben",),
        steps=(Step(ELECTION, _submit),),
    )
    yield Scene(
        "az-submission-granted",
        on_clock(ZONE, 2024, 1, 13, 11),
        _("The central commission decides on the ministry's submission"),
        ("ana",),
        source=APPROVED,
        basis=PUBLISHED,
        steps=(Step(ELECTION, _decide),),
    )


def _submit(at: datetime) -> None:
    ben = actor("ben", at)
    code = coordination.draw_paper(election=ELECTION, template=TEMPLATE, language="en", by=ben, at=at)
    dated = at.astimezone(ZoneInfo(ZONE)).date()
    coordination.send_paper(election=ELECTION, code=code, dated=dated, by=ben, at=at)


def _decide(at: datetime) -> None:
    """Grants what waits, the visitor's own submission too."""
    ana = actor("ana", at)
    election = plan.election_for(ana, ELECTION)
    for paper in papers.waiting(papers.papers(election), ("central_commission",)):
        coordination.decide_submission(
            election=ELECTION,
            code=paper.code,
            outcome=State.GRANTED,
            title="Districts of the voters abroad",
            text=DECISION,
            dated=at.astimezone(ZoneInfo(ZONE)).date(),
            by=ana,
            at=at,
        )
