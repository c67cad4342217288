"""The things of a station that change: which form asks for each and which action keeps it."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legation.plan import queries as plan
from legation.plan.convert import ElectionValue
from legation.stations import actions
from legation.stations.convert import ADVICE, StationValue
from legation.stations.web.forms import (
    AddressForm,
    AdviceForm,
    HoursForm,
    MoveForm,
    NameForm,
    languages_of,
    voting_days,
)

FIELDS: Mapping[str, Callable[..., None]] = {
    "address": actions.change_address,
    "name": actions.change_name,
    "hours": actions.change_hours,
    "district": actions.change_district,
    **{subject: partial(actions.change_advice, subject=subject) for subject in ADVICE},
}
TITLES: Mapping[str, str | Promise] = {
    "address": _("Change the address"),
    "name": _("Change the name"),
    "hours": _("Change the hours"),
    "district": _("Move to another district"),
    "transport": _("Say how to get there"),
    "accessibility": _("Say who can get in and how"),
    "host_note": _("Say what the host country asks"),
}
ACT_OF: Mapping[str, str] = {"district": "attach_station"}
"""The act of the lawbook for a change that is not `change_station`."""


def form_for(field: str, given: Any, election: ElectionValue, one: StationValue, today: date) -> forms.Form:
    """The form for `field`, filled with how it stands now."""
    start: dict[str, Any] = {"effective_on": today.isoformat()}
    if field == "address":
        return AddressForm(given, initial=start | {"address": one.address})
    if field == "name":
        return NameForm(given, languages=languages_of(election), initial=start | {"name": str(one.names)})
    if field in ADVICE:
        known = str(one.advice.get(field, ""))
        return AdviceForm(given, languages=languages_of(election), initial=start | {"text": known})
    if field == "district":
        others = tuple(district for district in plan.districts(election.code) if district.number != one.district)
        return MoveForm(given, districts=others, initial=start)
    last = one.openings[-1]
    hours = {"day": "0", "opens": f"{last.opens:%H:%M}", "closes": f"{last.closes:%H:%M}"}
    return HoursForm(given, days=voting_days(election, one), initial=start | hours)
