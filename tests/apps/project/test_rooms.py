"""The file of conference servers: secrets in files of their own, https alone."""

from pathlib import Path

import pytest

from legation.project.settings.rooms import rooms
from legation.project.settings.sources import SettingError

WHOLE = """
[bigbluebutton]
address = "https://meet.example/bigbluebutton/api/"
tells = "https://legation.example/seminars/events/"
secret_file = "{secret}"

[jitsi]
address = "https://jitsi.example/"
application = "legation"
secret_file = "{secret}"
"""


def read(folder: Path, monkeypatch: pytest.MonkeyPatch, text: str, kept: str = "0123456789abcdef\n") -> dict:
    (folder / "secret").write_text(kept)
    (folder / "rooms.toml").write_text(text.replace("{secret}", str(folder / "secret")))
    monkeypatch.setenv("LEGATION_ROOMS_FILE", str(folder / "rooms.toml"))
    return rooms("LEGATION_ROOMS_FILE")


def test_without_a_file_there_is_no_server(monkeypatch) -> None:
    monkeypatch.delenv("LEGATION_ROOMS_FILE", raising=False)
    assert rooms("LEGATION_ROOMS_FILE") == {}


def test_each_server_has_its_secret(tmp_path, monkeypatch) -> None:
    assert read(tmp_path, monkeypatch, WHOLE) == {
        "bigbluebutton": {
            "address": "https://meet.example/bigbluebutton/api/",
            "tells": "https://legation.example/seminars/events/",
            "secret": "0123456789abcdef",
        },
        "jitsi": {"address": "https://jitsi.example/", "application": "legation", "secret": "0123456789abcdef"},
    }


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("https://jitsi.example/", "http://jitsi.example/"),
        ("https://jitsi.example/", "https://jitsi.example"),
        ('application = "legation"', ""),
        ("{secret}", "/nowhere/secret"),
        ("[jitsi]", "[jitsi"),
    ],
)
def test_what_cannot_be_used_is_told_at_the_start(tmp_path, monkeypatch, before, after) -> None:
    with pytest.raises(SettingError, match="LEGATION_ROOMS_FILE"):
        read(tmp_path, monkeypatch, WHOLE.replace(before, after))


def test_a_short_secret_is_none(tmp_path, monkeypatch) -> None:
    with pytest.raises(SettingError, match="16 characters"):
        read(tmp_path, monkeypatch, WHOLE, "short")
