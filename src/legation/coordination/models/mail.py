"""Mail about inquiries: addresses on record, and what came in."""

from django.db import models
from django.db.models import Q

from legation.coordination.models.inquiries import Inquiry
from legation.missions.models import Mission
from legation.plan.models import Election


class MailAddress(models.Model):
    """The address of a mission for inquiries. Never in the log."""

    mission = models.OneToOneField(Mission, on_delete=models.PROTECT, related_name="+")
    address = models.CharField(max_length=200)
    """In small letters."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["address"], name="mail_address_once")]


class IncomingMail(models.Model):
    """A mail that came in, kept once. States: added to an inquiry; waiting for a person; automatic; too large;
    accepted as an inquiry; dismissed."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    identity = models.CharField(max_length=64)
    """SHA-256 by which the same mail is known again."""
    sender = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    attachments = models.JSONField(default=list)
    """Names of what was attached; it is never taken over."""
    state = models.CharField(max_length=10)
    inquiry = models.ForeignKey(Inquiry, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["election", "identity"], name="mail_kept_once"),
            models.CheckConstraint(
                condition=Q(state__in=["added", "waiting", "automatic", "too_large", "accepted", "dismissed"]),
                name="mail_state_known",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["added", "accepted"]) | Q(inquiry__isnull=False), name="mail_added_somewhere"
            ),
        ]
        indexes = [models.Index(fields=["election", "state"], name="mail_by_state")]
