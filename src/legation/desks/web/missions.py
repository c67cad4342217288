"""Missions as everybody at home and their own people see them: record, voters, what the rule says, their stations."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base import clock
from legation.base.actors import Actor, Permission
from legation.base.downloads import download
from legation.base.web import page
from legation.base.wording import text_of
from legation.base.wording.countries import country_name, region_name, sort_key
from legation.desks import hosts
from legation.desks.calendars import grounds
from legation.desks.changes import DAY
from legation.desks.hosts import Host
from legation.desks.readiness import WORST, Readiness, readiness
from legation.integrity import queries as log
from legation.integrity.web.sentences import in_sentences
from legation.missions import queries
from legation.missions.convert import MissionValue
from legation.missions.permissions import scopes_of
from legation.missions.queries import Registered
from legation.missions.queries import consent as consents
from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.plan.permissions import acts_for
from legation.readers.answers import octets_of
from legation.stations import queries as stations
from legation.stations.convert import StationValue
from legation_core.network.stations import State
from legation_core.register.folding import fold


@dataclass(frozen=True, slots=True)
class Row:
    """A mission in the list; `opens` says whether this actor may open its page."""

    ready: Readiness
    opens: bool
    host: Host
    consent_moved: str = ""
    """The state to which the host's consent came since yesterday."""

    @property
    def moved(self) -> bool:
        return self.ready.moved or bool(self.consent_moved)

    @property
    def mission(self) -> MissionValue:
        return self.ready.mission

    @property
    def registered(self) -> Registered:
        return self.ready.registered

    @property
    def stations(self) -> tuple[StationValue, ...]:
        return self.ready.stations


ASKED = ("q", "kind", "country", "station", "region", "state", "moved", "consent")
"""What the list can be filtered by, each a part of its address."""


@page(Permission.MISSION_READ)
def missions(request: HttpRequest, election: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value = plan.election_for(actor, election)
    everything = _rows(actor, value)
    kept = _kept(everything, request)
    context = {
        "election": value,
        "rows": _sorted(kept, request.GET.get("sort", "state")),
        "total": len(everything),
        "kinds": sorted(_tally(row.mission.kind for row in everything).items()),
        "countries": _named(_tally(row.mission.country for row in everything), country_name),
        "regions": _named(_tally(row.ready.region for row in everything), region_name),
        "states": [(one, count) for one in WORST if (count := sum(row.ready.state == one for row in everything))],
        "moved": sum(row.moved for row in everything),
        "consents": _consents(everything),
        "with_station": sum(bool(row.stations) for row in everything),
        "without_station": sum(not row.stations for row in everything),
        "voters": sum(row.registered.total or 0 for row in everything),
        "unreported": sum(row.registered.total is None for row in everything),
        "invented": sum(row.registered.invented for row in everything),
        "asked": request.GET.get("q", "")[:80],
        "may_import": Permission.MISSION_IMPORT in actor.permissions,
        "query": request.GET.urlencode(),
        "may_submit": _may_submit(actor, value),
        "everywhere": actor.grant.scope.kind == "district",
    }
    return render(request, "desks/missions.html", context)


def _may_submit(actor: Actor, election: ElectionValue) -> bool:
    """Whether the lawbook has a letter that submits the voters abroad, and the actor writes for its body."""
    template = election.rules.templates.get("submission_voters_abroad")
    return (
        template is not None
        and Permission.PAPER_DRAFT in actor.permissions
        and acts_for(actor, election.rules, template.body)
    )


@page(Permission.MISSION_READ)
def export(request: HttpRequest, election: str, form: str) -> HttpResponse:
    """The table as it is filtered and sorted, with the state of every gate."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = _sorted(_kept(_rows(actor, plan.election_for(actor, election)), request), request.GET.get("sort", "state"))
    return download(
        octets_of([flat(row.ready) | _consent(row) for row in rows], form, "Missions"),
        f"{election}-missions-states",
        form,
    )


def _consent(row: Row) -> dict[str, object]:
    return {
        "host_consent": str(row.host.whole.state),
        "host_problems": " ".join(told.finding.problem.code for told in row.host.problems),
        "host_consent_since_yesterday": row.consent_moved,
    }


def _consents(rows: list[Row]) -> list[tuple[str, int]]:
    """How many missions have each state of their host's consent, and how many a problem with it, the problem first."""
    states = _tally(str(row.host.whole.state) for row in rows)
    problems = sum(bool(row.host.problems) for row in rows)
    return [*([("problem", problems)] if problems else []), *sorted(states.items())]


def flat(one: Readiness) -> dict[str, object]:
    """A mission with its gates as a flat row."""
    row: dict[str, object] = {
        "code": one.mission.code,
        "city": text_of(one.mission.cities),
        "country": one.mission.country,
        "region": one.region,
        "state": one.state,
        "registered_voters": "" if one.registered.total is None else one.registered.total,
        "registered_basis": " ".join(sorted({report.basis for report in one.registered.reports})),
    }
    for name, gate in one.gates.items():
        row |= {name: gate.state, f"{name}_done": gate.done, f"{name}_of": gate.of}
    return row | {"stage_yesterday": one.before, "stage": one.stage}


def _kept(rows: list[Row], request: HttpRequest) -> list[Row]:
    q, kind, country, has, region, state, moved, consent = (request.GET.get(name, "")[:80] for name in ASKED)
    return [
        row
        for row in rows
        if kind in ("", row.mission.kind)
        and country in ("", row.mission.country)
        and has in ("", "yes" if row.stations else "no")
        and region in ("", row.ready.region)
        and state in ("", row.ready.state)
        and moved in ("", "yes" if row.moved else "no")
        and (consent in ("", row.host.whole.state) or (consent == "problem" and bool(row.host.problems)))
        and all(word in _searched(row.mission) for word in fold(q).split())
    ]


def _rows(actor: Actor, election: ElectionValue) -> list[Row]:
    now, base = clock.now(), grounds(election)
    everywhere = actor.grant.scope.kind == "district"
    found = hosts.hosts(election, now, own=base.stations)
    moved = consents.moved(election, now - DAY, now)
    return [
        Row(
            one,
            everywhere or actor.reaches(scopes_of(one.mission.jurisdiction, one.mission.code)),
            found[one.mission.country],
            moved.get(one.mission.country, ""),
        )
        for one in readiness(base, now, now - DAY)
    ]


def _searched(one: MissionValue) -> str:
    return f"{one.sorting} {fold(country_name(one.country))} {one.code}"


def _sorted(rows: list[Row], sort: str) -> list[Row]:
    keys: dict[str, Any] = {
        "kind": lambda row: row.mission.kind,
        "state": lambda row: WORST.index(row.ready.state),
        "voters": lambda row: row.registered.total if row.registered.total is not None else -1,
        "stations": lambda row: len(row.stations),
        "zone": lambda row: row.mission.zone,
        "consent": lambda row: row.host.order,
    }
    column, reverse = sort.removeprefix("-"), sort.startswith("-")
    placed = sorted(rows, key=lambda row: sort_key(text_of(row.mission.cities)), reverse=reverse and column == "place")
    return sorted(placed, key=keys[column], reverse=reverse) if column in keys else placed


def _tally(values: Any) -> dict[str, int]:
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return counts


def _named(counts: dict[str, int], name: Callable[[str], str]) -> list[tuple[str, str, int]]:
    named = [(code, name(code), count) for code, count in counts.items()]
    return sorted(named, key=lambda one: sort_key(one[1]))


@page(Permission.MISSION_READ)
def mission(request: HttpRequest, election: str, mission: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    value, at = plan.election_for(actor, election), clock.now()
    one = queries.mission_for(actor, mission)
    records = log.records(jurisdiction=value.jurisdiction, subject=f"mission:{mission}").records
    own = [found for found in stations.stations(value, closed=True) if found.mission.code == mission]
    inside = actor.reaches(scopes_of(one.jurisdiction, one.code))
    context = {
        "election": value,
        "mission": one,
        "registered": queries.registered(value, [mission]).get(mission, queries.NOT_REPORTED),
        "history": queries.voters_history(value, mission),
        "holidays": queries.holidays(one.id),
        "deputies": queries.deputies(one.id),
        "representative": queries.representative(one.id, election),
        "stations": _shown(own, at),
        "host": hosts.hosts(value, at).get(one.country),
        "standing": sum(found.state != State.CLOSED for found in own),
        "records": in_sentences(records[:20]),
        "changes": queries.changes(one.id),
        "inside": inside,
        "opens_host": inside or actor.grant.scope.kind == "jurisdiction",
        "may": _may(actor, value) if inside else {},
    }
    return render(request, "desks/mission.html", context)


def _shown(own: list[StationValue], at: datetime) -> list[dict[str, Any]]:
    status = stations.status_at(own, at)
    return [
        {
            "station": one,
            "now": "open" if one.code in status.open else "closed" if one.code in status.closed else "not_yet",
        }
        for one in own
    ]


def _may(actor: Actor, election: ElectionValue) -> dict[str, bool]:
    """Which acts on the mission this actor may do: the permission held, and the body the one that the lawbook names."""

    def named(act: str) -> bool:
        competence = election.rules.competences.get(act)
        return competence is not None and acts_for(actor, election.rules, competence.body)

    held = actor.permissions
    return {
        "change": Permission.MISSION_CHANGE in held,
        "report": Permission.VOTERS_REPORT in held,
        "designate": Permission.REPRESENTATIVE_DESIGNATE in held and named("designate_representative"),
        "create": Permission.STATION_CREATE in held and named("create_station"),
    }
