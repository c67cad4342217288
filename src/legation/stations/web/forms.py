"""Forms of the acts on stations."""

from datetime import date, time, timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from legation.base.wording import text_of
from legation.plan.convert import DistrictValue, ElectionValue
from legation.stations.convert import StationValue


class CreateForm(forms.Form):
    """A new station at a mission."""

    mission = forms.ChoiceField(label=_("Mission"))
    address = forms.CharField(
        label=_("Address"), max_length=300, required=False, help_text=_("Where voters go. It may be added later.")
    )

    def __init__(self, *given: object, missions: list[tuple[str, str]], **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.fields["mission"].choices = missions  # type: ignore[attr-defined]


class DistrictForm(forms.Form):
    """The district that shall carry a station."""

    district = forms.ChoiceField(label=_("District"))

    def __init__(self, *given: object, districts: tuple[DistrictValue, ...], **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        choices = [(one.number, f"{one.number} {text_of(one.names)}") for one in districts]
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
    name = forms.CharField(label=_("New name"), max_length=200, required=False)
    language = forms.ChoiceField(label=_("Language of the name"))
    field_order = ("name", "language", "reason", "effective_on")

    def __init__(self, *given: object, languages: list[tuple[str, str]], **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.fields["language"].choices = languages  # type: ignore[attr-defined]


class HoursForm(ReasonForm):
    day = forms.TypedChoiceField(label=_("Voting day"), coerce=int)
    opens = forms.TimeField(label=_("Opens"), help_text=_("Local time, for example 08:00"))
    closes = forms.TimeField(label=_("Closes"), help_text=_("Local time, for example 19:00"))
    field_order = ("day", "opens", "closes", "reason", "effective_on")

    def __init__(self, *given: object, days: list[tuple[int, str]], **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.fields["day"].choices = days  # type: ignore[attr-defined]


class MoveForm(ReasonForm, DistrictForm):
    field_order = ("district", "reason", "effective_on")


class CloseForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=300, help_text=_("Stands in the log for everybody to read."))
    sure = forms.BooleanField(label=_("This station will not open. I know that its number is not given again."))


def voting_days(election: ElectionValue) -> list[tuple[int, str]]:
    """Each voting day with its date."""
    return [(one.day, f"{_dated(election.election_day, one.day)}") for one in election.rules.hours]


def _dated(day: date, offset: int) -> date:
    return day + timedelta(days=offset)


def hours_now(one: StationValue) -> tuple[time, time]:
    return one.openings[-1].opens, one.openings[-1].closes
