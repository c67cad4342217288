"""The log as rows: its head, its leaves, the parts that are not public, and the signed checkpoints."""

from django.db import models

from legation_core.integrity.canonical import MAX_BYTES


class Head(models.Model):
    """The one row that orders all acts: locked last, it gives the next index."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    size = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_head")]


class Leaf(models.Model):
    """One record of one act. `octets` is the truth; the other columns are copies for searching."""

    index = models.PositiveBigIntegerField(primary_key=True)
    octets = models.BinaryField(max_length=MAX_BYTES)
    hash = models.BinaryField(max_length=32)
    kind = models.CharField(max_length=40)
    at = models.DateTimeField()
    jurisdiction = models.CharField(max_length=16, blank=True)
    election = models.CharField(max_length=40, blank=True)
    subject = models.CharField(max_length=120, blank=True)
    """What the act is about, e.g. `station:tabriz-1`: the history of a thing is read by it."""

    class Meta:
        indexes = [
            models.Index(fields=["jurisdiction", "election", "index"], name="leaf_by_election"),
            models.Index(fields=["election", "subject", "index"], name="leaf_by_subject"),
            models.Index(fields=["election", "kind", "index"], name="leaf_by_kind"),
        ]


class PrivatePart(models.Model):
    """What of a record is never public, with its salt. Erasing the row breaks nothing: the leaf holds its hash only."""

    leaf = models.OneToOneField(Leaf, on_delete=models.PROTECT, primary_key=True, related_name="private_part")
    salt = models.BinaryField(max_length=32)
    octets = models.BinaryField()


class SealedPart(models.Model):
    """The public part of a record that opens with a publication. States: sealed, opened."""

    leaf = models.OneToOneField(Leaf, on_delete=models.PROTECT, primary_key=True, related_name="sealed_part")
    salt = models.BinaryField(max_length=32)
    octets = models.BinaryField()
    opened_at = models.DateTimeField(null=True)


class Checkpoint(models.Model):
    """A signed statement of the log's size and root, with what is needed to grow the tree from there."""

    size = models.PositiveBigIntegerField(primary_key=True)
    root = models.BinaryField(max_length=32)
    nodes = models.BinaryField()
    """The compact range: 32 octets a node, left to right."""
    note = models.TextField()
    signed_at = models.DateTimeField()


class TileHash(models.Model):
    """The root of a full tile: hash `index` of `level`, counted from 1. Computed from the leaves; never changes."""

    level = models.PositiveSmallIntegerField()
    index = models.PositiveBigIntegerField()
    hash = models.BinaryField(max_length=32)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["level", "index"], name="one_hash_a_tile"),
            models.CheckConstraint(condition=models.Q(level__gte=1), name="tile_hash_above_leaves"),
        ]
