"""Sections of docs/benchmarks.md about the public site."""

from bench.pairs import Pair


def of_publishing(found: list[dict[str, float]]) -> list[str]:
    """The section of the page."""
    least = found[0]["seconds"]
    lines = [
        "", "## Publishing", "",
        "Freezing what is public, writing the whole site, and what one changed address rewrites: the files of its station, and",
        "the collections that name the newest record. Posters are made for up to 1,200 stations. Pages of which no",
        "document changed since the last bake are not rendered again.",
        "", "| stations | files | MB | freezing, s | baking, s | against 49 | changed: files | kB | baking, s |", "|---|---|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    lines += [
        f"| {one['stations']:,} | {one['files']:,} | {one['octets'] / 1e6:,.1f} | {one['freezing']:.1f} | {one['seconds']:.1f}"
        f" | {one['seconds'] / least:.1f} | {one['change_files']} | {one['change_octets'] / 1e3:,.0f}"
        f" | {one['change_seconds']:.1f} |"
        for one in found
    ]
    return lines


def of_serving(one: Pair) -> list[str]:
    """The section of the page: requests, not time, so the figure is the other way round."""
    return [
        "", "## Serving", "",
        f"{one.what[0].upper()}{one.what[1:]}, against {one.against}, in turn: {1 / one.ratio:.2f} of its requests a second",
        f"({one.per_second:,.0f} against {one.per_second_against:,.0f}; the client, on the same machine, is the same for both).",
        "The goal is at least 0.8.",
    ]  # fmt: skip
