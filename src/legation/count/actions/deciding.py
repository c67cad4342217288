"""From what was read twice to final: accept, return, quarantine, finalise; a new version; invalidation by decision."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import QuerySet

from legation.base.actors import Actor, Permission
from legation.count.actions.leading import Led, Paper, leading
from legation.count.convert import stored
from legation.count.models import ProtocolEntry, StationProtocol
from legation_core.problems import Refused
from legation_core.protocol import states
from legation_core.protocol.checking import findings

ACCEPTS = ("accept_protocol",)


def accept_protocol(*, paper: Paper, explained: Mapping[str, str], by: Actor, at: datetime) -> None:
    """Accept what was read twice; `explained` says by code what the commission says of a relation that asks."""
    with leading("protocol_accepted", paper, Permission.PROTOCOL_DECIDE, ACCEPTS, by=by, at=at) as led:
        said = {code: text.strip() for code, text in explained.items() if text.strip()}
        found = tuple(findings(led.form, led.entry.agreed)) if led.entry.agreed else ()
        led.entry = states.accept(led.entry, findings=found, explained=frozenset(said), by=by.person)
        led.row.explanations = {one.code: said[one.code] for one in found if one.code in said}


def return_protocol(*, paper: Paper, reason: str, by: Actor, at: datetime) -> None:
    """Give it back to the station, which sends a new version."""
    with leading("protocol_returned", paper, Permission.PROTOCOL_DECIDE, ACCEPTS, by=by, at=at) as led:
        led.entry = states.give_back(led.entry, reason=reason)


def quarantine_protocol(*, paper: Paper, reason: str, by: Actor, at: datetime) -> None:
    """Keep it apart from every total until it is accepted."""
    with leading("protocol_quarantined", paper, Permission.PROTOCOL_DECIDE, ACCEPTS, by=by, at=at) as led:
        led.entry = states.quarantine(led.entry, reason=reason)


def finalise_protocol(*, paper: Paper, by: Actor, at: datetime) -> None:
    """Make it final, by another than whoever read or accepted it: from now on it is among those that stand."""
    with leading("protocol_finalised", paper, Permission.PROTOCOL_DECIDE, ACCEPTS, by=by, at=at) as led:
        led.entry = states.finalise(led.entry, by=by.person)
        if _standing(led).exists():
            raise Refused("P210", facts={"station": led.station.code})
        if led.entry.agreed is not None:
            _stand(led, stored(led.entry.agreed))


def supersede_protocol(*, paper: Paper, reason: str, witnesses: str, by: Actor, at: datetime) -> None:
    """Begin the next version, for a reason and before witnesses; the paper before stays as it is."""
    with leading("protocol_superseded", paper, Permission.PROTOCOL_DECIDE, ("receive_protocol",), by=by, at=at) as led:
        if not witnesses.strip():
            raise Refused("P205")
        led.entry, following = states.supersede(led.entry, reason=reason)
        led.row.witnesses = witnesses.strip()
        led.row.state = led.entry.state
        led.row.save(update_fields=["state"])
        _standing(led).update(state="superseded")
        ProtocolEntry.objects.create(
            station_id=led.station.id, contest=led.row.contest, form=led.row.form, version=following.version,
            state=following.state,
        )  # fmt: skip


def invalidate_protocol(*, paper: Paper, decision: str, by: Actor, at: datetime) -> None:
    """Take its votes out of every total, by the decision of the body that the lawbook names."""
    with leading(
        "protocol_invalidated", paper, Permission.PROTOCOL_DECIDE, ("invalidate_result",), by=by, at=at
    ) as led:
        led.entry = states.invalidate(led.entry, decision=decision)
        _standing(led).update(state="invalidated")


def _standing(led: Led) -> QuerySet[StationProtocol]:
    return StationProtocol.objects.filter(station=led.station.id, contest=led.row.contest, state="final")


def _stand(led: Led, kept: dict[str, dict[str, object]]) -> None:
    StationProtocol.objects.create(
        station_id=led.station.id, contest=led.row.contest, form=led.row.form, version=led.row.version,
        state="final", values=kept["values"], votes=kept["votes"],
    )  # fmt: skip
