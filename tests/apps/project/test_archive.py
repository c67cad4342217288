"""The archive of an election: read and verified without the system, once, and without keys."""

import subprocess
import tarfile

import pytest

from legation.integrity import queries as log
from legation.project.cli import main
from legation_core.__main__ import main as verifier

pytestmark = pytest.mark.django_db


def test_an_election_is_archived_and_verified_without_the_system(tmp_path, person, capsys) -> None:
    from legation.base import clock
    from legation.publication import actions

    actions.freeze(election="az2024", by=person("ana"), at=clock.now())
    folder = tmp_path / "az2024"
    assert main(["archive", "az2024", str(folder)]) == 0
    assert subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=folder, check=False).returncode == 0
    assert verifier(["verify", str(folder / "open/site/log"), "--key", log.log_key()]) == 0
    assert [path.name for path in (folder / "open/law").iterdir()] == ["az-1.toml"]
    with tarfile.open(folder / "closed/backup.tar.gz") as closed:
        assert not [name for name in closed.getnames() if name.startswith("keys/")]
    assert log.log_key() in (folder / "README.txt").read_text()
    assert main(["archive", "az2024", str(folder)]) == 1
    assert "V927" in capsys.readouterr().err


def test_an_election_that_nobody_froze_has_nothing_to_hand_over(tmp_path) -> None:
    assert main(["archive", "zz2030", str(tmp_path / "zz")]) == 2
    assert not (tmp_path / "zz").exists()
