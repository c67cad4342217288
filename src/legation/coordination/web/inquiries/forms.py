"""Forms about inquiries."""

from collections.abc import Iterable

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from legation.base.wording import text_of
from legation.coordination.convert.inquiries import InquiryValue
from legation.coordination.queries.inquiry_words import asker_of
from legation.missions.convert import MissionValue
from legation.plan.convert import ElectionValue

LONG = forms.Textarea(attrs={"rows": 8})


class AskForm(forms.Form):
    """A new inquiry."""

    subject = forms.CharField(
        label=_("What is it about"), max_length=200, help_text=_("In a few words, without names of voters")
    )
    text = forms.CharField(label=_("Your question"), max_length=20000, widget=LONG)
    category = forms.ChoiceField(label=_("Category"), help_text=_("It decides which institution answers"))
    urgency = forms.ChoiceField(label=_("How urgent"), widget=forms.RadioSelect)
    language = forms.ChoiceField(label=_("Language of the question"))
    mission = forms.ChoiceField(
        label=_("For which mission"), required=False, help_text=_("Where it came by telephone or letter")
    )

    def __init__(
        self, *given: object, election: ElectionValue, posts: Iterable[MissionValue] = (), **named: object
    ) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        rules = election.rules
        categories = [(one.key, text_of(one.text)) for one in rules.inquiry_categories.values()]
        self.fields["category"].choices = categories  # type: ignore[attr-defined]
        for name in ("urgency", "language"):
            listed = rules.lists.get({"urgency": "inquiry_urgencies", "language": "inquiry_languages"}[name], ())
            self.fields[name].choices = [(one.key, text_of(one.text)) for one in listed]  # type: ignore[attr-defined]
        self.fields["urgency"].initial = next((one for one, _text in self.fields["urgency"].choices), "")  # type: ignore[attr-defined]
        missions: list[tuple[str, str | Promise]] = [(one.code, text_of(one.cities)) for one in posts]
        if missions:
            self.fields["mission"].choices = [("", _("none")), *missions]  # type: ignore[attr-defined]
        else:
            del self.fields["mission"]


class AcceptForm(AskForm):
    """What a mail that is accepted as an inquiry does not say of itself."""

    def __init__(
        self, *given: object, election: ElectionValue, posts: Iterable[MissionValue] = (), **named: object
    ) -> None:
        super().__init__(*given, election=election, posts=posts, **named)
        del self.fields["subject"], self.fields["text"]


class AddressForm(forms.Form):
    """Where a mission is told that there is something new in its inquiries."""

    mission = forms.ChoiceField(label=_("Mission"))
    address = forms.CharField(
        label=_("Address of mail"), max_length=200, required=False,
        help_text=_("Mail to it holds a link and no content. Empty: no mail is sent"),
    )  # fmt: skip

    def __init__(self, *given: object, posts: Iterable[MissionValue], **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        choices = [(one.code, text_of(one.cities)) for one in posts]
        if choices:
            self.fields["mission"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["mission"]


class TextForm(forms.Form):
    """A draft of the answer, or more about the question."""

    text = forms.CharField(label=_("Text"), max_length=20000, widget=LONG)


class ReasonForm(forms.Form):
    """Why a draft goes back, an inquiry is reopened or closed."""

    reason = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))


class ReferForm(forms.Form):
    """Another category, and why."""

    category = forms.ChoiceField(label=_("Category"), help_text=_("It decides which institution answers"))
    reason = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *given: object, election: ElectionValue, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        found = election.rules.inquiry_categories.values()
        self.fields["category"].choices = [(one.key, text_of(one.text)) for one in found]  # type: ignore[attr-defined]


class AssignForm(forms.Form):
    """The person who takes an inquiry in hand."""

    person = forms.ChoiceField(label=_("Person"))

    def __init__(self, *given: object, persons: Iterable[str], **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.fields["person"].choices = [(one, one) for one in persons]  # type: ignore[attr-defined]


class SettleForm(forms.Form):
    """The other inquiries that one answer settles."""

    others = forms.MultipleChoiceField(
        label=_("Inquiries that this answer settles too"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *given: object, open_ones: Iterable[InquiryValue], **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        choices = [(one.code, f"{one.number}. {one.subject} ({asker_of(one)})") for one in open_ones]
        self.fields["others"].choices = choices  # type: ignore[attr-defined]


class SureForm(forms.Form):
    """Nothing to type: what is shown is done."""
