"""Giving and ending roles. Who may give which role stands in the roles; which may not meet in one person, in the law.

Source: the design of the system, part 5 (grants), and for roles kept apart the lawbook's table `incompatible`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from legation_core.lawbook.model import Incompatible
from legation_core.problems import Problem, Refused
from legation_core.values import PersonCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A role as somebody holds it, or is to hold it: for one place, from an instant (UTC) until another or for good."""

    role: str
    kinds: frozenset[str]
    """The kinds of bodies for which the role acts, as the lawbook has kinds."""
    place: str
    election: str = ""
    """The one election for which it is held; empty for all."""
    since: datetime
    until: datetime | None = None

    def meets(self, other: "Holding") -> bool:
        """Whether there is an instant at which both are held."""
        return _before(self.since, other.until) and _before(other.since, self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Giver:
    """Whoever gives or ends a role: the person, their role, the roles it may give, the one election it is held for."""

    person: PersonCode
    role: str
    gives: frozenset[str]
    election: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """What the law keeps apart, with the kind of each of its bodies."""

    apart: Sequence[Incompatible] = ()
    kinds: Mapping[str, str]


def check_giving(
    offer: Holding, *, to: PersonCode, by: Giver, held: Sequence[Holding], law: Law, now: datetime
) -> list[Problem]:
    """Refuse what may not be given; what the law only assumes comes back as warnings.

    `Refused` A240 to oneself, A241 a role that one may not give, A242 a span without an instant, A243 a beginning that
    has passed, A244 what the person holds already, A245 a role that the law keeps apart, A248 another election.
    """
    _check_giver(offer, of=to, by=by, code="A240")
    if offer.until is not None and offer.until <= offer.since:
        raise Refused("A242", facts={"since": _told(offer.since), "until": _told(offer.until)})
    if offer.since < now:
        raise Refused("A243", facts={"since": _told(offer.since)})
    for other in held:
        same = (other.role, other.place) == (offer.role, offer.place) and _same_election(other, offer)
        if same and offer.meets(other):
            raise Refused("A244", facts={"role": offer.role})
    found = list(_kept_apart(offer, held, law))
    refusing = [problem for problem in found if problem.code == "A245"]
    if refusing:
        raise Refused("A245", facts=refusing[0].facts)
    return found


def warnings_of(offer: Holding, *, held: Sequence[Holding], law: Law) -> list[Problem]:
    """What the law only assumes against an offer (A250), for whoever is asked to confirm it."""
    return [problem for problem in _kept_apart(offer, held, law) if problem.code == "A250"]


def check_ending(held: Holding, *, of: PersonCode, by: Giver, reason: str, until: datetime, now: datetime) -> None:
    """Refuse an ending: A247 of one's own role, A241 of another's to end, A246 without a reason, A249 passed."""
    _check_giver(held, of=of, by=by, code="A247")
    if not reason.strip():
        raise Refused("A246")
    if held.until is not None and held.until <= until:
        raise Refused("A249", facts={"until": _told(held.until)})
    if until < now:
        raise Refused("A243", facts={"since": _told(until)})


def _check_giver(one: Holding, *, of: PersonCode, by: Giver, code: str) -> None:
    if of == by.person:
        raise Refused(code)
    if one.role not in by.gives:
        raise Refused("A241", facts={"role": by.role, "given_role": one.role})
    if by.election not in ("", one.election):
        raise Refused("A248", facts={"election": by.election})


def _kept_apart(offer: Holding, held: Sequence[Holding], law: Law) -> Iterator[Problem]:
    for entry in law.apart:
        first, second = law.kinds[entry.first], law.kinds[entry.second]
        for other in held:
            if not offer.meets(other) or not _same_election(offer, other):
                continue
            if _acts_for_both(offer, other, first, second):
                facts = {"given_role": offer.role, "held_role": other.role, "source": entry.source, "rule": entry.key}
                yield Problem("A250" if entry.assumed else "A245", facts=facts)


def _acts_for_both(offer: Holding, other: Holding, first: str, second: str) -> bool:
    if first == second:
        return first in offer.kinds and first in other.kinds and offer.place != other.place
    pairs = ((offer, other), (other, offer))
    return any(first in one.kinds and second in two.kinds for one, two in pairs)


def _same_election(one: Holding, other: Holding) -> bool:
    return one.election == other.election or "" in (one.election, other.election)


def _before(instant: datetime, end: datetime | None) -> bool:
    return end is None or instant < end


def _told(instant: datetime) -> str:
    return f"{instant.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
