"""Short tests of modules, their results, and certificates."""

from django.db import models
from django.db.models import F, Q

from legation.plan.models import Election
from legation.training.models.planning import Module
from legation.training.models.seats import Participant


class ModuleQuestion(models.Model):
    """A question of a module's test. Texts by language; `right` are the places of its right choices."""

    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveSmallIntegerField()
    texts = models.JSONField()
    choices = models.JSONField()
    """A list of texts by language."""
    right = models.JSONField()
    feedback = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["module", "order"], name="test_question_order")]


class ModuleResult(models.Model):
    """One try at a module's test."""

    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    module = models.ForeignKey(Module, on_delete=models.PROTECT, related_name="+")
    given = models.JSONField()
    right = models.PositiveSmallIntegerField()
    of = models.PositiveSmallIntegerField()
    passed = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(right__lte=F("of")), name="test_result_within")]


class Certificate(models.Model):
    """That a participant was trained. The holder's name stands on the paper; here only a digest of it with the code."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    participant = models.OneToOneField(Participant, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    code = models.CharField(max_length=24, unique=True)
    holder = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["election", "number"], name="certificate_number_once")]
