"""Keeping what sources say of earlier elections, and the table in which it comes."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from django.conf import settings
from django.utils.translation import gettext_lazy

from legation.base.actors import Actor, Permission, require
from legation.integrity.actions import act
from legation.plan import queries as plan
from legation.plan.actions import hold_election
from legation.publication.convert.history import Earlier
from legation.publication.models import EarlierFigure
from legation.publication.permissions import scopes_of
from legation.readers.columns import Column, Columns, Kind
from legation.readers.rows import Row
from legation.readers.table_kinds import Importable
from legation_core.network.history import Measure, Precision, Stage, Statement, history_problems
from legation_core.problems import Problem, Refused
from legation_core.values import Text

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES if code != "en")
MEASURES = {
    str(Measure.STATIONS): Text({"en": "Stations", "az": "Məntəqələr"}),
    str(Measure.COUNTRIES): Text({"en": "Countries", "az": "Ölkələr"}),
    str(Measure.VOTERS): Text({"en": "Voters", "az": "Seçicilər"}),
}
PRECISIONS = {
    str(Precision.EXACT): Text({"en": "exactly", "az": "dəqiq"}),
    str(Precision.ABOUT): Text({"en": "about", "az": "təxminən"}),
    str(Precision.NEARLY): Text({"en": "nearly", "az": "təqribən, çox deyil"}),
    str(Precision.OVER): Text({"en": "more than", "az": "çox"}),
}
STAGES = {
    str(Stage.HELD): Text({"en": "held", "az": "keçirilib"}),
    str(Stage.PLANNED): Text({"en": "planned", "az": "planlaşdırılıb"}),
}
_ELECTION, _NAME = Text({"en": "Election", "az": "Seçki"}), Text({"en": "Name", "az": "Ad"})
_SHORT = Text({"en": "A short name, the same in every row", "az": "Qısa ad, hər sətirdə eyni"})
_SPOKEN = Text({"en": "As people call it", "az": "Necə adlandırılır"})
HISTORY = Columns(
    (
        Column("election", _ELECTION, required=True, max_length=40, example="president-2018", help=_SHORT),
        Column("name", _NAME, required=True, example="Early presidential election 2018", help=_SPOKEN),
        *(
            Column(f"name_{tag}", Text({own: f"{text} ({tag})" for own, text in _NAME.items()}), max_length=200)
            for tag in LANGUAGES
        ),
        Column("day", Text({"en": "Day", "az": "Gün"}), required=True, kind=Kind.DATE, example="2018-04-11"),
        Column(
            "measure",
            Text({"en": "What is counted", "az": "Nə sayılır"}),
            required=True,
            kind=Kind.CHOICE,
            choices=MEASURES,
            example="stations",
        ),
        Column(
            "value",
            Text({"en": "Number", "az": "Say"}),
            required=True,
            kind=Kind.INT,
            minimum=0,
            maximum=100_000_000,
            example="41",
        ),
        Column(
            "precision",
            Text({"en": "How exactly", "az": "Nə dərəcədə dəqiq"}),
            required=True,
            kind=Kind.CHOICE,
            choices=PRECISIONS,
            example="exact",
        ),
        Column(
            "stage",
            Text({"en": "Held or planned", "az": "Keçirilib və ya planlaşdırılıb"}),
            required=True,
            kind=Kind.CHOICE,
            choices=STAGES,
            example="held",
        ),
        Column(
            "source",
            Text({"en": "Source", "az": "Mənbə"}),
            required=True,
            max_length=300,
            example="https://www.azernews.az/nation/130220.html",
            help=Text({"en": "Where it can be read", "az": "Harada oxumaq olar"}),
        ),
    ),
    key=("election", "measure", "source"),
    sheet=Text({"en": "Earlier elections", "az": "Əvvəlki seçkilər"}),
)


def keep_history(
    *, election: str, found: Sequence[Earlier], file: str, numbers: Sequence[int] = (), by: Actor, at: datetime
) -> int:
    """Keep what sources say of earlier elections; what was kept before is replaced. All, or none and what is wrong.

    `file` is the SHA-256 of the table, `numbers` those of its rows, by which what is refused is named.
    """
    with act("history_kept", by=by, at=at) as record:
        value = plan.election_for(by, election)
        require(by, Permission.PUBLICATION_FREEZE, scopes_of(value.jurisdiction, election))
        hold_election(election)
        said = [one.said for one in found]
        if problems := history_problems(said, value.election_day):
            raise _refusal(problems, numbers)
        EarlierFigure.objects.filter(election=election).delete()
        EarlierFigure.objects.bulk_create(_figure(election, one) for one in found)
        record.about(
            jurisdiction=value.jurisdiction,
            election=election,
            lawbook=value.book.digest,
            subject=f"history:{election}",
            body=by.body,
        )
        record.public(elections=len({one.election for one in said}), figures=len(said), file=file)
    return len(said)


def _refusal(problems: Sequence[Problem], numbers: Sequence[int]) -> Refused:
    rows = [Problem(one.code, f"row {numbers[int(one.where) - 1]}", one.facts) if numbers else one for one in problems]
    return Refused(rows[0].code, rows[0].where, rows[0].facts, tuple(rows))


def _figure(election: str, one: Earlier) -> EarlierFigure:
    return EarlierFigure(
        election_id=election,
        earlier=one.said.election,
        names=dict(one.names),
        day=one.said.on,
        measure=one.said.measure,
        value=one.said.value,
        precision=one.said.precision,
        stage=one.said.stage,
        source=one.said.source,
    )


def earlier(facts: Mapping[str, object]) -> Earlier:
    """A statement out of the cells of its row: `election`, `name`, `name_az`, `day`, `measure`, `value` and so on."""
    names = {"en": facts["name"]} | {
        key.removeprefix("name_"): text for key, text in facts.items() if key.startswith("name_") and text
    }
    said = Statement(
        str(facts["election"]),
        facts["day"],  # type: ignore[arg-type]
        Measure(str(facts["measure"])),
        facts["value"],  # type: ignore[arg-type]
        Precision(str(facts["precision"])),
        Stage(str(facts["stage"])),
        str(facts["source"]),
    )
    return Earlier(Text({key: str(text) for key, text in names.items()}), said)


def keep_table(election: str, rows: Sequence[Row], file: str, *, by: Actor, at: datetime) -> int:
    """Keep the statements of a table; every row that is refused is named."""
    found = [earlier(row.typed) for row in rows]
    return keep_history(election=election, found=found, file=file, numbers=[row.number for row in rows], by=by, at=at)


def importable(election: str, *, by: Actor, at: datetime) -> Importable:
    """The table of earlier elections as it is brought in."""
    keep = partial(keep_table, election, by=by, at=at)
    return Importable("history", gettext_lazy("Earlier elections"), HISTORY, keep)
