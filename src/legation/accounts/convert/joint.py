"""Joint acts as values, and their arguments as canonical JSON."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, get_args, get_type_hints

from legation.accounts.models import JointAct
from legation.base.actors import ScopeRef
from legation_core.integrity import canonical
from legation_core.powers import four_eyes
from legation_core.powers.four_eyes import Needs, State
from legation_core.values import PersonCode

_NOT_STORED = frozenset({"by", "at"})


@dataclass(frozen=True, slots=True)
class JointValue:
    """A joint act at an instant, as pages and desks show it."""

    code: str
    act: str
    arguments: Mapping[str, Any]
    election: str
    subject: str
    body: str
    needs: Needs
    scopes: frozenset[ScopeRef]
    proposed_by: PersonCode
    name: str
    """Who proposed it, for the staff pages of both sides; never in a record."""
    role: str
    proposed_at: datetime
    alone_because: str
    due: datetime
    state: State
    ended_name: str
    ended_role: str
    ended_at: datetime | None
    reason: str

    @property
    def is_open(self) -> bool:
        """Whether it waits for a second person."""
        return self.state in four_eyes.OPEN

    @property
    def single_handed(self) -> bool:
        return bool(self.alone_because)

    @property
    def core(self) -> four_eyes.JointAct:
        """As the core judges it; what has ended is told by `state`."""
        return four_eyes.JointAct(self.needs, self.proposed_by, self.proposed_at, self.single_handed)


def encoded(given: Mapping[str, Any]) -> str:
    """Canonical JSON of the arguments that are given; days, times and instants as text, who and when left out."""
    plain = {
        name: value.isoformat() if isinstance(value, date | time) else value
        for name, value in given.items()
        if name not in _NOT_STORED and value is not None
    }
    return canonical.encode(plain, 1 << 20).decode()


def decoded(text: str, action: Callable[..., object]) -> dict[str, Any]:
    """The arguments again as `action` takes them."""
    hints = get_type_hints(action)
    plain: dict[str, Any] = canonical.decode(text.encode(), 1 << 20)
    return {name: _read(hints.get(name), value) for name, value in plain.items()}


def _read(hint: object, value: Any) -> Any:
    """A value as its argument takes it: days, times and instants, also those that may be left out, are kept as text."""
    kinds = (hint, *get_args(hint))
    if datetime in kinds:
        return datetime.fromisoformat(value)
    if time in kinds:
        return time.fromisoformat(value)
    return date.fromisoformat(value) if date in kinds else value


def core_act(row: JointAct) -> four_eyes.JointAct:
    """As the core judges it; of one whose account was joined with another, by the person who it is now."""
    return four_eyes.JointAct(
        needs=Needs(row.body_kind, row.confirmed_by_kind),
        proposed_by=PersonCode(row.user.person),
        proposed=row.proposed_at,
        single_handed=bool(row.alone_because),
        ended=row.ended,
    )


def state_of(row: JointAct, now: datetime) -> State:
    return State.LAPSED if row.ended == "lapsed" else four_eyes.state_of(core_act(row), now)


def scopes_of(row: JointAct) -> frozenset[ScopeRef]:
    return frozenset(ScopeRef(kind, code) for kind, code in row.scopes)


def joint_value(row: JointAct, now: datetime) -> JointValue:
    return JointValue(
        code=row.code,
        act=row.act,
        arguments=canonical.decode(row.arguments.encode(), 1 << 20),
        election=row.election,
        subject=row.subject,
        body=row.body,
        needs=Needs(row.body_kind, row.confirmed_by_kind),
        scopes=scopes_of(row),
        proposed_by=PersonCode(row.user.person),
        name=row.user.name,
        role=row.proposed_role,
        proposed_at=row.proposed_at,
        alone_because=row.alone_because,
        due=row.due,
        state=state_of(row, now),
        ended_name=row.ended_name,
        ended_role=row.ended_role,
        ended_at=row.ended_at,
        reason=row.reason,
    )
