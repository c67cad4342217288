"""Emblems and borders that an operator names: taken, freed of what is not picture, refused with the variable's name."""

import io
import json
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from legation.project.settings.appearance import borders, emblems
from legation.project.settings.sources import SettingError, address


def emblem() -> bytes:
    about = PngInfo()
    about.add_text("Author", "Somebody")
    out = io.BytesIO()
    Image.new("RGBA", (4, 4), (42, 47, 158, 255)).save(out, "PNG", pnginfo=about)
    return out.getvalue()


def test_an_emblem_is_taken_without_who_made_it(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "ministry.png").write_bytes(emblem())
    monkeypatch.setenv("EMBLEMS", str(tmp_path))
    (found,) = emblems("EMBLEMS").values()
    assert b"Somebody" in emblem()
    assert b"Somebody" not in found
    assert Image.open(io.BytesIO(found)).getpixel((0, 0)) == (42, 47, 158, 255)


@pytest.mark.parametrize(
    ("name", "octets"),
    [("ministry.png", b"<svg onload=alert(1)>"), ("ministry.png", b"\x89PNG\r\n\x1a\n" + bytes(70000))],
)
def test_what_is_no_small_png_is_refused_by_name(tmp_path: Path, monkeypatch, name, octets) -> None:
    (tmp_path / name).write_bytes(octets)
    monkeypatch.setenv("EMBLEMS", str(tmp_path))
    with pytest.raises(SettingError, match=r"EMBLEMS: ministry\.png"):
        emblems("EMBLEMS")


SQUARE = [[[44.5, 38.4], [50.4, 38.4], [50.4, 41.9], [44.5, 38.4]]]


@pytest.mark.parametrize(
    ("kind", "coordinates"),
    [("LineString", SQUARE[0]), ("MultiLineString", SQUARE), ("Polygon", SQUARE), ("MultiPolygon", [SQUARE])],
)
def test_borders_are_lines_with_a_name(tmp_path: Path, monkeypatch, kind, coordinates) -> None:
    file = tmp_path / "borders.geojson"
    file.write_text(
        json.dumps({"name": "Ours", "features": [{"geometry": {"type": kind, "coordinates": coordinates}}]})
    )
    monkeypatch.setenv("BORDERS", str(file))
    line = [[3840, 4450], [3840, 5040], [4190, 5040], [3840, 4450]]
    assert borders("BORDERS") == {"name": "Ours", "lines": [line]}


@pytest.mark.parametrize("text", ["", "{}", '{"name": "", "features": []}', '{"name": "x", "features": [{}]}'])
def test_borders_that_cannot_be_read_are_refused_by_name(tmp_path: Path, monkeypatch, text) -> None:
    file = tmp_path / "borders.geojson"
    file.write_text(text)
    monkeypatch.setenv("BORDERS", str(file))
    with pytest.raises(SettingError, match="BORDERS: "):
        borders("BORDERS")


@pytest.mark.parametrize("text", ["http://vote.example/", "https://vote.example", "vote.example/"])
def test_an_address_that_no_telephone_opens_safely_is_refused(monkeypatch, text) -> None:
    monkeypatch.setenv("ADDRESS", text)
    with pytest.raises(SettingError, match="ADDRESS: "):
        address("ADDRESS", "")
