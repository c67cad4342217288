"""The key handed on: found by whoever trusts the old one, in the log itself; a forged hand-over hands nothing on."""

from pathlib import Path

import pytest

from legation_core.integrity import leaf, rotation
from legation_core.integrity.keys import Key, KeyType
from legation_core.integrity.verify import Demands, verify
from legation_core.problems import Refused
from tests.core.integrity import copies
from tests.core.integrity.copies import KEY, ORIGIN, SEED
from tests.core.integrity.signing import key_of, signer_of

NEW_SEED, NEXT_SEED, AT = b"n" * 32, b"m" * 32, 280
NEW, NEXT = key_of(ORIGIN, NEW_SEED), key_of(ORIGIN, NEXT_SEED)


def _record(part: dict[str, str], kind: str = rotation.KIND) -> bytes:
    return leaf.leaf_bytes(
        leaf.Leaf(
            at="2024-01-09T12:00:00Z", kind=kind, jurisdiction="ZZ", election="", lawbook="", body="operator",
            role="operator", public=part, private=None,
        )
    )  # fmt: skip


TRUE = rotation.part(KEY, NEW, signer_of(SEED))
FORGED = {
    "signed by a stranger": TRUE | {"signature": rotation.part(NEXT, NEW, signer_of(NEXT_SEED))["signature"]},
    "names another new key": TRUE | {"new": str(NEXT)},
    "of another old key": rotation.part(NEXT, NEW, signer_of(NEXT_SEED)),
    "another name": rotation.part(KEY, key_of("thief.example/log", NEW_SEED), signer_of(SEED)),
    "for another purpose": rotation.part(KEY, key_of(ORIGIN, NEW_SEED, KeyType.WITNESS), signer_of(SEED)),
    "without a signature": {"old": str(KEY), "new": str(NEW), "signature": ""},
    "no key": TRUE | {"new": "x"},
}


def _log(folder: Path, part: dict[str, str], *, kind: str = rotation.KIND) -> tuple[Path, list[bytes]]:
    content = copies.leaves()
    content[AT] = _record(part, kind)
    return copies.publish(folder / "log", content, copies.note_over(content, seed=NEW_SEED)), content


def _refused(folder: Path, key: Key) -> tuple[str, dict]:
    with pytest.raises(Refused) as refused:
        verify(folder, Demands(key))
    return refused.value.code, dict(refused.value.problem.facts)


def test_with_the_new_key_the_log_verifies_and_without_one_it_continues_what_was_seen(tmp_path) -> None:
    folder, content = _log(tmp_path, TRUE)
    seen = copies.note_over(content[: copies.SEEN_SIZE]).encode()
    assert verify(folder, Demands(NEW)).origin_checked
    assert verify(folder, Demands(seen=seen)).size == copies.SIZE


def test_whoever_has_the_old_key_is_told_the_new_one_and_the_record(tmp_path) -> None:
    folder, _content = _log(tmp_path, TRUE)
    assert _refused(folder, KEY) == ("V150", {"index": AT, "new": str(NEW)})


def test_a_chain_is_followed_to_its_end() -> None:
    second = rotation.part(NEW, NEXT, signer_of(NEW_SEED))
    assert rotation.heir(KEY, [(4, _record(TRUE)), (9, _record(second))]) == (9, NEXT)
    assert rotation.heir(KEY, [(4, _record(second)), (9, _record(TRUE))]) == (9, NEW)


@pytest.mark.parametrize("part", FORGED.values(), ids=FORGED)
def test_a_forged_hand_over_is_none(tmp_path, part) -> None:
    folder, _content = _log(tmp_path, part)
    assert _refused(folder, KEY)[0] == "V101"


def test_only_a_record_of_that_kind_hands_on(tmp_path) -> None:
    folder, _content = _log(tmp_path, TRUE | {"note": '"kind":"key_rotated"'}, kind="note_kept")
    assert _refused(folder, KEY)[0] == "V101"


def test_a_damaged_copy_hands_nothing_on(tmp_path) -> None:
    folder, _content = _log(tmp_path, TRUE)
    (folder / "tile/entries/001.p/44").unlink()
    assert _refused(folder, KEY)[0] == "V101"


def test_a_key_that_is_no_pair_signs_no_hand_over() -> None:
    with pytest.raises(Refused) as refused:
        rotation.part(KEY, NEW, signer_of(NEXT_SEED))
    assert refused.value.code == "V036"
