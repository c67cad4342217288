"""Rows to values and back: grants, ways to sign in, and secrets in the form in which they are kept."""

from legation.accounts.convert.grants import grant_value, holding

__all__ = ["grant_value", "holding"]
