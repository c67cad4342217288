"""Acts by two persons."""

from django.db import models
from django.db.models import F, Q

from legation.accounts.models.people import User


class JointAct(models.Model):
    """An act with its two persons. States: docs/states/joint-act.md, of which `ended` and `due` decide.

    Persons are natural persons by code, as they were counted when they acted.
    """

    code = models.CharField(max_length=16, unique=True)
    act = models.CharField(max_length=40)
    """As the lawbook calls it."""
    arguments = models.TextField()
    """Canonical JSON of what the act is done with."""
    open_key = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 of those that ended there is none
    """SHA-256 of jurisdiction, act and arguments while it waits: the same act waits once."""
    jurisdiction = models.CharField(max_length=16)
    election = models.CharField(max_length=40, blank=True)
    lawbook = models.CharField(max_length=64, blank=True)
    subject = models.CharField(max_length=80, blank=True)
    body = models.CharField(max_length=40)
    """The body that acts, as the lawbook calls it."""
    body_kind = models.CharField(max_length=24)
    confirmed_by_kind = models.CharField(max_length=24, blank=True)
    scopes = models.JSONField()
    """The scopes in which it lies: pairs of kind and code."""
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    proposed_by = models.CharField(max_length=40)
    proposed_role = models.CharField(max_length=40)
    proposed_scope = models.JSONField()
    proposed_at = models.DateTimeField()
    alone_because = models.CharField(max_length=300, blank=True)
    """Why it was done single-handed; empty for a proposal."""
    due = models.DateTimeField()
    ended = models.CharField(max_length=12, blank=True)
    ended_by = models.CharField(max_length=40, blank=True)
    ended_role = models.CharField(max_length=40, blank=True)
    ended_name = models.CharField(max_length=120, blank=True)
    ended_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    """Why it was refused."""

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended__in=["", "withdrawn", "lapsed"]) | ~Q(ended_by=F("proposed_by")),
                name="joint_act_has_two_persons",
            ),
            models.CheckConstraint(
                condition=Q(ended="", ended_by="", ended_at__isnull=True)
                | (Q(ended__in=["confirmed", "refused", "withdrawn"], ended_at__isnull=False) & ~Q(ended_by=""))
                | Q(ended="lapsed", ended_by="", ended_at__isnull=False),
                name="joint_act_ends_whole",
            ),
            models.CheckConstraint(
                condition=Q(ended="", open_key__isnull=False) | (~Q(ended="") & Q(open_key__isnull=True)),
                name="joint_act_is_open_or_ended",
            ),
            models.CheckConstraint(condition=~Q(ended="refused") | ~Q(reason=""), name="joint_act_refused_why"),
        ]
        indexes = [models.Index(fields=["jurisdiction", "ended", "proposed_at"], name="joint_act_by_jurisdiction")]
