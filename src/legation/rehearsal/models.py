"""The demonstration's clock and the sign-in links of its cast. These tables exist in demonstrations only."""

from django.db import models


class DemonstrationClock(models.Model):
    """Election time of the demonstration. One row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    at = models.DateTimeField()
    script = models.CharField(max_length=40)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_demonstration_clock")]


class CastMember(models.Model):
    """Somebody a visitor may act as, by a link that only this demonstration knows."""

    person = models.CharField(max_length=40, primary_key=True)
    token = models.CharField(max_length=40, unique=True)
    order = models.PositiveSmallIntegerField()
    does = models.CharField(max_length=200)
