"""Complaints, what each instance did with them, and the sealed part that names who complains."""

from django.db import models
from django.db.models import Q

from legation.plan.models import Election, Jurisdiction
from legation.stations.models import Station


class Complaint(models.Model):
    """A formal objection that somebody must decide in time. States: docs/states/complaint.md."""

    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, related_name="+")
    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    """Its number in the register of the election."""
    station = models.ForeignKey(Station, on_delete=models.PROTECT, null=True, related_name="+")
    channel = models.CharField(max_length=8)
    against = models.CharField(max_length=64)
    """Key of the body complained of, by the lawbook."""
    happened_on = models.DateField()
    act = models.CharField(max_length=500)
    circumstances = models.TextField()
    article = models.CharField(max_length=200, blank=True)
    """The article that the complainant names."""
    evidence = models.TextField(blank=True)
    relief = models.TextField(blank=True)
    attends = models.BooleanField(default=False)
    state = models.CharField(max_length=12, default="lodged")
    stage = models.PositiveSmallIntegerField()
    """The instance that has it, counted from 0 in the lawbook's list."""
    lodged_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["election", "number"], name="complaint_number_once"),
            models.CheckConstraint(
                condition=Q(state__in=["lodged", "hearing", "decided", "withdrawn"]), name="complaint_state_known"
            ),
            models.CheckConstraint(
                condition=Q(channel__in=["station", "online", "paper"]), name="complaint_channel_known"
            ),
        ]


class ComplaintParty(models.Model):
    """Who complains, with their address: sealed under a key outside the database, opened for the deciding body."""

    complaint = models.OneToOneField(Complaint, on_delete=models.PROTECT, related_name="+")
    box = models.TextField()


class ComplaintStage(models.Model):
    """One instance with a complaint: since when, until when, its hearing, its decision in writing."""

    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="+")
    stage = models.PositiveSmallIntegerField()
    body = models.CharField(max_length=64)
    since = models.DateTimeField()
    due = models.DateTimeField()
    zone = models.CharField(max_length=64)
    """The clock that governs."""
    at_once = models.BooleanField()
    grounds = models.TextField(blank=True)
    """Of an appeal: what is wrong with the decision below."""
    hearing_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=12, blank=True)
    article = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    summary = models.CharField(max_length=300, blank=True)
    """One sentence for everyone, without names."""
    digest = models.CharField(max_length=64, blank=True)
    decided_at = models.DateTimeField(null=True)
    appeal_until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["complaint", "stage"], name="complaint_stage_once"),
            models.CheckConstraint(
                condition=Q(outcome="", article="", text="", summary="", digest="", decided_at__isnull=True)
                | (
                    Q(outcome__in=["granted", "partly", "refused", "inadmissible"], decided_at__isnull=False)
                    & ~Q(article="")
                    & ~Q(text="")
                    & ~Q(summary="")
                    & ~Q(digest="")
                ),
                name="complaint_decided_whole",
            ),
        ]
