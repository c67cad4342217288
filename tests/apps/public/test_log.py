"""The log under a running system: the same octets as in a baked site, and nothing that is not published."""

from pathlib import Path

import pytest
from django.test import Client

from legation.integrity import checkpoints, publishing, receipts, signer
from legation.integrity.commands import VERBS
from legation.publication import actions
from legation_core.integrity import checkpoint
from legation_core.integrity import receipts as core
from legation_core.integrity.keys import parse_key
from tests.apps.public.test_bake import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(person, tmp_path: Path) -> Path:
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    actions.publish_log(tmp_path / "log")
    return tmp_path / "log"


def test_every_published_file_is_served_with_the_same_octets(published: Path) -> None:
    paths = sorted(path.relative_to(published).as_posix() for path in published.rglob("*") if path.is_file())
    served = {path: Client().get(f"/az2024/public/log/{path}") for path in paths}
    assert {path: answer.content for path, answer in served.items()} == {
        path: (published / path).read_bytes() for path in paths
    }
    assert {answer["Cache-Control"] for answer in served.values()} == {"no-cache"}


def test_a_partial_tile_of_an_earlier_checkpoint_is_served(published: Path) -> None:
    size = checkpoint.parse(signer.last_note()).size
    number, width = divmod(size, 256)
    assert width > 1
    last = (published / f"tile/0/{number:03d}.p/{width}").read_bytes()
    assert Client().get(f"/az2024/public/log/tile/0/{number:03d}.p/{width - 1}").content == last[:-32]


@pytest.mark.parametrize(
    "path",
    ["", "tile/0/999", "tile/0/000.p/256", "tile/9/000", "tile/entries/0", "receipts/0.tlog-proof", "opened/0.json",
     "opened/99999.json", "../manifest.json", "checkpoint/"],
)  # fmt: skip
def test_nothing_else_is_there(published: Path, path: str) -> None:
    assert Client().get(f"/az2024/public/log/{path}").status_code == 404


def test_before_the_first_checkpoint_there_is_no_log(person) -> None:
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    signer._memory().unlink(missing_ok=True)
    assert Client().get("/az2024/public/log/checkpoint").status_code == 404


def test_a_leaf_beyond_the_checkpoint_is_not_served(published: Path, person) -> None:
    size = checkpoint.parse(signer.last_note()).size
    actions.stop_following(election="az2024", by=person("eli"), at=AT)
    number, width = divmod(size + 1, 256)
    assert publishing.content(f"tile/entries/{number:03d}.p/{width}") is None


def test_the_command_prints_the_receipt_of_a_record(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verb = next(one for one in VERBS if one.words == ("log", "receipt"))
    from argparse import Namespace

    assert verb.run(Namespace(record=3)) == 0
    text = capsys.readouterr().out
    leaf = next(iter(checkpoints.leaf_octets(3, 4)))
    from legation.integrity.queries import log_key

    core.verify(core.parse(text), leaf, parse_key(log_key()))
    assert text == receipts.receipt(3)
