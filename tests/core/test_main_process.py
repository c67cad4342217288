"""The verifier as a stranger runs it, with nothing but Python: what it prints on which stream, and how it ends."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from legation_core.__main__ import main
from legation_core.integrity.verify import LIMITS_OF_PROOF
from tests.core.integrity import copies
from tests.core.integrity.copies import KEY, OTHER_WITNESS_KEY, SIZE, WITNESS_KEY
from tests.core.integrity.tampering import flip, huge

ROOT = Path(__file__).resolve().parents[2]
ROOT_OF_LOG = copies.tree_of(copies.leaves()).root().hex()
BOTH = ["--witness", WITNESS_KEY, "--witness", OTHER_WITNESS_KEY]


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """`python -m legation_core ...` where no installed package can be imported (-S), and warnings are errors."""
    return subprocess.run(
        [sys.executable, "-S", "-W", "error", "-m", "legation_core", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": os.environ["PATH"], "PYTHONIOENCODING": "utf-8"},
    )


def as_json(*arguments: object) -> tuple[int, dict[str, Any]]:
    done = run(*arguments, "--json")
    return done.returncode, json.loads(done.stdout)


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copies.publish(tmp_path_factory.mktemp("whole") / "log", copies.leaves())


@pytest.fixture
def damaged(log: Path, tmp_path: Path) -> Path:
    copy = Path(shutil.copytree(log, tmp_path / "log"))
    flip("tile/0/000")(copy)
    return copy


def test_a_whole_log_ends_with_nought_and_with_what_no_proof_can_show(log: Path) -> None:
    done = run("verify", log, "--key", KEY, "--witness", WITNESS_KEY)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"{SIZE} records, root {ROOT_OF_LOG}: signed by {copies.ORIGIN}.",
        f"Cosigned by {copies.WITNESS}, 2023-11-14T22:13:20Z.",
        "1 opened parts and 1 receipts fit.",
        LIMITS_OF_PROOF,
    ]


def test_a_whole_log_as_json(log: Path) -> None:
    assert as_json("verify", log, "--key", KEY, "--witness", WITNESS_KEY) == (
        0,
        {
            "result": "verified",
            "origin": copies.ORIGIN,
            "size": SIZE,
            "root": ROOT_OF_LOG,
            "witnesses": [{"name": copies.WITNESS, "time": 1_700_000_000}],
            "receipts": 1,
            "opened": 1,
            "ahead": 0,
            "problems": [],
            "limits": LIMITS_OF_PROOF,
        },
    )


def test_a_log_that_continues_what_was_seen_is_verified(log: Path, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    seen.write_text(copies.note_over(copies.leaves(copies.SEEN_SIZE)), encoding="utf-8")
    assert run("verify", log, "--key", KEY, "--seen", seen).returncode == 0


def test_a_tampered_copy_ends_with_one_and_its_sentence(damaged: Path) -> None:
    done = run("verify", damaged, "--key", KEY)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("V116 tile/0/000: The hashes of this tile give neither")


def test_progress_stands_on_the_error_stream_alone(
    log: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("legation_core.integrity.auditing.EVERY", 150)
    assert main(["verify", str(log), "--json"]) == 0
    out, err = capsys.readouterr()
    assert err == "150 of 300 records verified\n300 of 300 records verified\n"
    assert json.loads(out)["size"] == SIZE


WRONG_CALLS = {
    "a key mistyped": (["--key", str(KEY).replace("log+", "log2+")], "V025"),
    "a witness's key as the log's": (["--key", WITNESS_KEY], "V134"),
    "the log's key as a witness's": (["--witness", KEY], "V134"),
    "the log as its own witness": (
        ["--key", KEY, "--witness", copies.key_of("me", copies.SEED, WITNESS_KEY.type)],
        "V148",
    ),
    "a witness named twice": (["--witness", WITNESS_KEY, "--witness", WITNESS_KEY], "V135"),
    "a quorum that cannot be met": (["--witness", WITNESS_KEY, "--quorum", 2], "V122"),
    "an empty file as seen before": (["--seen", os.devnull], "V021"),
}


@pytest.mark.parametrize("case", WRONG_CALLS.values(), ids=WRONG_CALLS)
def test_a_call_that_is_off_ends_with_two(log: Path, case: tuple[list[object], str]) -> None:
    code, said = as_json("verify", log, *case[0])
    assert (code, said["result"], said["problems"][0]["code"]) == (2, "refused", case[1])


@pytest.mark.parametrize("arguments", [[], ["verify"], ["confirm", "."], ["verify", ".", "--quorum", "many"]])
def test_words_that_it_does_not_know_end_with_two(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: python -m legation_core")


def test_what_cannot_be_read_ends_with_three(log: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    code, said = as_json("verify", nowhere)
    assert (code, said["result"]) == (3, "unreadable")
    assert [(one["code"], one["where"]) for one in said["problems"]] == [("V149", str(nowhere))]
    assert run("verify", log / "checkpoint").returncode == 3
    assert run("verify", log, "--seen", nowhere).returncode == 3


def test_a_huge_file_as_seen_before_is_not_read(log: Path, tmp_path: Path) -> None:
    (tmp_path / "seen").touch()
    huge("seen")(tmp_path)
    code, said = as_json("verify", log, "--seen", tmp_path / "seen")
    assert (code, said["problems"][0]["code"], said["problems"][0]["where"]) == (2, "V019", "checkpoint seen before")


def test_a_quorum_lets_one_witness_be_absent(log: Path) -> None:
    assert as_json("verify", log, "--key", KEY, *BOTH, "--quorum", 1)[0] == 0
    assert as_json("verify", log, "--key", KEY, *BOTH)[1]["problems"][0]["code"] == "V120"


def test_help_names_the_ways_it_ends() -> None:
    done = run("--help")
    ends = (
        "Exit codes: 0 verified, 1 refused or not agreeing, 2 the words of the call are off, "
        "3 something cannot be read."
    )
    assert (done.returncode, done.stdout.count(ends)) == (0, 1)
