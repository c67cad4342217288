"""Reads of situation reports, their signatures, and their document."""

from datetime import datetime

from django.utils.translation import get_language, gettext

from legation.accounts.convert.joint import JointValue
from legation.accounts.queries import joint
from legation.base.actors import Actor, OutOfScope
from legation.base.typesetting import typeset
from legation.base.wording import text_of
from legation.base.wording.instants import Clock, told
from legation.coordination.queries.documents import clean
from legation.headquarters.convert.reports import ReportValue, report_value
from legation.headquarters.models import Report, ReportOrder
from legation.headquarters.permissions import institutions
from legation.plan.convert import ElectionValue


def reports(election: ElectionValue) -> tuple[ReportValue, ...]:
    """Every report, the newest first. One query."""
    return tuple(report_value(row) for row in Report.objects.filter(election=election.code).order_by("-number"))


def report(election: ElectionValue, number: int) -> ReportValue:
    """One report. Unknown: out of scope."""
    row = Report.objects.filter(election=election.code, number=number).first()
    if row is None:
        raise OutOfScope(number)
    return report_value(row)


def signatures(actor: Actor, election: ElectionValue, one: ReportValue, now: datetime) -> JointValue | None:
    """The signatures of a report as it stands: waiting for the second, or both given. Of an earlier drawing: none."""
    subject = f"report:{one.number}"
    found = [*joint.waiting_ones(actor, now, election.code), *joint.ended_ones(actor, now)]
    about = ("sign_report", subject, election.code)
    own = [
        act for act in found if (act.act, act.subject, act.election) == about and act.arguments["read"] == one.digest
    ]
    return next((act for act in own if act.is_open or act.state == "confirmed"), None)


def order_of(election: ElectionValue) -> int | None:
    """At which minute after midnight, by the home clock, the report of each day is drawn up; none without an order."""
    return (
        ReportOrder.objects.filter(election=election.code)
        .order_by("-at", "-pk")
        .values_list("minutes", flat=True)
        .first()
    )


def orders() -> tuple[tuple[str, int, str, str], ...]:
    """The standing orders in force: election, minutes, person, role."""
    rows = ReportOrder.objects.order_by("at", "pk").values_list("election_id", "minutes", "person", "role")
    return tuple({row[0]: row for row in rows}.values())


def last_until(election: str) -> datetime | None:
    """Until when the newest report reports."""
    return Report.objects.filter(election=election).order_by("-number").values_list("until", flat=True).first()


def pdf(one: ReportValue, election: ElectionValue) -> bytes:
    """The report on paper; until both have signed, each page says so."""
    language = get_language() or "en"
    home = Clock(election.home_zone)
    data = {
        "title": gettext("Situation report %(number)d") % {"number": one.number},
        "election": clean(text_of(election.names)),
        "at": str(told(one.until, home, None, language=language)),
        "state": "" if one.signed_at else gettext("NOT SIGNED"),
        "new": {
            "title": gettext("New since the last report"),
            "lines": [[clean(f"{title}: {line.text}"), clean(line.figure)] for title, line in one.new_lines(language)],
            "none": gettext("Nothing new."),
        },
        "sections": [
            {"title": clean(section.title), "lines": [[clean(line.text), clean(line.figure)] for line in section.lines]}
            for section in one.sections(language)
        ],
        "none": gettext("Nothing to report."),
        "signers": [clean(text_of(body.name)) for body in institutions(election.rules).values()],
        "foot": f"SHA-256 {one.digest}",
        "language": language,
    }
    return typeset("legation.headquarters", "report", data)
