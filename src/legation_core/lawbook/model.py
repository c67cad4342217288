"""What a lawbook says, as frozen values. `Lawbook.on(day)` gives the rules in force on a day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from legation_core.values import ASSUMED, JurisdictionCode, Span, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """Anything the law says: where it was read, and when it is in force."""

    source: str
    span: Span = field(default_factory=Span)
    note: str = ""

    @property
    def assumed(self) -> bool:
        """True where nobody read the article: the rule warns and never refuses."""
        return self.source == ASSUMED


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An institution or office named by the law: `central_commission`, `ministry`, `head_of_mission`, ..."""

    key: str
    name: Text
    short: Text
    kind: str = "outside"
    """Which people of the system act for it: one of `schema.BODY_KINDS`; `outside` has none here (a court)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Competence(Provision):
    """Who performs an act: its body, who submits it, who confirms it, which acts must have come before."""

    act: str
    body: str
    submitted_by: str | None = None
    confirmed_by: str | None = None
    after: tuple[str, ...] = ()
    deadline: str | None = None
    """Key of the calendar entry by which the act is due."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incompatible(Provision):
    """Two bodies for which nobody may act at one time; one body named twice: not in two places of it."""

    key: str
    first: str
    second: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(Provision):
    """One number of the law, e.g. the most voters a station may have."""

    value: int
    text: Text = field(default_factory=lambda: Text({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Establishment:
    """When a mission may or must have stations. A limit the law does not give is `None`."""

    more_than: Limit | None
    """A station is created where more voters than this are registered."""
    maximum_per_station: Limit | None
    minimum_per_station: Limit | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours(Provision):
    """Opening hours of one voting day, local to the station. `day` 0 is the election day, -1 the day before.

    `closes` 00:00 is the end of that day, written "24:00" in the file; no station is open past its midnight.
    """

    day: int
    opens: time
    closes: time

    @property
    def opens_minute(self) -> int:
        """Minutes after midnight."""
        return self.opens.hour * 60 + self.opens.minute

    @property
    def closes_minute(self) -> int:
        """Minutes after midnight; 1440 is the end of the day."""
        return self.closes.hour * 60 + self.closes.minute or 1440


class Anchor(StrEnum):
    """What a calendar entry is counted from."""

    ELECTION_DAY = "election_day"
    CALL = "call"
    """The day on which the election was called."""
    DAY_SET = "day_set"
    """The day on which the commission set the election day."""
    STATION_CLOSING = "station_closing"
    """The closing of the station concerned: an instant."""
    LAST_CLOSING = "last_closing"
    """The last closing of any station on earth: an instant."""


class Rule(StrEnum):
    BY = "by"
    FROM = "from"
    ON = "on"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry(Provision):
    """One legal deadline or period boundary.

    With a day anchor, `days` gives the day and `time_of_day` (minutes after midnight, 1440 = end of day) the instant
    in `zone`; without `time_of_day` what is due "by" a day is due at its end, and "from" and "on" are its beginning.
    With an instant anchor, `hours` is added to the instant.
    """

    key: str
    text: Text
    owner: str
    """Key of the body that must act."""
    anchor: Anchor
    rule: Rule
    days: int = 0
    hours: int | None = None
    time_of_day: int | None = None
    zone: str = "home"
    """`home` (the jurisdiction's zone) or `local` (the mission's or station's)."""
    each: str = "election"
    """`election`, `mission` or `station`: how many deadlines the entry makes."""
    evidence: Text | None = None
    after: tuple[str, ...] = ()
    """Keys of entries whose work this one presupposes; feasibility is judged by them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Provision):
    """One item of a closed list of the law: a ground for inclusion, a document, a material, a ground for refusal."""

    key: str
    text: Text
    body: str | None = None
    """Key of the body concerned: who keeps the papers, who decides the complaint."""
    months: int | None = None
    """How long the papers are kept."""
    at: int | None = None
    """Minutes after midnight on a voting day, for a turnout mark or a step of the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest(Listed):
    """A kind of election in which citizens abroad vote."""

    choice: str
    """What stands on the ballot: `candidates`, `lists` or `question`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLine(Provision):
    """A numbered line of a protocol form, or a figure that is known beside it and has no number."""

    key: str
    number: str
    text: Text
    group: str = ""
    channel: str = ""
    """How the votes of the line were cast, where the form keeps that apart: `paper`, `machine`."""
    kind: str = "count"
    """`count`, `instant` (date and time) or `each_candidate`: a count repeated for every candidate of the contest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRelation(Provision):
    """A relation between lines, in the small language of relations; kept as text here."""

    code: str
    holds: str
    severity: str
    """`blocks`, `explain` or `information`."""
    typist: Text
    supervisor: Text
    silences: tuple[str, ...] = ()
    typist_next: Text | None = None
    supervisor_next: Text | None = None
    """The next step of who types and of who supervises, where it is more than the usual one of the severity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Provision):
    """A protocol form."""

    key: str
    name: Text
    lines: tuple[FormLine, ...]
    relations: tuple[FormRelation, ...]
    figures: tuple[FormLine, ...] = ()
    """Figures that the relations use and the form does not print: members, signatures, requests for mobile voting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template(Provision):
    """The text of a letter in every language of the book, with placeholders that records fill."""

    key: str
    kind: str
    """One of `papers.Kind`."""
    body: str
    """Key of the body that writes it."""
    addressee: Text
    name: Text
    text: Text
    table: str = ""
    """`missions` or `stations`: the table that the letter holds."""


class Basis(StrEnum):
    """Why a task stands in the action plan."""

    ARTICLE = "article"
    """The law asks for it."""
    PRACTICE = "practice"
    """Those who have held such elections do it, by the source."""
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Provision):
    """A piece of work of the action plan, done once for the election or once in each mission."""

    key: str
    text: Text
    area: str
    """One of `schema.AREAS`: the subject under which it is listed."""
    owner: str
    """Key of the body that does it."""
    basis: Basis
    anchor: Anchor
    """A day: the election day, the call, or the day on which it was set."""
    days: int
    lead: int = 1
    """Working days that it takes, by the working week of the place where it is done."""
    each: str = "election"
    """`election` or `mission`."""
    after: tuple[str, ...] = ()
    """Keys of the tasks that must be done before it can begin."""
    evidence: Text | None = None
    """What shows that it was done."""
    accepted_by: str | None = None
    """Key of the body of which a second person accepts it."""
    escalation: str | None = None
    """Key of the rule by which it is told on when it is late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalation(Provision):
    """Who is told of a late task, after how many working days of the place where it is owed."""

    key: str
    superior: str
    """Key of the body above the owner."""
    superior_after: int
    headquarters: tuple[str, ...]
    """Keys of the bodies that are told at last: both headquarters."""
    headquarters_after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InquiryCategory(Provision):
    """What an inquiry is about: the body that answers it and, where another has to approve the answer, which."""

    key: str
    text: Text
    body: str
    approved_by: str = ""
    open_to_public: bool = False
    """Whether anybody may ask about it, without an account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InquiryTerm(Provision):
    """From `days` after the election day on, an inquiry of this urgency is answered within so many hours."""

    key: str
    urgency: str
    days: int
    hours: int
    clock: str
    """`working` (the asker's working hours) or `round` (every hour counts)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeDistrict(Provision):
    """A district of the home country that may carry stations abroad, with the most voters it may have."""

    number: str
    name: Text
    carries_abroad: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lawbook:
    """One country's election law as far as voting abroad needs it; every provision of every time."""

    jurisdiction: JurisdictionCode
    version: str
    digest: str
    """SHA-256 of the file's bytes, hexadecimal."""
    name: Text
    languages: tuple[str, ...]
    home_zone: str
    home_country: str
    bodies: Mapping[str, Body]
    provisions: tuple[tuple[str, Provision], ...]
    """(topic, provision) in the order of the file. Topics are the attributes of `Rules`; where that is a mapping of
    limits, lists or settings, and for the establishment, it goes on: `limits.district_voters`, `lists.grounds`."""
    span: Span = field(default_factory=Span)
    """The days for which the lawbook answers."""
    home_weekend: tuple[str, ...] = ("saturday", "sunday")
    """The days of the week on which nobody works at home."""

    def on(self, day: date) -> "Rules":
        """The rules in force on `day`."""
        from legation_core.lawbook.rules import rules_on

        return rules_on(self, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules in force on one day, each topic resolved."""

    book: Lawbook
    day: date
    contests_abroad: tuple[Contest, ...]
    """Kinds of election in which stations abroad exist: `presidential`, `referendum`, ..."""
    competences: Mapping[str, Competence]
    establishment: Establishment
    hours: tuple[Hours, ...]
    calendar: tuple[CalendarEntry, ...]
    districts: tuple[HomeDistrict, ...]
    limits: Mapping[str, Limit]
    """Every other number of the law by its key: `district_voters`, `ballots_surplus_percent`, ..."""
    lists: Mapping[str, tuple[Listed, ...]]
    """Closed lists by name: `grounds`, `documents`, `materials`, `observer_refusals`, `retention`, ..."""
    settings: Mapping[str, Listed]
    """Choices of the law by topic: `pollbook` (record, aid, none), `counting_place`, `publication`, `numbering`, ..."""
    forms: Mapping[str, Form]
    templates: Mapping[str, Template] = field(default_factory=dict)
    incompatible: tuple[Incompatible, ...] = ()
    tasks: Mapping[str, Task] = field(default_factory=dict)
    escalations: Mapping[str, Escalation] = field(default_factory=dict)
    inquiry_categories: Mapping[str, InquiryCategory] = field(default_factory=dict)
    inquiry_terms: tuple[InquiryTerm, ...] = ()
