"""The sections of docs/benchmarks.md: ratios first, absolute figures only for scale."""

from collections.abc import Iterable, Mapping
from statistics import median
from typing import Any

from bench.pairs import Pair, as_pair

Found = Mapping[str, Any]
"""Raw figures of one part, by database."""


def of_acts(found: Found) -> list[str]:
    return ["## Acts", "", *_table(found)]


def of_proofs(found: Found) -> list[str]:
    return ["## Proofs", "", *_table(found)]


def of_counting(found: Found) -> list[str]:
    """Reading, checking and tabulating against plain reading, at each size; the time a protocol shows the growth."""
    (rows,) = found.values()
    lines = [
        "## Counting", "",
        "Protocols read from CSV, checked by the relations of their form and tabulated in two processes, against `csv.reader` over",
        "the same files in the same two processes (medians). The goal, 1,000,000 protocols in 20 s, is 20 µs a protocol; it is not",
        "reached. The load says how many processes wanted the processors: where it is above 2, the seconds are too long.",
        "", "| protocols | against csv.reader | s | µs a protocol | load |", "|---|---|---|---|---|",
    ]  # fmt: skip
    for one in rows:
        ours, plain = median(one["seconds"]), median(one["seconds_csv"])
        each = 1e6 * ours / one["protocols"]
        lines.append(
            f"| {one['protocols']:,} | {ours / plain:.0f} | {ours:.2f} | {each:,.0f} | {one.get('load', '')} |"
        )
    return lines


def of_pages(found: Found) -> list[str]:
    """Time against the same page with 49 stations, then the queries, which do not grow."""
    lines = ["## Pages", "", *_table({where: raw["pairs"] for where, raw in found.items()})]
    lines += ["", "The number of queries does not grow with the stations:", ""]
    lines += ["| page | stations | on | queries | kB of HTML |", "|---|---|---|---|---|"]
    return lines + [
        f"| {row['page']} | {row['stations']:,} | {where} | {row['queries']} | {row['kilobytes']} |"
        for where, raw in found.items()
        for row in raw["queries"]
    ]


def of_desks(found: Found) -> list[str]:
    """The desk of each role: the slowest in a hundred as a ratio, and the queries, which do not grow."""
    lines = [
        "## Desks", "",
        "The slowest in a hundred (p99) of each role's desk against that of an empty page, opened in turn; of fewer than a",
        "hundred runs it is the slowest. Asking again whether the desk is still as it was costs the queries in the last column.",
        "", "| desk of | stations | on | p99 against p99 | median | runs | queries | asking again |", "|---|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    for one in (row for rows in found.values() for row in rows):
        ran = as_pair(one["pair"])
        lines.append(
            f"| {one['role']} | {one['stations']:,} | {ran.where} | {ran.tail:.1f} | {ran.ratio:.1f} | {len(ran.seconds)}"
            f" | {one['queries']} | {one['unchanged']} |"
        )
    return lines


def of_publishing(found: Found) -> list[str]:
    """Freezing and baking at each size, and what one change rewrites."""
    (rows,) = found.values()
    least = rows[0]["seconds"]
    lines = [
        "## Publishing", "",
        "Freezing what is public, writing the whole site, and what one changed address rewrites: the files of its station, and",
        "the collections that name the newest record. Posters are made for up to 1,200 stations. Pages of which no",
        "document changed since the last bake are not rendered again.",
        "", "| stations | files | MB | freezing, s | baking, s | against 49 | changed: files | kB | baking, s |", "|---|---|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    return lines + [
        f"| {one['stations']:,} | {one['files']:,} | {one['octets'] / 1e6:,.1f} | {one['freezing']:.1f} | {one['seconds']:.1f}"
        f" | {one['seconds'] / least:.1f} | {one['change_files']} | {one['change_octets'] / 1e3:,.0f}"
        f" | {one['change_seconds']:.1f} |"
        for one in rows
    ]


def of_serving(found: Found) -> list[str]:
    """Requests, not time, so the figure is the other way round."""
    (raw,) = found.values()
    one = as_pair(raw)
    return [
        "## Serving", "",
        f"{one.what[0].upper()}{one.what[1:]}, against {one.against}, in turn: {1 / one.ratio:.2f} of its requests a second",
        f"({one.per_second:,.0f} against {one.per_second_against:,.0f}; the client, on the same machine, is the same for both).",
        "The goal is at least 0.8.",
    ]  # fmt: skip


def _table(found: Mapping[str, Iterable[Mapping[str, Any]]]) -> list[str]:
    lines = ["| what | against | on | ratio of time | for scale |", "|---|---|---|---|---|"]
    return lines + [_row(where, as_pair(raw)) for where, rows in found.items() for raw in rows]


def _row(where: str, one: Pair) -> str:
    scale = f"{one.per_second:,.1f} against {one.per_second_against:,.1f} {one.unit} a second"
    return f"| {one.what} | {one.against} | {where} | {one.ratio:.2f} | {scale} |"
