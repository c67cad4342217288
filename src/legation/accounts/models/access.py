"""What people sign in with, beside the passkeys and apps that django-allauth keeps; personal, never public."""

from django.db import models

from legation.accounts.models.people import User


class Invitation(models.Model):
    """Lets one person set up how to sign in. States: open, used, withdrawn, expired (docs/states/account.md)."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=16)
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.CharField(max_length=40)
    made = models.DateTimeField()
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True)
    withdrawn = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(used__isnull=True) | models.Q(withdrawn__isnull=True),
                name="invitation_used_or_withdrawn",
            ),
            models.UniqueConstraint(
                fields=["user"],
                condition=models.Q(used__isnull=True, withdrawn__isnull=True),
                name="invitation_one_a_person",
            ),
        ]


class PrintedCode(models.Model):
    """A one-time code on paper. States: unused, used."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    used = models.DateTimeField(null=True)


class Attempt(models.Model):
    """A try that failed, by real time; names are kept as keyed hashes, because people type passwords there."""

    account = models.CharField(max_length=64)
    address = models.CharField(max_length=45)
    step = models.CharField(max_length=8)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["account", "address", "at"], name="attempt_by_account"),
            models.Index(fields=["address", "at"], name="attempt_by_address"),
        ]


class SignedIn(models.Model):
    """A session of a person. States: going on, ended."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=40, unique=True)
    method = models.CharField(max_length=16)
    address = models.CharField(max_length=45)
    device = models.CharField(max_length=120)
    since = models.DateTimeField()
    seen = models.DateTimeField()
    ended = models.DateTimeField(null=True)


class KnownIdentity(models.Model):
    """Whom an institution's own sign-in names. States: in force, ended."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    issuer = models.CharField(max_length=200)
    subject = models.CharField(max_length=200)
    ended = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "subject"], condition=models.Q(ended__isnull=True), name="identity_of_one_person"
            )
        ]


class CallBack(models.Model):
    """A re-enrolment asked for. States: asked, confirmed, refused, expired (docs/states/account.md)."""

    code = models.CharField(max_length=16, unique=True)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    called = models.CharField(max_length=16)
    asked_by = models.CharField(max_length=40)
    asked_role = models.CharField(max_length=40)
    asked = models.DateTimeField()
    confirmed_by = models.CharField(max_length=40, blank=True)
    confirmed = models.DateTimeField(null=True)
    refused_by = models.CharField(max_length=40, blank=True)
    refused = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(confirmed_by=models.F("asked_by")), name="call_back_has_two_persons"
            ),
            models.CheckConstraint(
                condition=models.Q(confirmed__isnull=True) | models.Q(refused__isnull=True), name="call_back_ends_once"
            ),
        ]
