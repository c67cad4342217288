"""Both headquarters side by side: who is on duty, what is open, what is missing, who belongs to them."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from legation.base import clock
from legation.base.actors import Permission
from legation.base.web import page
from legation.headquarters.permissions import institutions
from legation.headquarters.queries import duty, staff
from legation.headquarters.queries.duty import Rota
from legation.headquarters.web.doing import opened
from legation.integrity import queries as log
from legation.integrity.web.live import live
from legation.integrity.web.sentences import in_sentences


@page(Permission.HEADQUARTERS_READ)
@live
def overview(request: HttpRequest, election: str) -> HttpResponse:
    actor, value, own = opened(request, election)
    now, rota = clock.now(), duty.rotas(actor, value)
    units, members = staff.units(value), staff.members(actor, value)
    keys = sorted(institutions(value.rules), key=lambda key: key != own)
    records = [one for key in keys for one in _records(value.jurisdiction, election, key)]
    context = {
        "election": value,
        "now": now,
        "own": own,
        "parts": [
            {
                "body": key,
                "units": [
                    (unit, [one for one in members if one.unit == unit.code]) for unit in units if unit.body == key
                ],
                "missing": not any(unit.body == key for unit in units),
            }
            | _duty(rota, key, now)
            for key in keys
        ],
        "open": duty.open_entries(value, own) if own else (),
        "rota": rota,
        "may_keep": bool(own) and Permission.HEADQUARTERS_KEEP in actor.permissions,
        "may_log": bool(own) and Permission.DUTY_KEEP in actor.permissions,
        "records": in_sentences(sorted(records, key=lambda one: -one.index)[:8]),
    }
    return render(request, "headquarters/overview.html", context)


def _records(jurisdiction: str, election: str, body: str) -> Any:
    return log.records(jurisdiction=jurisdiction, election=election, subject=f"headquarters:{body}").records


def _duty(rota: Rota, body: str, now: datetime) -> dict[str, Any]:
    return {
        "on_duty": rota.on_duty(body, now),
        "next": rota.next_one(body, now),
        "shifts": len(rota.of(body)),
        "findings": [one for one in rota.findings if one.body == body],
    }
