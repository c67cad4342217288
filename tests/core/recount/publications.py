"""A small publication of results in a folder, written by the test itself; every figure is invented for it."""

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Any

FIELDS = ("voted", "votes/1")
STATIONS = (("rome", "IT", "it", "counted", ((2, 10, 7),)), ("milan", "IT", "it", "counted", ((1, 4, 9), (2, 5, 3))))
APART = ("oslo", "NO", "no", "quarantined", ((1, 6, 6),))
NONE = ("cairo", "EG", "eg", "missing", ())
STANDINGS = ("counted", "quarantined", "missing", "not_held", "invalidated")


def document() -> dict[str, Any]:
    rows = [*STATIONS, APART, NONE]
    groups = [("world", "world", rows)]
    for place, name in ((1, "country"), (2, "mission")):
        groups += [
            (name, code, [row for row in rows if row[place] == code]) for code in sorted({r[place] for r in rows})
        ]
    groups.append(("district", "not_published", rows))
    return {
        "contest": "president",
        "stage": "final",
        "stations": [_station(row) for row in rows],
        "totals": [_total(*group) for group in groups],
    }


def _station(row: Any) -> dict[str, Any]:
    code, country, mission, standing, versions = row
    told = [
        {
            "version": number,
            "stands": number == versions[-1][0],
            "reason": "",
            "figures": dict(zip(FIELDS, said, strict=True)),
        }
        for number, *said in versions
    ]
    return {
        "station": code, "country": country, "mission": mission, "district": "", "standing": standing, "versions": told,
    }  # fmt: skip


def _total(by: str, group: str, rows: list[Any]) -> dict[str, Any]:
    def summed(standing: str) -> dict[str, int]:
        last = [row[4][-1][1:] for row in rows if row[3] == standing]
        return {name: sum(said[place] for said in last) for place, name in enumerate(FIELDS)}

    return {
        "by": by,
        "group": group,
        "stations": {name: sum(row[3] == name for row in rows) for name in STANDINGS},
        "figures": summed("counted"),
        "quarantined": summed("quarantined") if any(row[3] == "quarantined" for row in rows) else {},
    }


def tables(said: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The three tables of a document, as the open data have them."""
    contest = {"contest": said["contest"]}
    protocols, figures, totals = [], [], []
    for one in said["stations"]:
        where = contest | {key: one[key] for key in ("station", "country", "mission")} | {"district": "not_published"}
        for version in one["versions"] or [{"version": 0, "stands": True, "reason": "", "figures": {}}]:
            head = where | {key: version[key] for key in ("version", "stands", "reason")}
            protocols.append(head | {"standing": one["standing"] if version["stands"] else "superseded"})
            figures += [
                contest | {"station": one["station"], "version": version["version"], "field": name, "value": value}
                for name, value in version["figures"].items()
            ]
    for one in said["totals"]:
        cells = {f"stations/{name}": count for name, count in one["stations"].items()} | one["figures"]
        cells |= {f"quarantined/{name}": count for name, count in one["quarantined"].items()}
        head = contest | {"by": one["by"], "group": one["group"]}
        totals += [head | {"field": name, "value": count} for name, count in cells.items()]
    return {"protocols": protocols, "figures": figures, "totals": totals}


def publish(root: Path, said: dict[str, Any]) -> Path:
    """Write everything as if it had been published so, with its digests and a log that names its manifest."""
    octets = {"results/president.json": json.dumps(said).encode()}
    for name, rows in tables(said).items():
        octets[f"tables/{name}.json"] = json.dumps(rows).encode()
        octets[f"tables/{name}.csv"] = _csv(rows)
    for path, content in octets.items():
        (root / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "data" / path).write_bytes(content)
    return seal(root)


def seal(root: Path) -> Path:
    """Manifest, description and log anew over whatever the files say now."""
    named = {"results/president.json": _digest(root / "data/results/president.json")}
    manifest = json.dumps({"documents": named}).encode()
    (root / "manifest.json").write_bytes(manifest)
    files = sorted((root / "data/tables").iterdir())
    resources = [{"path": f"tables/{one.name}", "hash": f"sha256:{_digest(one)}"} for one in files]
    (root / "data/datapackage.json").write_text(json.dumps({"resources": resources}), encoding="utf-8")
    (root / "log/tile/entries").mkdir(parents=True, exist_ok=True)
    (root / "log/tile/entries/000").write_text(hashlib.sha256(manifest).hexdigest(), encoding="utf-8")
    return root


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _csv(rows: list[dict[str, Any]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    for row in rows:
        writer.writerow({key: str(cell).lower() if isinstance(cell, bool) else cell for key, cell in row.items()})
    return text.getvalue().encode()
