"""Receipts: text that proves one record without the log, and every text that is none."""

import pytest

from legation_core.integrity import checkpoint, proofs, receipts
from legation_core.integrity.keys import Key
from legation_core.integrity.tree import FullTree, leaf_hash
from legation_core.problems import Refused
from tests.core.integrity.signing import key_of, signer_of

RECORDS = [b"%d" % number for number in range(7)]
TREE = FullTree(leaf_hash(record) for record in RECORDS)
SEED, ORIGIN = b"l" * 32, "log.example"
KEY = key_of(ORIGIN, SEED)
NOTE = checkpoint.sign(checkpoint.body(ORIGIN, 7, TREE.root()), ORIGIN, KEY.public_key, signer_of(SEED))
TEXT = receipts.write(3, proofs.inclusion(3, 7, TREE.hash_at), checkpoint.parse(NOTE))
HASH = TEXT.splitlines()[2]
NO_RECEIPT = {
    "empty": "",
    "extra data that are not Base 64": TEXT.replace("index 3", "extra !\nindex 3"),
    "extra data twice": TEXT.replace("index 3", "extra aGVsbG8=\nextra aGVsbG8=\nindex 3"),
    "another format": TEXT.replace("@v1", "@v2"),
    "no index": TEXT.replace("index 3\n", ""),
    "a leading zero": TEXT.replace("index 3", "index 03"),
    "a negative index": TEXT.replace("index 3", "index -3"),
    "digits of another script": TEXT.replace("index 3", "index \u0663"),
    "no empty line": TEXT.partition("\n\n")[0],
    "a hash too short": TEXT.replace(HASH, "AAAA"),
    "a hash that is not Base 64": TEXT.replace(HASH, "!" * 44),
    "64 hashes": TEXT.replace(HASH, "\n".join([HASH] * 62)),
    "line ends of another system": TEXT.replace("\n", "\r\n"),
}


def test_the_text_is_the_specified_one() -> None:
    lines = TEXT.split("\n")
    assert lines[:2] == ["c2sp.org/tlog-proof@v1", "index 3"]
    assert (len(lines[2:5]), lines[5]) == (3, "")
    assert "\n".join(lines[6:]) == NOTE


def test_a_receipt_is_read_back_and_verifies() -> None:
    receipt = receipts.parse(TEXT)
    assert receipts.write(receipt.index, receipt.proof, receipt.checkpoint) == TEXT
    receipts.verify(receipt, RECORDS[3], KEY)
    receipts.verify(receipt, RECORDS[3], None)


def test_extra_data_of_other_programs_are_read_over() -> None:
    assert receipts.parse(TEXT.replace("index 3", "extra aGVsbG8=\nindex 3")) == receipts.parse(TEXT)


@pytest.mark.parametrize("text", NO_RECEIPT.values(), ids=NO_RECEIPT)
def test_no_receipt(text: str) -> None:
    with pytest.raises(Refused, match="V080"):
        receipts.parse(text)


@pytest.mark.parametrize(
    ("record", "key", "code"),
    [
        (RECORDS[4], KEY, "V064"),
        (RECORDS[3], key_of(ORIGIN, b"s" * 32), "V081"),
        (RECORDS[3], key_of("other.example", SEED), "V102"),
    ],
    ids=["another record", "a stranger's key", "the key of another log"],
)
def test_a_receipt_is_refused(record: bytes, key: Key, code: str) -> None:
    with pytest.raises(Refused) as refused:
        receipts.verify(receipts.parse(TEXT), record, key)
    assert refused.value.code == code


@pytest.mark.parametrize("index", [7, 2**63 - 1])
def test_a_record_beyond_the_checkpoint_is_refused(index: int) -> None:
    with pytest.raises(Refused, match="V061"):
        receipts.verify(receipts.parse(TEXT.replace("index 3", f"index {index}")), RECORDS[3], KEY)
