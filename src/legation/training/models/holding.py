"""What happened in the sessions: who came and went, who was there, what was asked."""

from django.db import models
from django.db.models import Q

from legation.training.models.planning import SeminarSession
from legation.training.models.seats import Participant, Seat


class RoomEvent(models.Model):
    """A join or a leave that the conference server told, once however often it tells it."""

    session = models.ForeignKey(SeminarSession, on_delete=models.PROTECT, related_name="+")
    person = models.CharField(max_length=32)
    connection = models.CharField(max_length=80)
    joined = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "person", "connection", "joined", "at"], name="room_event_once")
        ]


class Attendance(models.Model):
    """For how long somebody took part in a session. Source: the server's events, or a hand."""

    session = models.ForeignKey(SeminarSession, on_delete=models.PROTECT, related_name="+")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    minutes = models.PositiveSmallIntegerField()
    enough = models.BooleanField()
    source = models.CharField(max_length=8)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "participant"], name="attendance_once"),
            models.CheckConstraint(condition=Q(source__in=["events", "hand"]), name="attendance_source_known"),
        ]


class SeminarQuestion(models.Model):
    """What somebody asked before or in a session. States: open, answered."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=16, unique=True)
    text = models.TextField()
    asked_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    inquiry = models.CharField(max_length=16, blank=True)
    """Code of the inquiry that it became: then the answer is that inquiry's."""
    basis = models.CharField(max_length=12, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="seminar_question_answered_at_an_instant",
            )
        ]
