"""Forms about matters."""

from collections.abc import Iterable, Sequence

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legation.base.wording.matters import ORIGINS
from legation.coordination.convert.matters import OptionValue
from legation_core.correspondence.matters import Origin

LINK = _("The number of a record of the log, or station:, mission: or paper: and a code")
TIME = _("By the clock of home, for example 2024-01-24 18:00; empty: by the rule")
TITLE, TEXT = _("What is wrong, in a few words"), _("What is wrong, where, since when")


class RaiseForm(forms.Form):
    """A matter; at home also the mission that it concerns and where it came from."""

    title = forms.CharField(label=TITLE, max_length=200)
    text = forms.CharField(label=TEXT, max_length=5000, widget=forms.Textarea(attrs={"rows": 6}))
    mission = forms.ChoiceField(
        label=_("Mission that it concerns"), required=False, help_text=_("It sees the matter and can write remarks")
    )
    origin = forms.ChoiceField(
        label=_("Where it came from"), choices=[(str(one), ORIGINS[one]) for one in Origin], initial=Origin.PAGE
    )
    origin_code = forms.CharField(
        label=_("Its number there"), max_length=40, required=False, help_text=_("Of the inquiry or the call, if any")
    )
    due = forms.DateTimeField(label=_("To be decided until"), required=False, help_text=TIME)

    def __init__(self, *given: object, missions: Iterable[tuple[str, str]], **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        chosen = list(missions)
        none: tuple[str, str | Promise] = ("", _("none"))
        self.fields["mission"].choices = [none, *chosen]  # type: ignore[attr-defined]
        if not chosen:
            for name in ("mission", "origin", "origin_code", "due"):
                del self.fields[name]


class NothingForm(forms.Form):
    """A step that asks for no more than its button."""


class TextForm(forms.Form):
    """A remark or an option."""

    text = forms.CharField(label=_("Text"), max_length=1000, widget=forms.Textarea(attrs={"rows": 5}))


class DueForm(forms.Form):
    """Until when it is to be decided."""

    due = forms.DateTimeField(
        label=_("To be decided until"), help_text=_("By the clock of home, for example 2024-01-24 18:00")
    )
    reason = forms.CharField(label=_("Reason"), max_length=300)


class DecideForm(forms.Form):
    """The option that is proposed to the other institution."""

    option = forms.TypedChoiceField(label=_("Option"), coerce=int, widget=forms.RadioSelect)

    def __init__(self, *given: object, options: Sequence[OptionValue], **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.fields["option"].choices = [(str(one.number), f"{one.number}. {one.text}") for one in options]  # type: ignore[attr-defined]


class EffectForm(forms.Form):
    """What it changed."""

    link = forms.CharField(label=_("What it changed"), max_length=90, help_text=LINK)


class CloseForm(forms.Form):
    """The end of a matter."""

    closing = forms.CharField(
        label=_("How it ended"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("May stay empty where the changes say it"),
    )  # fmt: skip


class ReasonForm(forms.Form):
    """Why it is opened again."""

    reason = forms.CharField(label=_("Reason"), max_length=300)
