"""docs/log-format.md: its worked example, verified as a stranger would from the page alone, and its table of codes.

Nothing of the core is used for that but the curve; then the core must say the same of the same octets.
"""

import json
import re
from base64 import b64decode, b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from legation_core.integrity import ed25519, keys, published, receipts
from legation_core.integrity.verify import Demands, verify
from legation_core.words import SENTENCES
from legation_core.words.integrity import SENTENCES as OF_INTEGRITY
from tests.core.integrity.signing import public_of, signer_of

PAGE = (Path(__file__).parents[3] / "docs/log-format.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE))
LEAVES = [line.encode() for line in BLOCKS["leaves"].splitlines()]
HASHES = [bytes.fromhex(line) for line in BLOCKS["hashes"].splitlines()]
NODE, ROOT = (bytes.fromhex(line) for line in BLOCKS["nodes"].splitlines())
LOG_KEY, WITNESS_KEY = BLOCKS["keys"].splitlines()
BUNDLE = b"".join(len(leaf).to_bytes(2, "big") + leaf for leaf in LEAVES)
SEEDS = {LOG_KEY: bytes([1] * 32), WITNESS_KEY: bytes([2] * 32)}
FILES = {
    "checkpoint": BLOCKS["checkpoint"].encode(),
    "tile/entries/000.p/3": BUNDLE,
    "tile/0/000.p/3": b"".join(HASHES),
    "opened/2.json": BLOCKS["opened"].rstrip("\n").encode(),
    "receipts/0.tlog-proof": BLOCKS["receipt"].encode(),
}


def node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def canonical(value: object) -> bytes:
    """Enough for the example, whose names are ASCII."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def text_of(note: str) -> str:
    return note.rpartition("\n\n")[0] + "\n"


def signature(note: str, name: str) -> bytes:
    """The octets of the one signature line of `name`."""
    (encoded,) = re.findall(rf"^\u2014 {re.escape(name)} (\S+)$", note, re.MULTILINE)
    return b64decode(encoded)


def key_of(line: str) -> tuple[str, bytes, int, bytes]:
    name, identity, encoded = line.split("+", 2)
    content = b64decode(encoded)
    return name, bytes.fromhex(identity), content[0], content[1:]


def test_the_leaves_are_canonical_and_as_long_as_said() -> None:
    assert [canonical(json.loads(leaf)) for leaf in LEAVES] == LEAVES
    first, second, third = map(len, LEAVES)
    assert f"They have {first}, {second} and {third} octets." in PAGE


def test_the_hashes_are_those_of_the_leaves() -> None:
    assert [sha256(b"\x00" + leaf).digest() for leaf in LEAVES] == HASHES


def test_the_nodes_are_those_of_the_hashes() -> None:
    assert (node(HASHES[0], HASHES[1]), node(NODE, HASHES[2])) == (NODE, ROOT)


def test_the_bundle_is_made_of_lengths_and_leaves() -> None:
    first, second, third = (len(leaf).to_bytes(2, "big").hex() for leaf in LEAVES)
    assert f"with `{first}`, `{second}` and `{third}` in front: {len(BUNDLE)} octets" in PAGE
    assert sha256(BUNDLE).hexdigest() == BLOCKS["bundle"].strip()


def test_the_commitments_open() -> None:
    assert '`{"person":"p1"}`' in PAGE
    assert json.loads(LEAVES[0])["private"] == sha256(bytes([1] * 32) + canonical({"person": "p1"})).hexdigest()
    opened = json.loads(FILES["opened/2.json"])
    salted = sha256(bytes.fromhex(opened["salt"]) + canonical(opened["public"])).hexdigest()
    assert (json.loads(LEAVES[opened["index"]])["public_commitment"], canonical(opened)) == (
        salted,
        FILES["opened/2.json"],
    )


@pytest.mark.parametrize("line", [LOG_KEY, WITNESS_KEY], ids=["log", "witness"])
def test_the_id_of_a_key_is_made_of_its_name_type_and_octets(line: str) -> None:
    name, identity, kind, octets = key_of(line)
    assert sha256(name.encode() + b"\n" + bytes([kind]) + octets).digest()[:4] == identity
    assert (kind, octets) == ({LOG_KEY: 1, WITNESS_KEY: 4}[line], public_of(SEEDS[line]))


@pytest.mark.parametrize(("block", "size", "root"), [("checkpoint", 3, ROOT), ("older", 2, NODE)])
def test_a_checkpoint_is_of_its_root_and_signed_by_the_log(block: str, size: int, root: bytes) -> None:
    name, identity, _, octets = key_of(LOG_KEY)
    text = text_of(BLOCKS[block])
    assert text == f"{name}\n{size}\n{b64encode(root).decode()}\n"
    signed = signature(BLOCKS[block], name)
    assert signed == identity + signer_of(SEEDS[LOG_KEY])(text.encode())
    assert ed25519.verify(octets, text.encode(), signed[4:])


def test_the_witness_signed_its_time_and_the_text() -> None:
    name, identity, _, octets = key_of(WITNESS_KEY)
    message = f"cosignature/v1\ntime 1893456000\n{text_of(BLOCKS['checkpoint'])}".encode()
    signed = signature(BLOCKS["checkpoint"], name)
    assert signed == identity + (1893456000).to_bytes(8, "big") + signer_of(SEEDS[WITNESS_KEY])(message)
    assert ed25519.verify(octets, message, signed[12:])


def test_the_receipt_leads_from_its_leaf_to_the_root() -> None:
    head, _, note = BLOCKS["receipt"].partition("\n\n")
    title, index, *proof = head.split("\n")
    beside, above = (b64decode(line) for line in proof)
    assert (title, index, note) == ("c2sp.org/tlog-proof@v1", "index 0", BLOCKS["checkpoint"])
    assert node(node(HASHES[0], beside), above) == ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The log of the page, as files."""
    for path, content in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    return tmp_path


def test_our_own_verifier_says_the_same(folder: Path) -> None:
    key, witness = keys.parse_key(LOG_KEY), keys.parse_key(WITNESS_KEY)
    verdict = verify(folder, Demands(key, BLOCKS["older"].encode(), (witness,)))
    assert (verdict.size, verdict.root, verdict.receipts, verdict.opened) == (3, ROOT, 1, 1)
    assert verdict.witnesses == ((witness.name, 1893456000),)
    receipts.verify(receipts.parse(BLOCKS["receipt"]), LEAVES[0], key)


def test_our_own_publisher_writes_the_same() -> None:
    written = {file.path: file.content for file in published.files(LEAVES)}
    assert written == {path: content for path, content in FILES.items() if path.startswith("tile/")}


def test_the_table_of_refusals_names_each_code_of_a_verifier_once() -> None:
    named = re.findall(r"\bV\d{3}\b", PAGE)
    assert [code for code in named if named.count(code) > 1 or code not in SENTENCES] == []
    makers = {"V004", "V005", "V035", "V036", "V054", "V060", "V062", "V065", "V070", "V075"}
    assert set(OF_INTEGRITY) - set(named) == makers
    assert makers & set(named) == set()
