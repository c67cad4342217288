"""The baked site as a whole: every link leads somewhere, nothing personal is in it, pages are light, bakes may stop."""

import gzip
import json
import os
import re
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import openpyxl
import pypdf
import pytest
from lxml import etree

from legation.accounts.models import User
from legation.missions import actions as missions
from legation.public.bake import bake
from legation.public.routes import Address, addresses
from legation.public.site import Site
from legation.publication import actions, queries
from legation.stations import actions as stations
from legation.stations.models import Station

pytestmark = pytest.mark.one_database

ROOT = Path(__file__).parents[3]
AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
REPRESENTATIVE = "samira-quliyeva-nadir"
DEPUTY = "tural-aghazadeh-farid"
TELEPHONE, DUTY = "+994125550137", "+982155501234"
LISTED = "918273"
"""How many voters a mission counts: a number that stands nowhere else."""
FIRST_LOAD = 150_000
"""Octets over the line of a page with everything that it loads, fonts too."""
LOADED = {"link": "href", "script": "src", "img": "src", "source": "srcset"}
FONT = re.compile(r"url\(([^)]+\.woff2)\)")


class Page(HTMLParser):
    """What a page links to, loads, and can be linked to within it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.anchors |= {given["id"]} if "id" in given else set()
        if tag == "link" and given.get("rel") not in ("stylesheet", "icon", "preload"):
            self.links.append(given["href"])
        elif LOADED.get(tag) in given:
            self.loads.append(given[LOADED[tag]])
        elif tag in ("a", "use", "image") and given.get("href"):
            self.links.append(given["href"])


BAKED: list[Path] = []


@pytest.fixture
def baked(db, person, tmp_path_factory) -> Path:
    """The demonstration's site with its log, baked once for these tests, of data that could tell too much."""
    if not BAKED:
        cora = {"by": person("cora"), "at": AT}
        missions.change_mission(code="tabriz", field="duty_phone", value=DUTY, **cora)
        missions.report_voters(
            election="az2024", mission="tabriz", ground="resident_abroad", count=int(LISTED), as_of=date(2024, 1, 22),
            source="the register", **cora,
        )  # fmt: skip
        missions.set_deputies(mission="tabriz", persons=[DEPUTY], **cora)
        letter = {"letter_number": "17/3-QX", "letter_date": date(2024, 1, 22)}
        missions.designate_representative(election="az2024", mission="tabriz", person=REPRESENTATIVE, **cora, **letter)
        User.objects.filter(code="cora").update(telephone=TELEPHONE, telephone_at=AT)
        actions.freeze(election="az2024", by=person("eli"), at=AT)
        folder = tmp_path_factory.mktemp("baked")
        bake(Site(queries.newest("az2024")), folder)
        actions.publish_log(folder / "log")
        BAKED.append(folder)
    return BAKED[0]


def pages(folder: Path) -> Iterator[tuple[Path, Page]]:
    for path in sorted(folder.rglob("*.html")):
        yield path, Page(path.read_text(encoding="utf-8"))


def target(page: Path, link: str, folder: Path) -> Path:
    """The file that a relative address of a page means."""
    path = unquote(urlsplit(link).path)
    found = (page.parent / path).resolve() if path else page
    assert found.is_relative_to(folder.resolve()), link
    return found / "index.html" if path.endswith("/") or found.is_dir() else found


def test_every_link_leads_to_a_file_and_a_place_in_it(baked) -> None:
    read = dict(pages(baked.resolve()))
    missing = set()
    for path, page in read.items():
        for link in {*page.links, *page.loads}:
            if urlsplit(link).scheme:
                continue
            file, anchor = target(path, link, baked), urldefrag(link).fragment
            if not file.exists() or (anchor and file in read and anchor not in read[file].anchors):
                missing.add((path.relative_to(baked).as_posix(), link))
    assert missing == set()


def test_no_page_loads_anything_of_another_host(baked) -> None:
    assert {load for _path, page in pages(baked) for load in page.loads if urlsplit(load).netloc} == set()


def test_nothing_personal_is_in_any_file(baked) -> None:
    told = [REPRESENTATIVE, DEPUTY, TELEPHONE, DUTY]
    told += [code for code in User.objects.values_list("code", flat=True) if len(code) > 5]
    read = {path: unpacked(path) for path in baked.rglob("*") if path.is_file() and "assets" not in path.parts}
    assert {path.suffix for path in read} >= {".html", ".json", ".csv", ".xlsx", ".geojson", ".xml", ".atom", ".pdf"}
    assert [(path.name, text) for path, octets in read.items() for text in told if text.encode() in octets] == []
    counted = [path.name for path, octets in read.items() if LISTED.encode() in octets and "log" not in path.parts]
    assert counted == []


def unpacked(path: Path) -> bytes:
    """What a reader of the file finds in it: sheets out of their archive, papers as their text."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as parts:
            return b"\n".join(parts.read(name) for name in parts.namelist())
    if path.suffix == ".pdf":
        return "".join(page.extract_text() for page in pypdf.PdfReader(path).pages).encode()
    return path.read_bytes()


FIGURES = {"voters", "voters_listed", "registered", "turnout", "votes", "results", "issued", "received", "check_ins"}


def test_no_file_of_data_has_a_field_for_figures_before_their_time(baked) -> None:
    """Neither documents nor tables nor the formats of others; what a column is called stands for what it holds."""
    named: dict[str, set[str]] = {}
    for path in [one for one in (baked / "data").rglob("*") if one.suffix in (".json", ".geojson")]:
        named[path.name] = keys(json.loads(path.read_bytes()))
    for path in (baked / "data").rglob("*.csv"):
        named[path.name] = set(path.read_text("utf-8-sig").partition("\n")[0].strip().split(","))
    for path in (baked / "data").rglob("*.xlsx"):
        named[path.name] = {str(cell.value) for cell in openpyxl.load_workbook(path).worksheets[0][1]}
    named["vip.xml"] = {str(one.tag) for one in etree.parse(baked / "data/standards/vip.xml").iter()}
    assert [(name, found & FIGURES) for name, found in named.items() if found & FIGURES] == []
    assert not {"BallotCounts", "OtherCounts", "Count", "ContestSelection"} & (named["vip.xml"] | named["nist.json"])


def keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*(keys(one) for one in value.values()))
    return set().union(*(keys(one) for one in value)) if isinstance(value, list) else set()


def test_the_first_load_of_every_page_is_light(baked) -> None:
    weights = {path: len(gzip.compress(path.read_bytes())) for path in baked.resolve().rglob("*") if path.is_file()}
    heavy = {}
    for path, page in pages(baked.resolve()):
        own = {target(path, load, baked) for load in page.loads}
        fonts = {
            (sheet.parent / name.strip("'\"")).resolve()
            for sheet in own
            if sheet.suffix == ".css"
            for name in FONT.findall(sheet.read_text())
        }
        script = "arabic" if path.relative_to(baked.resolve()).parts[0] == "ar" else "latin"
        weight = weights[path] + sum(weights[one] for one in own)
        weight += sum(one.stat().st_size for one in fonts if script in one.name or "latin" in one.name)
        if weight > FIRST_LOAD:
            heavy[path.relative_to(baked.resolve()).as_posix()] = weight
    assert heavy == {}


def contents(site: Site) -> dict[str, bytes]:
    """Every file of the site by its name, but for the posters, which one test counts."""
    return {one.file: one.render() for one in addresses(site) if not one.file.endswith(".pdf")}


def rewritten(person, address: str) -> set[str]:
    """The files that a new address of the station in Tabriz alters."""
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    before = contents(Site(queries.newest("az2024")))
    change = {"address": address, "reason": "a larger hall", "effective_on": date(2024, 1, 25)}
    stations.change_address(election="az2024", station="tabriz", by=person("cora"), at=AT, **change)
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    after = contents(Site(queries.newest("az2024")))
    return {name for name in after if before.get(name) != after[name]}


def test_what_one_changed_station_rewrites_does_not_grow_with_the_stations(person, db) -> None:
    """49 stations and 490, the same files: those of the station, and those that name the newest record about any."""
    few = rewritten(person, "12 Bahar Street")
    Station.objects.bulk_create(
        Station(
            election=row.election,
            code=f"{row.code}-more-{copy}",
            mission=row.mission,
            created_at=row.created_at,
            sorting=row.sorting,
        )
        for row in list(Station.objects.filter(election="az2024").select_related("election", "mission"))
        for copy in range(9)
    )
    assert Station.objects.filter(election="az2024").count() == 490
    # Put straight into the table they have no record of their own, so their pages name the newest of the election.
    assert {name for name in rewritten(person, "14 Bahar Street") if "-more" not in name} == few


def some(site: Site) -> Iterator[Address]:
    """Enough of the site to be killed in: files of every kind but posters, and the pages of one language."""
    return (one for one in addresses(site) if not one.file.endswith(".pdf") and one.file[:3] not in ("az/", "ar/"))


def standing(folder: Path) -> dict[Path, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("call", "place"), [("rename", 0), ("rename", 7), ("rename", -1), ("flush", 3)])
def test_a_bake_that_is_killed_leaves_the_old_site_whole(
    db, person, tmp_path: Path, monkeypatch, call: str, place: int
) -> None:
    """A real process, ended by SIGKILL: every old file is there, old or new as a whole; the next bake ends the work."""
    monkeypatch.setattr("legation.public.bake.addresses", some)
    old, new = tmp_path / "old", tmp_path / "new"
    bake(Site(queries.newest("az2024")), old)
    before = standing(old)
    change = {"address": "12 Bahar Street", "reason": "a larger hall", "effective_on": date(2024, 1, 25)}
    stations.change_address(election="az2024", station="tabriz", by=person("cora"), at=AT, **change)
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    site = Site(queries.newest("az2024"))
    bake(site, new)
    after = standing(new)
    number = place % sum(before.get(name) != octets for name, octets in after.items())
    environment = os.environ | {"PYTHONPATH": "src:."}
    line = [sys.executable, "-m", "tests.apps.public.killed", str(new), str(old), call, str(number)]
    assert subprocess.run(line, check=False, env=environment, cwd=ROOT).returncode == -signal.SIGKILL
    stands = {name: (old / name).read_bytes() for name in before}
    assert [name for name, octets in stands.items() if octets not in (before[name], after.get(name))] == []
    assert stands[Path("manifest.json")] == before[Path("manifest.json")]
    bake(site, old)
    assert standing(old) == after
