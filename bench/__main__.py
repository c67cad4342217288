"""`python -m bench [PART ...]`: measures, and writes docs/benchmarks.md and docs/benchmarks.json.

Without a name every part of `bench.parts` is measured. Where parts are named, the figures of the others stay as they
are: each bears the day and the machine of its own measuring.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from bench.parts import PARTS, Where

DOCS = Path(__file__).parents[1] / "docs"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    wanted = list(parser.parse_args(arguments).parts) or list(PARTS)
    kept = _kept()
    with tempfile.TemporaryDirectory() as folder:
        for name in wanted:
            kept[name] = _measured(name, Path(folder))
            _write({name: kept[name] for name in PARTS if name in kept})


def _kept() -> dict[str, Any]:
    """The raw figures of an earlier run, by part."""
    path = DOCS / "benchmarks.json"
    found = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    parts: dict[str, Any] = found.get("parts", {})
    return parts


def _measured(name: str, folder: Path) -> dict[str, Any]:
    """One part on its databases, each in a process of its own."""
    begun = time.monotonic()
    found = {where: _on(name, where, url) for where, url in _databases(PARTS[name].where, folder / f"{name}.sqlite3")}
    took = time.monotonic() - begun
    print(f"{name}: {took:.0f} s", file=sys.stderr, flush=True)
    return {"measured": f"{datetime.now(UTC):%Y-%m-%d}", "machine": machine(), "seconds": round(took), "found": found}


def _databases(where: Where, path: Path) -> list[tuple[str, str]]:
    """Name and address of each database on which a part runs; PostgreSQL only where the environment names one."""
    if where is Where.CORE:
        return [("core", "")]
    given = os.environ.get("LEGATION_DATABASE_URL", "")
    others = (
        [("postgresql", _empty(given, path.stem))] if where is Where.EACH and given.startswith("postgresql") else []
    )
    return [("sqlite", f"sqlite:///{path}"), *others]


def _empty(url: str, name: str) -> str:
    """A database of its own for one part, on the server of `url`."""
    database = f"bench_{name}_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database)))
    return urlsplit(url)._replace(path=f"/{database}").geturl()


def _on(name: str, where: str, url: str) -> Any:
    print(f"{name} on {where} ...", file=sys.stderr, flush=True)
    environment = os.environ | {"PYTHONPATH": "src"} | ({"LEGATION_DATABASE_URL": url} if url else {})
    done = subprocess.run(
        [sys.executable, "-m", "bench.one", name, where],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"bench: {name} on {where} ended with {done.returncode}; see above")
    return json.loads(done.stdout)


def machine() -> str:
    return f"{platform.machine()}, {os.cpu_count()} processors, CPython {platform.python_version()}"


def _write(parts: dict[str, Any]) -> None:
    (DOCS / "benchmarks.json").write_text(json.dumps({"parts": parts}, indent=1) + "\n", encoding="utf-8")
    lines = [
        "# Benchmarks", "",
        "Made by `make bench`, a part of it by `make bench PARTS=NAME`. Every figure is a ratio against something named, both run in",
        "turn in the same session; the raw seconds stand in `benchmarks.json`. Absolute figures are for scale only: they are one",
        "machine's.", "",
    ]  # fmt: skip
    for name, part in parts.items():
        took = f" in {part['seconds']:,} s" if "seconds" in part else ""
        day = f"Measured on {part['measured']}{took} ({part['machine']})."
        lines += [*PARTS[name].section(part["found"]), "", day, ""]
    (DOCS / "benchmarks.md").write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
