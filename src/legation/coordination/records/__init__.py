"""The kinds of record of the daily work, a module a subject."""

from legation.coordination.records import inquiries, matters, papers

__all__ = ["inquiries", "matters", "papers"]
