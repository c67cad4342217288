"""Protocols and the files they came from."""

from django.db import models
from django.db.models import Q

from legation.plan.models import Election
from legation.stations.models import Station


class ProtocolImport(models.Model):
    """One bringing in of protocols from published files. Never altered."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=16, unique=True)
    contest = models.CharField(max_length=40)
    form = models.CharField(max_length=60)
    digests = models.JSONField()
    """SHA-256 of the map and of each file, in the order in which they were given."""
    options = models.JSONField()
    at = models.DateTimeField()


class StationProtocol(models.Model):
    """One version of the protocol of a station. States: final; superseded, where a later version stands in its place.

    Figures are never altered: what a station mended is a version of its own.
    """

    brought = models.ForeignKey(ProtocolImport, on_delete=models.PROTECT, related_name="+")
    station = models.ForeignKey(Station, on_delete=models.PROTECT, related_name="+")
    contest = models.CharField(max_length=40)
    form = models.CharField(max_length=60)
    version = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12)
    values = models.JSONField()
    votes = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["station", "contest", "version"], name="protocol_version_once"),
            models.UniqueConstraint(
                fields=["station", "contest"], condition=Q(state="final"), name="protocol_stands_once"
            ),
            models.CheckConstraint(condition=Q(state__in=["final", "superseded"]), name="protocol_state_known"),
            models.CheckConstraint(condition=Q(version__gt=0), name="protocol_version_above_zero"),
        ]
