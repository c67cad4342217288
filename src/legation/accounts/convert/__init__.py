"""Rows to values and back: grants, ways to sign in, and secrets in the form in which they are kept."""

from legation.accounts.convert.grants import grant_value

__all__ = ["grant_value"]
