"""Forms about a mission."""

from django import forms
from django.utils.translation import gettext_lazy as _

from legation.base.wording import text_of
from legation.plan.convert import ElectionValue


class VotersForm(forms.Form):
    """How many voters the mission counts on one ground."""

    ground = forms.ChoiceField(label=_("Ground"))
    count = forms.IntegerField(label=_("Registered voters"), min_value=0, max_value=10_000_000)
    as_of = forms.DateField(label=_("As of"), help_text=_("For example 2024-01-05"))
    source = forms.CharField(label=_("Source"), max_length=300, help_text=_("For example the consular register"))

    def __init__(self, *given: object, election: ElectionValue, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        grounds = election.rules.lists.get("grounds", ())
        self.fields["ground"].choices = [(one.key, text_of(one.text)) for one in grounds]  # type: ignore[attr-defined]


class RecordForm(forms.Form):
    """What the mission's own people keep of it."""

    address = forms.CharField(label=_("Address"), max_length=300, required=False)
    duty_phone = forms.CharField(label=_("Duty phone"), max_length=40, required=False)
    duty_phone_public = forms.BooleanField(
        label=_("Voters may call the duty phone"),
        required=False,
        help_text=_("Then it stands on the public pages and posters of the mission's stations."),
    )
    website = forms.CharField(label=_("Website"), max_length=200, required=False)
    working_days = forms.RegexField(
        r"^[01]{7}$",
        label=_("Working week"),
        help_text=_("Monday to Sunday, 1 is a working day: 1111100"),
        error_messages={"invalid": _("Write seven digits, 1 for a working day and 0 for a free one, from Monday on.")},
    )
    zone = forms.CharField(label=_("Time zone"), max_length=64, help_text=_("An IANA name such as Asia/Tehran"))


class RepresentativeForm(forms.Form):
    """The authorised representative, designated by letter."""

    person = forms.CharField(
        label=_("Code of the person"), max_length=40, help_text=_("Kept privately, never published")
    )
    letter_number = forms.CharField(label=_("Number of the letter"), max_length=80)
    letter_date = forms.DateField(label=_("Date of the letter"), help_text=_("For example 2024-01-08"))


class BuildingForm(forms.Form):
    """Where the building stands."""

    latitude = forms.DecimalField(
        label=_("Latitude"),
        min_value=-90,
        max_value=90,
        decimal_places=5,
        help_text=_("In degrees, for example 41.00824"),
    )
    longitude = forms.DecimalField(
        label=_("Longitude"),
        min_value=-180,
        max_value=180,
        decimal_places=5,
        help_text=_("East of Greenwich; west with a minus"),
    )


class HolidaysForm(forms.Form):
    """Days on which the mission is closed, one a line."""

    days = forms.CharField(
        label=_("Holidays"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("One a line: 2024-02-11 host Victory day. After the date, host or home, then the name."),
    )


class DeputiesForm(forms.Form):
    """Who stands in for the head of mission, in order."""

    persons = forms.CharField(
        label=_("Deputies"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Codes of persons, one a line, the first deputy first. Kept privately: the log says how many."),
    )
