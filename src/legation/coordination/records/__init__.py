"""The kinds of record of the daily work, a module a subject."""

from legation.coordination.records import complaints, inquiries, matters, papers, tasks

__all__ = ["complaints", "inquiries", "matters", "papers", "tasks"]
