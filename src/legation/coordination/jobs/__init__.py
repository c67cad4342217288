"""Timed and queued work of the two institutions' daily work, a module a subject."""

from legation.coordination.jobs.inquiries import call_inquiries_to_mind
from legation.coordination.jobs.notices import mail_notices
from legation.coordination.jobs.tasks import tell_late_tasks

__all__ = ["call_inquiries_to_mind", "mail_notices", "tell_late_tasks"]
