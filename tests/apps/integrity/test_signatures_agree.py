"""The core's own verification of Ed25519 against the library that signs: one verdict, whatever is changed."""

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given, settings
from hypothesis import strategies as st

from legation_core.integrity import ed25519

SEEDS = st.binary(min_size=32, max_size=32)
CHANGES = st.lists(st.tuples(st.integers(0, 95), st.integers(1, 255)), max_size=2)


def theirs(public: bytes, message: bytes, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def signed(seed: bytes, message: bytes) -> tuple[bytes, bytes]:
    key = Ed25519PrivateKey.from_private_bytes(seed)
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw), key.sign(message)


@settings(max_examples=60)
@given(seed=SEEDS, message=st.binary(max_size=300))
def test_what_the_library_signs_the_core_verifies(seed: bytes, message: bytes) -> None:
    assert ed25519.verify(signed(seed, message)[0], message, signed(seed, message)[1])


@settings(max_examples=60)
@given(seed=SEEDS, message=st.binary(max_size=60), changes=CHANGES)
def test_both_say_the_same_of_a_changed_key_or_signature(
    seed: bytes, message: bytes, changes: list[tuple[int, int]]
) -> None:
    public, signature = signed(seed, message)
    octets = bytearray(public + signature)
    for place, change in changes:
        octets[place] ^= change
    parts = bytes(octets[:32]), message, bytes(octets[32:])
    assert ed25519.verify(*parts) == theirs(*parts)


@pytest.mark.parametrize("times", [1, 2, 15])
def test_both_refuse_a_scalar_beyond_the_order(times: int) -> None:
    public, signature = signed(b"k" * 32, b"text")
    scalar = int.from_bytes(signature[32:], "little") + times * ed25519.ORDER
    beyond = signature[:32] + scalar.to_bytes(32, "little")
    assert (ed25519.verify(public, b"text", beyond), theirs(public, b"text", beyond)) == (False, False)
