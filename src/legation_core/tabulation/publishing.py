"""The document of published results: every station with every version, what does not balance, and every total.

Whole numbers and texts only, so that its octets are canonical. A district that is not established is not told, and its
stations stand together under `not_published`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from legation_core.lawbook.model import Form, Listed
from legation_core.problems import Refused
from legation_core.protocol.values import Finding
from legation_core.tabulation.totals import Counted, Standing, Total, by, tabulate

STAGES = ("preliminary", "final", "confirmed")
"""In this order; a later publication never goes back to an earlier word."""
GROUPS = ("country", "district", "mission")
NOT_PUBLISHED = "not_published"


@dataclass(frozen=True, slots=True)
class VersionTold:
    """One version: its figures by field, and why it took the place of the one before."""

    version: int
    figures: Mapping[str, int]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StationTold:
    """A station with its versions, the latest last, and the findings of the one that stands."""

    station: str
    country: str
    mission: str
    district: str
    """Empty where it is not established."""
    standing: Standing
    versions: tuple[VersionTold, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the figures."""

    contest: str
    stage: str
    number: int
    published: str
    """The instant, `2019-11-20T09:00Z`."""
    rule: Listed
    form: Form
    names: Mapping[str, str] = field(default_factory=dict)
    """Names of the options, where the institution gives them, as a source prints them."""
    names_source: str = ""


def check_stage(before: str, stage: str, *, complete: bool) -> None:
    """Refuses an unknown word (P440), going back (P441), and a later word while a station is missing (P442)."""
    if stage not in STAGES:
        raise Refused("P440", facts={"stage": stage, "known": ", ".join(STAGES)})
    if before and STAGES.index(stage) < STAGES.index(before):
        raise Refused("P441", facts={"stage": stage, "before": before})
    if stage != STAGES[0] and not complete:
        raise Refused("P442", facts={"stage": stage})


def results_document(head: Head, stations: Sequence[StationTold]) -> dict[str, object]:
    """The whole document. Refuses (P301) a station twice."""
    fields = field_names(stations)
    rows = [_counted(one, fields) for one in stations]
    totals = [_total("world", "world", tabulate(rows).get("", Total({}, {}, {})))]
    for group in GROUPS:
        found = tabulate(rows, by(group))
        totals += [_total(group, name, found[name]) for name in sorted(found)]
    return {
        "contest": head.contest,
        "stage": head.stage,
        "number": head.number,
        "published": head.published,
        "rule": {"key": head.rule.key, "text": dict(head.rule.text), "source": head.rule.source},
        "form": {"key": head.form.key, "name": dict(head.form.name), "source": head.form.source},
        "lines": [
            {"key": line.key, "number": line.number, "kind": line.kind, "text": dict(line.text)}
            for line in head.form.lines
        ],
        "options": [{"key": key, "name": head.names.get(key, "")} for key in _options(fields)],
        "names_source": head.names_source,
        "fields": fields,
        "stations": [_station(one) for one in stations],
        "totals": totals,
    }


def field_names(stations: Iterable[StationTold]) -> list[str]:
    """Every field that any version has, in the order in which they come."""
    return list(dict.fromkeys(name for one in stations for version in one.versions for name in version.figures))


def _options(fields: Iterable[str]) -> list[str]:
    return sorted({name.partition("/")[2] for name in fields if "/" in name}, key=lambda option: (len(option), option))


def _counted(one: StationTold, fields: Sequence[str]) -> Counted:
    figures = one.versions[-1].figures if one.versions else {}
    groups = {"country": one.country, "district": one.district or NOT_PUBLISHED, "mission": one.mission}
    return Counted(one.station, {name: figures.get(name, 0) for name in fields}, one.standing, groups)


def _total(grouping: str, group: str, total: Total) -> dict[str, object]:
    return {
        "by": grouping,
        "group": group,
        "stations": {str(standing): total.stations.get(standing, 0) for standing in Standing},
        "figures": dict(total.figures),
        "quarantined": dict(total.quarantined),
    }


def _station(one: StationTold) -> dict[str, object]:
    last = len(one.versions) - 1
    return {
        "station": one.station,
        "country": one.country,
        "mission": one.mission,
        "district": one.district,
        "standing": str(one.standing),
        "versions": [
            {
                "version": version.version,
                "stands": place == last,
                "reason": version.reason,
                "figures": dict(version.figures),
            }
            for place, version in enumerate(one.versions)
        ],
        "findings": [_finding(finding) for finding in one.findings],
    }


def _finding(one: Finding) -> dict[str, object]:
    return {
        "code": one.code,
        "severity": one.severity,
        "source": one.source,
        "left": one.left,
        "right": one.right,
        "difference": one.difference,
        "says": dict(one.supervisor),
    }
