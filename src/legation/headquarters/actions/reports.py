"""The situation report: drawn up from records at the set hour, signed by one person of each institution, frozen."""

from datetime import datetime

from legation.accounts.actions.joint import jointly
from legation.accounts.permissions.joint import Place
from legation.base import files
from legation.base.actors import Actor, OutOfScope, Permission
from legation.headquarters.actions.shared import begin
from legation.headquarters.convert.reports import digest_of, octets_of
from legation.headquarters.models import Report, ReportOrder
from legation.headquarters.permissions import institutions, own_institution, scopes_of
from legation.headquarters.queries.sections import Asked, in_every_language
from legation.integrity.actions import act
from legation.plan import queries as plan
from legation.plan.models import Election
from legation_core.duty.reporting import check_drawing, check_signing, last_due
from legation_core.powers.four_eyes import Needs
from legation_core.problems import Refused


def order_reports(*, election: str, minutes: int, by: Actor, at: datetime) -> None:
    """Order the report of each day at a time of the home clock; it is drawn up in the name of whoever orders it."""
    with act("reports_ordered", by=by, at=at) as record:
        value, _own = begin(record, by, election, Permission.REPORT_SIGN)
        last_due(at, minutes, value.home_zone)
        ReportOrder.objects.create(election_id=election, minutes=minutes, person=by.person, role=by.role, at=at)
        record.public(hour=f"{minutes // 60:02}:{minutes % 60:02}")


def draw_report(*, election: str, by: Actor, at: datetime) -> int:
    """Draw the report up as the records stand now. One that nobody signed yet is drawn up anew. Its number."""
    with act("report_drawn_up", by=by, at=at) as record:
        value, own = begin(record, by, election, Permission.REPORT_SIGN)
        Election.objects.select_for_update().get(pk=election)
        signed = Report.objects.filter(election=election, signed_at__isnull=False).order_by("-number").first()
        check_drawing(signed.until if signed else None, at)
        row = Report.objects.filter(election=election, signed_at__isnull=True).first()
        row = row or Report(election_id=election, number=signed.number + 1 if signed else 1)
        row.since, row.until, row.body = signed.until if signed else None, at, own
        row.content = in_every_language(Asked(value, row.since, at))
        row.digest = digest_of(row.content)
        row.save()
        record.about(subject=f"report:{row.number}")
        record.public(report=row.number, digest=row.digest)
        return row.number


def _place(*, election: str, report: int, by: Actor, **given: object) -> Place:
    """One person of each institution: the one that signs first, and the other."""
    value = plan.election_for(by, election)
    own, home = own_institution(by, value.rules), institutions(value.rules)
    other = next((body.kind for key, body in home.items() if own and body.kind != home[own].kind), "")
    if not other:
        raise Refused("D305")
    return Place(
        needs=Needs(home[own].kind, other),
        jurisdiction=value.jurisdiction,
        body=own,
        election=election,
        lawbook=value.book.digest,
        subject=f"report:{report}",
        scopes=scopes_of(value.jurisdiction, election),
    )


@jointly("sign_report", _place)
def sign_report(*, election: str, report: int, read: str, by: Actor, at: datetime) -> None:
    """Sign a report as it was read, by its SHA-256. With the second signature it is frozen."""
    with act("report_signed", by=by, at=at) as record:
        begin(record, by, election, Permission.REPORT_SIGN, f"report:{report}")
        row = Report.objects.select_for_update().filter(election=election, number=report).first()
        if row is None:
            raise OutOfScope(report)
        check_signing(row.digest, read, signed=row.signed_at is not None)
        files.keep(octets_of(row.content), f"situation-report-{row.number}.json")
        row.signed_at = at
        row.save(update_fields=["signed_at"])
        record.public(report=row.number, digest=row.digest)
