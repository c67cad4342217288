"""docs/lawbook.md names every table and key of a lawbook file, and no other table."""

import re
from pathlib import Path

from legation_core.lawbook.schema import TABLES

PAGE = (Path(__file__).parents[3] / "docs/lawbook.md").read_text(encoding="utf-8")


def test_every_table_has_its_part_and_no_other() -> None:
    assert sorted(re.findall(r"^### `(\w+)`", PAGE, re.MULTILINE)) == sorted(TABLES)


def test_every_key_is_named() -> None:
    missing = [(name, key) for name, table in TABLES.items() for key in table.keys if f"`{key}`" not in PAGE]
    assert missing == []
