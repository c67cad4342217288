"""The headquarters and the working group of an institution, and who belongs to them."""

from django.db import models
from django.db.models import Q

from legation.plan.models import Election


class Unit(models.Model):
    """A headquarters or a working group, established by an order of its institution for one election."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=16, unique=True)
    body = models.CharField(max_length=64)
    """Key of the institution, by the lawbook."""
    kind = models.CharField(max_length=16)
    order_number = models.CharField(max_length=80)
    order_date = models.DateField()
    paper = models.CharField(max_length=16, blank=True)
    """Code of the order where it stands in the register of papers."""
    tasks = models.TextField(blank=True)
    invented = models.BooleanField(default=False)
    """Whether a demonstration made it up."""
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["election", "body", "kind"], name="unit_once_an_institution"),
            models.CheckConstraint(condition=Q(kind__in=["headquarters", "working_group"]), name="unit_kind_known"),
            models.CheckConstraint(condition=~Q(order_number=""), name="unit_has_its_order"),
        ]


class Member(models.Model):
    """Somebody who serves in a unit. States: serves, has left (`left_at`). How they are reached is for staff alone."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=16, unique=True)
    person = models.CharField(max_length=40, blank=True)
    """Code of their account; without one they cannot sign."""
    name = models.CharField(max_length=120)
    function = models.CharField(max_length=24)
    deputises = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    counterpart = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    """Whom they turn to at the other institution."""
    telephone = models.CharField(max_length=40, blank=True)
    mail = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name="") & ~Q(function=""), name="member_has_name_and_function"),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True) | Q(left_at__gte=models.F("at")), name="member_leaves_after"
            ),
        ]
