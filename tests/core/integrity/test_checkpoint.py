"""Checkpoints: the example of the specification, what is none, and signatures of the log and of witnesses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.integrity import checkpoint
from legation_core.integrity.keys import KeyType
from legation_core.integrity.tree import EMPTY_ROOT
from legation_core.problems import Refused
from tests.core.integrity.signing import key_of, public_of, signer_of

SPECIFIED = (
    "example.com/behind-the-sofa\n"
    "20852163\n"
    "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
    "\n"
    "\u2014 example.com/behind-the-sofa "
    "Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
    "\u2014 witness.example.com/w1 "
    "jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n"
)
"""The example of c2sp.org/tlog-checkpoint and c2sp.org/tlog-cosignature."""
ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
SEED, WITNESS_SEED = b"l" * 32, b"w" * 32
LOG, WITNESS = key_of("log.example", SEED), key_of("witness.example", WITNESS_SEED, KeyType.WITNESS)
BODY = checkpoint.body(LOG.name, 3, bytes(32))
SIGNED = checkpoint.sign(BODY, LOG.name, LOG.public_key, signer_of(SEED))
COSIGNED = checkpoint.cosign(SIGNED, WITNESS.name, WITNESS.public_key, 1_707_300_000, signer_of(WITNESS_SEED))
NO_CHECKPOINT = {
    "two lines": ("log.example\n3\n", "V030"),
    "no origin": (f"\n3\n{ROOT}\n", "V031"),
    "a leading zero": (f"log.example\n03\n{ROOT}\n", "V032"),
    "a sign": (f"log.example\n+3\n{ROOT}\n", "V032"),
    "a size that is too large": (f"log.example\n{2**63}\n{ROOT}\n", "V032"),
    "digits of another script": (f"log.example\n\u0663\n{ROOT}\n", "V032"),
    "a root that is too short": ("log.example\n3\nAAAA\n", "V033"),
    "a root with loose ends": (f"log.example\n3\n{ROOT[:-2]}J=\n", "V033"),
    "an empty extension line": (f"log.example\n3\n{ROOT}\nmore\n\nlast\n", "V034"),
}


def test_the_example_of_the_specification_is_read_and_written() -> None:
    read = checkpoint.parse(SPECIFIED)
    assert (read.origin, read.size, read.extensions) == ("example.com/behind-the-sofa", 20852163, ())
    assert checkpoint.body(read.origin, read.size, read.root) == SPECIFIED.partition("\n\n")[0] + "\n"
    assert [one.key_id.hex() for one in read.note.signatures] == ["033de0ae", "8d66cf3f"]
    assert str(read.note) == SPECIFIED


def test_the_message_of_a_cosignature_is_the_specified_one() -> None:
    body = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
    assert checkpoint.cosigned(body, 1679315147) == f"cosignature/v1\ntime 1679315147\n{body}".encode()


@pytest.mark.parametrize(("text", "code"), NO_CHECKPOINT.values(), ids=NO_CHECKPOINT)
def test_no_checkpoint(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        checkpoint.parse(text + SIGNED[len(BODY) :])
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("origin", "size", "root", "extensions", "code"),
    [
        ("", 1, bytes(32), (), "V031"),
        ("a\nb", 1, bytes(32), (), "V032"),
        (f"a\n7\n{ROOT}", 1, bytes(32), (), "V031"),
        ("a", -1, bytes(32), (), "V032"),
        ("a", 1, bytes(31), (), "V033"),
        ("a", 1, bytes(32), ("",), "V034"),
    ],
)
def test_what_could_not_be_read_back_is_not_written(
    origin: str, size: int, root: bytes, extensions: tuple[str, ...], code: str
) -> None:
    with pytest.raises(Refused) as refused:
        checkpoint.body(origin, size, root, extensions)
    assert refused.value.code == code


def test_extension_lines_are_signed() -> None:
    body = checkpoint.body(LOG.name, 0, EMPTY_ROOT, ("lawbook 12",))
    signed = checkpoint.parse(checkpoint.sign(body, LOG.name, LOG.public_key, signer_of(SEED)))
    assert signed.extensions == ("lawbook 12",)
    assert checkpoint.is_signed(signed, LOG)


def test_the_log_and_its_witness_signed() -> None:
    read = checkpoint.parse(COSIGNED)
    assert checkpoint.is_signed(read, LOG)
    assert checkpoint.is_signed(read, WITNESS)
    assert checkpoint.cosigned_at(read, WITNESS) == 1_707_300_000


def test_a_second_cosignature_takes_the_place_of_the_first() -> None:
    again = checkpoint.cosign(COSIGNED, WITNESS.name, WITNESS.public_key, 1_707_300_060, signer_of(WITNESS_SEED))
    read = checkpoint.parse(again)
    assert len(read.note.signatures) == 2
    assert checkpoint.cosigned_at(read, WITNESS) == 1_707_300_060


def test_a_stranger_did_not_sign() -> None:
    assert not checkpoint.is_signed(checkpoint.parse(COSIGNED), key_of("log.example", b"s" * 32))
    assert not checkpoint.is_signed(checkpoint.parse(SIGNED), WITNESS)


def test_the_log_signature_is_no_cosignature() -> None:
    as_witness = key_of(LOG.name, SEED, KeyType.WITNESS)
    assert not checkpoint.is_signed(checkpoint.parse(SIGNED), as_witness)


@pytest.mark.parametrize(("changed", "key", "code"), [("log", LOG, "V103"), ("witness", WITNESS, "V121")])
def test_a_signature_under_other_text_is_refused(changed: str, key: object, code: str) -> None:
    assert isinstance(key, type(LOG))
    with pytest.raises(Refused) as refused:
        checkpoint.is_signed(checkpoint.parse(COSIGNED.replace("\n3\n", "\n4\n")), key)
    assert (refused.value.code, refused.value.problem.where) == (code, f"{changed}.example")


@pytest.mark.parametrize("time", [-1, 2**63])
def test_a_time_that_cannot_be_signed(time: int) -> None:
    with pytest.raises(Refused, match="V035"):
        checkpoint.cosign(SIGNED, WITNESS.name, WITNESS.public_key, time, signer_of(WITNESS_SEED))


def test_a_signature_of_the_wrong_key_does_not_leave() -> None:
    with pytest.raises(Refused, match="V036"):
        checkpoint.sign(BODY, LOG.name, public_of(b"s" * 32), signer_of(SEED))


@given(
    origin=st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=40),
    size=st.integers(0, 2**63 - 1),
    root=st.binary(min_size=32, max_size=32),
)
def test_what_is_written_is_read_back(origin: str, size: int, root: bytes) -> None:
    read = checkpoint.parse(checkpoint.body(origin, size, root) + "\n")
    assert (read.origin, read.size, read.root) == (origin, size, root)
