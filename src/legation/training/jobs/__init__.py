"""The worker's part of seminars: reminders, and calls to the conference server."""

from legation.training.jobs.mailing import mail_invitation
from legation.training.jobs.reminding import remind
from legation.training.jobs.rooms import end_room, open_room

__all__ = ["end_room", "mail_invitation", "open_room", "remind"]
