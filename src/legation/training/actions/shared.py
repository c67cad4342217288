"""What every act on a seminar begins with."""

from legation.base.actors import Actor, OutOfScope, Permission, require
from legation.integrity.record import Record
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.training.models import Seminar
from legation.training.permissions import scopes_of
from legation_core.training.states import State, next_state


def locked(by: Actor, election: str, code: str) -> tuple[ElectionValue, Seminar]:
    """The election and the seminar, locked until the act ends. Unknown: out of scope."""
    value = plan.election_for(by, election)
    row = Seminar.objects.select_for_update().filter(election=election, code=code).first()
    if row is None:
        raise OutOfScope(code)
    return value, row


def may_plan(by: Actor, value: ElectionValue) -> None:
    require(by, Permission.SEMINAR_PLAN, scopes_of(value.jurisdiction, value.code))


def step(row: Seminar, name: str) -> None:
    """Take a step of the seminar's states, or refuse."""
    row.state = next_state(State(row.state), name)


def about(record: Record, value: ElectionValue, row: Seminar) -> None:
    record.about(
        jurisdiction=value.jurisdiction, election=value.code, lawbook=value.book.digest, subject=f"seminar:{row.code}"
    )
