"""Matters, their owners, options, remarks and what they changed; the minutes of the meetings that settled them."""

from django.db import models
from django.db.models import Q

from legation.plan.models import Election, Jurisdiction


class Matter(models.Model):
    """A problem with an owner in each institution. States: docs/states/matter.md."""

    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, related_name="+")
    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=16, unique=True)
    title = models.CharField(max_length=200)
    text = models.TextField()
    origin = models.CharField(max_length=12)
    origin_code = models.CharField(max_length=40, blank=True)
    """The inquiry or call from which it came, where it did."""
    scope_kind = models.CharField(max_length=16)
    scope_code = models.CharField(max_length=96)
    """Whose it is beside the institutions: the mission, district or station that raised it or that it concerns."""
    raised_body = models.CharField(max_length=64)
    raised_at = models.DateTimeField()
    due = models.DateTimeField()
    state = models.CharField(max_length=12, default="raised")
    decision = models.PositiveSmallIntegerField(null=True)
    """The number of the option on which both agreed."""
    decided_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closing = models.CharField(max_length=500, blank=True)
    sorting = models.TextField(blank=True)
    """Folded title and text: what search uses."""

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["raised", "taken", "decided", "closed"]), name="matter_state_known"
            ),
            models.CheckConstraint(
                condition=Q(origin__in=["page", "call", "inquiry", "meeting"]), name="matter_origin_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["raised", "taken"], decision__isnull=True, decided_at__isnull=True)
                | Q(state__in=["decided", "closed"], decision__isnull=False, decided_at__isnull=False),
                name="matter_decided_whole",
            ),
            models.CheckConstraint(
                condition=Q(state="closed", closed_at__isnull=False) | (~Q(state="closed") & Q(closed_at__isnull=True)),
                name="matter_closed_whole",
            ),
            models.CheckConstraint(condition=Q(due__gt=models.F("raised_at")), name="matter_due_after_raised"),
        ]
        indexes = [models.Index(fields=["election", "state", "due"], name="matters_of_an_election")]


class MatterOwner(models.Model):
    """Who answers for a matter in one institution, from an instant on. The one without `until` does now."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    institution = models.CharField(max_length=24)
    person = models.CharField(max_length=40)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "institution"],
                condition=Q(until__isnull=True),
                name="matter_one_owner_an_institution",
            ),
            models.CheckConstraint(
                condition=Q(institution__in=["central_commission", "ministry"]), name="matter_owner_of_an_institution"
            ),
        ]


class MatterOption(models.Model):
    """One way to settle a matter, as an institution wrote it. Never altered."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=1000)
    institution = models.CharField(max_length=24)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "number"], name="matter_option_once")]


class MatterRemark(models.Model):
    """What somebody added: an observation, a reason, an answer from a mission. Never altered."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    step = models.CharField(max_length=12)
    """`remark`, or the step for which the text is the reason."""
    body = models.CharField(max_length=64)
    text = models.CharField(max_length=2000)
    at = models.DateTimeField()


class MatterEffect(models.Model):
    """What a matter changed: a record by its number, a station, a mission, a paper."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8)
    code = models.CharField(max_length=80)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["matter", "kind", "code"], name="matter_effect_once"),
            models.CheckConstraint(
                condition=Q(kind__in=["record", "station", "mission", "paper"]), name="matter_effect_kind_known"
            ),
        ]


class Minutes(models.Model):
    """The minutes of a daily meeting, made of its matters. States: drawn up (may be drawn up anew), signed by both."""

    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, related_name="+")
    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    held_at = models.DateTimeField()
    parts = models.JSONField()
    """Parts of the agenda, each with its matters as they stood: generated, never typed."""
    digest = models.CharField(max_length=64)
    signed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["election", "number"], name="minutes_number_once"),
            models.UniqueConstraint(
                fields=["election"], condition=Q(signed_at__isnull=True), name="minutes_one_unsigned_at_a_time"
            ),
        ]
