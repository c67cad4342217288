"""`python -m bench`: measures on both databases and writes docs/benchmarks.md and docs/benchmarks.json."""

import json
import os
import platform
import subprocess
import sys
import tempfile
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from bench import proofs
from bench.pairs import Pair

DOCS = Path(__file__).parents[1] / "docs"


def on(url: str) -> dict[str, list[dict[str, object]]]:
    """The raw figures of one database, measured in a process of its own."""
    environment = os.environ | {"LEGATION_DATABASE_URL": url, "PYTHONPATH": "src"}
    done = subprocess.run(
        [sys.executable, "-m", "bench.one"], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout)


def main() -> None:
    given = os.environ.get("LEGATION_DATABASE_URL", "")
    with tempfile.TemporaryDirectory() as folder:
        found = [on(f"sqlite:///{folder}/bench.sqlite3")] + ([on(given)] if given.startswith("postgresql") else [])
    pairs = [
        Pair(**{**raw, "seconds": tuple(raw["seconds"]), "seconds_against": tuple(raw["seconds_against"])})
        for one in found
        for raw in one["pairs"]
    ]  # type: ignore[arg-type]
    pairs += proofs.measured()
    queries = list(found[0]["queries"])
    raw = {
        "measured": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": machine(),
        "pairs": [asdict(one) for one in pairs],
        "queries": queries,
    }
    (DOCS / "benchmarks.json").write_text(json.dumps(raw, indent=1) + "\n", encoding="utf-8")
    (DOCS / "benchmarks.md").write_text(report(pairs, queries, raw["measured"]), encoding="utf-8")


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


if __name__ == "__main__":
    main()
