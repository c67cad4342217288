"""What capabilities above the accounts know of powers: which places there are, what lies around each, what the law
keeps apart. Each says it when its app is ready, so that roles are given for places that exist and by the law in use.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from legation.base.actors import ScopeRef
from legation_core.powers.grants import Law

Around = Mapping[ScopeRef, frozenset[ScopeRef]]
"""Places that exist, each with every scope that it lies in, itself among them."""


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one kind: what lies around some of them, and which there are in a jurisdiction."""

    around: Callable[[frozenset[ScopeRef]], Around]
    listed: Callable[[str], tuple[ScopeRef, ...]]


@dataclass(frozen=True, slots=True)
class Legal:
    """What the law of a jurisdiction says of powers at an instant, and the zone of its home."""

    apart: Callable[[str, datetime], Law]
    home_zone: Callable[[str], str]


_places: dict[str, Places] = {}
_legal: list[Legal] = []


def know_places(kind: str, places: Places) -> None:
    """Let a capability tell about places of `kind`. Called by its app when it is ready."""
    _places[kind] = places


def know_law(legal: Legal) -> None:
    """Let a capability tell what the law says. Called by its app when it is ready."""
    if legal not in _legal:
        _legal.append(legal)


def around(places: Iterable[ScopeRef]) -> dict[ScopeRef, frozenset[ScopeRef]]:
    """The places that exist, each with the scopes it lies in; one query a kind. A jurisdiction lies in itself."""
    by_kind: dict[str, set[ScopeRef]] = defaultdict(set)
    for place in places:
        by_kind[place.kind].add(place)
    found = {place: frozenset({place}) for place in by_kind.pop("jurisdiction", ())}
    for kind, wanted in by_kind.items():
        if kind in _places:
            found.update(_places[kind].around(frozenset(wanted)))
    return found


def listed(kind: str, jurisdiction: str, within: ScopeRef) -> tuple[ScopeRef, ...]:
    """The places of a kind that lie in `within`, in the order in which their capability lists them."""
    found = _places[kind].listed(jurisdiction) if kind in _places else ()
    lie = around(found)
    return tuple(place for place in found if within in lie.get(place, frozenset()))


def law_of(jurisdiction: str, at: datetime) -> Law:
    """What the law in use keeps apart; nothing while no law is known."""
    return next((legal.apart(jurisdiction, at) for legal in _legal), Law(kinds={}))


def home_zone(jurisdiction: str) -> str:
    """The zone by whose clock days of the jurisdiction are counted."""
    return next((legal.home_zone(jurisdiction) for legal in _legal), "UTC")
