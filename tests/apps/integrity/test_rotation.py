"""The log's key is handed on by a record that the old key signs; verifiers of both keys know where they stand."""

import pytest

from legation.integrity import keys, queries, rotation
from legation.project.cli import main
from legation_core.__main__ import main as verifier
from legation_core.integrity.keys import parse_key

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_keys(tmp_path, settings) -> None:
    settings.KEYS_DIR = tmp_path / "keys"
    keys.create("log")


def rotate() -> int:
    return main(["keys", "rotate", "log", "--jurisdiction", "AZ"])


def test_the_key_is_handed_on_and_both_keys_say_where_they_stand(tmp_path, capsys) -> None:
    old, folder = queries.log_key(), tmp_path / "log"
    assert main(["log", "publish", str(folder)]) == 0
    seen = tmp_path / "seen"
    seen.write_bytes((folder / "checkpoint").read_bytes())
    size = queries.size()
    assert rotate() == 0
    new = queries.log_key()
    assert (new != old, parse_key(new).name, queries.size()) == (True, parse_key(old).name, size + 1)
    assert new in capsys.readouterr().out
    assert main(["log", "publish", str(folder)]) == 0
    assert verifier(["verify", str(folder), "--key", new]) == 0
    assert verifier(["verify", str(folder), "--seen", str(seen)]) == 0
    capsys.readouterr()
    assert verifier(["verify", str(folder), "--key", old]) == 1
    said = capsys.readouterr().err
    assert said.startswith("V150")
    assert f"record {size}" in said
    assert new in said


def test_the_old_key_is_kept_aside_and_the_files_are_their_owners_alone(settings) -> None:
    old = parse_key(queries.log_key()).id.hex()
    rotate()
    names = {path.name: path.stat().st_mode & 0o077 for path in settings.KEYS_DIR.iterdir()}
    assert names == {"log.pem": 0, f"log-{old}.pem": 0}


def test_whoever_was_killed_before_the_files_changed_records_nothing_twice(monkeypatch) -> None:
    def killed(purpose: str, aside: str) -> None:
        raise KeyboardInterrupt

    size = queries.size()
    with monkeypatch.context() as broken:
        broken.setattr(rotation.keys, "take_over", killed)
        assert rotate() == 130
    assert rotate() == 0
    assert queries.size() == size + 1
    assert main(["log", "sign"]) == 0
