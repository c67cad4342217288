"""Forms of the acts on stations."""

from collections.abc import Sequence
from datetime import timedelta

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from legation.base.wording import numbered
from legation.base.wording.instants import day_in_words, locale_of
from legation.plan.convert import DistrictValue, ElectionValue
from legation.stations.convert import StationValue

Choices = Sequence[tuple[str, str]]


class CreateForm(forms.Form):
    """A new station at a mission. `seen` is how many stations it had when the page was made."""

    mission = forms.ChoiceField(label=_("Mission"))
    address = forms.CharField(
        label=_("Address"), max_length=300, required=False, help_text=_("Where voters go. It may be added later.")
    )

    def __init__(self, *given: object, missions: Choices, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.fields["mission"].choices = missions  # type: ignore[attr-defined]


class DistrictForm(forms.Form):
    """The district that shall carry a station."""

    district = forms.ChoiceField(label=_("District"))

    def __init__(self, *given: object, districts: tuple[DistrictValue, ...], **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        choices = [(one.number, numbered(one.number, one.names)) for one in districts]
        self.fields["district"].choices = choices  # type: ignore[attr-defined]


class NumberForm(forms.Form):
    """The number of a station in its district."""

    number = forms.IntegerField(label=_("Number"), min_value=1, max_value=99_999)


class ReasonForm(forms.Form):
    """Why, and from when."""

    reason = forms.CharField(label=_("Reason"), max_length=300, help_text=_("Stands in the log for everybody to read."))
    effective_on = forms.DateField(label=_("Holds from"), help_text=_("For example 2024-01-25"))


class AddressForm(ReasonForm):
    address = forms.CharField(label=_("New address"), max_length=300)
    field_order = ("address", "reason", "effective_on")


class NameForm(ReasonForm):
    name = forms.CharField(
        label=_("New name"), max_length=200, required=False, help_text=_("Left empty, the mission's name stands.")
    )
    language = forms.ChoiceField(label=_("Language of the name"))
    field_order = ("language", "name", "reason", "effective_on")

    def __init__(self, *given: object, languages: Choices, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.fields["language"].choices = languages  # type: ignore[attr-defined]


class AdviceForm(ReasonForm):
    text = forms.CharField(
        label=_("What voters are told"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody reads it. Left empty, nothing is told."),
    )
    language = forms.ChoiceField(label=_("Language of the text"))
    field_order = ("language", "text", "reason", "effective_on")

    def __init__(self, *given: object, languages: Choices, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.fields["language"].choices = languages  # type: ignore[attr-defined]


class HoursForm(ReasonForm):
    day = forms.TypedChoiceField(label=_("Voting day"), coerce=int)
    opens = forms.TimeField(label=_("Opens"), help_text=_("Local time, for example 08:00"))
    closes = forms.TimeField(label=_("Closes"), help_text=_("Local time, for example 19:00"))
    field_order = ("day", "opens", "closes", "reason", "effective_on")

    def __init__(self, *given: object, days: Choices, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.fields["day"].choices = days  # type: ignore[attr-defined]


class MoveForm(ReasonForm, DistrictForm):
    field_order = ("district", "reason", "effective_on")


class CloseForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=300, help_text=_("Stands in the log for everybody to read."))


class CatchmentForm(forms.Form):
    """Who serves a country or a region of it: a mission, or none and why."""

    region = forms.CharField(
        label=_("Region"), max_length=80, required=False, help_text=_("Left empty, the whole country is meant.")
    )
    mission = forms.ChoiceField(label=_("Served by"), required=False)
    reason = forms.CharField(
        label=_("Or why no station serves it"), max_length=200, required=False, help_text=_("It is published.")
    )

    def __init__(self, *given: object, missions: Choices, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.fields["mission"].choices = [("", _("no station")), *missions]  # type: ignore[attr-defined]


def voting_days(election: ElectionValue, one: StationValue) -> Choices:
    """Each voting day with its date and the hours that stand for it now."""
    language = get_language() or "en"
    stands = {opening.day: f"{opening.opens:%H:%M}-{opening.closes:%H:%M}" for opening in one.openings}
    days = [(rule.day, election.election_day + timedelta(days=rule.day)) for rule in election.rules.hours]
    return [(str(day), f"{day_in_words(on, language, on.year)}, {stands.get(on, '')}") for day, on in days]


def languages_of(election: ElectionValue) -> Choices:
    """The languages of the lawbook by their own names."""
    return [(code, locale_of(code).get_display_name(code) or code) for code in election.book.languages]
