"""Tiles and bundles: their addresses, what a growing log writes, and files that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.integrity import tiles
from legation_core.integrity.tiles import ENTRIES, Tile, TileHashes
from legation_core.integrity.tree import FullTree, leaf_hash
from legation_core.problems import Refused

PATHS = [
    (Tile(0, 0), "tile/0/000"),
    (Tile(0, 999, 1), "tile/0/999.p/1"),
    (Tile(1, 1000), "tile/1/x001/000"),
    (Tile(0, 1_234_067), "tile/0/x001/x234/067"),
    (Tile(ENTRIES, 1_234_067_008, 255), "tile/entries/x001/x234/x067/008.p/255"),
]
GROWTH = [
    (0, 0, set()),
    (0, 1, {"tile/entries/000.p/1", "tile/0/000.p/1"}),
    (1, 3, {"tile/entries/000.p/3", "tile/0/000.p/3"}),
    (5, 5, set()),
    (255, 256, {"tile/entries/000", "tile/0/000", "tile/1/000.p/1"}),
    (256, 257, {"tile/entries/001.p/1", "tile/0/001.p/1"}),
    (65_535, 65_536, {"tile/entries/255", "tile/0/255", "tile/1/000", "tile/2/000.p/1"}),
]


@pytest.mark.parametrize(("tile", "path"), PATHS)
def test_path(tile: Tile, path: str) -> None:
    assert tile.path == path


@pytest.mark.parametrize(("old", "new", "paths"), GROWTH)
def test_a_growing_log_writes_only_what_is_new(old: int, new: int, paths: set[str]) -> None:
    assert {tile.path for tile in tiles.growth(old, new)} == paths


def test_the_example_of_the_specification() -> None:
    written = [tile for tile in tiles.growth(0, 70_000) if tile.level != ENTRIES]
    full = {level: sum(tile.level == level and tile.width == 256 for tile in written) for level in range(3)}
    partial = {tile.level: tile.width for tile in written if tile.width < 256}
    assert (full, partial) == ({0: 273, 1: 1, 2: 0}, {0: 112, 1: 17, 2: 1})


def test_a_log_does_not_shrink() -> None:
    with pytest.raises(Refused, match="V070"):
        list(tiles.growth(3, 2))


def test_a_bundle_has_lengths_before_its_records() -> None:
    assert tiles.bundle([b"abc", b"", b"x" * 256]) == b"\x00\x03abc\x00\x00\x01\x00" + b"x" * 256


@given(records=st.lists(st.binary(max_size=300), max_size=20))
def test_a_bundle_is_read_back(records: list[bytes]) -> None:
    assert tiles.split_bundle(tiles.bundle(records)) == records


@pytest.mark.parametrize(
    ("content", "entry", "missing"), [(b"\x00\x03ab", 0, 1), (b"\x00\x01a\x00", 1, 1), (b"\xff\xff", 0, 65_535)]
)
def test_a_bundle_that_ends_inside_a_record(content: bytes, entry: int, missing: int) -> None:
    with pytest.raises(Refused) as refused:
        tiles.split_bundle(content, "here")
    assert refused.value.code == "V072"
    assert dict(refused.value.problem.facts) == {"entry": entry, "missing": missing}


@pytest.mark.parametrize("size", [0, 31, 33, 257 * 32])
def test_no_tile(size: int) -> None:
    with pytest.raises(Refused, match="V071"):
        tiles.split_hashes(bytes(size))


def test_a_tile_of_another_width_is_refused() -> None:
    with pytest.raises(Refused, match="V073"):
        TileHashes(3, lambda _: bytes(64)).root()


@given(size=st.integers(1, 700), data=st.data())
def test_every_hash_of_the_tree_is_found_in_the_tiles(size: int, data: st.DataObject) -> None:
    tree = FullTree(leaf_hash(b"%d" % number) for number in range(size))
    level = data.draw(st.integers(0, size.bit_length() - 1))
    index = data.draw(st.integers(0, (size >> level) - 1))
    assert TileHashes(size, lambda path: stored(tree)[path]).hash_at(level, index) == tree.hash_at(level, index)


def stored(tree: FullTree) -> dict[str, bytes]:
    """The tiles of a tree, straight from their definition."""
    return {
        tile.path: b"".join(tree.hash_at(8 * tile.level, 256 * tile.index + at) for at in range(tile.width))
        for tile in tiles.growth(0, tree.size)
        if tile.level != ENTRIES
    }
