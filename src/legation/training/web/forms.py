"""Forms about seminars."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from legation.base.wording import text_of
from legation.plan.convert import ElectionValue
from legation.training.actions import Facts
from legation.training.convert import SeminarValue, SessionValue, SpeakerValue
from legation.training.permissions.wording import ANSWERS, FUNCTIONS
from legation_core.timetable.zones import END_OF_DAY, minutes_of, zone_problems
from legation_core.training.audience import Rule

DAYS = _("One a line, for example 2024-01-23")
INSTANTS = _("One a line, by the clock of the home country, for example 2024-01-23 12:00")
CLOCK = _("For example 08:00")
UNTIL = _("By the clock of the home country, for example 2024-01-22 18:00")


MISSIONS: dict[str, str | Promise] = {
    "with_station": _("every mission with a station"),
    "every": _("every mission"),
    "none": _("no mission"),
}


def _lines(text: str) -> list[str]:
    return [one.strip() for one in text.splitlines() if one.strip()]


class ByLanguage(forms.Form):
    """Texts in each language of the lawbook."""

    def add_texts(self, key: str, label: str | Promise, election: ElectionValue, **named: Any) -> None:
        for language in election.book.languages:
            told = gettext("%(label)s (%(language)s)") % {"label": label, "language": language}
            self.fields[f"{key}_{language}"] = forms.CharField(label=told, **named)

    def texts(self, key: str, election: ElectionValue) -> dict[str, str]:
        return {language: self.cleaned_data[f"{key}_{language}"] for language in election.book.languages}


class SeminarForm(ByLanguage):
    """Aims, languages, days, hours and audience of a seminar."""

    languages = forms.MultipleChoiceField(label=_("Languages in which it is held"), widget=forms.CheckboxSelectMultiple)
    days = forms.CharField(
        label=_("Days that come into question"), widget=forms.Textarea(attrs={"rows": 3}), help_text=DAYS
    )
    length = forms.IntegerField(label=_("Minutes of a session"), min_value=15, max_value=480, initial=90)
    opens = forms.TimeField(label=_("Civil hours from"), initial=time(8), help_text=CLOCK)
    closes = forms.TimeField(label=_("Civil hours until"), initial=time(20), help_text=_("For example 20:00"))
    missions = forms.ChoiceField(
        label=_("For the authorised representatives of"), widget=forms.RadioSelect, initial="with_station",
        choices=list(MISSIONS.items()),
    )  # fmt: skip
    chairs = forms.BooleanField(
        label=_("For the chairs of the districts to which these stations belong"), required=False, initial=True
    )
    units = forms.CharField(
        label=_("For these units of the institutions"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line"),
    )  # fmt: skip
    share = forms.IntegerField(
        label=_("Enough for attendance and tests, in per cent"), min_value=1, max_value=100, initial=80
    )

    def __init__(self, *given: object, election: ElectionValue, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.election = election
        others = dict(self.fields)
        self.fields.clear()
        self.add_texts("name", gettext("Name"), election, max_length=200)
        self.add_texts(
            "aims", gettext("Aims"), election, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}), required=False
        )
        self.fields.update(others)
        self.fields["languages"].choices = [(one, one) for one in election.book.languages]  # type: ignore[attr-defined]

    def clean_days(self) -> list[date]:
        try:
            return [date.fromisoformat(one) for one in _lines(self.cleaned_data["days"])]
        except ValueError:
            raise forms.ValidationError(gettext("Write each day like 2024-01-23, one a line.")) from None

    def facts(self) -> Facts:
        given = self.cleaned_data
        rule = Rule(given["missions"], given["chairs"], tuple(_lines(given["units"])))
        return Facts(
            names=self.texts("name", self.election), aims=self.texts("aims", self.election),
            languages=given["languages"], days=given["days"], length=given["length"],
            opens=minutes_of(given["opens"]), closes=minutes_of(given["closes"]) or END_OF_DAY, rule=rule,
            share=given["share"],
        )  # fmt: skip


def initial_of(seminar: SeminarValue) -> dict[str, Any]:
    """What stands in the form of a seminar that is planned."""

    def clock(minutes: int) -> time:
        return time(*divmod(minutes % END_OF_DAY, 60))

    found: dict[str, Any] = {
        "languages": list(seminar.languages),
        "days": "\n".join(one.isoformat() for one in seminar.days),
        "length": seminar.length,
        "opens": clock(seminar.opens),
        "closes": clock(seminar.closes),
        "missions": seminar.rule.missions,
        "chairs": seminar.rule.chairs,
        "units": "\n".join(seminar.rule.units),
        "share": seminar.share,
    }
    found |= {f"name_{language}": text for language, text in seminar.names.items()}
    return found | {f"aims_{language}": text for language, text in seminar.aims.items()}


class ModuleForm(ByLanguage):
    """A module of the agenda with its material."""

    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=480)
    text = forms.CharField(
        label=_("Material"), required=False, max_length=20000, widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Paragraphs divided by empty lines"),
    )  # fmt: skip
    file = forms.FileField(label=_("Material as a file"), required=False, help_text=_("PDF or image, at most 10 MB"))

    def __init__(self, *given: object, election: ElectionValue, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        others = dict(self.fields)
        self.fields.clear()
        self.add_texts("name", gettext("Name"), election, max_length=200)
        self.fields.update(others)


class SpeakerForm(forms.Form):
    """Who speaks, or stands in."""

    name = forms.CharField(label=_("Name"), max_length=120)
    function = forms.CharField(label=_("Office or function"), max_length=200)
    body = forms.ChoiceField(label=_("Speaks for"))
    zone = forms.CharField(
        label=_("Clock of the place"), max_length=64, help_text=_("Name of the zone, for example Asia/Baku")
    )
    any_hour = forms.BooleanField(label=_("Speaks at any hour"), required=False)
    stands_in_for = forms.ChoiceField(label=_("Stands in for"), required=False)

    def __init__(
        self, *given: object, election: ElectionValue, speakers: Sequence[SpeakerValue], **named: object
    ) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        bodies = election.book.bodies.values()
        none: tuple[str, str | Promise] = ("", _("nobody: speaks in every session"))
        own = [(one.code, one.name) for one in speakers if one.stands_in_for is None]
        self.fields["body"].choices = [(one.key, text_of(one.name)) for one in bodies]  # type: ignore[attr-defined]
        self.fields["stands_in_for"].choices = [none, *own]  # type: ignore[attr-defined]

    def clean_zone(self) -> str:
        zone = str(self.cleaned_data["zone"])
        if zone_problems(zone):
            raise forms.ValidationError(gettext("There is no zone of this name. Write it like Asia/Baku."))
        return zone


class SessionsForm(forms.Form):
    """The starts of the sessions: those that were found, and others."""

    found = forms.MultipleChoiceField(label=_("Sessions"), required=False, widget=forms.CheckboxSelectMultiple)
    others = forms.CharField(
        label=_("Other starts"), required=False, widget=forms.Textarea(attrs={"rows": 2}), help_text=INSTANTS
    )

    def __init__(self, *given: object, zone: str, choices: Iterable[tuple[str, str]], **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.zone = ZoneInfo(zone)
        self.fields["found"].choices = list(choices)  # type: ignore[attr-defined]

    def clean_others(self) -> list[datetime]:
        found = _lines(self.cleaned_data["others"])
        if not all(re.fullmatch(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}", one) for one in found):
            raise forms.ValidationError(gettext("Write each start like 2024-01-23 12:00, one a line."))
        try:
            return [datetime.fromisoformat(one).replace(tzinfo=self.zone) for one in found]
        except ValueError:
            raise forms.ValidationError(gettext("Write each start like 2024-01-23 12:00, one a line.")) from None

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if not self.errors and not given.get("found") and not given.get("others"):
            self.add_error("found", gettext("Choose at least one session, or write its start."))
        return given

    def starts(self) -> list[datetime]:
        found = [datetime.fromisoformat(one) for one in self.cleaned_data["found"]]
        return sorted({*found, *self.cleaned_data["others"]})


class InviteForm(forms.Form):
    """Until when an answer is wanted."""

    answer_by = forms.CharField(label=_("Answers are wanted until"), max_length=16, help_text=UNTIL)

    def __init__(self, *given: object, zone: str, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.zone = ZoneInfo(zone)

    def clean_answer_by(self) -> datetime:
        try:
            return datetime.fromisoformat(self.cleaned_data["answer_by"]).replace(tzinfo=self.zone)
        except ValueError:
            raise forms.ValidationError(gettext("Write the instant like 2024-01-22 18:00.")) from None


class ParticipantForm(forms.Form):
    """Who comes, and in which commission they serve."""

    name = forms.CharField(label=_("Who comes"), max_length=120, required=False)
    function = forms.ChoiceField(label=_("Serves as"), required=False, choices=list(FUNCTIONS.items()))
    station = forms.ChoiceField(label=_("At the station"), required=False)

    def __init__(self, *given: object, stations: Mapping[str, str], **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        none: tuple[str, str | Promise] = ("", _("none"))
        self.fields["station"].choices = [none, *stations.items()]  # type: ignore[attr-defined]
        if not stations:
            del self.fields["station"], self.fields["function"]


class AnswerForm(ParticipantForm):
    """The answer to an invitation."""

    answer = forms.ChoiceField(
        label=_("Your answer"), widget=forms.RadioSelect,
        choices=[(key, ANSWERS[key]) for key in ("yes", "substitute", "no")],
    )  # fmt: skip
    session = forms.ChoiceField(label=_("Session"))
    reason = forms.CharField(
        label=_("Remark"), max_length=300, required=False, help_text=_("Read by the organisers alone")
    )
    field_order = ("answer", "name", "function", "station", "session", "reason")

    def __init__(self, *given: object, sessions: Iterable[tuple[SessionValue, str]], **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.fields["session"].choices = [(str(one.number), told) for one, told in sessions]  # type: ignore[attr-defined]
