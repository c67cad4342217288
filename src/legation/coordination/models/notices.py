"""Broadcasts with what each place did with them, and how each person wants to be told by mail."""

from django.db import models
from django.db.models import Q

from legation.plan.models import Election, Jurisdiction


class Broadcast(models.Model):
    """Something that everybody of an audience must have read. Never altered: a correction is the next one."""

    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, related_name="+")
    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=16, unique=True)
    title = models.CharField(max_length=200)
    text = models.TextField()
    audience = models.CharField(max_length=24)
    urgent = models.BooleanField(default=False)
    read_by = models.DateTimeField()
    """Until when everybody should have read it; whoever has not is telephoned."""
    body = models.CharField(max_length=64)
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(read_by__gt=models.F("sent_at")), name="broadcast_read_after_sent"),
        ]


class BroadcastReceipt(models.Model):
    """A broadcast to one person in one role and place. States: sent, read; of an unread one: telephoned."""

    broadcast = models.ForeignKey(Broadcast, on_delete=models.PROTECT, related_name="+")
    person = models.CharField(max_length=40)
    role = models.CharField(max_length=40)
    scope_kind = models.CharField(max_length=16)
    scope_code = models.CharField(max_length=96)
    read_at = models.DateTimeField(null=True)
    phoned_at = models.DateTimeField(null=True)
    phoned_note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["broadcast", "person", "role", "scope_kind", "scope_code"], name="broadcast_to_each_once"
            ),
            models.CheckConstraint(
                condition=Q(phoned_at__isnull=True, phoned_note="") | (Q(phoned_at__isnull=False) & ~Q(phoned_note="")),
                name="broadcast_telephoned_whole",
            ),
        ]
        indexes = [models.Index(fields=["person", "read_at"], name="broadcasts_of_a_person")]


class MailChoice(models.Model):
    """How a person is told by mail that something waits: where to, when, and when not."""

    person = models.CharField(max_length=40, unique=True)
    mail = models.EmailField(blank=True)
    how = models.CharField(max_length=8)
    zone = models.CharField(max_length=64)
    quiet_from = models.TimeField()
    quiet_to = models.TimeField()
    daily_at = models.TimeField()
    told_at = models.DateTimeField(null=True)
    """When the last mail went."""

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(how__in=["at_once", "daily", "never"]), name="mail_choice_known"),
        ]
