"""Forms about roles that are given and ended."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from legation.accounts.permissions.roles import ROLES
from legation.accounts.queries.grants import places_of
from legation.base import powers
from legation.base.actors import Actor, ScopeRef
from legation_core.problems import Refused

DAY = _("For example 2024-02-09, by the clock at home")


class JoinForm(forms.Form):
    """Another account of the same person."""

    other = forms.CharField(label=_("Code of the other account"), max_length=40)
    sure = forms.BooleanField(label=_("I know that both are one person; nothing takes this back"))


class GiveForm(forms.Form):
    """A role for somebody with an account, at a place of the giver's own."""

    person = forms.CharField(
        label=_("Code of the person"), max_length=40, help_text=_("What the person types to sign in, such as tabriz-2")
    )
    role = forms.ChoiceField(label=_("Role"))
    place = forms.ChoiceField(label=_("Place"), required=False)
    election = forms.ChoiceField(label=_("Election"), required=False)
    since = forms.DateField(label=_("From the beginning of"), required=False, help_text=_("Leave it empty for now"))
    until = forms.DateField(label=_("Until the end of"), required=False, help_text=DAY)

    def __init__(self, *given: object, by: Actor, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.by = by
        gives = [role for key, role in ROLES.items() if key in ROLES[by.role].gives]
        self.fields["role"].choices = [(role.key, role.title) for role in gives]  # type: ignore[attr-defined]
        places = _places(by, {role.scope_kind for role in gives})
        self.fields["place"].choices = places  # type: ignore[attr-defined]
        self.fields["election"].choices = _elections(by)  # type: ignore[attr-defined]
        if len(places) == 1:
            self.fields["place"].widget = forms.HiddenInput()
            self.fields["place"].initial = places[0][0]

    def given(self, at: datetime) -> dict[str, Any]:
        """What is asked for, as `give_role` takes it. `Refused` A011 where the role needs another kind of place."""
        chosen, jurisdiction = self.cleaned_data, self.by.grant.jurisdiction
        role, place = ROLES[chosen["role"]], chosen["place"]
        if role.scope_kind == "jurisdiction":
            place = f"jurisdiction {jurisdiction}"
        kind, _space, code = place.partition(" ")
        if kind != role.scope_kind:
            raise Refused("A011", facts={"role": role.key, "kind": role.scope_kind})
        zone = ZoneInfo(powers.home_zone(jurisdiction))
        from_now = chosen["since"] in (None, at.astimezone(zone).date())
        return {
            "person": chosen["person"].strip().lower(),
            "role": role.key,
            "held_for": place,
            "election": code.partition("/")[0] if role.scope_kind == "station" else chosen["election"],
            "since": None if from_now else _midnight(chosen["since"], zone),
            "until": end_of(chosen["until"], zone),
        }


class EndForm(forms.Form):
    """Why a role ends, and when."""

    reason = forms.CharField(label=_("Reason"), max_length=200, help_text=_("A few words, without names"))
    until = forms.DateField(label=_("At the end of"), required=False, help_text=_("Leave it empty to end the role now"))


def end_of(day: date | None, zone: ZoneInfo) -> datetime | None:
    """The instant at which a day ends by the clock at home; `None` for no day."""
    return _midnight(day + timedelta(days=1), zone) if day else None


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)


def _places(by: Actor, kinds: set[str]) -> list[tuple[str, str]]:
    """The places for which the actor gives roles, by name, each with its kind."""
    home = by.grant.jurisdiction
    found = [
        place for kind in ("mission", "district", "station") if kind in kinds
        for place in powers.listed(kind, home, by.grant.scope)
    ]  # fmt: skip
    names = places_of(found)
    words = {
        "mission": gettext("%(place)s, mission"),
        "district": gettext("District %(place)s"),
        "station": gettext("%(place)s, station of %(election)s"),
    }
    shown = [
        (f"{one.kind} {one.code}", words[one.kind] % {"place": names[one], "election": one.code.partition("/")[0]})
        for one in found
    ]
    none = [("", gettext("the whole jurisdiction"))] if "jurisdiction" in kinds else []
    return none + shown


def _elections(by: Actor) -> list[tuple[str, str | Promise]]:
    """The elections for which the actor may give a role: their own one, or each, or all at once."""
    if by.grant.election:
        return [(by.grant.election, by.grant.election)]
    found = powers.listed("election", by.grant.jurisdiction, ScopeRef("jurisdiction", by.grant.jurisdiction))
    return [("", _("every election")), *((one.code, one.code) for one in found)]
