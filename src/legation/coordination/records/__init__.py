"""The kinds of record of the daily work, a module a subject."""

from legation.coordination.records import complaints, inquiries, knowledge, mail, matters, notices, papers, tasks

__all__ = ["complaints", "inquiries", "knowledge", "mail", "matters", "notices", "papers", "tasks"]
