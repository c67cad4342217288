"""The law that was adopted and the elections opened under it."""

from django.db import models
from django.db.models import F, Q


class Jurisdiction(models.Model):
    """A country whose election law and institutions stand behind elections. Made with its first lawbook."""

    code = models.CharField(max_length=16, primary_key=True)
    names = models.JSONField()
    home_zone = models.CharField(max_length=64)


class LawbookVersion(models.Model):
    """One version of a lawbook. States: proposed, adopted (both by persons of the commission, two of them)."""

    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    version = models.CharField(max_length=40)
    octets = models.BinaryField()
    proposed_by = models.CharField(max_length=40)
    proposed_at = models.DateTimeField()
    adopted_by = models.CharField(max_length=40, blank=True)
    adopted_at = models.DateTimeField(null=True)
    decision = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(adopted_by="", adopted_at__isnull=True) | (~Q(adopted_by="") & Q(adopted_at__isnull=False)),
                name="lawbook_adopted_whole",
            ),
            models.CheckConstraint(condition=~Q(adopted_by=F("proposed_by")), name="lawbook_adopted_by_another"),
        ]


class Election(models.Model):
    """An election opened under an adopted lawbook. States: open."""

    code = models.CharField(max_length=40, primary_key=True)
    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, related_name="+")
    lawbook = models.ForeignKey(LawbookVersion, on_delete=models.PROTECT, related_name="+")
    names = models.JSONField()
    kind = models.CharField(max_length=40)
    called_on = models.DateField()
    day_set_on = models.DateField()
    election_day = models.DateField()
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(election_day__gt=F("called_on")), name="election_after_its_call")
        ]


class District(models.Model):
    """A home district that may carry stations abroad in this election."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=16)
    names = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["election", "number"], name="district_once_an_election")]


class Overruling(models.Model):
    """A refusal of a rule that the named body let pass by decision. States: waiting, used (`used_at`); once each."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=8)
    """The code of the refusal."""
    subject = models.CharField(max_length=80)
    decision = models.CharField(max_length=80)
    reason = models.CharField(max_length=300)
    at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["election", "code", "subject"], condition=Q(used_at__isnull=True), name="overruling_waits_once"
            ),
            models.CheckConstraint(
                condition=~Q(decision="") & ~Q(reason="") & (Q(used_at__isnull=True) | Q(used_at__gte=F("at"))),
                name="overruling_whole",
            ),
        ]
