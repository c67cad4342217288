"""Gates of readiness that a person set."""

from django.db import models
from django.db.models import Q

from legation.missions.models import Mission
from legation.plan.models import Election


class GateSetting(models.Model):
    """One setting of a gate by hand. The newest of a mission and gate counts; earlier ones stay."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="+")
    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, related_name="+")
    gate = models.CharField(max_length=16)
    state = models.CharField(max_length=16)
    why = models.CharField(max_length=300)
    body = models.CharField(max_length=64)
    """The body that set it, by the lawbook."""
    name = models.CharField(max_length=120)
    """Who set it, for staff pages; in no record."""
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(gate__in=["commission", "training", "list", "material", "link"]),
                name="gate_set_by_hand_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["met", "under_way", "stopped", "not_known"]), name="gate_set_as_known"
            ),
            models.CheckConstraint(condition=~Q(why=""), name="gate_set_for_a_reason"),
        ]
        indexes = [models.Index(fields=["election", "at"], name="gates_of_an_election")]
