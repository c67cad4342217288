"""Forms about host countries."""

from collections.abc import Sequence

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legation.base.wording.countries import country_name, sort_key
from legation_core.network.countries import COUNTRIES

WAYS: tuple[tuple[str, str | Promise], ...] = (
    ("consent", _("its consent: it is asked and answers")),
    ("notify", _("a notification: it is told")),
    ("not_required", _("nothing")),
)

_NOTE = ("mission", "note_number", "note_date")
FIELDS: dict[str, tuple[str, ...]] = {
    "settle": ("mission", "way", "premises", "note_date", "text", "file"),
    "notify": (*_NOTE, "premises", "file"),
    "ask": (*_NOTE, "premises", "file"),
    "grant": (*_NOTE, "premises", "stations", "mission_premises_only", "valid_until", "text", "file"),
    "refuse": (*_NOTE, "premises", "text", "file"),
    "withdraw": (*_NOTE, "premises", "text", "file"),
}
"""Step -> the fields of its form, in their order."""
TEXTS: dict[str, tuple[str | Promise, str | Promise]] = {
    "settle": (_("Who said so"), _("For example: protocol of the host's ministry, by telephone, 19 January")),
    "grant": (_("Conditions in words"), _("As the note puts them; kept privately")),
    "refuse": (_("The host's reason"), _("As the note puts it, or that none was given; kept privately")),
    "withdraw": (_("The host's reason"), _("As the note puts it, or that none was given; kept privately")),
}


class StepForm(forms.Form):
    """One step with a host; which fields it has depends on the step."""

    mission = forms.ChoiceField(label=_("Mission that writes"))
    way = forms.ChoiceField(label=_("The host asks for"), choices=WAYS, widget=forms.RadioSelect)
    note_number = forms.CharField(label=_("Number of the note verbale"), max_length=80)
    note_date = forms.DateField(label=_("Date on the paper"), help_text=_("For example 2024-01-05"))
    premises = forms.CharField(
        label=_("Premises"),
        max_length=300,
        required=False,
        help_text=_("Only where the host is asked for one place: its address as the station has it. Else empty."),
    )
    stations = forms.IntegerField(label=_("Stations allowed"), required=False, min_value=1, max_value=999)
    mission_premises_only = forms.BooleanField(label=_("On the premises of missions only"), required=False)
    valid_until = forms.DateField(
        label=_("Valid until"), required=False, help_text=_("The last day, included. Empty where the host named none.")
    )
    text = forms.CharField(max_length=1000, widget=forms.Textarea(attrs={"rows": 4}))
    file = forms.FileField(label=_("The paper"), required=False, help_text=_("PDF or image, at most 10 MB"))

    def __init__(
        self,
        *given: object,
        step: str,
        missions: Sequence[tuple[str, str]],
        premises: Sequence[str] = (),
        **named: object,
    ) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        for name in [name for name in self.fields if name not in FIELDS[step]]:
            del self.fields[name]
        self.order_fields(FIELDS[step])
        self.fields["mission"].choices = missions  # type: ignore[attr-defined]
        if step in TEXTS:
            self.fields["text"].label, self.fields["text"].help_text = map(str, TEXTS[step])
            self.fields["text"].required = step != "grant"
        if premises and step in ("grant", "refuse", "withdraw"):
            choices = [("", _("the whole country")), *((one, one) for one in premises)]
            self.fields["premises"] = forms.ChoiceField(label=_("About"), choices=choices, required=False)
            self.order_fields(FIELDS[step])
        elif step in ("grant", "refuse", "withdraw"):
            del self.fields["premises"]


class HostRuleForm(forms.Form):
    """What a host asks of those who vote on its soil."""

    country = forms.ChoiceField(label=_("Country"))
    inside = forms.ChoiceField(label=_("On a mission's premises it asks for"), choices=WAYS, widget=forms.RadioSelect)
    outside = forms.ChoiceField(label=_("Elsewhere it asks for"), choices=WAYS, widget=forms.RadioSelect)
    lead_days = forms.IntegerField(
        label=_("Days before the election day"),
        required=False,
        min_value=1,
        max_value=366,
        help_text=_("By when the host wants the note. Empty where it names no number."),
    )
    how = forms.CharField(
        label=_("How it is asked"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("To whom, in which form, with which particulars"),
    )
    source = forms.CharField(
        label=_("Source"), max_length=500, help_text=_("Where it is written: a note, a letter, an address of the web")
    )

    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        names = sorted(((code, country_name(code)) for code in COUNTRIES), key=lambda pair: sort_key(pair[1]))
        self.fields["country"].choices = names  # type: ignore[attr-defined]
