"""Handing a shift over: what is open, who takes over, and the two signatures."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from legation.base import clock
from legation.base.actors import Permission
from legation.base.web import page
from legation.headquarters import actions
from legation.headquarters.queries import duty as queries
from legation.headquarters.web.doing import done, opened
from legation.headquarters.web.forms import HandOverForm


@page(Permission.DUTY_KEEP)
def hand_over(request: HttpRequest, election: str, shift: str) -> HttpResponse:
    """Sign as who leaves; who comes reads the same and confirms it under "Two persons"."""
    actor, value, own = opened(request, election)
    now, rota = clock.now(), queries.rotas(actor, value)
    leaving = rota.by_code(shift)
    relief = rota.relief(leaving)
    waiting = queries.waiting_hand_over(actor, value, shift, now)
    found = next((one for one in queries.hand_overs(value) if one.shift == shift), None)
    entries = {one.code: one for one in queries.entries(value, leaving.body)} if leaving.body == own else {}
    items = queries.open_entries(value, leaving.body) if leaving.body == own else ()
    form = HandOverForm(request.POST or None, relief=relief, initial={"incoming": relief[0].code if relief else ""})

    def do(given: dict[str, Any]) -> None:
        actions.hand_over_shift.propose(
            election=election, shift=shift, open_items=[one.code for one in items], by=actor, at=now, **given
        )

    if request.method == "POST" and form.is_valid() and done(form, do):
        messages.success(request, gettext("Signed. It is handed over when who comes confirms it."))
        return redirect("headquarters:hand_over", election, shift)
    signed = found.items if found else tuple(waiting.arguments["open_items"]) if waiting else ()
    context = {
        "election": value,
        "leaving": leaving,
        "relief": relief,
        "items": [entries[code] for code in signed if code in entries] if found or waiting else items,
        "waiting": waiting,
        "taking": next((one for one in relief if waiting and one.code == waiting.arguments["incoming"]), None),
        "found": found,
        "taken": next((one for one in rota.shifts if found and one.code == found.incoming), None),
        "form": form,
        "own": leaving.body == own,
    }
    return render(request, "headquarters/hand_over.html", context, status=422 if form.errors else 200)
