"""What a joint act is about, and who must act for it: read by the capability whose act it is."""

from dataclasses import dataclass, field

from legation.base.actors import ScopeRef
from legation_core.powers.four_eyes import Needs


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a joint act belongs."""

    needs: Needs
    jurisdiction: str
    body: str
    """The body that acts, as the lawbook calls it."""
    election: str = ""
    lawbook: str = ""
    """Digest of the lawbook that names the body."""
    subject: str = ""
    scopes: frozenset[ScopeRef] = field(default=frozenset())
    """The scopes of which both persons must hold one."""
