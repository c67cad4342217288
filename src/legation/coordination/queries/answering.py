"""Who can answer for a body: the people of its roles, by code."""

from datetime import datetime

from legation.accounts import queries as accounts
from legation.accounts.permissions.roles import ROLES
from legation.base.actors import Permission
from legation.plan.convert import ElectionValue


def who_answer(election: ElectionValue, body: str, at: datetime) -> list[str]:
    """Codes of those who may answer inquiries for the body, in order."""
    kind = election.book.bodies[body].kind if body in election.book.bodies else ""
    able = {key for key, role in ROLES.items() if Permission.INQUIRY_ANSWER in role.permissions and kind in role.bodies}
    return sorted({one["person"] for one in accounts.listed(election.jurisdiction, at) if one["role"] in able})
