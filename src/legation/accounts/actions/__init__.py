"""The only writes to accounts: `making` accounts, `granting` roles."""

from legation.accounts.actions.granting import grant_role
from legation.accounts.actions.making import create_account

__all__ = ["create_account", "grant_role"]
