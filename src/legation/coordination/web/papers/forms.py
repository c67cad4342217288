"""Forms about papers."""

from collections.abc import Iterable

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legation.base.wording import text_of
from legation.base.wording.facts import PAPERS
from legation.plan.convert import ElectionValue
from legation_core.lawbook.model import Body
from legation_core.lawbook.papers import OUTCOMES, Kind

LINKS = _("One a line: the number of a record of the log, or station:, mission:, host:, lawbook: and a code")
DAY = _("For example 2024-01-05")
NUMBER = _("Leave it empty to get the next one of this year")


class NewForm(forms.Form):
    """A paper that is typed, or brought as a file."""

    kind = forms.ChoiceField(label=_("Kind"), choices=[(str(one), PAPERS[one]) for one in Kind])
    body = forms.ChoiceField(label=_("Who writes"))
    addressee_body = forms.ChoiceField(
        label=_("To which body"), required=False, help_text=_("The body that a submission asks for a decision")
    )
    addressee = forms.CharField(label=_("Addressee in words"), max_length=300, required=False)
    title = forms.CharField(label=_("Title"), max_length=300)
    text = forms.CharField(
        label=_("Text"), required=False, max_length=20000, widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Paragraphs divided by empty lines"),
    )  # fmt: skip
    language = forms.ChoiceField(label=_("Language"))
    links = forms.CharField(
        label=_("What it brings about"), required=False, widget=forms.Textarea(attrs={"rows": 3}), help_text=LINKS
    )
    file = forms.FileField(label=_("The paper"), required=False, help_text=_("PDF or image, at most 10 MB"))

    def __init__(self, *given: object, election: ElectionValue, bodies: Iterable[Body], **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        every = election.book.bodies.values()
        none: tuple[str, str | Promise] = ("", _("none"))
        self.fields["body"].choices = [(one.key, text_of(one.name)) for one in bodies]  # type: ignore[attr-defined]
        self.fields["addressee_body"].choices = [none, *((one.key, text_of(one.name)) for one in every)]  # type: ignore[attr-defined]
        self.fields["language"].choices = [(one, one) for one in election.book.languages]  # type: ignore[attr-defined]


class DrawForm(forms.Form):
    """The language in which a letter is drawn up; of headquarters also the mission."""

    language = forms.ChoiceField(label=_("Language"))

    def __init__(self, *given: object, election: ElectionValue, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.fields["language"].choices = [(one, one) for one in election.book.languages]  # type: ignore[attr-defined]


class SendForm(forms.Form):
    """The number and date of a signed paper."""

    number = forms.CharField(label=_("Number"), max_length=40, required=False, help_text=NUMBER)
    dated = forms.DateField(label=_("Date on the paper"), help_text=DAY)


class DecideForm(forms.Form):
    """The decision on a submission."""

    outcome = forms.ChoiceField(
        label=_("The submission is"), widget=forms.RadioSelect, choices=[(str(one), PAPERS[one]) for one in OUTCOMES]
    )
    title = forms.CharField(label=_("Title of the decision"), max_length=300)
    text = forms.CharField(label=_("Text"), max_length=20000, widget=forms.Textarea(attrs={"rows": 8}))
    number = forms.CharField(label=_("Number"), max_length=40, required=False, help_text=NUMBER)
    dated = forms.DateField(label=_("Date on the paper"), help_text=DAY)
    links = forms.CharField(
        label=_("What it brings about"), required=False, widget=forms.Textarea(attrs={"rows": 3}), help_text=LINKS
    )


class CorrectForm(forms.Form):
    """A new version of a typed paper."""

    title = forms.CharField(label=_("Title"), max_length=300)
    text = forms.CharField(label=_("Text"), required=False, max_length=20000, widget=forms.Textarea(attrs={"rows": 10}))
    reason = forms.CharField(label=_("Reason"), max_length=300, help_text=_("What was wrong; kept privately"))


class ReasonForm(forms.Form):
    """Why a paper is drawn up anew or withdrawn."""

    reason = forms.CharField(label=_("Reason"), max_length=300, help_text=_("Kept privately"))
