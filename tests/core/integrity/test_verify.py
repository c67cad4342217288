"""Verification of a log that is whole: what it asks, what it says, what is no fault, and what cannot be asked."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation_core.integrity import published, tiles
from legation_core.integrity.keys import Key, KeyType
from legation_core.integrity.verify import Demands, verify
from legation_core.problems import Refused
from tests.core.integrity import copies
from tests.core.integrity.copies import KEY, SIZE, WITNESS_KEY

TRUE = copies.leaves()
SEEN = Demands(KEY, copies.note_over(TRUE[: copies.SEEN_SIZE]).encode())
SEEN_EMPTY = Demands(KEY, copies.note_over([]).encode())
SEEN_WHOLE = Demands(KEY, copies.note_over(TRUE).encode())
WITNESSED = Demands(KEY, witnesses=(WITNESS_KEY,))
OTHER_WITNESS = copies.key_of("press.example/witness", b"p" * 32, KeyType.WITNESS)
ONE_OF_TWO = Demands(KEY, witnesses=(OTHER_WITNESS, WITNESS_KEY), quorum=1)
ASKED = {
    "key": Demands(KEY),
    "seen": SEEN,
    "seen empty": SEEN_EMPTY,
    "same": SEEN_WHOLE,
    "witness": WITNESSED,
    "one of two": ONE_OF_TWO,
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copies.publish(tmp_path_factory.mktemp("whole") / "log", TRUE)


@pytest.mark.parametrize("demands", ASKED.values(), ids=ASKED)
def test_the_whole_log_verifies(whole: Path, demands: Demands) -> None:
    verdict = verify(whole, demands)
    assert (verdict.size, verdict.origin_checked, verdict.receipts, verdict.opened) == (SIZE, True, 1, 1)


def test_witnesses_are_named_with_their_time(whole: Path) -> None:
    assert verify(whole, ONE_OF_TWO).witnesses == ((copies.WITNESS, 1_700_000_000),)


def test_without_a_key_the_origin_is_not_checked(whole: Path) -> None:
    assert not verify(whole, Demands()).origin_checked


@pytest.mark.parametrize("size", [0, 1, 255, 256, 257, 512])
def test_a_log_of_any_size_verifies(tmp_path: Path, size: int) -> None:
    assert verify(copies.publish(tmp_path / "log", copies.leaves(size)), Demands(KEY)).size == size


def test_a_publication_cut_short_before_its_checkpoint_is_no_fault(whole: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(whole, tmp_path / "log"))
    older = copies.cosigned(copies.note_over(TRUE[: copies.SEEN_SIZE]))
    (folder / published.CHECKPOINT).write_text(older, encoding="utf-8")
    shutil.rmtree(folder / "receipts")
    (folder / "opened/.8.json.new").write_text("{", encoding="utf-8")
    for file in published.files(TRUE[: copies.SEEN_SIZE + 20]):
        if ".p/" in file.path:
            (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
            (folder / file.path).write_bytes(file.content)
    verdict = verify(folder, WITNESSED)
    assert (verdict.size, verdict.ahead) == (copies.SEEN_SIZE, 4)


def test_what_is_ahead_of_the_checkpoint_must_still_continue_it(whole: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(whole, tmp_path / "log"))
    ahead = copies.leaves(SIZE + 9, story="false")[256:]
    (folder / tiles.Tile(tiles.ENTRIES, 1, 53).path).write_bytes(tiles.bundle(ahead))
    with pytest.raises(Refused) as refused:
        verify(folder, Demands(KEY))
    assert (refused.value.code, refused.value.problem.where) == ("V119", "tile/entries/001.p/53")


def test_progress_is_told_on_long_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legation_core.integrity.auditing.EVERY", 200)
    told: list[str] = []
    verify(copies.publish(tmp_path / "log", copies.leaves(450)), Demands(KEY), told.append)
    assert told == ["200 of 450 records verified", "400 of 450 records verified"]


@pytest.mark.parametrize("path", ["nowhere", "file"])
def test_a_folder_that_is_none_cannot_be_read(tmp_path: Path, path: str) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(OSError, match=path):
        verify(tmp_path / path, Demands())


@pytest.mark.parametrize(
    ("code", "key", "witnesses", "quorum"),
    [
        ("V134", WITNESS_KEY, (), None),
        ("V134", KEY, (KEY,), None),
        ("V135", KEY, (WITNESS_KEY, WITNESS_KEY), 2),
        ("V135", KEY, (WITNESS_KEY, copies.key_of("x.example", copies.WITNESS_SEED, KeyType.WITNESS)), 2),
        ("V148", KEY, (copies.key_of("x.example", copies.SEED, KeyType.WITNESS),), None),
        ("V122", KEY, (WITNESS_KEY,), 2),
        ("V122", KEY, (WITNESS_KEY,), -1),
    ],
    ids=[
        "a witness as log",
        "the log as witness",
        "a witness twice",
        "under two names",
        "the log under a second name",
        "too many",
        "negative",
    ],
)
def test_demands_that_make_no_sense_are_refused(
    code: str, key: Key, witnesses: tuple[Key, ...], quorum: int | None
) -> None:
    with pytest.raises(Refused) as refused:
        Demands(key, None, witnesses, quorum)
    assert refused.value.code == code


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten records, signed by the log alone: a cosignature that nobody demands may well be damaged."""
    return copies.publish(tmp_path_factory.mktemp("small") / "log", TRUE[:10], copies.note_over(TRUE[:10]))


@settings(max_examples=60)
@given(data=st.data())
def test_one_changed_bit_anywhere_is_refused(small: Path, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(path for path in small.rglob("*") if path.is_file())))
    content = path.read_bytes()
    place, bit = data.draw(st.integers(0, len(content) - 1)), data.draw(st.integers(0, 7))
    try:
        path.write_bytes(content[:place] + bytes([content[place] ^ 1 << bit]) + content[place + 1 :])
        with pytest.raises(Refused):
            verify(small, Demands(KEY))
    finally:
        path.write_bytes(content)


def test_a_part_as_long_as_a_leaf_may_be_is_opened() -> None:
    part = {"text": "x" * (16 * 1024 - len('{"text":""}'))}
    assert published.read_opened(published.opened(3, copies.SALT, part).content) == (3, copies.SALT, part)
