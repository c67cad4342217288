"""The tables of accounts: people and their roles."""

from legation.accounts.models.people import RoleGrant, User, UserManager

__all__ = ["RoleGrant", "User", "UserManager"]
