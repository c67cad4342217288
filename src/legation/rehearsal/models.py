"""The demonstration's clock, what its script did, and the links of its cast. In demonstrations only."""

from django.db import models
from django.db.models import F, Q


class DemonstrationClock(models.Model):
    """Election time of the demonstration. One row. States: still (`target` empty), moving towards `target`."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    at = models.DateTimeField()
    target = models.DateTimeField(null=True)
    script = models.CharField(max_length=40)
    seed = models.CharField(max_length=40, default="1")
    generation = models.PositiveIntegerField(default=1)
    """How often the demonstration was built in this place: its log has another origin each time."""

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="one_demonstration_clock"),
            models.CheckConstraint(
                condition=Q(target__isnull=True) | Q(target__gte=F("at")), name="demonstration_clock_moves_on"
            ),
        ]


class PlayedScene(models.Model):
    """What became of a scene of the script. States: played; of its steps some may have been passed over."""

    code = models.CharField(max_length=80, primary_key=True)
    at = models.DateTimeField()
    done = models.PositiveIntegerField()
    passed_over = models.JSONField(default=list)
    """Steps that were refused or found nothing to act on: `where`, and the `code` and `facts` of the problem."""
    first_record = models.PositiveBigIntegerField()
    records = models.PositiveIntegerField()


class CastMember(models.Model):
    """Somebody a visitor may act as, by a link that only this demonstration knows."""

    person = models.CharField(max_length=40, primary_key=True)
    token = models.CharField(max_length=40, unique=True)
    order = models.PositiveSmallIntegerField()
    does = models.CharField(max_length=200)
