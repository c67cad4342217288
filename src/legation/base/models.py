"""When each timed job last ran, what work is owed, and which files are kept."""

from django.db import models


class TimedRun(models.Model):
    """The last run of a timed job, by real time; none yet while `ran_at` is empty."""

    name = models.CharField(max_length=64, primary_key=True)
    ran_at = models.DateTimeField(null=True)


class StoredFile(models.Model):
    """A file kept by its content. States: kept; the octets lie under FILES_DIR by their SHA-256."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    kind = models.CharField(max_length=16)
    size = models.PositiveBigIntegerField()
    name = models.CharField(max_length=200)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(size__gt=0), name="stored_file_not_empty")]


class QueuedJob(models.Model):
    """Work owed once. States: waiting, taken until `taken_until` (real time), given up. What is done is deleted."""

    name = models.CharField(max_length=64)
    code = models.CharField(max_length=200)
    enqueued_at = models.DateTimeField()
    taken_until = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    given_up = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "code"], name="queued_once")]
        indexes = [models.Index(fields=["given_up", "id"], name="queued_waiting")]


class Draft(models.Model):
    """What an account typed into the form at an address and did not send. States: kept; deleted once done or old."""

    account = models.CharField(max_length=150)
    address = models.CharField(max_length=200)
    fields = models.TextField()
    """JSON: each field's name with its values."""
    kept_at = models.DateTimeField()
    """By real time."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "address"], name="one_draft_a_form")]
        indexes = [models.Index(fields=["kept_at"], name="draft_by_age")]
