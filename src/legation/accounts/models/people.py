"""Persons and the roles granted to them."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class UserManager(BaseUserManager["User"]):
    """Accounts are made by recorded acts; there is no open sign-up."""


class User(AbstractBaseUser):
    """An account of a natural person. States: active, locked (`is_active` false)."""

    code = models.CharField(max_length=40, unique=True)
    person = models.CharField(max_length=40, default="")
    """The natural person's code, one's own by default. Not unique: accounts of one person share it, and persons are
    what four eyes count. Two codes become one by a recorded act, and never two again."""
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=8, default="en")
    is_active = models.BooleanField(default=True)
    jurisdiction = models.CharField(max_length=16, blank=True)
    telephone = models.CharField(max_length=16, blank=True)
    """The number that headquarters calls back when the person is locked out."""
    telephone_at = models.DateTimeField(null=True)

    USERNAME_FIELD = "code"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = UserManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(code=""), name="user_has_a_code"),
            models.CheckConstraint(condition=~models.Q(person=""), name="user_is_a_person"),
            models.CheckConstraint(
                condition=models.Q(telephone="", telephone_at__isnull=True)
                | (~models.Q(telephone="") & models.Q(telephone_at__isnull=False)),
                name="user_telephone_has_its_instant",
            ),
        ]

    def save(self, *args: Any, **named: Any) -> None:
        """A new account is of a person of its own."""
        self.person = self.person or self.code
        super().save(*args, **named)


class RoleGrant(models.Model):
    """One role of one person in one scope. States: to come, in force, ended (`until` passed)."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=40)
    jurisdiction = models.CharField(max_length=16)
    election = models.CharField(max_length=40, blank=True)
    scope_kind = models.CharField(max_length=16)
    scope_code = models.CharField(max_length=96)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    given_by = models.CharField(max_length=40, blank=True)
    given_body = models.CharField(max_length=40, blank=True)
    """Who gave it, and the body for which they acted; empty for grants made before this was kept."""
    ended_by = models.CharField(max_length=40, blank=True)
    ended_body = models.CharField(max_length=40, blank=True)
    ended_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "jurisdiction", "election", "scope_kind", "scope_code", "since"],
                name="grant_once",
            ),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")), name="grant_ends_after"
            ),
            models.CheckConstraint(
                condition=models.Q(ended_by="", ended_body="", ended_reason="")
                | (~models.Q(ended_by="") & ~models.Q(ended_reason="") & models.Q(until__isnull=False)),
                name="grant_ended_whole",
            ),
        ]
        indexes = [models.Index(fields=["user", "since"], name="grant_by_user")]
