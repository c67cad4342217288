"""What keeps the site from being written is told in a sentence, and what stood in the folder stands there still."""

import errno
import os
from pathlib import Path

import pytest

from legation.project import cli
from legation.public.bake import bake, write
from legation.public.folders import written
from legation.public.routes import addresses
from legation.public.site import Site
from legation_core.problems import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def refusing(monkeypatch: pytest.MonkeyPatch, number: int, call: int = 0) -> None:
    """From its `call`-th call on, `fsync` fails as the system fails with `number`."""
    real, calls = os.fsync, iter(range(10**6))

    def fsync(handle: int) -> None:
        if next(calls) >= call:
            raise OSError(number, os.strerror(number))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)


def standing(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("case", "number", "code"),
    [
        ("disk full", errno.ENOSPC, "V950"),
        ("quota used up", errno.EDQUOT, "V950"),
        ("wrong owner", errno.EACCES, "V951"),
        ("not allowed", errno.EPERM, "V951"),
        ("read only", errno.EROFS, "V952"),
    ],
)
def test_what_the_system_refuses_is_told(case: str, number: int, code: str, tmp_path: Path, monkeypatch) -> None:
    refusing(monkeypatch, number)
    with pytest.raises(Refused) as refused, written(tmp_path):
        write(tmp_path / "en/index.html", b"new")
    assert (refused.value.code, standing(tmp_path)) == (code, {})


def test_a_disk_that_fills_up_leaves_the_old_site_and_the_next_bake_ends_the_work(
    changed: Site, tmp_path: Path, monkeypatch
) -> None:
    few = [one for one in addresses(changed) if one.file.startswith(("en/stations/t", "manifest", "data/stations/t"))]
    monkeypatch.setattr("legation.public.bake.addresses", lambda _site: iter(few))
    old = {one.file: b"old" for one in few}
    for name, octets in old.items():
        write(tmp_path / name, octets)
    with monkeypatch.context() as full, pytest.raises(Refused) as refused, written(tmp_path):
        refusing(full, errno.ENOSPC, 2)
        bake(changed, tmp_path)
    assert refused.value.code == "V950"
    after, new = standing(tmp_path), {one.file: one.render() for one in few}
    assert [name for name, octets in after.items() if octets not in (b"old", new.get(name))] == []
    assert (set(after), after["manifest.json"]) == (set(old), b"old")
    bake(changed, tmp_path)
    assert standing(tmp_path) == new


def test_a_folder_that_leads_elsewhere_is_refused_and_nothing_is_written_there(tmp_path: Path) -> None:
    outside, site = tmp_path / "outside", tmp_path / "site"
    outside.mkdir()
    site.mkdir()
    (site / "en").symlink_to(outside)
    with pytest.raises(Refused) as refused, written(site):
        write(site / "en/index.html", b"new")
    assert (refused.value.code, refused.value.problem.facts["path"]) == ("V953", str(site / "en"))
    assert list(outside.iterdir()) == []


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with written(tmp_path / "link"):
        write(tmp_path / "link" / "en/index.html", b"new")
    assert standing(tmp_path / "real") == {"en/index.html": b"new"}


def test_a_link_in_the_place_of_a_file_is_replaced_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside").write_bytes(b"theirs")
    site = tmp_path / "site"
    site.mkdir()
    for name in ("index.html", ".index.html.new"):
        (site / name).symlink_to(tmp_path / "outside")
    write(site / "index.html", b"new")
    assert ((tmp_path / "outside").read_bytes(), standing(site)) == (b"theirs", {"index.html": b"new"})


def test_a_file_in_the_place_of_the_folder_is_told_at_the_terminal(tmp_path: Path, capsys) -> None:
    (tmp_path / "site").write_text("a file")
    assert cli.main(["publish", str(tmp_path / "site"), "--election", "az2024"]) == 1
    assert "is a file where a folder must be" in capsys.readouterr().err
