"""Receipts cost the logarithm of the log, and are never given where the rows were altered."""

from datetime import UTC, datetime

import pytest

from legation.integrity import checkpoints, receipts, tiles
from legation.integrity.models import Checkpoint, Head, Leaf, TileHash
from legation_core.integrity import receipts as core
from legation_core.integrity import tree
from legation_core.problems import Refused

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def grow_to(size: int) -> None:
    """Leaves of no meaning: as many as make the log as long."""
    start = Head.objects.get().size
    octets = [b"%d" % index for index in range(start, size)]
    rows = [
        Leaf(index=index, octets=one, hash=tree.leaf_hash(one), kind="part_opened", at=AT)
        for index, one in enumerate(octets, start=start)
    ]
    Leaf.objects.bulk_create(rows, batch_size=500)
    Head.objects.update(size=size)
    checkpoints.sign_if_grown()


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Counts the hashes that the tree computes; the last item is how many."""
    count, sha256 = [0], tree.sha256

    def counting(octets: bytes) -> object:
        count[0] += 1
        return sha256(octets)

    monkeypatch.setattr(tree, "sha256", counting)
    return count


@pytest.mark.parametrize(
    ("size", "most_hashes", "most_queries"),
    [(512, 300, 5), (1_000, 520, 6), (4_096, 600, 6), (16_384, 600, 6), (65_536, 600, 7), (70_001, 1_000, 8)],
)
def test_a_receipt_costs_the_logarithm_of_the_log(
    hashed, django_assert_max_num_queries, size, most_hashes, most_queries
) -> None:
    grow_to(size)
    for index in (0, 255, 256, size // 2, size - 1):
        hashed[0] = 0
        with django_assert_max_num_queries(most_queries):
            text = receipts.receipt(index)
        assert hashed[0] <= most_hashes
        core.verify(core.parse(text), bytes(Leaf.objects.get(pk=index).octets), None)


def test_receipts_are_those_of_the_whole_tree() -> None:
    grow_to(1_300)
    whole = tree.FullTree(tree.leaf_hash(octets) for octets in checkpoints.leaf_octets(0, 1_300))
    kept = tiles.hashes(1_300)
    spans = [(level, index) for level in range(11) for index in range(1_300 >> level)]
    assert [kept.hash_at(*one) for one in spans] == [whole.hash_at(*one) for one in spans]


def test_hashes_of_a_log_signed_before_they_were_kept_are_computed_and_then_kept() -> None:
    grow_to(1_300)
    before = receipts.receipt(3)
    TileHash.objects.all().delete()
    assert receipts.receipt(3) == before
    grow_to(1_301)
    assert list(TileHash.objects.order_by("index").values_list("level", "index")) == [(1, index) for index in range(5)]


@pytest.mark.parametrize("altered", ["record", "hash beside a record", "hash of a tile", "root"])
def test_a_receipt_is_refused_where_a_row_was_altered(altered) -> None:
    grow_to(600)
    if altered == "record":
        Leaf.objects.filter(pk=3).update(octets=b"other")
    elif altered == "hash beside a record":
        Leaf.objects.filter(pk=2).update(hash=b"\0" * 32)
    elif altered == "hash of a tile":
        TileHash.objects.filter(level=1, index=1).update(hash=b"\0" * 32)
    else:
        note = Checkpoint.objects.get(size=600).note.splitlines()
        note[2] = "A" * 43 + "="
        Checkpoint.objects.filter(size=600).update(note="\n".join(note) + "\n")
    with pytest.raises(Refused) as refused:
        receipts.receipt(3)
    assert refused.value.code == "V914"


@pytest.mark.parametrize("index", [-1, 600])
def test_a_receipt_is_refused_beyond_the_checkpoint(index) -> None:
    grow_to(600)
    with pytest.raises(Refused) as refused:
        receipts.receipt(index)
    assert refused.value.code == "V910"
