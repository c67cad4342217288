"""Stations and everything that is decided about them."""

from django.db import models
from django.db.models import F, Q

from legation.missions.models import Mission
from legation.plan.models import District, Election


class Advice(models.TextChoices):
    """Subjects on which a station advises its voters."""

    TRANSPORT = "transport"
    ACCESSIBILITY = "accessibility"
    HOST = "host_note"
    """What the host country asks of those who come."""


class Station(models.Model):
    """A station abroad. States: created, attached, numbered, closed (docs/states/station.md).

    Its key is election, district and number; `code` names it before it has them.
    """

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=48)
    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, default="created")
    names = models.JSONField(default=dict)
    address = models.CharField(max_length=300, blank=True)
    address_basis = models.CharField(max_length=12, blank=True)
    created_at = models.DateTimeField()
    submitted_district = models.ForeignKey(District, on_delete=models.PROTECT, null=True, related_name="+")
    district = models.ForeignKey(District, on_delete=models.PROTECT, null=True, related_name="+")
    district_basis = models.CharField(max_length=12, blank=True)
    attached_at = models.DateTimeField(null=True)
    number = models.PositiveIntegerField(null=True)
    number_basis = models.CharField(max_length=12, blank=True)
    numbered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    close_reason = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=500, blank=True)
    note = models.CharField(max_length=500, blank=True)
    advice = models.JSONField(default=dict)
    """What voters are told beyond the address, by subject (`Advice`) and language."""
    sorting = models.CharField(max_length=260)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["election", "code"], name="station_code_once"),
            models.UniqueConstraint(
                fields=["election", "district", "number"],
                condition=Q(number__isnull=False),
                name="number_once_a_district",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["created", "attached", "numbered", "closed"]), name="station_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state="closed", closed_at__isnull=False) | (~Q(state="closed") & Q(closed_at__isnull=True)),
                name="station_closed_whole",
            ),
            models.CheckConstraint(
                condition=Q(district__isnull=True, attached_at__isnull=True)
                | Q(district__isnull=False, attached_at__isnull=False),
                name="station_attached_whole",
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=True, numbered_at__isnull=True)
                | Q(number__isnull=False, numbered_at__isnull=False, district__isnull=False),
                name="station_numbered_whole",
            ),
            models.CheckConstraint(condition=Q(number__isnull=True) | Q(number__gt=0), name="number_above_zero"),
        ]
        indexes = [models.Index(fields=["election", "sorting"], name="station_by_sorting")]


class StationHours(models.Model):
    """Hours decided for one station on one voting day, instead of the law's. `day` 0 is the election day."""

    station = models.ForeignKey(Station, on_delete=models.PROTECT, related_name="+")
    day = models.SmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["station", "day"], name="hours_once_a_day"),
            models.CheckConstraint(condition=Q(closes__gt=F("opens")), name="hours_close_after_opening"),
        ]


class StationChange(models.Model):
    """One fact of a station as it was and as it became, with reason and effective date. Never altered."""

    station = models.ForeignKey(Station, on_delete=models.PROTECT, related_name="+")
    field = models.CharField(max_length=24)
    before = models.CharField(max_length=300, blank=True)
    before_established = models.BooleanField(default=True)
    """Whether somebody had established what was before; what was only inferred is not published."""
    after = models.CharField(max_length=300, blank=True)
    reason = models.CharField(max_length=300)
    effective_on = models.DateField()
    at = models.DateTimeField()


class CatchmentPart(models.Model):
    """A country, or one region of it, served by a mission's stations or by none with a reason."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    country = models.CharField(max_length=2)
    region = models.CharField(max_length=80, blank=True)
    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=200, blank=True)
    basis = models.CharField(max_length=12)
    since = models.DateTimeField(null=True)
    """When it was set so; not known of what was set before this was kept."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["election", "country", "region"], name="catchment_part_once"),
            models.CheckConstraint(
                condition=Q(mission__isnull=False, reason="") | (Q(mission__isnull=True) & ~Q(reason="")),
                name="served_or_a_reason",
            ),
        ]


class CatchmentMove(models.Model):
    """That a mission no longer serves a country or region, or serves it anew. Never altered. States: kept.

    Only of catchments that somebody established; the first ones of an election are no change.
    """

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, related_name="+")
    country = models.CharField(max_length=2)
    region = models.CharField(max_length=80, blank=True)
    gained = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["election", "mission"], name="moves_by_mission")]
