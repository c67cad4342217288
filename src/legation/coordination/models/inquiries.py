"""Inquiries of missions and the public, and everything that was said in each."""

from django.db import models
from django.db.models import Q

from legation.missions.models import Mission
from legation.plan.models import Election, Jurisdiction

OPEN = ["received", "assigned", "drafted", "awaiting", "reopened"]


class Inquiry(models.Model):
    """A question that somebody wants answered. States: docs/states/inquiry.md."""

    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, related_name="+")
    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=16, unique=True)
    number = models.PositiveIntegerField()
    """Its number in the election, for those who speak of it on the telephone."""
    asker = models.CharField(max_length=8)
    """`mission`, `body` (an institution at home) or `public`."""
    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, null=True, related_name="+")
    asked_by = models.CharField(max_length=40, blank=True)
    """Code of the person; empty where anybody may ask."""
    category = models.CharField(max_length=60)
    urgency = models.CharField(max_length=60)
    language = models.CharField(max_length=12)
    subject = models.CharField(max_length=200)
    state = models.CharField(max_length=12)
    body = models.CharField(max_length=64)
    """Key of the body that answers, by the lawbook."""
    approved_by = models.CharField(max_length=64, blank=True)
    """Key of the body that approves the answer; empty where none has to."""
    assigned_to = models.CharField(max_length=40, blank=True)
    drafted_by = models.CharField(max_length=40, blank=True)
    asked_at = models.DateTimeField()
    counted_from = models.DateTimeField()
    """From when the clock counts: the asking, or the last reopening."""
    due_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    reminded = models.PositiveSmallIntegerField(default=0)
    """How loudly it was called to mind: `clock.step_of`."""
    sorting = models.TextField(blank=True)
    """Folded number, subject and texts: what search uses."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["election", "number"], name="inquiry_number_once"),
            models.CheckConstraint(
                condition=Q(state__in=[*OPEN, "answered", "merged", "closed"]), name="inquiry_state_known"
            ),
            models.CheckConstraint(
                condition=Q(asker="mission", mission__isnull=False)
                | Q(asker="body", mission__isnull=True)
                | Q(asker="public", mission__isnull=True, asked_by=""),
                name="inquiry_asker_whole",
            ),
            models.CheckConstraint(
                condition=~Q(state="answered") | Q(answered_at__isnull=False), name="inquiry_answered_at_an_instant"
            ),
            models.CheckConstraint(
                condition=Q(state="merged", merged_into__isnull=False) | ~Q(state="merged"),
                name="inquiry_merged_into_another",
            ),
            models.CheckConstraint(condition=~Q(state="awaiting") | ~Q(approved_by=""), name="inquiry_awaits_somebody"),
        ]
        indexes = [
            models.Index(fields=["election", "state", "due_at"], name="inquiries_by_due"),
            models.Index(fields=["election", "mission"], name="inquiries_of_a_mission"),
        ]


class InquiryEntry(models.Model):
    """One thing said in an inquiry. Never altered: a better draft is the next entry."""

    inquiry = models.ForeignKey(Inquiry, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10)
    text = models.TextField()
    body = models.CharField(max_length=64)
    """Key of the body for which it was said; `public` where anybody asked."""
    person = models.CharField(max_length=40, blank=True)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    kind__in=[
                        "question",
                        "more",
                        "referred",
                        "draft",
                        "returned",
                        "answer",
                        "merged",
                        "reopened",
                        "closed",
                    ]
                ),
                name="inquiry_entry_kind_known",
            ),
        ]
        indexes = [models.Index(fields=["inquiry", "at"], name="inquiry_entries_in_order")]
