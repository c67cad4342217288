"""The kinds of record of the daily work, a module a subject."""

from legation.coordination.records import complaints, inquiries, matters, papers

__all__ = ["complaints", "inquiries", "matters", "papers"]
