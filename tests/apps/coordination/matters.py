"""What the tests of matters begin with: one raised, one taken by both with an option, an agreement of both."""

from datetime import UTC, datetime
from typing import Any

from legation.accounts.actions import joint
from legation.coordination import actions
from legation.integrity.models import Leaf

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)


def raised(by: Any, **named: Any) -> str:
    facts = {"title": "The host refuses the hall", "text": "The senate of Berlin refused the rented hall."} | named
    return actions.raise_matter(election="az2024", **facts, by=by, at=AT)


def settled(person: Any) -> str:
    """Raised by the head of mission in Berlin, owned by Ben and Eli, with one option."""
    code = raised(person("head-berlin"))
    for who in ("ben", "eli"):
        actions.take_matter(election="az2024", code=code, by=person(who), at=AT)
    actions.offer_option(election="az2024", code=code, text="Vote at the embassy", by=person("ben"), at=AT)
    return code


def agreed(person: Any, code: str, option: int, decision: str, *, first: str, second: str) -> None:
    act = actions.decide_matter.propose(
        election="az2024", code=code, option=option, decision=decision, by=person(first), at=AT
    )
    joint.confirm(code=act, by=person(second), at=AT)


def newest(count: int) -> list[str]:
    return list(Leaf.objects.order_by("-index").values_list("kind", flat=True)[:count])[::-1]
