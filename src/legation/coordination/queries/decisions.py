"""The decision on a complaint on paper. What people typed is data, never markup."""

from django.utils.translation import get_language, gettext

from legation.base.typesetting import typeset
from legation.base.wording import text_of
from legation.base.wording.complaints import outcome_in_words
from legation.base.wording.instants import Clock, told
from legation.coordination.convert.complaints import ComplaintValue, Party, StageValue
from legation.coordination.queries.documents import clean
from legation.plan.convert import ElectionValue


def decision_pdf(election: ElectionValue, complaint: ComplaintValue, stage: StageValue, party: Party | None) -> bytes:
    """The decision of one instance as it stands."""
    language = get_language() or "en"
    body = election.book.bodies.get(stage.body)
    decided = str(told(stage.decided_at, Clock(stage.zone), Clock(election.home_zone), language=language))  # type: ignore[arg-type]
    until = str(told(stage.appeal_until, Clock(stage.zone), Clock(election.home_zone), language=language))  # type: ignore[arg-type]
    parts = [
        gettext("On the complaint: %(act)s") % {"act": complaint.form.act},
        gettext("Decision: %(outcome)s (%(article)s)")
        % {"outcome": outcome_in_words(stage.outcome or ""), "article": stage.article},
        stage.text,
        gettext("It can be appealed until %(until)s.") % {"until": until},
    ]
    data = {
        "title": gettext("Decision on complaint %(number)d") % {"number": complaint.number},
        "body": clean(text_of(body.name)) if body else stage.body,
        "addressee": clean(f"{party.name}, {party.address}") if party else "",
        "reference": decided,
        "parts": [clean(part) for part in parts],
        "table": [],
        "draft": "",
        "foot": f"SHA-256 {stage.digest}",
        "language": language,
    }
    return typeset("legation.coordination", "paper", data)
