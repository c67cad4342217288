"""Romania, 10 November 2019: 835 published protocols give the published sums, and 11 stations do not balance."""

import csv
from collections import Counter

from legation_core.protocol import mapping
from legation_core.protocol.checking import Checks
from legation_core.protocol.comparing import fields
from legation_core.protocol.taking import take
from legation_core.tabulation.totals import Counted, tabulate
from tests.core.protocol import books, files

KNOWN = {str(number): str(number) for number in range(1, 836)}
TAKEN = take(mapping.read(files.PLAIN), [files.rows(files.ROMANIA / "protocols.csv")], books.RO, KNOWN)


def test_the_sums_are_those_that_were_published() -> None:
    rows = [Counted(one.station, {**fields(one.protocol)}) for one in TAKEN.protocols]  # type: ignore[dict-item]
    total = tabulate(rows)[""]

    assert (total.counted, total.expected) == (835, 835)
    assert {key: total.figures[key] for key in ("voted", "valid", "invalid", "received", "unused")} == {
        "voted": 649_957,
        "valid": 646_608,
        "invalid": 3_337,
        "received": 4_480_609,
        "unused": 3_830_328,
    }
    with (files.ROMANIA / "candidates.csv").open(encoding="utf-8", newline="") as file:
        published = {row["number"]: int(row["votes_abroad_in_person"]) for row in csv.DictReader(file)}
    assert {option: total.figures[f"candidate_votes/{option}"] for option in TAKEN.options} == published


def test_twelve_findings_stand_at_exactly_eleven_stations() -> None:
    checks = Checks(books.RO)
    found = [(finding.code, one.station) for one in TAKEN.protocols for finding in checks.findings(one.protocol)]

    assert sorted(station for code, station in found if code == "P3") == ["22", "306", "383", "408", "549"]
    assert sorted(int(station) for code, station in found if code == "P4") == [32, 404, 473, 549, 563, 749, 756]
    assert (len(found), len({station for _, station in found})) == (12, 11)


def test_later_versions_are_marked_at_228_stations() -> None:
    versions = Counter(one.version for one in TAKEN.protocols)
    assert versions[2] + versions[3] == 228
    assert set(versions) == {1, 2, 3}
