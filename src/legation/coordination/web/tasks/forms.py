"""Forms about tasks."""

from django import forms
from django.utils.translation import gettext_lazy as _

DAY = _("For example 2024-01-05")


class ApproveForm(forms.Form):
    """The number of the paper by which the plan was approved."""

    number = forms.CharField(label=_("Number of the decision or order"), max_length=80, required=False)


class NoForm(forms.Form):
    """A step for which nothing is typed."""


class ReportForm(forms.Form):
    """What shows that a task is done."""

    evidence = forms.CharField(
        label=_("What shows it"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The number of a letter, a record, who received it. Kept privately"),
    )  # fmt: skip


class ReasonForm(forms.Form):
    """Why a task is returned or dropped."""

    reason = forms.CharField(label=_("Reason"), max_length=500, help_text=_("Kept privately"))


class PersonForm(forms.Form):
    """To whom a task is given."""

    person = forms.CharField(
        label=_("Code of the person"), max_length=40, help_text=_("The code under which they have an account")
    )


class DayForm(forms.Form):
    """To which day a task is moved, and why."""

    due_on = forms.DateField(label=_("New day"), help_text=DAY)
    reason = forms.CharField(label=_("Reason"), max_length=500, help_text=_("Kept privately"))


class ManyForm(ReportForm):
    """In which missions one task is reported done or accepted."""

    missions = forms.MultipleChoiceField(label=_("Missions"), widget=forms.CheckboxSelectMultiple)
