"""`python -m bench`: measures on both databases and writes docs/benchmarks.md and docs/benchmarks.json."""

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench import proofs
from bench.pairs import Pair
from bench.report import of_publishing, of_serving

DOCS = Path(__file__).parents[1] / "docs"


def on(url: str) -> dict[str, Any]:
    """The raw figures of one database, measured in a process of its own."""
    environment = os.environ | {"LEGATION_DATABASE_URL": url, "PYTHONPATH": "src"}
    done = subprocess.run(
        [sys.executable, "-m", "bench.one"], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def main() -> None:
    given = os.environ.get("LEGATION_DATABASE_URL", "")
    with tempfile.TemporaryDirectory() as folder:
        found = [on(f"sqlite:///{folder}/bench.sqlite3")] + ([on(given)] if given.startswith("postgresql") else [])
    pairs = [as_pair(raw) for one in found for raw in one["pairs"]]
    desks = [raw | {"pair": as_pair(raw["pair"])} for one in found for raw in one["desks"]]
    pairs += proofs.measured()
    queries, published, served = found[0]["queries"], found[0]["published"], as_pair(found[0]["served"])
    raw = {
        "measured": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": machine(),
        "pairs": [asdict(one) for one in pairs],
        "queries": queries,
        "desks": [raw for one in found for raw in one["desks"]],
        "published": published,
        "served": asdict(served),
    }
    (DOCS / "benchmarks.json").write_text(json.dumps(raw, indent=1) + "\n", encoding="utf-8")
    sections = [*report_of_desks(desks), *of_publishing(published), *of_serving(served)]
    whole = report(pairs, queries, raw["measured"]) + "\n".join(sections) + "\n"
    (DOCS / "benchmarks.md").write_text(whole, encoding="utf-8")


def as_pair(raw: Mapping[str, Any]) -> Pair:
    return Pair(**{**raw, "seconds": tuple(raw["seconds"]), "seconds_against": tuple(raw["seconds_against"])})


def machine() -> str:
    return f"{platform.machine()}, {os.cpu_count()} processors, CPython {platform.python_version()}"


def report(pairs: list[Pair], queries: list[dict[str, object]], day: str) -> str:
    """The page: ratios first, absolute figures only for scale."""
    lines = [
        "# Benchmarks", "",
        f"Made by `make bench` on {day} ({machine()}). Every figure is a ratio against something named, both run in turn in the",
        "same session; the raw seconds stand in `benchmarks.json`. Absolute figures are for scale only: they are one machine's.", "",
        "| what | against | on | ratio of time | for scale |", "|---|---|---|---|---|",
    ]  # fmt: skip
    for one in pairs:
        scale = f"{one.per_second:,.1f} against {one.per_second_against:,.1f} {one.unit} a second"
        lines.append(f"| {one.what} | {one.against} | {one.where or 'core'} | {one.ratio:.2f} | {scale} |")
    lines += ["", "## Queries a page", "", "The number of queries does not grow with the stations.", ""]
    lines += ["| page | stations | queries | kB of HTML |", "|---|---|---|---|"]
    lines += [f"| {row['page']} | {row['stations']:,} | {row['queries']} | {row['kilobytes']} |" for row in queries]
    return "\n".join(lines) + "\n"


def report_of_desks(desks: list[dict[str, Any]]) -> list[str]:
    """The desk of each role: the slowest in a hundred as a ratio, and the queries, which do not grow."""
    lines = [
        "", "## Desks", "",
        "The slowest in a hundred (p99) of each role's desk against that of an empty page, opened in turn; of fewer than a",
        "hundred runs it is the slowest. Asking again whether the desk is still as it was costs the queries in the last column.",
        "", "| desk of | stations | on | p99 against p99 | median | runs | queries | asking again |", "|---|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    for one in desks:
        ran: Pair = one["pair"]
        lines.append(
            f"| {one['role']} | {one['stations']:,} | {ran.where} | {ran.tail:.1f} | {ran.ratio:.1f} | {len(ran.seconds)}"
            f" | {one['queries']} | {one['unchanged']} |"
        )
    return lines


if __name__ == "__main__":
    main()
