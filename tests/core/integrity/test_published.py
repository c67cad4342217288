"""The files of a published log: complete, each with its own bytes, and continued without what came before."""

import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation_core.integrity import published, tiles, tree
from legation_core.integrity.published import File
from legation_core.problems import Refused

SALT = bytes(range(32))
OPENED = b'{"index":7,"public":{"votes":12},"salt":"' + SALT.hex().encode() + b'"}'
NOT_OPENED = {
    "another name": OPENED.replace(b"index", b"indey"),
    "a list": b"[]",
    "a negative index": OPENED.replace(b"7,", b"-7,"),
    "truth for an index": OPENED.replace(b"7,", b"true,"),
    "a text for a part": OPENED.replace(b'{"votes":12}', b'"12"'),
    "a short salt": OPENED.replace(b"1f", b""),
    "a salt in capitals": OPENED.replace(b"1f", b"1F"),
}


def leaves(start: int, end: int) -> list[bytes]:
    return [b"%d" % number for number in range(start, end)]


@settings(max_examples=30)
@given(old=st.integers(0, 600), more=st.integers(0, 600))
def test_a_log_that_grows_writes_what_growth_names_and_nothing_else(old: int, more: int) -> None:
    store = dict(published.files(leaves(0, old)))
    added = dict(published.files(leaves(old, old + more), old, store.__getitem__))
    assert sorted(added) == sorted(published.growth(old, old + more))
    assert not store.keys() & added.keys()
    whole = dict(published.files(leaves(0, old + more)))
    assert {path: (store | added)[path] for path in whole} == whole


def test_only_partial_files_are_read_again() -> None:
    store, asked = dict(published.files(leaves(0, 600))), []

    def read(path: str) -> bytes:
        asked.append(path)
        return store[path]

    list(published.files(leaves(600, 700), 600, read))
    assert sorted(asked) == ["tile/0/002.p/88", "tile/1/000.p/2", "tile/entries/002.p/88"]


def test_a_log_is_not_continued_without_what_came_before() -> None:
    with pytest.raises(Refused, match="V075"):
        list(published.files([b"x"], 600))


@pytest.mark.parametrize("content", [b"\0\1x", bytes(32)])
def test_a_partial_file_of_another_width_is_not_continued(content: bytes) -> None:
    with pytest.raises(Refused, match="V073"):
        list(published.files([b"x"], 3, lambda _: content))


def test_a_full_tile_has_the_hashes_of_its_records() -> None:
    store = dict(published.files(leaves(0, 256)))
    assert store["tile/0/000"] == b"".join(tree.leaf_hash(leaf) for leaf in leaves(0, 256))
    assert store["tile/1/000.p/1"] == tree.root(tree.leaf_hash(leaf) for leaf in leaves(0, 256))
    assert tiles.split_bundle(store["tile/entries/000"]) == leaves(0, 256)


def test_memory_does_not_grow_with_the_log() -> None:
    tracemalloc.start()
    for _ in published.files(b"%d" % number + bytes(200) for number in range(20_000)):
        continue
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 1_000_000


def test_an_opened_part_is_written_and_read_back() -> None:
    assert published.opened(7, SALT, {"votes": 12}) == File("opened/7.json", OPENED)
    assert published.read_opened(OPENED) == (7, SALT, {"votes": 12})


@pytest.mark.parametrize("content", NOT_OPENED.values(), ids=NOT_OPENED)
def test_no_opened_part(content: bytes) -> None:
    with pytest.raises(Refused, match="V074"):
        published.read_opened(content)


def test_receipts_stand_beside_the_log() -> None:
    assert published.receipt_path(12) == "receipts/12.tlog-proof"
