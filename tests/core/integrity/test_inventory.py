"""The files of a published log: which names belong, what is ahead of the checkpoint, what is missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.integrity import inventory, published, tiles
from legation_core.integrity.tiles import ENTRIES, WIDTH, Tile
from legation_core.problems import Refused

SIZE = 300
WHOLE = ["checkpoint", *published.growth(0, SIZE)]
STRAYS = [
    "index.html",
    "checkpoint.old",
    "tile",
    "tile/0",
    "tile/-1/000",
    "tile/00/000",
    "tile/0/0",
    "tile/0/0000",
    "tile/0/x000/000",
    "tile/0/001.p/0",
    "tile/0/001.p/044",
    "tile/0/001.p/256",
    "tile/0/\u0661\u0661\u0661",
    "tile/0/000/checkpoint",
    "opened/7",
    "opened/07.json",
    "opened/-1.json",
    "opened/7.json.bak",
    "opened/deep/7.json",
    "opened/\u0667.json",
    "opened/9999999999999999999.json",
    "receipts/7.json",
    "receipt/7.tlog-proof",
]


@given(st.integers(ENTRIES, 7), st.integers(0, 2**56), st.integers(1, WIDTH))
def test_the_address_of_a_tile_is_read_back(level: int, index: int, width: int) -> None:
    tile = Tile(level, index, width)
    assert tiles.tile_at(tile.path) == tile


@given(st.text("tile/0123x.pentriso", max_size=24))
def test_no_tile_has_two_addresses(path: str) -> None:
    tile = tiles.tile_at(path)
    assert tile is None or tile.path == path


@pytest.mark.parametrize("path", STRAYS)
def test_a_stray_is_refused_by_its_name(path: str) -> None:
    with pytest.raises(Refused) as refused:
        inventory.take([*WHOLE, path], SIZE)
    assert (refused.value.code, refused.value.problem.where) == ("V127", ascii(path)[1:-1])


def test_what_stands_beside_the_leaves_is_found() -> None:
    found = inventory.take([*WHOLE, "opened/7.json", "receipts/0.tlog-proof", "receipts/299.tlog-proof"], SIZE)
    assert found == inventory.Inventory(receipts={0, 299}, opened={7}, ahead=0)


@pytest.mark.parametrize("path", [".checkpoint.new", "tile/0/.000.new", "opened/.8.json.new"])
def test_a_writing_cut_short_says_nothing(path: str) -> None:
    assert inventory.take([*WHOLE, path], SIZE) == inventory.Inventory()


@pytest.mark.parametrize(
    "path", ["tile/0/001.p/45", "tile/0/001", "tile/entries/002.p/1", "tile/1/000.p/2", "tile/2/000.p/1"]
)
def test_a_file_of_records_not_covered_yet_is_ahead(path: str) -> None:
    assert inventory.take([*WHOLE, path], SIZE).ahead == 1


@pytest.mark.parametrize(("paths", "found"), [([], 0), (["tile/entries/000"], 256), (["tile/entries/001.p/14"], 270)])
def test_records_that_are_not_there_are_counted(paths: list[str], found: int) -> None:
    with pytest.raises(Refused) as refused:
        inventory.take(["checkpoint", "tile/0/001", *paths], SIZE)
    assert (refused.value.code, dict(refused.value.problem.facts)) == ("V143", {"size": SIZE, "found": found})


@pytest.mark.parametrize(("path", "code"), [("opened/300.json", "V144"), ("receipts/300.tlog-proof", "V124")])
def test_what_speaks_of_a_record_beyond_is_refused(path: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        inventory.take([*WHOLE, path], SIZE)
    assert (refused.value.code, refused.value.problem.where) == (code, path)
