"""Protocols and the files they came from."""

from django.db import models
from django.db.models import F, Q

from legation.plan.models import Election
from legation.stations.models import Station
from legation_core.protocol.states import State

STATES = [one.value for one in State]


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
    """One version of the protocol of a station, brought in from a file or led from the paper to final.

    States: final; superseded, where a later version stands in its place; invalidated by decision.

    Figures are never altered: what a station mended is a version of its own.
    """

    brought = models.ForeignKey(ProtocolImport, null=True, on_delete=models.PROTECT, related_name="+")
    """Empty where it was entered here."""
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
            models.CheckConstraint(
                condition=Q(state__in=["final", "superseded", "invalidated"]), name="protocol_state_known"
            ),
            models.CheckConstraint(condition=Q(version__gt=0), name="protocol_version_above_zero"),
        ]


class ProtocolEntry(models.Model):
    """One version of the protocol of a station on its way from the paper. States: docs/states/protocol.md.

    Readings are kept as they were handed in; what both say, or what was settled, stands beside them.
    """

    station = models.ForeignKey(Station, on_delete=models.PROTECT, related_name="+")
    contest = models.CharField(max_length=40)
    form = models.CharField(max_length=60)
    version = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12)
    claimed_by = models.CharField(max_length=40, blank=True)
    claimed_until = models.DateTimeField(null=True)
    first = models.JSONField(null=True)
    first_by = models.CharField(max_length=40, blank=True)
    second = models.JSONField(null=True)
    second_by = models.CharField(max_length=40, blank=True)
    settled_by = models.CharField(max_length=40, blank=True)
    agreed = models.JSONField(null=True)
    accepted_by = models.CharField(max_length=40, blank=True)
    reason = models.TextField(blank=True)
    witnesses = models.TextField(blank=True)
    explanations = models.JSONField(default=dict)
    """What the commission says of a relation that asks for it, by the relation's code."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["station", "contest", "version"], name="entry_version_once"),
            models.UniqueConstraint(
                fields=["station", "contest"], condition=~Q(state="superseded"), name="entry_on_its_way_once"
            ),
            models.CheckConstraint(condition=Q(state__in=STATES), name="entry_state_known"),
            models.CheckConstraint(condition=Q(version__gt=0), name="entry_version_above_zero"),
            models.CheckConstraint(
                condition=Q(claimed_by="", claimed_until=None) | (~Q(claimed_by="") & Q(claimed_until__isnull=False)),
                name="entry_claim_whole",
            ),
            models.CheckConstraint(
                condition=Q(second_by="") | ~Q(second_by=F("first_by")), name="entry_read_by_two_persons"
            ),
            models.CheckConstraint(
                condition=Q(settled_by="") | (~Q(settled_by=F("first_by")) & ~Q(settled_by=F("second_by"))),
                name="entry_settled_by_a_third",
            ),
        ]


class ResultPublication(models.Model):
    """Results of a contest as they were published, whole. Never altered; a later publication stands in its place.

    States, in this order: preliminary, final, confirmed.
    """

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    contest = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    stage = models.CharField(max_length=12)
    at = models.DateTimeField()
    digest = models.CharField(max_length=64)
    """SHA-256 of the document."""
    octets = models.BinaryField()
    """The document, canonical."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["election", "contest", "number"], name="results_published_once"),
            models.CheckConstraint(
                condition=Q(stage__in=["preliminary", "final", "confirmed"]), name="results_stage_known"
            ),
        ]
