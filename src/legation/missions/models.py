"""Missions and what is known of them."""

from django.db import models
from django.db.models import Q

from legation.plan.models import Election, Jurisdiction


class Mission(models.Model):
    """A diplomatic or consular post. States: open; it belongs to a jurisdiction, not to one election."""

    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40)
    kind = models.CharField(max_length=32)
    names = models.JSONField()
    cities = models.JSONField()
    country = models.CharField(max_length=2)
    zone = models.CharField(max_length=64)
    address = models.CharField(max_length=300, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    position = models.CharField(max_length=8, default="city")
    """`city` or `building`: only a building gets a pin."""
    website = models.URLField(blank=True)
    duty_phone = models.CharField(max_length=40, blank=True)
    duty_phone_public = models.BooleanField(default=False)
    """Whether voters may call it: only then does it leave the staff pages."""
    working_days = models.CharField(max_length=7, default="1111100")
    """Monday to Sunday; `1` is a working day."""
    source = models.CharField(max_length=500, blank=True)
    sorting = models.CharField(max_length=200)
    """Folded name, city and country: what search and sorting use."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["jurisdiction", "code"], name="mission_once_a_jurisdiction"),
            models.CheckConstraint(condition=Q(working_days__regex=r"^[01]{7}$"), name="mission_working_week"),
        ]


class Holiday(models.Model):
    """A day on which a mission is closed: of the host country or of the home country."""

    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    of = models.CharField(max_length=4)
    """`host` or `home`."""
    name = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["mission", "day", "of"], name="holiday_once"),
            models.CheckConstraint(condition=Q(of__in=["host", "home"]), name="holiday_of_a_country"),
        ]


class Deputy(models.Model):
    """Who stands in for the head of mission, in which order. A person's code, never a name."""

    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, related_name="+")
    person = models.CharField(max_length=40)
    order = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mission", "order"], name="deputy_order")]


class Designation(models.Model):
    """An authorised representative, designated by letter for one election. States: in force, ended."""

    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, related_name="+")
    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    person = models.CharField(max_length=40)
    letter_number = models.CharField(max_length=80)
    letter_date = models.DateField()
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mission", "election"], condition=Q(ended_at__isnull=True), name="one_representative_in_force"
            )
        ]


class RegisteredVoters(models.Model):
    """How many voters a mission counts, by ground, date and source. A later report stands beside, never instead."""

    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, related_name="+")
    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=40)
    count = models.PositiveIntegerField()
    as_of = models.DateField()
    source = models.CharField(max_length=300)
    basis = models.CharField(max_length=12)
    """`decided` (reported here), `published`, `inferred` or `invented` (demonstration only)."""
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mission", "election", "ground", "as_of", "source"], name="voters_reported_once"
            )
        ]
        indexes = [models.Index(fields=["election", "mission"], name="voters_by_mission")]
