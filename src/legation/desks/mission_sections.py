"""A mission's file in the reader's words: sections of facts and tables, the same on the page, on paper and in PDF."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from legation.base.wording import text_of, worded
from legation.base.wording.countries import country_name
from legation.base.wording.facts import consent_in_words, paper_in_words
from legation.base.wording.instants import Clock, day_in_words, span_told, told
from legation.base.wording.numbers import number
from legation.desks.mission_file import MissionFile, Owed
from legation.integrity.web.sentences import sentences
from legation.missions.templatetags.missions import ground_name, mission_kind, need_in_words, week_in_words
from legation.plan.web.words import body_told
from legation.stations.convert import StationValue
from legation.stations.templatetags.stations import district_told, station_field, station_state

OWED: dict[str, str | Promise] = {
    "met": _("done"),
    "overdue": _("overdue"),
    "due_soon": _("due soon"),
    "not_due": _("not due yet"),
    "passed": _("the day has passed"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A text; `basis` marks what is not established, `state` draws its shape, `record` leads to that record."""

    text: str
    basis: str = ""
    state: str = ""
    record: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the file. Without `heads` rows are pairs of a name and what stands there; `none`: said when empty."""

    key: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    none: str = ""

    @property
    def entries(self) -> list[list[tuple[str, Cell]]]:
        """The rows, each cell with the head of its column."""
        return [list(zip(self.heads, row, strict=True)) for row in self.rows]


def sections(file: MissionFile) -> list[Section]:
    """The whole file, in the order in which it is read."""
    words = _Words(file)
    return [
        Section("record", gettext("Record"), (), tuple(words.record())),
        Section("holidays", gettext("Holidays"), (gettext("Day"), gettext("Holiday"), gettext("Of")),
                tuple(words.holidays()), gettext("none entered")),
        Section("people", gettext("Deputies and representative"), (), tuple(words.people())),
        Section("rule", gettext("Registered voters and the rule"), (), tuple(words.rule())),
        Section("voters", gettext("Reports of registered voters"),
                (gettext("Ground"), gettext("Count"), gettext("As of"), gettext("Source")),
                tuple(words.voters()), gettext("No number was reported: the rule cannot be applied yet.")),
        *words.stations(),
        Section("consent", gettext("Host consent"), (), tuple(words.consent())),
        *words.letters(),
        Section("papers", gettext("Papers"),
                (gettext("Kind"), gettext("Number and date"), gettext("Title"), gettext("State")),
                tuple(words.papers()), gettext("No paper concerns this mission.")),
        Section("deadlines", gettext("Deadlines"),
                (gettext("What"), gettext("Due"), gettext("Who must act"), gettext("State")), tuple(words.owed())),
        Section("records", gettext("Records"), (gettext("No."), gettext("When"), gettext("What was recorded")),
                tuple(words.records()), gettext("Nothing is recorded yet.")),
    ]  # fmt: skip


class _Words:
    """The rows of each section."""

    def __init__(self, file: MissionFile) -> None:
        self.file, self.election, self.post = file, file.election, file.post
        self.language = get_language() or "en"
        self.year = file.election.election_day.year
        self.home = Clock(file.election.home_zone)
        self.own = Clock(file.post.zone, text_of(file.post.cities))

    def instant(self, at: datetime, *, end_of_day: bool = False) -> str:
        found = told(at, self.own, self.home, language=self.language, year=self.year, end_of_day=end_of_day)
        return str(found)

    def day(self, day: date | None) -> str:
        return day_in_words(day, self.language, self.year) if day else "–"

    def record(self) -> Iterator[tuple[Cell, ...]]:
        post = self.post
        unsaid = gettext("not entered")
        where = f"{post.latitude}, {post.longitude}" if post.latitude else unsaid
        if post.position == "city":
            where += f" ({gettext('of the city, not the building')})"
        yield _pair(gettext("Kind"), mission_kind(post.kind))
        yield _pair(gettext("Code"), post.code)
        yield _pair(gettext("Country"), country_name(post.country))
        yield _pair(gettext("City"), text_of(post.cities))
        yield _pair(gettext("Address"), post.address or unsaid)
        yield _pair(gettext("Zone"), post.zone)
        yield _pair(gettext("Position"), where)
        yield _pair(gettext("Duty phone"), post.duty_phone or unsaid)
        yield _pair(gettext("Website"), post.website or unsaid)
        yield _pair(gettext("Working week"), week_in_words(post.working_days))
        yield _pair(gettext("Source"), post.source or unsaid)

    def holidays(self) -> Iterator[tuple[Cell, ...]]:
        for one in self.file.holidays:
            of = gettext("home country") if one.of == "home" else gettext("host country")
            yield _row(self.day(one.day), one.name, of)

    def people(self) -> Iterator[tuple[Cell, ...]]:
        file, none = self.file, gettext("none entered")
        deputies = ", ".join(file.deputies) if file.persons else str(len(file.deputies))
        yield _pair(gettext("Deputies"), deputies if file.deputies else none)
        one = file.representative
        letter = ""
        if one:
            letter = gettext("designated by letter %(number)s") % {"number": one.letter_number}
            letter = ", ".join([*([one.person] if file.persons else []), letter, self.day(one.letter_date)])
        yield _pair(gettext("Authorised representative"), letter or gettext("not designated"))

    def rule(self) -> Iterator[tuple[Cell, ...]]:
        found = self.file.registered
        if found.total is None:
            yield _pair(gettext("Together"), gettext("not reported"))
            return
        total = Cell(number(found.total, self.language), "invented" if found.invented else "")
        yield Cell(gettext("Together")), total
        if found.need:
            says = need_in_words(found.need)
            sources = "; ".join(found.need.sources)
            told = Cell(says, "assumed") if found.need.assumed else Cell(f"{says} ({sources})")
            yield Cell(gettext("Rule")), told

    def voters(self) -> Iterator[tuple[Cell, ...]]:
        for one in self.file.history:
            ground = ground_name(one.ground, self.election)
            if one not in self.file.registered.reports:
                ground = f"{ground} ({gettext('earlier report')})"
            count = Cell(number(one.count, self.language), one.basis)
            yield Cell(ground), count, Cell(self.day(one.as_of)), Cell(one.source)

    def stations(self) -> Iterator[Section]:
        if not self.file.stations:
            none = gettext("No station stands at this mission.")
            yield Section("stations", gettext("Stations"), (), (), none)
        for one in self.file.stations:
            title = gettext("Station in %(city)s") % {"city": text_of(one.mission.cities)}
            if len(self.file.stations) > 1 or one.number:
                title = f"{title}: {one.number or one.code}"
            yield Section("stations", title, (), tuple(self.station(one)))
            changes = tuple(self.changes(one))
            if changes:
                heads = (gettext("What"), gettext("Before"), gettext("After"), gettext("From"), gettext("Reason"))
                yield Section("changes", gettext("Changes: %(station)s") % {"station": title}, heads, changes)

    def station(self, one: StationValue) -> Iterator[tuple[Cell, ...]]:
        none = gettext("none yet")
        yield _pair(gettext("State"), station_state(one.state))
        district = district_told(one.district_names, one.district) if one.district else ""
        yield Cell(gettext("District")), Cell(district or none, one.district_basis if one.district else "")
        given = "" if one.number is None else str(one.number)
        yield Cell(gettext("Number")), Cell(given or none, one.number_basis if given else "")
        yield Cell(gettext("Address")), Cell(one.address or gettext("not entered"), one.address_basis)
        for window in one.windows:
            span = span_told(window.opens, window.closes, self.own, self.home, language=self.language, year=self.year)
            yield _pair(gettext("Hours"), str(span))
        for name, at in (
            (gettext("Created"), one.created_at), (gettext("Attached"), one.attached_at),
            (gettext("Numbered"), one.numbered_at), (gettext("Closed"), one.closed_at),
        ):  # fmt: skip
            if at:
                yield _pair(name, self.instant(at))
        served = ", ".join(self.part(part.country, part.region) for part in self.file.catchment)
        yield _pair(gettext("Serves"), served or gettext("not entered"))

    def part(self, country: str, region: str) -> str:
        city = self.own.place if region == self.post.code else region
        if not region:
            return country_name(country)
        return f"{country_name(country)}, {gettext('consular district of %(city)s') % {'city': city}}"

    def changes(self, one: StationValue) -> Iterator[tuple[Cell, ...]]:
        for change in self.file.changes.get(one.id, ()):
            yield _row(
                station_field(change.field), change.before or "–", change.after or "–", self.day(change.effective_on),
                change.reason,
            )  # fmt: skip

    def consent(self) -> Iterator[tuple[Cell, ...]]:
        host, rule = self.file.host, self.file.host.rule
        yield _pair(gettext("State"), consent_in_words(host.whole.state))
        if rule:
            asks = f"{gettext('at missions')} {consent_in_words(rule.rule.inside)}, "
            asks += f"{gettext('elsewhere')} {consent_in_words(rule.rule.outside)}"
            yield _pair(gettext("What the host asks"), f"{asks} ({rule.source})")
        if host.due:
            yield _pair(gettext("Note due"), self.day(host.due))
        if self.file.opens_host and host.conditions:
            yield _pair(gettext("Conditions"), host.conditions)
        for one in host.problems:
            owner = body_told(self.election.book, one.owner) if one.owner else ""
            text = worded(one.finding.problem) + (f" ({gettext('Owed by:')} {owner})" if owner else "")
            yield Cell(gettext("Problem")), Cell(text, state=one.finding.state)

    def letters(self) -> Iterator[Section]:
        if self.file.steps:
            heads = (gettext("State"), gettext("Note"), gettext("Date"), gettext("Premises"), gettext("Text"))
            rows = tuple(
                _row(consent_in_words(one.state), one.note_number or "–", self.day(one.note_date),
                     one.premises or "–", one.text or "–")
                for one in self.file.steps
            )  # fmt: skip
            yield Section("letters", gettext("Letters with the host"), heads, rows)

    def papers(self) -> Iterator[tuple[Cell, ...]]:
        for one in self.file.papers:
            given = f"{one.number}, {self.day(one.dated)}" if one.number else gettext("DRAFT")
            yield _row(paper_in_words(one.kind), given, one.content.title, paper_in_words(one.state))

    def owed(self) -> Iterator[tuple[Cell, ...]]:
        for one in self.file.owed:
            line = one.line
            due = self.instant(line.due, end_of_day=line.ends_with_day)
            if line.spans:
                due = f"{due} {gettext('to')} {self.instant(line.last_due, end_of_day=line.ends_with_day)}"
            what = Cell(text_of(line.entry.text), "assumed" if line.entry.assumed else "")
            yield what, Cell(due), Cell(body_told(self.election.book, line.entry.owner)), _state(one)

    def records(self) -> Iterator[tuple[Cell, ...]]:
        found = self.file.records
        for record, text in zip(found, sentences(found), strict=True):
            yield Cell(str(record.index), record=record.index), Cell(self.instant(record.at)), Cell(text)


def _state(one: Owed) -> Cell:
    return Cell(str(OWED[one.state]), state="" if one.state == "passed" else one.state)


def _pair(name: str, text: str) -> tuple[Cell, ...]:
    return Cell(name), Cell(text)


def _row(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(text) for text in texts)
