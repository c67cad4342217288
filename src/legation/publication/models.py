"""Frozen documents, and which of them were public when."""

from django.db import models

from legation.plan.models import Election
from legation_core.network.history import Measure, Precision, Stage


class Document(models.Model):
    """Canonical octets named by their SHA-256. Same octets are kept once; nothing here is ever altered."""

    digest = models.CharField(max_length=64, primary_key=True)
    octets = models.BinaryField()


class Publishing(models.Model):
    """That an election is published: who ordered it, and whether the worker follows every change.

    States: ordered; followed or not. The row is the lock under which an election is frozen.
    """

    election = models.OneToOneField(Election, on_delete=models.PROTECT, primary_key=True, related_name="+")
    person = models.CharField(max_length=40)
    """Who gave the order: a person's code, never published."""
    role = models.CharField(max_length=40)
    follows = models.BooleanField(default=True)


class Freezing(models.Model):
    """One freezing of an election: its manifest names every document that was public from then on. Never altered."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    manifest = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["election", "number"], name="freezing_once")]


class EarlierFigure(models.Model):
    """One number that a source gives of an earlier election. Kept beside an election to compare; replaced as a whole.

    States: kept.
    """

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    """The election beside which it is told."""
    earlier = models.CharField(max_length=40)
    """What names the earlier election in the table it came in."""
    names = models.JSONField()
    day = models.DateField()
    measure = models.CharField(max_length=20, choices=[(one, one) for one in Measure])
    value = models.PositiveIntegerField()
    precision = models.CharField(max_length=20, choices=[(one, one) for one in Precision])
    stage = models.CharField(max_length=20, choices=[(one, one) for one in Stage])
    source = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["election", "earlier", "measure", "source"], name="earlier_figure_once")
        ]
