"""Seminars as they are planned: aims, agenda, who speaks, the sessions."""

from django.db import models
from django.db.models import F, Q

from legation.plan.models import Election, Jurisdiction


class Seminar(models.Model):
    """A seminar of the institutions for those who hold the election abroad. States: docs/states/seminar.md."""

    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, related_name="+")
    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=16, unique=True)
    state = models.CharField(max_length=12)
    names = models.JSONField()
    aims = models.JSONField()
    """Texts by language, as are the names."""
    languages = models.JSONField()
    """The languages in which it is held."""
    days = models.JSONField()
    """Days that come into question, by the home clock."""
    length = models.PositiveSmallIntegerField()
    opens = models.PositiveSmallIntegerField()
    closes = models.PositiveSmallIntegerField()
    """Civil hours in minutes after midnight, kept as they were when it was planned."""
    missions = models.CharField(max_length=12)
    chairs = models.BooleanField()
    units = models.JSONField()
    """The audience by rule: `legation_core.training.audience`."""
    share = models.PositiveSmallIntegerField()
    """Of a hundred minutes so many make an attendance; of a hundred questions so many pass a test."""
    room = models.CharField(max_length=16, blank=True)
    """Where it is held: `bigbluebutton`, `jitsi`, `link`, or not said yet."""
    link = models.CharField(max_length=500, blank=True)
    answer_by = models.DateTimeField(null=True)
    planned_at = models.DateTimeField()
    invited_at = models.DateTimeField(null=True)
    invited_by = models.CharField(max_length=40, blank=True)
    invited_as = models.CharField(max_length=40, blank=True)
    """The person and the role by whose standing order invitees are reminded."""
    source = models.CharField(max_length=500, blank=True)
    basis = models.CharField(max_length=12, blank=True)
    """`published`, `invented` (demonstration only); empty where it is decided here."""

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["planned", "invited", "held", "cancelled"]), name="seminar_state_known"
            ),
            models.CheckConstraint(
                condition=Q(missions__in=["with_station", "every", "none"]), name="seminar_audience_known"
            ),
            models.CheckConstraint(
                condition=Q(room__in=["", "bigbluebutton", "jitsi"], link="") | (Q(room="link") & ~Q(link="")),
                name="seminar_room_known",
            ),
            models.CheckConstraint(condition=Q(length__gt=0, opens__lt=F("closes")), name="seminar_hours"),
            models.CheckConstraint(condition=Q(share__gt=0, share__lte=100), name="seminar_share"),
            models.CheckConstraint(
                condition=Q(state__in=["planned", "cancelled"]) | Q(invited_at__isnull=False), name="seminar_invited"
            ),
        ]
        indexes = [models.Index(fields=["election", "planned_at"], name="seminars_of_an_election")]


class Module(models.Model):
    """A part of the agenda with its material."""

    seminar = models.ForeignKey(Seminar, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=16, unique=True)
    order = models.PositiveSmallIntegerField()
    names = models.JSONField()
    minutes = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)
    file = models.CharField(max_length=64, blank=True)
    """SHA-256 of the material."""
    file_name = models.CharField(max_length=120, blank=True)
    basis = models.CharField(max_length=12, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seminar", "order"], name="module_order"),
            models.CheckConstraint(condition=Q(minutes__gt=0), name="module_takes_time"),
        ]


class SeminarSession(models.Model):
    """A meeting of the seminar: the same agenda for those whom its hours suit."""

    seminar = models.ForeignKey(Seminar, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    room = models.CharField(max_length=24, unique=True)
    """The meeting's name at the conference server; nobody can guess it."""
    basis = models.CharField(max_length=12, blank=True)
    opened_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seminar", "number"], name="session_number"),
            models.CheckConstraint(condition=Q(starts_at__lt=F("ends_at")), name="session_ends_after_it_starts"),
        ]


class Speaker(models.Model):
    """Who speaks in every session, or stands in for somebody who does."""

    seminar = models.ForeignKey(Seminar, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=16, unique=True)
    order = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    function = models.CharField(max_length=200)
    body = models.CharField(max_length=64)
    """Key of the body for which they speak."""
    zone = models.CharField(max_length=64)
    any_hour = models.BooleanField(default=False)
    stands_in_for = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    source = models.CharField(max_length=500, blank=True)
    basis = models.CharField(max_length=12, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seminar", "order"], name="speaker_order")]
