"""The public site as files: the same octets again, and only what changed is written."""

from datetime import UTC, date, datetime
from pathlib import Path

import html5lib
import pytest
from django.test import Client

from legation.public import bake as baking
from legation.public.bake import bake
from legation.public.data import files
from legation.public.links import told_in
from legation.public.remembered import Remembered
from legation.public.routes import addresses
from legation.public.site import CODES, Site
from legation.publication import actions, queries
from legation.stations import actions as stations

pytestmark = pytest.mark.one_database

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
SHOWING_ONE = (
    "index.html",
    "stations/index.html",
    "stations/tabriz/index.html",
    "stations/tabriz.ics",
    "countries/index.html",
    "countries/IR/index.html",
    "day/index.html",
    "wall/index.html",
    "data/index.html",
    "changes/index.html",
    "changes.atom",
)
"""What a new address of the station in Tabriz rewrites in each language: its own pages, and collections that name the
newest record about any station."""
DOCUMENTS_OF_ONE = ("stations/tabriz", "changes", "records", "datapackage")


@pytest.fixture
def site(db, person) -> Site:
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    return Site(queries.newest("az2024"))


def test_a_second_bake_writes_nothing(site, tmp_path: Path) -> None:
    first = bake(site, tmp_path)
    assert (first.written, bake(site, tmp_path).written) == (first.files, 0)


def test_one_changed_station_rewrites_its_pages_and_documents_alone(site, tmp_path: Path, person) -> None:
    bake(site, tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    change = {"address": "12 Bahar Street", "reason": "a larger hall", "effective_on": date(2024, 1, 25)}
    stations.change_address(election="az2024", station="tabriz", by=person("cora"), at=AT, **change)
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    done = bake(Site(queries.newest("az2024")), tmp_path)
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    named = {path.relative_to(tmp_path).as_posix() for path in after if before.get(path) != after[path]}
    tables = {f"data/tables/{name}" for name in files.names() if name.partition(".")[0] in ("stations", "changes")}
    tables |= {"data/standards/vip.xml", "data/standards/nist.json"}
    pages = {f"{code}/{name}" for code in CODES for name in SHOWING_ONE if told_in(code, name)}
    pages |= {f"stations/tabriz/poster-{size}.pdf" for size in ("a3", "a4")}
    assert named == tables | pages | {f"data/{name}.json" for name in DOCUMENTS_OF_ONE} | {
        "index.html",
        "manifest.json",
    }
    assert done.written == len(named)


def test_pages_are_valid_and_served_as_they_are_baked(site, tmp_path: Path) -> None:
    bake(site, tmp_path)
    for name in ("en/", "az/", "en/stations/tabriz/", "en/countries/MT/", "az/day/", "en/calendar/", "en/check/"):
        baked = (tmp_path / name / "index.html").read_bytes()
        html5lib.HTMLParser(strict=True).parse(baked.decode())
        assert Client().get(f"/az2024/public/{name}").content == baked


def test_no_page_tells_an_inferred_number_a_list_size_or_a_note(site, tmp_path: Path) -> None:
    bake(site, tmp_path)
    text = (tmp_path / "en/stations/seoul/index.html").read_text()
    assert "No. 40" not in text
    assert [path for path in tmp_path.rglob("*.json") if "voters_listed" in path.read_text()] == []


def test_what_is_remembered_gives_the_same_files_and_renders_only_what_changed(
    site, tmp_path: Path, person, monkeypatch
) -> None:
    """Made of a few documents each, the pages of other stations are not rendered again; what was touched is mended."""
    folder, lines = tmp_path / "site", tmp_path / "lines.json"
    bake(site, folder, Remembered(lines, site.frozen.documents))
    (folder / "en/stations/rome/index.html").write_text("touched")
    change = {"address": "12 Bahar Street", "reason": "a larger hall", "effective_on": date(2024, 1, 25)}
    stations.change_address(election="az2024", station="tabriz", by=person("cora"), at=AT, **change)
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    after = Site(queries.newest("az2024"))
    made, rendered = baking._made, []
    monkeypatch.setattr(baking, "_made", lambda one, *given: rendered.append(one) or made(one, *given))
    bake(after, folder, Remembered(lines, after.frozen.documents))
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert files == {one.file: one.render() for one in addresses(Site(queries.newest("az2024")))}
    stations_rendered = {one.file for one in rendered if one.of_some and "/stations/" in one.file}
    own = {f"{code}/stations/tabriz{end}" for code in CODES for end in ("/index.html", ".ics")}
    assert stations_rendered == own | {"en/stations/rome/index.html"}


def test_another_program_remembers_nothing(site, tmp_path: Path, monkeypatch) -> None:
    lines = tmp_path / "lines.json"
    kept = Remembered(lines, site.frozen.documents)
    kept.keep("page", ["stations.json"], b"page")
    kept.save()
    (tmp_path / "page").write_bytes(b"page")
    assert Remembered(lines, site.frozen.documents).still("page", tmp_path / "page") == 4
    monkeypatch.setattr("legation.public.remembered.program", lambda: "another")
    assert Remembered(lines, site.frozen.documents).still("page", tmp_path / "page") is None
