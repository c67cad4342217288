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


class HostRule(models.Model):
    """What a host country asks of those who vote on its soil, as the ministry entered it: the newest counts."""

    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, related_name="+")
    country = models.CharField(max_length=2)
    inside = models.CharField(max_length=12)
    outside = models.CharField(max_length=12)
    """`not_required`, `notify` or `consent`: on a mission's premises, and anywhere else."""
    lead_days = models.PositiveSmallIntegerField(null=True)
    how = models.CharField(max_length=1000, blank=True)
    source = models.CharField(max_length=500)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(inside__in=["not_required", "notify", "consent"])
                & Q(outside__in=["not_required", "notify", "consent"]),
                name="host_rule_way_known",
            ),
            models.CheckConstraint(condition=~Q(source=""), name="host_rule_has_a_source"),
            models.CheckConstraint(condition=Q(lead_days__isnull=True) | Q(lead_days__gt=0), name="host_rule_lead"),
        ]
        indexes = [models.Index(fields=["jurisdiction", "country"], name="host_rule_by_country")]


class HostConsent(models.Model):
    """How it stands with a host in one election: a country, or premises there (docs/states/host-consent.md)."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    country = models.CharField(max_length=2)
    premises = models.CharField(max_length=300, blank=True)
    place = models.CharField(max_length=300, blank=True)
    """The folded premises: what makes two of them the same."""
    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, null=True, related_name="+")
    """The mission that wrote to the host last."""
    state = models.CharField(max_length=12)
    sent_on = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    stations = models.PositiveSmallIntegerField(null=True)
    mission_premises_only = models.BooleanField(default=False)
    valid_until = models.DateField(null=True)
    conditions = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["election", "country", "place"], name="consent_once_a_place"),
            models.CheckConstraint(
                condition=Q(
                    state__in=[
                        "unknown",
                        "not_required",
                        "notify_only",
                        "notified",
                        "required",
                        "asked",
                        "granted",
                        "refused",
                        "withdrawn",
                    ]
                ),
                name="consent_state_known",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["granted", "refused", "withdrawn"]) | Q(answered_on__isnull=False),
                name="consent_answered_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["notified", "asked"]) | Q(sent_on__isnull=False), name="consent_sent_on_a_day"
            ),
            models.CheckConstraint(condition=Q(stations__isnull=True) | Q(stations__gt=0), name="consent_stations"),
        ]


class ConsentStep(models.Model):
    """One step with a host: the note that went, the answer that came, what it said. Never altered."""

    consent = models.ForeignKey(HostConsent, on_delete=models.PROTECT, related_name="+")
    step = models.CharField(max_length=8)
    state = models.CharField(max_length=12)
    """The state to which it led."""
    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, null=True, related_name="+")
    note_number = models.CharField(max_length=80, blank=True)
    note_date = models.DateField()
    text = models.CharField(max_length=1000, blank=True)
    """The conditions, the reason, or what was settled and by whom at the host."""
    file = models.CharField(max_length=64, blank=True)
    """SHA-256 of the paper."""
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["consent", "at"], name="consent_steps_in_order")]


class MissionChange(models.Model):
    """One fact of a mission's record as it was and as it became. Never altered."""

    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, related_name="+")
    field = models.CharField(max_length=24)
    before = models.CharField(max_length=300, blank=True)
    after = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
