"""The command of the core: what it prints, in words and as JSON, and its exit codes."""

import json
import shutil
from pathlib import Path

import pytest

from legation_core.__main__ import REFUSED, UNREADABLE, USAGE, VERIFIED, main
from legation_core.integrity.verify import LIMITS_OF_PROOF
from tests.core.integrity import copies, test_bundles
from tests.core.integrity.copies import KEY, SIZE, WITNESS_KEY
from tests.core.integrity.tampering import flip

TRUE = copies.leaves()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copies.publish(tmp_path_factory.mktemp("whole") / "log", TRUE)


@pytest.fixture
def copy(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "log"))


@pytest.fixture
def record(tmp_path: Path) -> Path:
    (tmp_path / "record").write_bytes(TRUE[3])
    return tmp_path / "record"


def said(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    return dict(json.loads(capsys.readouterr().out))


def test_the_command_says_what_it_found(whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(whole), "--key", str(KEY), "--witness", str(WITNESS_KEY), "--json"]) == 0
    answer = said(capsys)
    assert (answer["result"], answer["size"], answer["witnesses"]) == (
        "verified",
        SIZE,
        [{"name": copies.WITNESS, "time": 1_700_000_000}],
    )


def test_the_command_refuses_with_code_and_sentence(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    flip("tile/0/000")(copy)
    assert main(["verify", str(copy), "--key", str(KEY), "--json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["code"], problem["where"]) == ("V116", "tile/0/000")


def test_the_command_says_when_the_origin_was_not_checked(whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(whole)]) == 0
    assert "consistent, origin not checked" in capsys.readouterr().out


def test_the_command_does_not_take_a_key_that_was_mistyped(whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(whole), "--key", str(KEY).replace("log+", "log2+")]) == 2
    assert "V025" in capsys.readouterr().err


def test_words_end_with_what_no_proof_can_show(whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(whole), "--key", str(KEY), "--witness", str(WITNESS_KEY)]) == VERIFIED
    assert capsys.readouterr().out.splitlines()[1:] == [
        "Cosigned by court.example/witness, 2023-11-14T22:13:20Z.",
        "1 opened parts and 1 receipts fit.",
        LIMITS_OF_PROOF,
    ]


@pytest.mark.parametrize("option", [[], ["--json"]])
def test_a_folder_that_is_not_there_cannot_be_read(option: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "nowhere", *option]) == UNREADABLE
    out, err = capsys.readouterr()
    assert "nowhere" in (out if option else err)


def test_the_log_key_is_no_witness(whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(whole), "--witness", str(KEY)]) == USAGE
    assert "V134" in capsys.readouterr().err


def test_a_receipt_verifies_with_nothing_but_the_record(
    whole: Path, record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["receipt", str(whole / "receipts/3.tlog-proof"), str(record), "--key", str(KEY), "--json"]) == VERIFIED
    answer = said(capsys)
    assert (answer["result"], answer["index"], answer["size"], answer["kind"]) == (
        "verified",
        3,
        SIZE,
        "station_created",
    )


def test_a_receipt_of_another_record_is_refused(whole: Path, record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record.write_bytes(TRUE[4])
    assert main(["receipt", str(whole / "receipts/3.tlog-proof"), str(record), "--key", str(KEY)]) == REFUSED
    assert capsys.readouterr().err.startswith("V064 ")


def test_a_receipt_under_the_key_of_a_witness_is_not_asked(whole: Path, record: Path) -> None:
    assert main(["receipt", str(whole / "receipts/3.tlog-proof"), str(record), "--key", str(WITNESS_KEY)]) == USAGE


def test_a_receipt_that_is_not_text_is_refused(tmp_path: Path, record: Path) -> None:
    (tmp_path / "receipt").write_bytes(b"\xff")
    assert main(["receipt", str(tmp_path / "receipt"), str(record)]) == REFUSED


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    (tmp_path / "tabriz.zip").write_bytes(test_bundles.WHOLE)
    return tmp_path / "tabriz.zip"


def test_a_bundle_is_verified_with_both_keys(bundle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bundle", str(bundle), "--key", str(test_bundles.KEY), "--log-key", str(KEY), "--json"]) == 0
    answer = said(capsys)
    about = test_bundles.FACTS | {"form": "legation-bundle/v1"}
    counted = (answer["files"], answer["receipts"], answer["records_without_receipt"])
    assert (answer["result"], answer["bundle"], counted) == ("verified", about, (5, 1, 1))


def test_a_bundle_without_a_key_is_only_consistent(bundle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bundle", str(bundle)]) == 0
    assert "consistent, origin not checked (no --key given)" in capsys.readouterr().out


def test_a_bundle_that_was_altered_is_refused_by_name(bundle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bundle.write_bytes(test_bundles.TAMPERED["a file altered"][0])
    assert main(["bundle", str(bundle), "--key", str(test_bundles.KEY)]) == REFUSED
    assert capsys.readouterr().err.startswith("V089 mission.json: ")
