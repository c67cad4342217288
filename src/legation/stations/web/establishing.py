"""What the rule of establishment says of each mission, and what stands there."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base.actors import Actor, Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.base.wording import text_of
from legation.base.wording.countries import sort_key
from legation.missions import queries as missions
from legation.missions.convert import MissionValue
from legation.missions.queries import Registered
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.readers.answers import octets_of
from legation.stations import queries
from legation.stations.web.competence import standing_of
from legation.stations.web.loads import loads_told
from legation_core.network.stations import State


@dataclass(frozen=True, slots=True)
class Ruled:
    """One mission: its registered voters, what the rule says, how many stations stand, and how many ever did."""

    mission: MissionValue
    registered: Registered
    standing: int
    ever: int

    @property
    def verdict(self) -> str:
        """`lacking`, `surplus`, `unreported`, `open` (one may be created), `fits` or `none`."""
        need = self.registered.need
        if need is None:
            return "unreported"
        if self.standing < need.stations and need.kind == "must":
            return "lacking"
        if self.standing > need.stations:
            return "surplus"
        if need.kind == "may" and not self.standing:
            return "open"
        return "fits" if self.standing else "none"


VERDICTS = ("lacking", "surplus", "unreported", "open", "fits", "none")
"""Worst first."""


def ruled(election: ElectionValue) -> list[Ruled]:
    """Every mission of the jurisdiction against the rule, worst first, then by city."""
    registered = missions.registered(election)
    ever: dict[str, list[str]] = {}
    for one in queries.stations(election, closed=True):
        ever.setdefault(one.mission.code, []).append(one.state)
    rows = [
        Ruled(
            post,
            registered.get(post.code, missions.NOT_REPORTED),
            sum(state != State.CLOSED for state in ever.get(post.code, ())),
            len(ever.get(post.code, ())),
        )
        for post in missions.missions(election.jurisdiction)
    ]
    return sorted(rows, key=lambda row: (VERDICTS.index(row.verdict), sort_key(text_of(row.mission.cities))))


@page(Permission.VOTERS_READ_COUNTS)
def establishment(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    rows, wanted = ruled(value), request.GET.get("verdict", "")
    counts = {name: sum(row.verdict == name for row in rows) for name in VERDICTS}
    context = {
        "election": value,
        "rows": [row for row in rows if wanted in ("", row.verdict)],
        "total": len(rows),
        "chips": [(name, count) for name, count in counts.items() if count],
        "limits": value.rules.establishment,
        "voters": sum(row.registered.total or 0 for row in rows),
        "invented": any(row.registered.invented for row in rows),
        "standing": standing_of(actor, value, "create_station"),
        "loads": loads_told(value),
        "may_overrule": standing_of(actor, value, "overrule_refusal").may,
    }
    return render(request, "stations/establishment.html", context)


@page(Permission.VOTERS_READ_COUNTS)
def export(request: HttpRequest, election: str, form: str) -> HttpResponse:
    value = plan.election_for(request.actor, election)  # type: ignore[attr-defined]
    rows = [row for one in ruled(value) for row in _flat(one)]
    return download(octets_of(rows, form, "Rule"), f"{election}-establishment", form)


def _flat(one: Ruled) -> list[dict[str, object]]:
    """A row for each ground on which voters were reported; one without a ground where none were."""
    need = one.registered.need
    shared: dict[str, object] = {
        "mission": one.mission.code,
        "country": one.mission.country,
        "city": str(one.mission.cities),
        "registered": "" if one.registered.total is None else one.registered.total,
        "rule": need.kind if need else "",
        "stations_by_rule": need.stations if need else "",
        "stations_standing": one.standing,
        "verdict": one.verdict,
        "rule_source": "; ".join(need.sources) if need else "",
    }
    grounds: list[dict[str, object]] = [
        {"ground": two.ground, "count": two.count, "as_of": str(two.as_of), "source": two.source, "basis": two.basis}
        for two in one.registered.reports
    ]
    empty: dict[str, object] = dict.fromkeys(("ground", "count", "as_of", "source", "basis"), "")
    return [shared | ground for ground in grounds or [empty]]
