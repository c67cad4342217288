"""Files that people bring: who brought which, and how far the worker has come with it."""

from django.db import models


class Bringing(models.Model):
    """One file brought in. States: checking, wrong, in_order, keeping, kept.

    checking -> in_order or wrong by the worker; in_order -> keeping by the person who looked at it; keeping -> kept or
    wrong by the worker. `person` to `scope_code` are the role in which it was brought. Instants are real.
    """

    token = models.CharField(max_length=24, primary_key=True)
    what = models.CharField(max_length=32)
    election = models.CharField(max_length=40, blank=True)
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    state = models.CharField(max_length=16, default="checking")
    found = models.JSONField(default=dict)
    brought_at = models.DateTimeField()
    person = models.CharField(max_length=40)
    role = models.CharField(max_length=40)
    jurisdiction = models.CharField(max_length=16)
    scope_kind = models.CharField(max_length=16)
    scope_code = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["checking", "wrong", "in_order", "keeping", "kept"]),
                name="bringing_state_known",
            )
        ]
