"""The worked example of docs/log-format.md is computed anew."""

import re
from pathlib import Path

from legation_core.integrity import keys, leaf, receipts, tree

PAGE = (Path(__file__).parents[3] / "docs/log-format.md").read_text(encoding="utf-8")
LEAVES, HASHES, KEY, RECEIPT = re.findall(r"```\n(.*?)```", PAGE, re.DOTALL)


def test_the_leaves_are_read_and_hashed_as_written() -> None:
    octets = [line.encode() for line in LEAVES.splitlines()]
    for one in octets:
        leaf.read_leaf(one)
    hashes = [tree.leaf_hash(one) for one in octets]
    assert [one.hex() for one in (*hashes, tree.root(hashes))] == HASHES.split()


def test_the_commitment_opens_with_the_salt_that_is_named() -> None:
    committed = leaf.read_leaf(LEAVES.splitlines()[0].encode()).private
    assert committed == leaf.commit(b"\x01" * 32, {"person": "p1"})


def test_the_receipt_proves_the_first_leaf() -> None:
    receipt = receipts.parse(RECEIPT)
    receipts.verify(receipt, LEAVES.splitlines()[0].encode(), keys.parse_key(KEY.strip()))
    assert (receipt.index, receipt.checkpoint.root.hex()) == (0, HASHES.split()[2])
