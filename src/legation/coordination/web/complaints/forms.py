"""Forms about complaints: the fields that the lawbook lists, in its words where it has them."""

from collections.abc import Iterable, Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from legation.base.wording import text_of
from legation.base.wording.complaints import CHANNELS, OUTCOMES
from legation.plan.convert import ElectionValue
from legation_core.correspondence.complaints import Channel, Outcome

DAY = _("For example 2024-02-07")
SEALED = _("Sealed: only the body that decides reads it")
SUMMARY = _("What was decided, in one sentence for everyone. Name nobody.")


class LodgeForm(forms.Form):
    """A complaint as it was made at a station or on paper."""

    channel = forms.ChoiceField(label=_("How it came"), choices=[(str(one), CHANNELS[one]) for one in Channel])
    station = forms.ChoiceField(label=_("Station"), required=False)
    against = forms.ChoiceField(label=_("Body complained of"))
    happened_on = forms.DateField(label=_("Day on which it happened"), help_text=DAY)
    name = forms.CharField(label=_("Name of who complains"), max_length=200, help_text=SEALED)
    address = forms.CharField(label=_("Their address"), max_length=300, help_text=SEALED)
    contact = forms.CharField(label=_("Telephone or e-mail"), max_length=200, required=False, help_text=SEALED)
    act = forms.CharField(label=_("Act or omission complained of"), max_length=500)
    circumstances = forms.CharField(
        label=_("Who did what, where and when"), max_length=5000, widget=forms.Textarea(attrs={"rows": 5})
    )
    article = forms.CharField(label=_("Article broken"), max_length=200, required=False)
    evidence = forms.CharField(
        label=_("Evidence"), max_length=3000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    relief = forms.CharField(
        label=_("What is asked for"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    attends = forms.BooleanField(label=_("Wishes to attend the hearing"), required=False)

    def __init__(
        self,
        *given: object,
        election: ElectionValue,
        stations: Iterable[tuple[str, str]],
        against: Iterable[tuple[str, str]],
        **named: object,
    ) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.fields["station"].choices = list(stations)  # type: ignore[attr-defined]
        self.fields["against"].choices = list(against)  # type: ignore[attr-defined]
        for key, label in _labels(election).items():
            if key in self.fields:
                self.fields[key].label = label


def _labels(election: ElectionValue) -> Mapping[str, str]:
    """The fields of the form as the lawbook calls them."""
    return {one.key: text_of(one.text) for one in election.rules.lists.get("complaint_fields", ())}


class HearForm(forms.Form):
    """When it is heard, by the governing clock."""

    hearing = forms.DateTimeField(
        label=_("Hearing"), help_text=_("By the governing clock, for example 2024-02-08 10:00")
    )


class DecideForm(forms.Form):
    """The decision in writing."""

    outcome = forms.ChoiceField(
        label=_("The complaint is"), widget=forms.RadioSelect, choices=[(str(one), OUTCOMES[one]) for one in Outcome]
    )
    article = forms.CharField(label=_("Article on which the decision rests"), max_length=200)
    text = forms.CharField(label=_("Decision in writing"), max_length=10000, widget=forms.Textarea(attrs={"rows": 8}))
    summary = forms.CharField(label=_("For the public register"), max_length=300, help_text=SUMMARY)


class AppealForm(forms.Form):
    """What is wrong with the decision."""

    grounds = forms.CharField(
        label=_("What is wrong with the decision"), max_length=5000, widget=forms.Textarea(attrs={"rows": 5})
    )


class NothingForm(forms.Form):
    """A step that asks for no more than its button."""
