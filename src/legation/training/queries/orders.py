"""What the worker reads: seminars whose invitees are reminded, and the sessions whose rooms it opens and ends."""

from legation.base.actors import OutOfScope
from legation.plan.convert import ElectionValue
from legation.training.convert import SeminarValue, SessionValue, seminar_value
from legation.training.models import Seminar
from legation.training.queries.seminars import session


def standing() -> list[tuple[str, str, str, str]]:
    """Election, code, person and role of each seminar whose invitations are out."""
    rows = Seminar.objects.filter(state="invited").order_by("pk")
    return list(rows.values_list("election", "code", "invited_by", "invited_as"))


def ordered(election: ElectionValue, code: str, number: int) -> tuple[SeminarValue, SessionValue]:
    """The seminar and the session that a piece of work is about."""
    row = Seminar.objects.filter(election=election.code, code=code).first()
    if row is None:
        raise OutOfScope(code)
    value = seminar_value(row)
    return value, session(value, number)
