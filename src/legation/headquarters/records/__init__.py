"""The kinds of record of headquarters, a module a subject, and the words of their facts."""

from legation.headquarters.records import duty, gates, reports, staff, words

__all__ = ["duty", "gates", "reports", "staff", "words"]
