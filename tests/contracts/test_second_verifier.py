"""Two verifiers by two hands say the same of every copy: whole, tampered with, and damaged anywhere.

The second is written from docs/log-format.md alone. Where the two differ, one of them or the page is wrong.
"""

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation_core.__main__ import main as first
from legation_core.integrity import published
from legation_core.integrity.verify import Demands
from tests.contracts.checks.tree import ROOT
from tests.core.integrity import copies
from tests.core.integrity.boundaries import NO_LONGER, STILL_A_LOG
from tests.core.integrity.copies import KEY, OTHER_WITNESS_KEY, WITNESS_KEY
from tests.core.integrity.tampered import COPIES, TRUE, Copy
from tests.core.integrity.tampering import Tamper

SOURCE = ROOT / "tools/second_verifier.py"
MOST_LINES = 300


def loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("second_verifier", SOURCE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


second = loaded().main


def asked_of(folder: Path, demands: Demands) -> list[str]:
    """The same call for both: the options of the first are those of the second."""
    given = [str(folder)]
    if demands.key:
        given += ["--key", str(demands.key)]
    for witness in demands.witnesses:
        given += ["--witness", str(witness)]
    if demands.quorum is not None:
        given += ["--quorum", str(demands.quorum)]
    if demands.seen is not None:
        seen = folder.parent / "seen"
        seen.write_bytes(demands.seen)
        given += ["--seen", str(seen)]
    return given


def verdicts(folder: Path, demands: Demands) -> tuple[int, int]:
    call = asked_of(folder, demands)
    return first(["verify", *call]), second(call)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copies.publish(tmp_path_factory.mktemp("whole") / "log", TRUE)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copies.publish(tmp_path_factory.mktemp("small") / "log", TRUE[:10])


def test_the_second_verifier_is_short_enough_to_read() -> None:
    lines = SOURCE.read_text(encoding="utf-8").splitlines()
    assert sum(line.strip() != "" for line in lines) <= MOST_LINES


def test_the_second_verifier_uses_the_standard_library_alone() -> None:
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} - sys.stdlib_module_names == set()


@pytest.mark.parametrize("case", COPIES, ids=lambda case: case.name)
def test_both_refuse_a_tampered_copy(whole: Path, tmp_path: Path, case: Copy) -> None:
    copy = Path(shutil.copytree(whole, tmp_path / "log"))
    case.tamper(copy)
    assert verdicts(copy, case.demands) == (1, 1)


@pytest.mark.parametrize(
    "demands",
    [
        Demands(),
        Demands(KEY),
        Demands(KEY, copies.note_over(TRUE[: copies.SEEN_SIZE]).encode()),
        Demands(KEY, copies.note_over([]).encode()),
        Demands(KEY, copies.note_over(TRUE).encode()),
        Demands(KEY, witnesses=(WITNESS_KEY,)),
        Demands(KEY, witnesses=(OTHER_WITNESS_KEY, WITNESS_KEY), quorum=1),
    ],
    ids=["no key", "key", "seen", "seen empty", "seen the same", "witness", "one of two witnesses"],
)
def test_both_verify_a_whole_copy(whole: Path, demands: Demands) -> None:
    assert verdicts(whole, demands) == (0, 0)


@pytest.mark.parametrize("size", [0, 1, 2, 255, 256, 257, 512, 513])
def test_both_verify_a_log_of_any_size(tmp_path: Path, size: int) -> None:
    assert verdicts(copies.publish(tmp_path / "log", copies.leaves(size)), Demands(KEY)) == (0, 0)


def test_both_verify_a_copy_whose_publication_was_cut_short(whole: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(whole, tmp_path / "log"))
    shutil.rmtree(copy / "receipts")
    (copy / "opened/.8.json.new").write_text("{", encoding="utf-8")
    older = copies.note_over(TRUE[: copies.SEEN_SIZE])
    (copy / published.CHECKPOINT).write_text(older, encoding="utf-8")
    assert verdicts(copy, Demands(KEY)) == (0, 0)


@pytest.mark.parametrize("tamper", STILL_A_LOG.values(), ids=STILL_A_LOG)
def test_both_verify_what_is_still_a_log(whole: Path, tmp_path: Path, tamper: Tamper) -> None:
    copy = Path(shutil.copytree(whole, tmp_path / "log"))
    tamper(copy)
    assert verdicts(copy, Demands(KEY)) == (0, 0)


@pytest.mark.parametrize("tamper", NO_LONGER.values(), ids=NO_LONGER)
def test_both_refuse_what_is_no_longer_a_log(whole: Path, tmp_path: Path, tamper: Tamper) -> None:
    copy = Path(shutil.copytree(whole, tmp_path / "log"))
    tamper(copy)
    assert verdicts(copy, Demands(KEY)) == (1, 1)


def flipped(folder: Path, data: st.DataObject) -> tuple[Path, bytes]:
    path = data.draw(st.sampled_from(sorted(path for path in folder.rglob("*") if path.is_file())))
    content = path.read_bytes()
    place, bit = data.draw(st.integers(0, len(content) - 1)), data.draw(st.integers(0, 7))
    path.write_bytes(content[:place] + bytes([content[place] ^ 1 << bit]) + content[place + 1 :])
    return path, content


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_both_say_the_same_of_any_changed_bit(small: Path, data: st.DataObject) -> None:
    path, content = flipped(small, data)
    try:
        one, other = verdicts(small, data.draw(st.sampled_from([Demands(), Demands(KEY, witnesses=(WITNESS_KEY,))])))
    finally:
        path.write_bytes(content)
    assert one == other


def test_the_call_from_a_shell_ends_with_the_same_codes(whole: Path, tmp_path: Path) -> None:
    calls = [[str(whole), "--key", str(KEY)], [str(whole), "--key", "x"], [str(tmp_path / "nowhere")]]
    programs = [[sys.executable, str(SOURCE)], [sys.executable, "-m", "legation_core", "verify"]]
    there = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    ended = [
        [subprocess.run([*how, *call], check=False, env=there, capture_output=True).returncode for call in calls]
        for how in programs
    ]
    assert ended == [[0, 2, 3], [0, 2, 3]]
