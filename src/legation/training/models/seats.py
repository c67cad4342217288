"""Who is asked to a seminar, what was answered, and who comes."""

from django.db import models
from django.db.models import Q

from legation.training.models.planning import Seminar, SeminarSession


class Seat(models.Model):
    """An invitation to the representative of a mission, the chair of a district or a unit.

    Answers: none, yes, no, substitute.
    """

    seminar = models.ForeignKey(Seminar, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=16)
    of = models.CharField(max_length=120)
    """Code of the mission, number of the district, or name of the unit."""
    session = models.ForeignKey(SeminarSession, on_delete=models.PROTECT, null=True, related_name="+")
    answer = models.CharField(max_length=12, default="none")
    reason = models.CharField(max_length=300, blank=True)
    invited_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    basis = models.CharField(max_length=12, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seminar", "kind", "of"], name="seat_once"),
            models.CheckConstraint(condition=Q(kind__in=["representative", "chair", "unit"]), name="seat_kind_known"),
            models.CheckConstraint(
                condition=Q(answer="none", answered_at__isnull=True)
                | (Q(answer__in=["yes", "no", "substitute"]) & Q(answered_at__isnull=False)),
                name="seat_answered_at_an_instant",
            ),
        ]


class Participant(models.Model):
    """Who comes in a seat, or with it. Told by whoever answered; never public. States: coming, withdrawn."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=16, unique=True)
    """What the conference server knows them by."""
    name = models.CharField(max_length=120)
    substitute = models.BooleanField(default=False)
    further = models.BooleanField(default=False)
    """Comes beside whoever holds the seat."""
    station = models.CharField(max_length=40, blank=True)
    function = models.CharField(max_length=16, blank=True)
    """In the commission of that station."""
    basis = models.CharField(max_length=12, blank=True)
    added_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(function__in=["", "chair", "secretary", "member"]), name="participant_function_known"
            ),
            models.CheckConstraint(
                condition=Q(function="", station="") | (~Q(function="") & ~Q(station="")),
                name="participant_serves_at_a_station",
            ),
            models.UniqueConstraint(
                fields=["seat"], condition=Q(withdrawn_at__isnull=True, further=False), name="one_holds_the_seat"
            ),
        ]
