"""What was only inferred stands nowhere in public: not in the log, not in documents, tables and standards."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from legation.integrity import queries as log
from legation.integrity.models import Leaf, PrivatePart
from legation.integrity.web.sentences import sentence
from legation.public.routes import address
from legation.public.site import CODES, Site
from legation.publication import actions, queries
from legation.stations import actions as stations
from legation.stations.models import Station
from legation_core.integrity import leaf

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
WITHHELD = ("district", "number", "before", "after")


@pytest.fixture
def site(db, person) -> Site:
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    return Site(queries.newest("az2024"))


def published(folder: Path) -> Iterator[leaf.Leaf]:
    """Every leaf of the published log, read out of its bundles."""
    for path in sorted(path for path in (folder / "tile/entries").rglob("*") if path.is_file()):
        octets = path.read_bytes()
        while octets:
            size = int.from_bytes(octets[:2], "big")
            yield leaf.read_leaf(octets[2 : 2 + size])
            octets = octets[2 + size :]


def inferred(field: str) -> dict[str, Station]:
    rows = Station.objects.filter(election="az2024").select_related("district")
    return {row.code: row for row in rows if "inferred" in (row.district_basis, getattr(row, f"{field}_basis"))}


def test_the_published_log_tells_no_inferred_number_or_district(site, tmp_path: Path) -> None:
    actions.publish_log(tmp_path)
    told = [one for one in published(tmp_path) if one.election == "az2024" and one.public and "station" in one.public]
    for field, acts in (("district", 3), ("number", 1)):
        names = inferred(field)
        assert len(names) == 32
        lines = [one.public for one in told if field in one.public and one.public["station"] in names]
        assert {line[field] for line in lines} == {None}
        assert len(lines) == acts * 32


def test_what_is_established_is_told(site) -> None:
    rows = {one.facts["station"]: one.facts for one in log.of_kinds("az2024", ("station_numbered",))}
    assert (rows["rome"]["district"], rows["rome"]["number"]) == ("15", 39)


def test_what_is_withheld_is_committed_to(site) -> None:
    row = Leaf.objects.get(kind="station_numbered", subject="station:seoul")
    part = PrivatePart.objects.get(leaf=row)
    private = json.loads(bytes(part.octets))
    assert (private["district"], private["number"]) == ("15", 40)
    assert leaf.commit(bytes(part.salt), private) == leaf.read_leaf(bytes(row.octets)).private


def test_the_sentence_of_a_withheld_number_says_so(site) -> None:
    row = next(one for one in log.of_kinds("az2024", ("station_numbered",)) if one.subject == "station:seoul")
    assert sentence(row) == (
        "The district commission gave the station Seoul its number; number and district are not published."
    )


def test_a_district_that_was_inferred_is_not_told_when_another_takes_its_place(db, person) -> None:
    stations.change_district(
        election="az2024", station="seoul", district="16", reason="decided", effective_on=date(2024, 1, 25),
        by=person("ana"), at=AT,
    )  # fmt: skip
    told = log.of_kinds("az2024", ("station_changed",))[-1]
    assert (told.facts["before"], told.facts["after"]) == (None, "16")
    actions.freeze(election="az2024", by=person("eli"), at=AT)
    changes = [one for one in Site(queries.newest("az2024")).changes if one["station"] == "seoul"]
    assert [(one["field"], one["before"], one["record"]) for one in changes] == [("district", "", told.index)]


def test_no_table_document_or_standard_tells_an_inferred_number_or_district(site) -> None:
    numbers, districts = inferred("number"), inferred("district")
    rows = list(csv.DictReader(io.StringIO(rendered(site, "data/tables/stations.csv").decode("utf-8-sig"))))
    assert {row["number"] for row in rows if row["station"] in numbers} == {"not_published"}
    assert {row["district"] for row in rows if row["station"] in districts} == {"not_published"}
    for code in numbers:
        document = json.loads(rendered(site, f"data/stations/{code}.json"))
        assert (document["number"], document["facts"]["number"]["value"]) == (None, None)
    for code in districts:
        document = json.loads(rendered(site, f"data/stations/{code}.json"))
        assert (document["district"], document["facts"]["district"]["value"]) == (None, None)
    assert {one["code"] for one in site.stations if one["number"] is None} == set(numbers)
    assert {one["code"] for one in site.stations if one["district"] is None} == set(districts)


def test_no_sheet_map_or_format_of_others_tells_an_inferred_number_or_district(site) -> None:
    numbers, districts = inferred("number"), inferred("district")
    sheet = openpyxl.load_workbook(io.BytesIO(rendered(site, "data/tables/stations.xlsx"))).worksheets[0]
    head, *lines = sheet.iter_rows(values_only=True)
    rows = {row["station"]: row for row in (dict(zip(head, line, strict=True)) for line in lines)}
    features = json.loads(rendered(site, "data/tables/stations.geojson"))["features"]
    drawn = {one["properties"]["station"]: one["properties"] for one in features}
    vip = etree.fromstring(rendered(site, "data/standards/vip.xml"))
    units = {one["@id"]: one for one in json.loads(rendered(site, "data/standards/nist.json"))["GpUnit"]}
    for code in numbers:
        assert {rows[code]["number"], drawn[code]["number"]} == {"not_published"}
        assert vip.xpath(f"Precinct[@id='station-{code}']/Number") == []
        assert "Number" not in units[f"station-{code}"]
    for code in districts:
        assert {rows[code]["district"], drawn[code]["district"]} == {"not_published"}
        assert vip.xpath(f"Precinct[@id='station-{code}']/ElectoralDistrictIds") == []


def test_no_page_of_a_station_tells_its_inferred_number(site) -> None:
    pages = {
        (code, language): rendered(site, f"{language}/stations/{code}/").decode()
        for code in inferred("number")
        for language in CODES
    }
    assert [key for key, page in pages.items() if "figure-line" in page] == []


def rendered(site: Site, path: str) -> bytes:
    found = address(site, path)
    assert found is not None, path
    return found.render()
