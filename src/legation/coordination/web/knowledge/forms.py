"""Forms about published answers."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from legation.base.wording import text_of
from legation.coordination.convert.knowledge import Said
from legation.plan.convert import ElectionValue


def languages_of(election: ElectionValue) -> dict[str, str]:
    """The languages in which an answer may be written: those of the lawbook, then those in which people ask."""
    listed = {one.key: text_of(one.text) for one in election.rules.lists.get("inquiry_languages", ())}
    return {one: listed.get(one, one) for one in dict.fromkeys([*election.book.languages, *listed])}


class TextsForm(forms.Form):
    """A question and its answer in every language; those left empty are not published."""

    def __init__(
        self, *given: object, election: ElectionValue, texts: Mapping[str, Said] | None = None, **named: object
    ) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.languages = languages_of(election)
        for language, name in self.languages.items():
            said = (texts or {}).get(language, Said("", ""))
            self.fields[f"question_{language}"] = forms.CharField(
                label=_("Question, %(language)s") % {"language": name}, max_length=300, required=False,
                initial=said.question,
            )  # fmt: skip
            self.fields[f"answer_{language}"] = forms.CharField(
                label=_("Answer, %(language)s") % {"language": name}, max_length=20000, required=False,
                widget=forms.Textarea(attrs={"rows": 6}), initial=said.answer,
            )  # fmt: skip

    def texts(self) -> dict[str, Said]:
        """What was written, by language."""
        given = self.cleaned_data
        pairs = {one: Said(given[f"question_{one}"], given[f"answer_{one}"]) for one in self.languages}
        return {language: said for language, said in pairs.items() if said.question or said.answer}


class PublishForm(TextsForm):
    """An answer to be published to the missions."""

    category = forms.ChoiceField(label=_("Category"), help_text=_("It decides which institution answers"))

    def __init__(self, *given: object, election: ElectionValue, **named: object) -> None:
        super().__init__(*given, election=election, **named)  # type: ignore[arg-type]
        found = election.rules.inquiry_categories.values()
        self.fields["category"].choices = [(one.key, text_of(one.text)) for one in found]  # type: ignore[attr-defined]
