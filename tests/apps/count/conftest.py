"""Protocols of two stations of the demonstration in a file, with a map; every figure is invented for the test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.core.protocol.cases import AZ_LINES

LINES = [key for key, value in AZ_LINES.items() if isinstance(value, int)]
MAP = f"""
[map]
stations = "code"

[[files]]
station = ["code"]
version = "version"
lines = {{ {", ".join(f'{key} = "{key}"' for key in LINES)} }}
options = {{ line = "candidate_votes", columns = "candidate_([A-Z])" }}
"""


def row(code: str, version: int = 1, **changed: int) -> str:
    values = {**AZ_LINES, **changed}
    return ",".join([code, str(version), *(str(values[key]) for key in LINES), "50", "30", "6"])


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., list[str]]:
    """The words of the call that bring these rows in."""

    def write(*rows: str, by: str = "ana", description: str = MAP) -> list[str]:
        head = ",".join(["code", "version", *LINES, "candidate_A", "candidate_B", "candidate_C"])
        (tmp_path / "protocols.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
        (tmp_path / "map.toml").write_text(description, encoding="utf-8")
        where = [str(tmp_path / "protocols.csv"), "--map", str(tmp_path / "map.toml")]
        return ["protocols", "import", "--election", "az2024", "--by", by, *where]

    return write
