"""Checkpoints, publication, witnesses, and what happens after the restore of an old backup."""

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from legation.integrity import checkpoints, keys, publishing, receipts, recovery, signer, witnesses
from legation.integrity.actions import act
from legation.integrity.models import Checkpoint, Head, Leaf, PrivatePart, SealedPart
from legation_core.integrity import checkpoint
from legation_core.integrity.keys import Key, KeyType
from legation_core.problems import Refused

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
SOURCES = Path(__file__).parents[3] / "src"
pytestmark = pytest.mark.django_db


@pytest.fixture
def log_key(settings) -> str:
    return str(Key(settings.LOG_ORIGIN, KeyType.LOG, keys.public_octets("log")))


def record_something(person, index=1) -> None:
    with act("part_opened", by=person("ana"), at=AT) as record:
        record.about(jurisdiction="AZ")
        record.public(index=index)


def verify(folder: Path, *more: str) -> tuple[int, dict[str, object], str]:
    command = [sys.executable, "-m", "legation_core", "verify", str(folder), "--json", *more]
    environment = os.environ | {"PYTHONPATH": str(SOURCES)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    said = json.loads(done.stdout or "{}")
    assert done.returncode != 3, done.stderr
    return done.returncode, said, done.stderr


def forget_since(size) -> None:
    """What the restore of a backup made at `size` does to the tables."""
    for part in (PrivatePart, SealedPart):
        part.objects.filter(leaf__index__gte=size).delete()
    Leaf.objects.filter(index__gte=size).delete()
    Checkpoint.objects.filter(size__gt=size).delete()
    Head.objects.update(size=size)


def test_nothing_new_signs_nothing(person) -> None:
    assert checkpoints.sign_if_grown() == Head.objects.get().size
    assert checkpoints.sign_if_grown() is None


def test_a_grown_log_is_signed_and_remembered_outside_the_database(person) -> None:
    checkpoints.sign_if_grown()
    record_something(person)
    size = checkpoints.sign_if_grown()
    assert (size, signer.signed_size(), checkpoint.parse(signer.last_note()).size) == (Head.objects.get().size,) * 3


def test_a_published_log_verifies_with_its_key(tmp_path, log_key) -> None:
    checkpoints.sign_if_grown()
    done = publishing.publish(tmp_path / "log")
    code, said, _ = verify(tmp_path / "log", "--key", log_key)
    assert (code, said["size"]) == (0, done.size)


def test_publishing_again_writes_nothing(tmp_path) -> None:
    checkpoints.sign_if_grown()
    publishing.publish(tmp_path / "log")
    assert publishing.publish(tmp_path / "log").files == 0


def alter(index) -> None:
    row = Leaf.objects.get(index=index)
    Leaf.objects.filter(index=index).update(octets=bytes(row.octets).replace(b"Z", b"Y", 1))


def test_of_rows_altered_by_the_administrator_no_file_is_published(tmp_path) -> None:
    checkpoints.sign_if_grown()
    alter(7)
    with pytest.raises(Refused) as refused:
        publishing.publish(tmp_path / "log")
    assert (refused.value.code, [one for one in (tmp_path / "log").rglob("*") if one.is_file()]) == ("V908", [])


def test_what_was_published_before_stays_when_rows_were_altered(tmp_path, person, log_key) -> None:
    checkpoints.sign_if_grown()
    publishing.publish(tmp_path / "log")
    before = {one: one.read_bytes() for one in (tmp_path / "log").rglob("*") if one.is_file()}
    record_something(person)
    checkpoints.sign_if_grown()
    alter(7)
    with pytest.raises(Refused):
        publishing.publish(tmp_path / "log")
    assert {one: one.read_bytes() for one in (tmp_path / "log").rglob("*") if one.is_file()} == before


def test_a_receipt_proves_its_record(tmp_path, log_key) -> None:
    checkpoints.sign_if_grown()
    text = receipts.receipt(3)
    from legation_core.integrity import receipts as core
    from legation_core.integrity.keys import parse_key

    shown = core.parse(text)
    core.verify(shown, bytes(Leaf.objects.get(index=3).octets), parse_key(log_key))


def test_a_record_beyond_the_checkpoint_has_no_receipt_yet(person) -> None:
    checkpoints.sign_if_grown()
    record_something(person)
    with pytest.raises(Refused) as refused:
        receipts.receipt(Head.objects.get().size - 1)
    assert refused.value.code == "V910"


def test_a_restored_backup_takes_no_acts_and_signs_nothing(person) -> None:
    record_something(person)
    checkpoints.sign_if_grown()
    forget_since(Head.objects.get().size - 1)
    with pytest.raises(Refused) as act_refused:
        record_something(person, index=2)
    with pytest.raises(Refused) as sign_refused:
        checkpoints.sign_if_grown()
    assert (act_refused.value.code, sign_refused.value.code) == ("V901", "V901")


def test_a_restored_backup_that_grew_otherwise_is_never_signed(person, monkeypatch) -> None:
    record_something(person)
    checkpoints.sign_if_grown()
    size = Head.objects.get().size
    forget_since(size - 1)
    monkeypatch.setattr(signer, "signed_size", lambda: 0)
    record_something(person, index=2)
    record_something(person, index=3)
    monkeypatch.undo()
    with pytest.raises(Refused) as refused:
        checkpoints.sign_if_grown()
    assert refused.value.code == "V906"


def test_recovery_brings_the_published_records_back_and_the_log_goes_on(person, tmp_path, log_key) -> None:
    restored_at = Head.objects.get().size
    for index in range(5):
        record_something(person, index)
    checkpoints.sign_if_grown()
    publishing.publish(tmp_path / "log")
    seen = tmp_path / "seen"
    shutil.copy(tmp_path / "log" / "checkpoint", seen)
    forget_since(restored_at)
    assert recovery.recover(tmp_path / "log") == 5
    record_something(person, index=9)
    checkpoints.sign_if_grown()
    publishing.publish(tmp_path / "log")
    assert verify(tmp_path / "log", "--key", log_key, "--seen", str(seen))[0] == 0


def test_a_witness_cosigns_growth_and_refuses_a_rollback(person, tmp_path, log_key) -> None:
    checkpoints.sign_if_grown()
    publishing.publish(tmp_path / "old")
    record_something(person)
    checkpoints.sign_if_grown()
    publishing.publish(tmp_path / "log")
    memory, name = tmp_path / "memory", "university.example/witness"
    witnesses.cosign(tmp_path / "log", log_key, name, memory, 1_706_000_000)
    code, _, _ = verify(tmp_path / "log", "--key", log_key, "--witness", witnesses.vkey(name))
    with pytest.raises(Refused) as refused:
        witnesses.cosign(tmp_path / "old", log_key, name, memory, 1_706_000_001)
    assert (code, refused.value.code) == (0, "V913")


def test_publication_without_a_demanded_witness_is_refused(tmp_path, log_key) -> None:
    checkpoints.sign_if_grown()
    publishing.publish(tmp_path / "log")
    code, _, _ = verify(tmp_path / "log", "--key", log_key, "--witness", witnesses.vkey("court.example/witness"))
    assert code == 1


def test_a_key_that_others_may_read_is_refused(settings, tmp_path) -> None:
    settings.KEYS_DIR = tmp_path
    keys.create("log").chmod(0o644)
    with pytest.raises(Refused) as refused:
        keys.private_key("log")
    assert refused.value.code == "V904"


def test_a_key_is_never_overwritten(settings, tmp_path) -> None:
    settings.KEYS_DIR = tmp_path
    keys.create("log")
    with pytest.raises(Refused) as refused:
        keys.create("log")
    assert refused.value.code == "V902"
