"""Verbs of the count: protocols brought in from files, results, findings, the draw of a batch audit."""

import hashlib
import json
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path

from legation.accounts.queries import actor_by_code
from legation.base import clock
from legation.base.verbs import DONE, REFUSED, Verb, print_json, print_table, progress
from legation.count import actions, queries
from legation.plan import queries as plan
from legation.readers.raw import raw_rows
from legation_core.problems import Refused
from legation_core.protocol import mapping
from legation_core.protocol.comparing import fields
from legation_core.protocol.mapping import Map
from legation_core.protocol.taking import Row, Taken
from legation_core.tabulation import auditing
from legation_core.tabulation.publishing import STAGES
from legation_core.tabulation.totals import Standing, Total
from legation_core.words import sentence

SHOWN = 5
"""Protocols that a dry run shows."""


def bring(chosen: Namespace) -> int:
    """Take the protocols of published files; or show how the first would be read, and keep nothing."""
    at = clock.now()
    by = actor_by_code(chosen.by, at, chosen.role)
    octets = chosen.map.read_bytes()
    described = mapping.read(octets)
    if chosen.form and chosen.form != described.form:
        raise Refused("P435", facts={"form": chosen.form, "described": described.form})
    digests = [hashlib.sha256(one).hexdigest() for one in (octets, *(path.read_bytes() for path in chosen.files))]
    files = _rows(described, chosen.files)
    try:
        if chosen.dry_run:
            taken = actions.read(plan.election_for(by, chosen.election), described, files, by=by, at=at)
            _show(taken)
            print(f"{len(taken.protocols)} protocols; nothing was kept, as asked")
            return DONE
        brought = actions.import_protocols(
            election=chosen.election, contest=chosen.contest, described=described, files=files, digests=digests,
            by=by, at=at,
        )  # fmt: skip
    except Refused as refused:
        for one in refused.problems:
            print(sentence(one))
        progress(f"{len(refused.problems)} problems; nothing was kept")
        return REFUSED
    _tell(brought.taken)
    print(f"{brought.new} protocols kept, {brought.unchanged} were here already")
    return DONE


def _rows(described: Map, paths: list[Path]) -> list[list[Row]]:
    if len(paths) != len(described.files):
        raise Refused("P405", facts={"files": len(paths), "described": len(described.files)})
    pairs = zip(described.files, paths, strict=True)
    return [list(raw_rows(path, encoding=one.encoding, delimiter=one.delimiter)) for one, path in pairs]


def _show(taken: Taken) -> None:
    for one in taken.protocols[:SHOWN]:
        said = ", ".join(f"{name} {value}" for name, value in fields(one.protocol).items())
        print(f"row {one.row}: station {one.station}, version {one.version}: {said}")
    _tell(taken)


def _tell(taken: Taken) -> None:
    for one in taken.disagreements:
        print(f"row {one.row} ({one.name}): {one.field} is {one.theirs} in the file, {one.ours} by its rows")
    if taken.missing:
        print(f"{len(taken.missing)} stations have no protocol here: {', '.join(taken.missing[:20])}")
    if taken.left_out:
        print(f"{taken.left_out} rows left out, as the map says")


def results(chosen: Namespace) -> int:
    """Sums over all stations, or by group, each with the number of stations behind it."""
    at = clock.now()
    found = queries.results(
        actor_by_code(chosen.person, at, chosen.role), chosen.election, chosen.contest, chosen.by, at
    )
    rows = [_total(name, one) for name, one in found.groups.items()]
    if chosen.json:
        print_json(
            {
                "election": found.election.code,
                "contest": found.contest,
                "part": "abroad",
                "options": list(found.options),
                "later_versions": found.later_versions,
                "totals": rows,
            }
        )
    else:
        print_table([{**{key: row[key] for key in ("group", "counted", "expected")}, **_flat(row)} for row in rows])
    return DONE


def _total(name: str, total: Total) -> dict[str, object]:
    return {
        "group": name,
        "counted": total.counted,
        "expected": total.expected,
        "missing": total.stations.get(Standing.MISSING, 0),
        "complete": total.complete,
        "figures": dict(total.figures),
    }


def _flat(row: dict[str, object]) -> dict[str, object]:
    figures = row["figures"]
    return (
        {"figures": " ".join(f"{key}={count}" for key, count in figures.items())} if isinstance(figures, dict) else {}
    )


def publish(chosen: Namespace) -> int:
    """Propose to publish the results that stand now; a second person confirms."""
    at = clock.now()
    by = actor_by_code(chosen.by, at, chosen.role)
    names = json.loads(chosen.names.read_text(encoding="utf-8")) if chosen.names else {}
    value = plan.election_for(by, chosen.election)
    contest = chosen.contest or value.kind
    octets = queries.document(by, chosen.election, contest, chosen.stage, names, chosen.source, at)
    code = actions.publish_results.propose(
        election=chosen.election, contest=contest, stage=chosen.stage, names=names, source=chosen.source,
        read=actions.figures_digest(octets), by=by, at=at,
    )  # fmt: skip
    print(code)
    progress("Proposed. A second person of the commission confirms it: legation joint confirm CODE --by PERSON")
    return DONE


def findings(chosen: Namespace) -> int:
    """Each relation that does not hold; 1 where there is one."""
    at = clock.now()
    rows = queries.findings(actor_by_code(chosen.person, at, chosen.role), chosen.election, chosen.contest, at)
    if chosen.json:
        print_json(rows)
    else:
        print_table([{key: row[key] for key in ("station", "number", "code", "difference", "says")} for row in rows])
    return REFUSED if rows else DONE


def audit_sample(chosen: Namespace) -> int:
    """The stations that are counted again by hand, from a seed that was thrown in public."""
    at = clock.now()
    stations = queries.auditable(actor_by_code(chosen.person, at, chosen.role), chosen.election, at)
    size = auditing.size_for(len(stations), chosen.wrong, chosen.risk) if chosen.size is None else chosen.size
    drawn = [asdict(one) for one in auditing.sample(chosen.seed, stations, size)]
    if chosen.json:
        wanted = {} if chosen.size is not None else {"wrong": chosen.wrong, "risk": str(chosen.risk)}
        print_json({"election": chosen.election, "seed": chosen.seed, "stations": stations, **wanted, "sample": drawn})
    else:
        print_table(drawn)
        progress(f"{size} of {len(stations)} stations; docs/batch-audit.md says how to draw them by hand")
    return DONE


def _share(text: str) -> Fraction:
    """An exact share: `0.05`, `1/20`, `5%`."""
    try:
        return Fraction(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except (ValueError, ZeroDivisionError) as error:
        raise ArgumentTypeError(f"{text!r} is no share; write it like 5%, 0.05 or 1/20") from error


def _auditing(parser: ArgumentParser) -> None:
    _read_by(parser)
    parser.add_argument("--seed", required=True, help="at least 20 digits, thrown with ten-sided dice in public")
    parser.add_argument("--size", type=int, help="how many stations; without it, what --wrong and --risk ask for")
    parser.add_argument("--wrong", type=int, default=1, help="the sample must not miss this many wrong stations ...")
    parser.add_argument("--risk", type=_share, default=Fraction(1, 20), help="... but for this chance (default: 5%%)")


def _reading(parser: ArgumentParser) -> None:
    _read_by(parser)
    parser.add_argument("--contest", default="", help="the contest (default: the election's own)")


def _read_by(parser: ArgumentParser) -> None:
    parser.add_argument("election", help="code of the election")
    parser.add_argument("--as", dest="person", required=True, metavar="PERSON", help="code of the person who reads")
    parser.add_argument("--role", default="", help="the role they act in, where they hold several")
    parser.add_argument("--json", action="store_true", help="write JSON to standard output")


def _grouped(parser: ArgumentParser) -> None:
    _reading(parser)
    parser.add_argument("--by", choices=queries.GROUPS, default="", help="sums by this")


def _bringing(parser: ArgumentParser) -> None:
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="CSV, TSV or XLSX, in the order of the map")
    parser.add_argument("--election", required=True, help="code of the election")
    parser.add_argument("--contest", default="", help="the contest (default: the election's own)")
    parser.add_argument("--form", default="", help="the form that the map must be for")
    parser.add_argument("--map", type=Path, required=True, help="TOML file that says which column is what")
    parser.add_argument("--by", required=True, metavar="PERSON", help="code of the person who acts")
    parser.add_argument("--role", default="", help="the role they act in, where they hold several")
    parser.add_argument("--dry-run", action="store_true", help="show the first protocols as they would be read")


def _publishing(parser: ArgumentParser) -> None:
    parser.add_argument("election", help="code of the election")
    parser.add_argument("--contest", default="", help="the contest (default: the election's own)")
    parser.add_argument("--stage", required=True, choices=STAGES, help="under which word")
    parser.add_argument("--names", type=Path, help="JSON file: names of the options by key")
    parser.add_argument("--source", default="", help="where the names were read")
    parser.add_argument("--by", required=True, metavar="PERSON", help="code of the person who acts")
    parser.add_argument("--role", default="", help="the role they act in, where they hold several")


VERBS = [
    Verb(("publish-results",), "propose to publish the results; a second person confirms", _publishing, publish),
    Verb(("protocols", "import"), "bring in protocols from published files, by a map", _bringing, bring),
    Verb(("results",), "sums over all stations, with how many are counted", _grouped, results),
    Verb(("findings",), "list the relations that do not hold; exit 1 where there is one", _reading, findings),
    Verb(("audit-sample",), "draw the stations of a batch audit from a public seed", _auditing, audit_sample),
]
