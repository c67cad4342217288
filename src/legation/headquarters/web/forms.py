"""Forms of headquarters. Instants are typed by the home clock."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from legation.base.wording import text_of
from legation.headquarters.convert.duty import ShiftValue
from legation.headquarters.convert.staff import MemberValue
from legation.headquarters.records.words import ENTRIES, FUNCTIONS, SET_AS, UNITS
from legation.missions.convert import MissionValue
from legation.stations.web.day import asked_instant

INSTANT = _("By the home clock, for example 2024-02-07 19:00")
Choices = list[tuple[str, Any]]


class InstantField(forms.CharField):
    """An instant by the home clock, which the form gives; or with its offset."""

    zone = "UTC"

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        found: datetime | None = asked_instant(typed, self.zone) if typed else None
        if typed and found is None:
            raise ValidationError(gettext("This is no instant. Write it like 2024-02-07 19:00."))
        return found


class AtHome(forms.Form):
    """A form whose instants are those of the home clock."""

    def __init__(self, *given: object, zone: str, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        for field in self.fields.values():
            if isinstance(field, InstantField):
                field.zone = zone

    def choose(self, field: str, choices: Choices, *, none: bool = False) -> None:
        first: Choices = [("", _("none"))] if none else []
        self.fields[field].choices = first + choices  # type: ignore[attr-defined]


class EstablishForm(forms.Form):
    """The order by which a unit was established."""

    kind = forms.ChoiceField(label=_("What was established"), choices=list(UNITS.items()), widget=forms.RadioSelect)
    number = forms.CharField(label=_("Number of the order"), max_length=80)
    dated = forms.DateField(label=_("Date on the order"), help_text=_("For example 2024-01-22"))
    paper = forms.ChoiceField(
        label=_("The order in the register of papers"), required=False, help_text=_("Where it was drafted here")
    )
    tasks = forms.CharField(
        label=_("What it is for"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *given: object, papers: Iterable[tuple[str, str]], **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.fields["paper"].choices = [("", _("none")), *papers]  # type: ignore[attr-defined]


class MemberForm(AtHome):
    """A member: name and function, and how they are reached, which staff alone see."""

    unit = forms.ChoiceField(label=_("Unit"), choices=list(UNITS.items()))
    name = forms.CharField(label=_("Name"), max_length=120, help_text=_("Seen by staff; in no record"))
    function = forms.ChoiceField(label=_("Function"), choices=list(FUNCTIONS.items()))
    person = forms.CharField(
        label=_("Code of the account"), max_length=40, required=False, help_text=_("Without one nobody can sign")
    )
    telephone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    mail = forms.EmailField(label=_("E-mail"), max_length=120, required=False)
    deputises = forms.ChoiceField(label=_("Stands in for"), required=False)
    counterpart = forms.ChoiceField(label=_("Counterpart at the other institution"), required=False)

    def __init__(
        self, *given: object, own: Iterable[MemberValue], other: Iterable[MemberValue], **named: object
    ) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.choose("deputises", [(one.code, one.name) for one in own], none=True)
        self.choose("counterpart", [(one.code, one.name) for one in other], none=True)


class ShiftForm(AtHome):
    """One shift."""

    member = forms.ChoiceField(label=_("Who"))
    starts = InstantField(label=_("Begins"), help_text=INSTANT)
    ends = InstantField(label=_("Ends"), help_text=INSTANT)

    def __init__(self, *given: object, own: Iterable[MemberValue], **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.choose("member", [(one.code, one.name) for one in own])


class TurnsForm(AtHome):
    """Hours filled in turns of one length."""

    starts = InstantField(label=_("Begins"), help_text=INSTANT)
    ends = InstantField(label=_("Ends"), help_text=INSTANT)
    hours = forms.IntegerField(label=_("Hours a shift"), min_value=1, max_value=24, initial=8)
    members = forms.MultipleChoiceField(label=_("Who, in this order"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *given: object, own: Iterable[MemberValue], **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.choose("members", [(one.code, one.name) for one in own])

    @property
    def length(self) -> timedelta:
        return timedelta(hours=self.cleaned_data["hours"])


class EntryForm(AtHome):
    """A call, an order or a note."""

    kind = forms.ChoiceField(label=_("Kind"), choices=list(ENTRIES.items()), widget=forms.RadioSelect)
    mission = forms.ChoiceField(label=_("Mission"), required=False)
    with_whom = forms.CharField(label=_("With whom"), max_length=120, required=False)
    text = forms.CharField(label=_("What was said"), max_length=8000, widget=forms.Textarea(attrs={"rows": 5}))
    happened_at = InstantField(
        label=_("When"), required=False, max_length=40, help_text=_("By the home clock; empty means now")
    )
    follow_up = forms.BooleanField(label=_("Somebody must follow it up"), required=False)
    due = InstantField(label=_("Until when"), required=False, max_length=40, help_text=INSTANT)

    def __init__(self, *given: object, posts: Iterable[MissionValue], **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.choose("mission", [(one.code, text_of(one.cities)) for one in posts], none=True)


class CloseForm(forms.Form):
    """What became of an entry."""

    outcome = forms.CharField(label=_("Outcome"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class HandOverForm(forms.Form):
    """What who comes must know, beyond what is open."""

    incoming = forms.ChoiceField(label=_("Who takes over"), widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("What else matters"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 5})
    )

    def __init__(self, *given: object, relief: Iterable[ShiftValue], **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.fields["incoming"].choices = [(one.code, one.name) for one in relief]  # type: ignore[attr-defined]


class GateForm(forms.Form):
    """A gate set by hand."""

    state = forms.ChoiceField(label=_("It is"), choices=list(SET_AS.items()), widget=forms.RadioSelect)
    why = forms.CharField(
        label=_("What it rests on"), max_length=300, help_text=_("Who told it, by which paper or call; seen by staff")
    )


class HourForm(forms.Form):
    """When the report of each day is drawn up."""

    hour = forms.TimeField(label=_("Each day at"), help_text=_("By the home clock, for example 18:00"))


class SureForm(forms.Form):
    """A page that only asks whether it is meant."""
