"""Every total of a results publication, counted anew from the figures of its stations, and each difference by name."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from legation_core.recount.reading import (
    DATA,
    FORMS,
    RESULTS,
    STANDINGS,
    TABLES,
    Key,
    Told,
    Unreadable,
    Version,
    document,
    octets,
    table,
    value,
)

MANIFEST = "manifest.json"
PACKAGE = f"{DATA}/datapackage.json"
ENTRIES = "log/tile/entries"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that does not agree: in which file, at which station or group, on which line."""

    file: str
    place: str
    line: str
    published: str
    recounted: str

    @property
    def sentence(self) -> str:
        """`data/tables/totals.csv: country IT, voted: published 5, recounted 4.`"""
        where = ", ".join(part for part in (self.place, self.line) if part)
        return f"{self.file}: {where}: published {self.published}, recounted {self.recounted}."


@dataclass(frozen=True, slots=True)
class Recounted:
    """What was recounted, and what does not agree."""

    contests: int
    stations: int
    totals: int
    manifest: str
    """SHA-256 of the manifest, to look for among the records of the log."""
    in_log: bool
    """Whether a record of the log beside the files names the manifest; `verify` says whether that log is whole."""
    differences: tuple[Difference, ...]


def recount(root: Path) -> Recounted:
    """Recount what is published in `root`, the folder of a public site. Refuses (`Unreadable`) what cannot be read."""
    named = _named(root)
    paths = [f"{DATA}/{path}" for path in named if path.startswith(RESULTS)]
    if not paths:
        raise Unreadable(MANIFEST, "names no results: nothing was published yet")
    told = [document(root, path) for path in sorted(paths)]
    whole = Told("all results documents")
    for one in told:
        whole.versions |= one.versions
        whole.figures |= one.figures
    counted = totals(whole)
    digest, in_log = _in_log(root)
    found = [*_digests(root, named)]
    for one in told:
        contests = {key[0] for key in one.versions}
        found += _compared(one.file, {key: count for key, count in counted.items() if key[0] in contests}, one.totals)
        found += _misordered(one)
    for name in TABLES:
        for form in FORMS:
            found += _tables(table(root, name, form), name, whole, counted)
    if not in_log:
        found.append(Difference(MANIFEST, "SHA-256", "", "named by no record of log/", digest))
    stations = {key[:2] for key in whole.versions}
    return Recounted(len(told), len(stations), len(counted), digest, in_log, tuple(found))


def totals(told: Told) -> dict[Key, int]:
    """Every total by contest, grouping, group and field, from the versions that stand."""
    found: dict[Key, int] = defaultdict(int)
    fields: dict[str, set[str]] = defaultdict(set)
    for contest, _station, _version, name in told.figures:
        fields[contest].add(name)
    for (contest, station, number), one in told.versions.items():
        if not one.stands:
            continue
        for group in _groups(contest, one):
            for standing in STANDINGS:
                found[*group, f"stations/{standing}"] += one.standing == standing
            for name in fields[contest]:
                said = told.figures.get((contest, station, number, name), 0)
                found[*group, name] += said if one.standing == "counted" else 0
                if one.standing == "quarantined":
                    found[*group, f"quarantined/{name}"] += said
    return dict(found)


def _groups(contest: str, one: Version) -> list[Key]:
    places = {"district": one.district or "not_published", "country": one.country, "mission": one.mission}
    return [(contest, "world", "world"), *((contest, by, group) for by, group in places.items())]


def _compared(file: str, wanted: Mapping[Key, int], said: Mapping[Key, int]) -> Iterator[Difference]:
    for key in dict.fromkeys((*wanted, *said)):
        ours, theirs = wanted.get(key), said.get(key)
        if ours != theirs:
            place = " ".join(dict.fromkeys(key[1:3]))
            yield Difference(file, f"{key[0]}, {place}", key[3], _shown(theirs), _shown(ours))


def _tables(told: Told, name: str, whole: Told, counted: Mapping[Key, int]) -> Iterator[Difference]:
    for key in told.twice:
        yield Difference(told.file, ", ".join(key), "", "twice", "once")
    if name == "totals":
        yield from _compared(told.file, counted, told.totals)
        return
    ours: Mapping[Key, Any] = whole.figures if name == "figures" else whole.versions
    theirs: Mapping[Key, Any] = told.figures if name == "figures" else told.versions
    for key in dict.fromkeys((*ours, *theirs)):
        if ours.get(key) != theirs.get(key):
            place = f"{key[0]}, station {key[1]}, version {key[2]}"
            yield Difference(told.file, place, "".join(key[3:]), _shown(theirs.get(key)), _shown(ours.get(key)))


def _misordered(told: Told) -> Iterator[Difference]:
    """Of each station one version stands: the latest."""
    by_station: dict[Key, list[tuple[int, bool]]] = defaultdict(list)
    for key, one in told.versions.items():
        by_station[key[:2]].append((int(key[2]), one.stands))
    for key in told.twice:
        yield Difference(told.file, ", ".join(key), "", "twice", "once")
    for station, versions in by_station.items():
        standing = [number for number, stands in versions if stands]
        latest = max(number for number, _stands in versions)
        if standing != [latest]:
            said = ", ".join(str(number) for number in standing) or "none"
            yield Difference(told.file, ", station ".join(station), "version that stands", said, str(latest))
        if [number for number, _stands in versions] != sorted(number for number, _stands in versions):
            said = ", ".join(str(number) for number, _stands in versions)
            ordered = ", ".join(str(number) for number, _stands in sorted(versions))
            yield Difference(told.file, ", station ".join(station), "order of the versions", said, ordered)


def _named(root: Path) -> dict[str, str]:
    try:
        return {str(path): str(digest) for path, digest in value(root, MANIFEST)["documents"].items()}
    except (KeyError, TypeError, AttributeError) as error:
        raise Unreadable(MANIFEST, "not a manifest") from error


def _digests(root: Path, named: Mapping[str, str]) -> Iterator[Difference]:
    """Every document by the manifest, every table by the description of the data."""
    for path, digest in named.items():
        yield from _digest(root, f"{DATA}/{path}", digest)
    try:
        for one in value(root, PACKAGE)["resources"]:
            yield from _digest(root, f"{DATA}/{one['path']}", str(one["hash"]).removeprefix("sha256:"))
    except (KeyError, TypeError, AttributeError) as error:
        raise Unreadable(PACKAGE, "not a data package") from error


def _digest(root: Path, path: str, digest: str) -> Iterator[Difference]:
    if ".." in Path(path).parts:
        raise Unreadable(path, "leads out of the folder")
    ours = hashlib.sha256(octets(root, path)).hexdigest()
    if ours != digest:
        yield Difference(path, "SHA-256", "", digest, ours)


def _in_log(root: Path) -> tuple[str, bool]:
    digest = hashlib.sha256(octets(root, MANIFEST)).hexdigest()
    files = sorted((root / ENTRIES).rglob("*")) if (root / ENTRIES).is_dir() else []
    return digest, any(digest.encode() in one.read_bytes() for one in files if one.is_file())


def _shown(one: object) -> str:
    if isinstance(one, Version):
        state = "stands" if one.stands else "superseded"
        places = ", ".join((one.country, one.district or "district not published", one.mission))
        return f"{one.standing} ({state}; {places}; reason: {one.reason or 'none'})"
    return "nothing" if one is None else str(one)
