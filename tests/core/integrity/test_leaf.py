"""Leaves of acts: their bytes, what they must and must not hold, and commitments that can be opened later."""

from collections.abc import Mapping
from typing import Any

import pytest

from legation_core.integrity import canonical, leaf
from legation_core.integrity.leaf import Leaf
from legation_core.problems import Refused

SALT, PART = bytes(range(32)), {"votes": 12}
COMMITMENT = leaf.commit(SALT, PART)
FIELDS: Mapping[str, Any] = {
    "v": 1,
    "at": "2024-01-08T12:00:00Z",
    "kind": "station_created",
    "jurisdiction": "ZZ",
    "election": "zz2030",
    "lawbook": "a" * 64,
    "body": "head_of_mission",
    "role": "mission_head",
    "public": {"station": "zz2030-1-1"},
    "private": "b" * 64,
}
REFUSED: dict[str, tuple[dict[str, Any], str, str]] = {
    "another version": ({"v": 2}, "V055", "v"),
    "truth for a version": ({"v": True}, "V055", "v"),
    "an unknown field": ({"person": "p-1"}, "V056", ""),
    "a kind with a capital": ({"kind": "Created"}, "V051", "kind"),
    "a kind of another script": ({"kind": "\u0430"}, "V051", "kind"),
    "a number for a kind": ({"kind": 1}, "V051", "kind"),
    "no jurisdiction": ({"jurisdiction": ""}, "V051", "jurisdiction"),
    "an election with a slash": ({"election": "a/b"}, "V051", "election"),
    "a lawbook that is no hash": ({"lawbook": "a" * 63}, "V051", "lawbook"),
    "a name of a body": ({"body": "Head of mission"}, "V051", "body"),
    "no role": ({"role": ""}, "V051", "role"),
    "an instant with an offset": ({"at": "2024-01-08T16:00:00+04:00"}, "V051", "at"),
    "an instant with a fraction": ({"at": "2024-01-08T12:00:00.5Z"}, "V051", "at"),
    "a day that does not exist": ({"at": "2023-02-29T12:00:00Z"}, "V051", "at"),
    "a number for an instant": ({"at": 1704715200}, "V051", "at"),
    "a list for the public part": ({"public": []}, "V051", "public"),
    "neither part nor commitment": ({"public": None}, "V052", "public"),
    "part and commitment": ({"public_commitment": COMMITMENT}, "V052", "public"),
    "a commitment too short": ({"public": None, "public_commitment": "ab"}, "V053", "public_commitment"),
    "a commitment in capitals": ({"private": "B" * 64}, "V053", "private"),
    "a number for a commitment": ({"private": 5}, "V053", "private"),
}


def act(**changed: Any) -> Leaf:
    return Leaf(**{name: value for name, value in {**FIELDS, **changed}.items() if name != "v"})


def test_the_bytes_are_canonical_with_every_field() -> None:
    content = leaf.leaf_bytes(act())
    assert content == canonical.encode(FIELDS)
    assert leaf.read_leaf(content) == act()


def test_a_sealed_part_is_committed_to_and_not_shown() -> None:
    content = leaf.leaf_bytes(act(public=None, public_commitment=COMMITMENT))
    assert canonical.decode(content) == {**FIELDS, "public": None, "public_commitment": COMMITMENT}
    assert leaf.read_leaf(content).public_commitment == COMMITMENT


def test_outside_an_election_and_without_a_private_part() -> None:
    plain = act(election="", lawbook="", private=None)
    assert leaf.read_leaf(leaf.leaf_bytes(plain)) == plain


@pytest.mark.parametrize(("changed", "code", "where"), REFUSED.values(), ids=REFUSED)
def test_a_leaf_is_refused(changed: dict[str, Any], code: str, where: str) -> None:
    with pytest.raises(Refused) as refused:
        leaf.read_leaf(canonical.encode({**FIELDS, **changed}))
    assert (refused.value.code, refused.value.problem.where) == (code, where)


@pytest.mark.parametrize("name", [name for name in FIELDS if name != "v"])
def test_every_field_must_be_there(name: str) -> None:
    with pytest.raises(Refused) as refused:
        leaf.read_leaf(canonical.encode({field: value for field, value in FIELDS.items() if field != name}))
    assert (refused.value.code, dict(refused.value.problem.facts)) == ("V050", {"fields": name})


def test_a_list_is_no_leaf() -> None:
    with pytest.raises(Refused, match="V050"):
        leaf.read_leaf(b"[]")


def test_a_leaf_over_16_kib_is_refused() -> None:
    with pytest.raises(Refused, match="V006"):
        leaf.leaf_bytes(act(public={"text": "x" * 16 * 1024}))


def test_a_wrong_field_is_refused_before_it_is_written() -> None:
    with pytest.raises(Refused, match="V051"):
        act(kind="Created")


def test_a_commitment_is_the_hash_of_salt_and_part() -> None:
    assert COMMITMENT == "4c0289af155b32655b7d1975341e5797a984dc2e569da969f4063ed790a87507"
    assert leaf.opens(COMMITMENT, SALT, {"votes": 12})


@pytest.mark.parametrize(("salt", "part"), [(SALT, {"votes": 13}), (bytes(32), PART), (SALT, {})])
def test_another_salt_or_part_does_not_open(salt: bytes, part: dict[str, int]) -> None:
    assert not leaf.opens(COMMITMENT, salt, part)


@pytest.mark.parametrize("salt", [b"", bytes(31), bytes(33)])
def test_a_salt_has_32_octets(salt: bytes) -> None:
    with pytest.raises(Refused, match="V054"):
        leaf.commit(salt, PART)
