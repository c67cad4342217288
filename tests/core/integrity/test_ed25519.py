"""Signatures: the vectors of RFC 8032, section 7.1, and what a strict verifier must not accept."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation_core.integrity import ed25519
from tests.core.integrity.signing import public_of, signer_of

VECTORS = {
    "1: no octet": (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    "2: one octet": (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    "3: two octets": (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
    "SHA(abc)": (
        "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704",
    ),
}
SEED = bytes.fromhex(VECTORS["3: two octets"][0])
PUBLIC, MESSAGE, SIGNATURE = (bytes.fromhex(part) for part in VECTORS["3: two octets"][1:])
SMALL_ORDER = (
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
)


@pytest.mark.parametrize("vector", VECTORS.values(), ids=VECTORS)
def test_vector_of_the_rfc(vector: tuple[str, str, str, str]) -> None:
    seed, public, message, signature = (bytes.fromhex(part) for part in vector)
    assert public_of(seed) == public
    assert signer_of(seed)(message) == signature
    assert ed25519.verify(public, message, signature)


@pytest.mark.parametrize("place", range(64))
def test_a_flipped_bit_anywhere_in_the_signature_is_refused(place: int) -> None:
    changed = bytearray(SIGNATURE)
    changed[place] ^= 1
    assert not ed25519.verify(PUBLIC, MESSAGE, bytes(changed))


@pytest.mark.parametrize("octets", [SIGNATURE[:-1], SIGNATURE + b"\0", b""])
def test_a_signature_of_another_length_is_refused(octets: bytes) -> None:
    assert not ed25519.verify(PUBLIC, MESSAGE, octets)


def test_the_same_signature_with_the_order_added_is_refused() -> None:
    scalar = int.from_bytes(SIGNATURE[32:], "little") + ed25519.ORDER
    assert not ed25519.verify(PUBLIC, MESSAGE, SIGNATURE[:32] + scalar.to_bytes(32, "little"))


@pytest.mark.parametrize("point", SMALL_ORDER)
def test_a_key_of_small_order_is_no_key(point: str) -> None:
    assert not ed25519.is_key(bytes.fromhex(point))
    assert not ed25519.verify(bytes.fromhex(point), MESSAGE, SIGNATURE)
    assert not ed25519.verify(bytes.fromhex(point), b"any text", bytes.fromhex(SMALL_ORDER[0]) + bytes(32))


@pytest.mark.parametrize("number", [ed25519.PRIME, ed25519.PRIME + 1, 2**255 - 1])
def test_a_point_that_is_spelt_with_a_number_too_large_is_no_key(number: int) -> None:
    assert not ed25519.is_key(number.to_bytes(32, "little"))


def test_octets_that_are_no_point_are_no_key() -> None:
    assert not ed25519.is_key((2).to_bytes(32, "little"))
    assert not ed25519.is_key(bytes(31))


@settings(max_examples=15)
@given(seed=st.binary(min_size=32, max_size=32), message=st.binary(max_size=200), other=st.binary(max_size=200))
def test_a_signature_fits_its_own_text_only(seed: bytes, message: bytes, other: bytes) -> None:
    signature = signer_of(seed)(message)
    assert ed25519.verify(public_of(seed), message, signature)
    assert ed25519.verify(public_of(seed), other, signature) == (message == other)
