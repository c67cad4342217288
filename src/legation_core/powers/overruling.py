"""Overruling a refusal: the body that the lawbook names lets one act pass that a rule refused, by a public decision.

Only refusals of rules of the law are of this kind, never those of powers, scopes or four eyes. One decision lets one
act pass, once. Whether a law knows such a decision is for its lawbook to say: the competence `overrule_refusal`.
"""

from collections.abc import Mapping
from types import MappingProxyType

from legation_core.problems import Refused

CAN_BE: Mapping[str, str] = MappingProxyType({"A043": "create_station", "A044": "create_station"})
"""Code of a refusal -> the act of the lawbook that it refuses."""


def check(code: str, decision: str, reason: str) -> None:
    """Refuses what is no such refusal (A520), a decision without its number (A521) or without its reason (A522)."""
    if code not in CAN_BE:
        raise Refused("A520", facts={"code": code[:8], "codes": ", ".join(sorted(CAN_BE))})
    if not decision.strip():
        raise Refused("A521")
    if not reason.strip():
        raise Refused("A522")
