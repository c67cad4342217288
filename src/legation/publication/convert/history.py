"""What sources say of earlier elections, and what may be claimed of this one beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from legation.publication.convert.facts import texts
from legation.publication.models import EarlierFigure
from legation_core.network.history import (
    Claim,
    Measure,
    Precision,
    Stage,
    Statement,
    contradictions,
    mixed_up,
    most_so_far,
)
from legation_core.values import Text


@dataclass(frozen=True, slots=True)
class Earlier:
    """A statement with the names of its election."""

    names: Text
    said: Statement


def earlier_value(row: EarlierFigure) -> Earlier:
    said = Statement(
        row.earlier,
        row.day,
        Measure(row.measure),
        row.value,
        Precision(row.precision),
        Stage(row.stage),
        row.source,
    )
    return Earlier(Text(row.names), said)


def history_document(found: Sequence[Earlier], *, day: date, stations: int, countries: int) -> dict[str, object]:
    """Earlier elections by day, each with everything that was said of it; the claims; where sources differ."""
    known = [one.said for one in found]
    elections: dict[str, dict[str, object]] = {}
    for one in sorted(found, key=lambda one: (one.said.on, one.said.election)):
        elections.setdefault(
            one.said.election,
            {
                "election": one.said.election,
                "names": texts(one.names),
                "on": one.said.on.isoformat(),
                "said": [_said(own) for own in known if own.election == one.said.election],
            },
        )
    counted = {Measure.STATIONS: stations, Measure.COUNTRIES: countries}
    return {
        "elections": list(elections.values()),
        "claims": [_claim(most_so_far(measure, value, day, known)) for measure, value in counted.items()],
        "contradictions": [[_said(one) for one in group] for group in contradictions(known)],
        "mixed_up": [[_said(one), _said(other)] for one, other in mixed_up(known)],
    }


def _said(one: Statement) -> dict[str, object]:
    return {
        "election": one.election,
        "measure": str(one.measure),
        "value": one.value,
        "precision": str(one.precision),
        "stage": str(one.stage),
        "source": one.source,
    }


def _claim(one: Claim) -> dict[str, object]:
    return {
        "measure": str(one.measure),
        "value": one.value,
        "verdict": str(one.verdict),
        "highest": _said(one.highest) if one.highest else None,
        "against": _all_said(one.against),
        "loose": _all_said(one.loose),
        "silent": list(one.silent),
    }


def _all_said(found: Iterable[Statement]) -> list[dict[str, object]]:
    return [_said(one) for one in found]
