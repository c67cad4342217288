"""Who is on duty when, what was said meanwhile, and what was handed over."""

from django.db import models
from django.db.models import F, Q

from legation.headquarters.models.staff import Member
from legation.missions.models import Mission
from legation.plan.models import Election


class Shift(models.Model):
    """One member on duty. States: in the rota, taken out of it (`removed_at`)."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=16, unique=True)
    body = models.CharField(max_length=64)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="shift_ends_after")]
        indexes = [models.Index(fields=["election", "starts"], name="shifts_of_an_election")]


class Entry(models.Model):
    """A call, an order or a note. States: open (somebody must follow it up), closed (`closed_at`, with its outcome)."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=16, unique=True)
    body = models.CharField(max_length=64)
    kind = models.CharField(max_length=12)
    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, null=True, related_name="+")
    with_whom = models.CharField(max_length=120, blank=True)
    text = models.TextField()
    happened_at = models.DateTimeField()
    at = models.DateTimeField()
    follow_up = models.BooleanField(default=False)
    due = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=1000, blank=True)
    sorting = models.TextField(blank=True)
    """Folded words, for the search."""

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["call_in", "call_out", "order", "note"]), name="entry_kind_known"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="entry_says_something"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, outcome="")
                | (Q(closed_at__isnull=False, follow_up=True) & ~Q(outcome="")),
                name="entry_closed_with_its_outcome",
            ),
        ]
        indexes = [models.Index(fields=["election", "happened_at"], name="entries_of_an_election")]


class HandOver(models.Model):
    """A shift handed over to the one that stays. Two persons signed it: who left, and who came."""

    shift = models.OneToOneField(Shift, on_delete=models.PROTECT, related_name="+")
    incoming = models.ForeignKey(Shift, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    items = models.JSONField(default=list)
    """Codes of the entries that were open, in the order in which they were read."""
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(shift=F("incoming")), name="handed_over_to_another")]
