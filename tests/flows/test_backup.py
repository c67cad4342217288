"""Full circle of a backup, at the terminal and on the database of this run: made, lost, restored, the log goes on."""

import io
import json
import os
import re
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings

FIRST = ("--jurisdiction", "AZ", "--role", "commission_chair", "--name", "Ana")


class Installation:
    """An installation of its own, driven by the `legation` command alone."""

    def __init__(self, home: Path, database: str) -> None:
        secret = home / "secret"
        home.mkdir(parents=True)
        secret.write_text("s" * 64, encoding="utf-8")
        self.home = home
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("LEGATION_", "DJANGO_"))},
            "LEGATION_MODE": "production",
            "LEGATION_DATA_DIR": str(home),
            "LEGATION_HOSTS": "elections.example",
            "LEGATION_SECRET_KEY_FILE": str(secret),
            "LEGATION_LOG_ORIGIN": "elections.example/log",
            "LEGATION_DATABASE_URL": database or f"sqlite:///{home}/legation.sqlite3",
        }

    def says(self, *words: str, code: int = 0) -> str:
        command = [sys.executable, "-m", "legation.project.cli", *words]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stderr
        return done.stdout + done.stderr

    def add(self, person: str, code: int = 0) -> str:
        return self.says("account", "add", person, *FIRST, code=code)

    def facts(self) -> dict[str, object]:
        return json.loads(self.says("log", "show", "--json"))


@pytest.fixture
def databases() -> Iterator[list[str]]:
    """Addresses of two databases like that of this run: empty on SQLite (a file each), made anew on PostgreSQL."""
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        yield ["", ""]
        return
    found = settings.DATABASES["default"]
    server = ("-h", found["HOST"], "-U", found["USER"])
    names = [f"{found['NAME']}_{which}" for which in ("one", "two")]  # the run's own, each process of it has another
    for name in names:
        subprocess.run(["createdb", *server, name], check=True)
    yield [f"postgresql://{found['USER']}@/{name}?host={found['HOST']}" for name in names]
    for name in names:
        subprocess.run(["dropdb", "--force", *server, name], check=True)


def test_an_old_backup_is_restored_and_the_log_goes_on_without_a_fork(tmp_path, databases) -> None:
    here = Installation(tmp_path / "here", databases[0])
    here.says("prepare")
    here.add("ana")
    here.says("log", "sign")
    archive, published = tmp_path / "old.tar.gz", tmp_path / "published"
    assert "The keys are not inside" in here.says("backup", str(archive))
    here.add("eli")
    here.says("log", "publish", str(published))
    before = here.facts()

    assert "V924" in here.says("restore", str(archive), code=1)
    said = here.says("restore", str(archive), "--replace")
    assert "1 records were signed here after this backup" in said
    assert "V901" in here.add("fay", code=1)
    assert "1 records came back" in here.says("log", "recover", str(published))
    here.add("fay")
    here.says("log", "publish", str(published))
    after = here.facts()
    assert (before["records"], after["records"], after["key"]) == (2, 3, before["key"])
    seen = tmp_path / "seen"
    seen.write_bytes((here.home / "state" / "last-checkpoint").read_bytes())
    verify = [sys.executable, "-m", "legation_core", "verify", published, "--key", str(after["key"]), "--seen", seen]
    assert subprocess.run(verify, env=here.environment, capture_output=True, check=False).returncode == 0


def test_a_backup_moves_an_installation_to_another_machine(tmp_path, databases) -> None:
    here = Installation(tmp_path / "here", databases[0])
    here.says("prepare")
    here.add("ana")
    here.says("log", "sign")
    (here.home / "files" / "ab").mkdir(parents=True)
    (here.home / "files" / "ab" / ("ab" + "0" * 62)).write_bytes(b"a paper")
    archive = tmp_path / "whole.tar.gz"
    assert "KEYS ARE INSIDE" in here.says("backup", str(archive), "--with-keys")
    assert "V920" in here.says("backup", str(archive), code=1)
    assert archive.stat().st_mode & 0o077 == 0

    there = Installation(tmp_path / "there", databases[1])
    assert "What the signer remembers comes from the backup" in there.says("restore", str(archive))
    assert there.facts() == here.facts()
    assert (there.home / "files" / "ab" / ("ab" + "0" * 62)).read_bytes() == b"a paper"
    there.add("eli")
    assert "checkpoint over 2 records signed" in there.says("log", "sign")


def _altered(archive: Path, target: Path, change: Callable[[str, bytes], tuple[str, bytes]]) -> Path:
    """The archive again, with `change(name, content)` in place of each part."""
    with tarfile.open(archive) as old, tarfile.open(target, "w:gz") as new:
        for member in old.getmembers():
            name, content = change(member.name, old.extractfile(member).read())
            info = tarfile.TarInfo(name)
            info.size = len(content)
            new.addfile(info, io.BytesIO(content))
    return target


def test_what_is_damaged_or_foreign_is_refused_and_nothing_is_touched(tmp_path, databases) -> None:
    here = Installation(tmp_path / "here", databases[0])
    here.says("prepare")
    here.add("ana")
    here.says("log", "sign")
    archive = tmp_path / "a.tar.gz"
    here.says("backup", str(archive))
    facts = here.facts()
    flipped = _altered(
        archive, tmp_path / "f.tar.gz", lambda n, c: (n, c[:-9] + b"x" * 9 if n.startswith("database") else c)
    )
    outside = _altered(
        archive, tmp_path / "o.tar.gz",
        lambda n, c: (n.replace("state/origin", "../origin"), re.sub(rb"database\.\w+", b"../../evil", c)),
    )  # fmt: skip
    (tmp_path / "text").write_text("no archive", encoding="utf-8")
    codes = [
        here.says("restore", str(path), "--replace", code=1).split(" ")[0]
        for path in (flipped, outside, tmp_path / "text")
    ]
    assert codes == ["V922", "V922", "V921"]
    here.environment["LEGATION_LOG_ORIGIN"] = "other.example/log"
    assert here.facts()["records"] == facts["records"]
    (here.home / "state" / "last-checkpoint").write_text(
        (here.home / "state" / "last-checkpoint").read_text().replace("elections.example", "another.example")
    )
    assert "V926" in here.says("restore", str(archive), "--replace", code=1)
