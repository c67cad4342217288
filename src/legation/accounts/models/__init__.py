"""The tables of accounts: people and their roles."""

from legation.accounts.models.access import Attempt, CallBack, Invitation, KnownIdentity, PrintedCode, SignedIn
from legation.accounts.models.joint import JointAct
from legation.accounts.models.people import RoleGrant, User, UserManager

__all__ = [
    "Attempt",
    "CallBack",
    "Invitation",
    "JointAct",
    "KnownIdentity",
    "PrintedCode",
    "RoleGrant",
    "SignedIn",
    "User",
    "UserManager",
]
