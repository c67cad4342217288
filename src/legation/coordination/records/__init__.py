"""The kinds of record of the daily work, a module a subject."""

from legation.coordination.records import inquiries, papers

__all__ = ["inquiries", "papers"]
