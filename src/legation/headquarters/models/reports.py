"""The situation report of each day, and the standing order that draws it up."""

from django.db import models
from django.db.models import Q

from legation.plan.models import Election


class Report(models.Model):
    """A situation report. States: drawn up (may be drawn up anew), signed by both (`signed_at`) and frozen."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    since = models.DateTimeField(null=True)
    """Until when the one before reported; empty for the first."""
    until = models.DateTimeField()
    content = models.JSONField()
    """Language -> sections with their lines, as they were counted at `until`."""
    digest = models.CharField(max_length=64)
    """SHA-256 of the content in canonical form: what is signed, and the name of the frozen document."""
    body = models.CharField(max_length=64)
    """The institution that drew it up."""
    signed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["election", "number"], name="report_number_once"),
            models.UniqueConstraint(
                fields=["election"], condition=Q(signed_at__isnull=True), name="one_report_waits_for_signatures"
            ),
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__gte=models.F("since")), name="report_ends_after"
            ),
        ]


class ReportOrder(models.Model):
    """At which hour the report of each day is drawn up, and by whose standing order. The newest counts."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    minutes = models.PositiveSmallIntegerField()
    """After midnight, by the home clock."""
    person = models.CharField(max_length=40)
    role = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(minutes__lt=1440), name="report_order_is_a_time_of_day")]
