"""Whom a role may invite. A role granted with the invitation still needs whatever the grant itself needs."""

from types import MappingProxyType

from legation.accounts.permissions.roles import ROLES

COMMISSION = frozenset({"commission_chair", "commission_officer", "auditor", "district_chair", "station_chair"})
MINISTRY = frozenset({"ministry_headquarters", "ministry_consular", "mission_head", "mission_officer"})

INVITES = MappingProxyType({role.key: role.gives for role in ROLES.values() if role.gives})
"""Role -> roles of the people it may invite: those that it may give."""

RE_ENROLS = MappingProxyType(
    {
        "commission_chair": COMMISSION,
        "commission_officer": COMMISSION,
        "ministry_headquarters": MINISTRY,
        "ministry_consular": MINISTRY,
    }
)
"""Role -> roles of the people whose re-enrolment it may ask for or confirm: neither institution lets the other's in."""
