"""What every act of headquarters begins with: the election, the institution, the record."""

from legation.base.actors import Actor, Permission, require
from legation.headquarters.permissions import own_institution, scopes_of
from legation.integrity.record import Record
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation_core.problems import Refused


def begin(
    record: Record, by: Actor, election: str, permission: Permission, subject: str = ""
) -> tuple[ElectionValue, str]:
    """The election and the institution for which the actor acts. Refuses (D105) whoever acts for none."""
    value = plan.election_for(by, election)
    require(by, permission, scopes_of(value.jurisdiction, election))
    own = own_institution(by, value.rules)
    if not own:
        raise Refused("D105", facts={"bodies": by.body})
    record.about(
        jurisdiction=value.jurisdiction, election=election, lawbook=value.book.digest, body=own,
        subject=subject or f"headquarters:{own}",
    )  # fmt: skip
    return value, own
