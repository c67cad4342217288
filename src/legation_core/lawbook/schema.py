"""The tables and keys of a lawbook file. `docs/lawbook.md` explains each of them; a test holds it to this list."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from legation_core.lawbook.acts import ACTS
from legation_core.lawbook.model import Anchor, Basis, Rule
from legation_core.lawbook.papers import Kind as PaperKind
from legation_core.lawbook.templates import TABLES as LETTER_TABLES


class Shape(StrEnum):
    """How a table is written."""

    ONE = "[table]"
    NAMED = "[table.name]"
    MANY = "[[table]]"
    MANY_NAMED = "[[table.name]]"


class Kind(StrEnum):
    """What a value must be."""

    WORD = "word"
    """Small letters, digits and `_`: the key by which other entries name this one."""
    PLAIN = "plain"
    """Text that is the same in every language."""
    TEXT = "text"
    """One text in every language of the lawbook."""
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    CHOICE = "choice"
    WORDS = "words"
    SOURCE = "source"
    ZONE = "zone"
    COUNTRY = "country"
    LANGUAGES = "languages"
    RELATION = "relation"
    FLAG = "flag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    kind: Kind
    required: bool = False
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    shape: Shape
    keys: Mapping[str, Key]
    identity: tuple[str, ...] = ()
    """The keys that make two entries the same entry; empty where the name of the table does."""


BODY_KINDS = (
    "central_commission",
    "ministry",
    "head_of_mission",
    "district_commission",
    "station_commission",
    "outside",
)
CONTESTS = ("candidates", "lists", "question")
SEVERITIES = ("blocks", "explain", "information")
LINE_KINDS = ("count", "instant", "each_candidate")
EACH = ("election", "mission", "station")
INQUIRY_CLOCKS = ("working", "round")
ZONES = ("home", "local")

SETTINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "pollbook": ("record", "aid", "none"),
        "counting_place": ("mission", "home"),
        "publication": ("at_once", "after_home_closing", "after_last_closing", "after_protocol"),
        "numbering": ("district", "election"),
        "catchment": ("assigned", "any_station"),
        "turnout_clock": ("home", "local"),
        "early_end": ("when_all_voted", "none"),
        "at_closing": ("inside_only", "queue"),
        "mobile_voting": ("yes", "no"),
        "added_voters": ("station_commission", "none"),
        "transmission": ("carried", "electronic_then_carried", "electronic"),
        "complaint_clock": ("home", "local"),
    }
)
REQUIRED_SETTINGS = ("pollbook", "counting_place", "publication", "numbering", "catchment", "turnout_clock")

AREAS = (
    "law_and_plan",
    "stations",
    "host",
    "registration",
    "information",
    "staff",
    "materials",
    "security",
    "hours",
    "double_voting",
    "counting",
    "results",
    "costs",
    "observers",
    "complaints",
)
"""The subjects of the action plan."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

ESTABLISHMENT = ("more_than", "maximum_per_station", "minimum_per_station")

LIMITS = (
    "district_voters",
    "home_districts",
    "call_to_election_days",
    "ballots_surplus_percent",
    "mobile_extra_ballots",
    "station_commission_members",
    "public_servants_in_commission",
    "commission_first_meeting_days",
    "commission_notice_days_least",
    "commission_notice_days_most",
    "list_complaint_days",
    "complaint_days",
    "observer_decision_days",
    "observers_per_station",
    "voting_cards_per_voter",
    "transmission_hours",
    "closing_extension_minutes",
    "invalid_stations_percent",
    "invalid_voters_percent",
    "booths_per_station",
    "office_opens_hour",
    "office_closes_hour",
)

LISTS = (
    "grounds",
    "documents",
    "list_stages",
    "list_data",
    "commission_composition",
    "materials",
    "turnout_marks",
    "opening_steps",
    "counting_steps",
    "observer_kinds",
    "observer_rights",
    "observer_refusals",
    "complaint_fields",
    "complaint_instances",
    "invalidation_grounds",
    "protocol_enclosures",
    "retention",
    "inquiry_urgencies",
    "inquiry_languages",
)

_SPAN = {"from": Key(kind=Kind.DATE), "to": Key(kind=Kind.DATE)}
_READ = {"source": Key(kind=Kind.SOURCE, required=True), "note": Key(kind=Kind.PLAIN)}
_PROVISION = {**_READ, **_SPAN}
_WORD = Key(kind=Kind.WORD, required=True)
_TEXT = Key(kind=Kind.TEXT, required=True)
_PLAIN = Key(kind=Kind.PLAIN, required=True)
_WORDS = Key(kind=Kind.WORDS)
_COUNT = Key(kind=Kind.NUMBER, required=True, most=1_000_000_000)


def _choice(choices: tuple[str, ...], *, required: bool = False) -> Key:
    return Key(kind=Kind.CHOICE, choices=choices, required=required)


_CALENDAR = {
    "key": _WORD,
    "text": _TEXT,
    "owner": _WORD,
    "rule": _choice(tuple(Rule), required=True),
    "anchor": _choice(tuple(Anchor), required=True),
    "days": Key(kind=Kind.NUMBER, least=-1500, most=2000),
    "hours": Key(kind=Kind.NUMBER, least=-2400, most=2400),
    "time_of_day": Key(kind=Kind.TIME),
    "zone": _choice(ZONES),
    "each": _choice(EACH),
    "evidence": Key(kind=Kind.TEXT),
    "after": _WORDS,
    **_PROVISION,
}
_COMPETENCE = {
    "act": _WORD,
    "body": _WORD,
    "submitted_by": Key(kind=Kind.WORD),
    "confirmed_by": Key(kind=Kind.WORD),
    "after": _WORDS,
    "deadline": Key(kind=Kind.WORD),
    **_PROVISION,
}
_LAWBOOK = {
    "languages": Key(kind=Kind.LANGUAGES, required=True),  # read first: every text is held to it
    "jurisdiction": _PLAIN,
    "version": _PLAIN,
    "name": _TEXT,
    "home_zone": Key(kind=Kind.ZONE, required=True),
    "home_country": Key(kind=Kind.COUNTRY, required=True),
    "home_weekend": Key(kind=Kind.WORDS),
    **_SPAN,
}
_LINE = {
    "key": _WORD,
    "number": _PLAIN,
    "text": _TEXT,
    "group": Key(kind=Kind.WORD),
    "channel": Key(kind=Kind.WORD),
    "kind": _choice(LINE_KINDS),
    "source": Key(kind=Kind.SOURCE),
    "note": Key(kind=Kind.PLAIN),
}
_RELATION = {
    "code": _PLAIN,
    "holds": Key(kind=Kind.RELATION, required=True),
    "severity": _choice(SEVERITIES, required=True),
    "typist": _TEXT,
    "supervisor": _TEXT,
    "typist_next": Key(kind=Kind.TEXT),
    "supervisor_next": Key(kind=Kind.TEXT),
    "silences": Key(kind=Kind.WORDS),
    **_READ,
}

_TASK = {
    "key": _WORD,
    "text": _TEXT,
    "area": _choice(AREAS, required=True),
    "owner": _WORD,
    "basis": _choice(tuple(Basis), required=True),
    "anchor": _choice((Anchor.ELECTION_DAY, Anchor.CALL, Anchor.DAY_SET)),
    "days": Key(kind=Kind.NUMBER, required=True, least=-1500, most=2000),
    "lead": Key(kind=Kind.NUMBER, least=1, most=400),
    "each": _choice(("election", "mission")),
    "after": _WORDS,
    "evidence": Key(kind=Kind.TEXT),
    "accepted_by": Key(kind=Kind.WORD),
    "escalation": Key(kind=Kind.WORD),
    **_PROVISION,
}
_ESCALATION = {
    "key": _WORD,
    "superior": _WORD,
    "superior_after": Key(kind=Kind.NUMBER, required=True, least=0, most=60),
    "headquarters": Key(kind=Kind.WORDS, required=True),
    "headquarters_after": Key(kind=Kind.NUMBER, required=True, least=0, most=60),
    **_PROVISION,
}

TABLES: Mapping[str, Table] = MappingProxyType(
    {
        "lawbook": Table(shape=Shape.ONE, keys=_LAWBOOK),
        "bodies": Table(
            shape=Shape.NAMED, keys={"name": _TEXT, "short": Key(kind=Kind.TEXT), "kind": _choice(BODY_KINDS)}
        ),
        "contests_abroad": Table(
            shape=Shape.MANY,
            keys={"key": _WORD, "text": _TEXT, "choice": _choice(CONTESTS, required=True), **_PROVISION},
            identity=("key",),
        ),
        "competences": Table(shape=Shape.MANY, keys=_COMPETENCE, identity=("act",)),
        "incompatible": Table(
            shape=Shape.MANY,
            keys={"key": _WORD, "first": _WORD, "second": _WORD, "text": _TEXT, **_PROVISION},
            identity=("key",),
        ),
        "establishment": Table(shape=Shape.MANY_NAMED, keys={"value": _COUNT, **_PROVISION}),
        "limits": Table(shape=Shape.MANY_NAMED, keys={"value": _COUNT, "text": _TEXT, **_PROVISION}),
        "hours": Table(
            shape=Shape.MANY,
            keys={
                "day": Key(kind=Kind.NUMBER, required=True, least=-30, most=30),
                "opens": Key(kind=Kind.TIME, required=True),
                "closes": Key(kind=Kind.TIME, required=True),
                **_PROVISION,
            },
            identity=("day",),
        ),
        "calendar": Table(shape=Shape.MANY, keys=_CALENDAR, identity=("key",)),
        "districts": Table(
            shape=Shape.MANY,
            keys={"number": _PLAIN, "name": _TEXT, "carries_abroad": Key(kind=Kind.FLAG), **_PROVISION},
            identity=("number",),
        ),
        "lists": Table(
            shape=Shape.MANY_NAMED,
            keys={
                "key": _WORD,
                "text": _TEXT,
                "body": Key(kind=Kind.WORD),
                "months": Key(kind=Kind.NUMBER, least=1, most=1200),
                "at": Key(kind=Kind.TIME),
                **_PROVISION,
            },
            identity=("key",),
        ),
        "settings": Table(shape=Shape.MANY_NAMED, keys={"key": _WORD, "text": _TEXT, **_PROVISION}),
        "forms": Table(shape=Shape.MANY, keys={"key": _WORD, "name": _TEXT, **_PROVISION}, identity=("key",)),
        "templates": Table(
            shape=Shape.MANY,
            keys={
                "key": _WORD,
                "kind": _choice(tuple(PaperKind), required=True),
                "body": _WORD,
                "addressee": _TEXT,
                "name": _TEXT,
                "text": _TEXT,
                "table": _choice(LETTER_TABLES),
                **_PROVISION,
            },
            identity=("key",),
        ),
        "escalations": Table(shape=Shape.MANY, keys=_ESCALATION, identity=("key",)),
        "tasks": Table(shape=Shape.MANY, keys=_TASK, identity=("key",)),
        "inquiry_categories": Table(
            shape=Shape.MANY,
            keys={
                "key": _WORD,
                "text": _TEXT,
                "body": _WORD,
                "approved_by": Key(kind=Kind.WORD),
                "open_to_public": Key(kind=Kind.FLAG),
                **_PROVISION,
            },
            identity=("key",),
        ),
        "inquiry_terms": Table(
            shape=Shape.MANY,
            keys={
                "key": _WORD,
                "urgency": _WORD,
                "days": Key(kind=Kind.NUMBER, required=True, least=-1500, most=2000),
                "hours": Key(kind=Kind.NUMBER, required=True, least=1, most=2000),
                "clock": _choice(INQUIRY_CLOCKS, required=True),
                **_PROVISION,
            },
            identity=("key",),
        ),
    }
)
"""The tables at the top of a file, in the order in which books are written."""

FORM_PARTS: Mapping[str, Table] = MappingProxyType(
    {
        "lines": Table(shape=Shape.MANY, keys=_LINE, identity=("key",)),
        "figures": Table(
            shape=Shape.MANY,
            keys={name: key for name, key in _LINE.items() if name != "number"},
            identity=("key",),
        ),
        "relations": Table(shape=Shape.MANY, keys=_RELATION, identity=("code",)),
    }
)
"""The tables inside a form: `[[forms.lines]]`, `[[forms.figures]]`, `[[forms.relations]]`."""

BODY_REFERENCES = (
    "owner",
    "body",
    "submitted_by",
    "confirmed_by",
    "approved_by",
    "accepted_by",
    "first",
    "second",
    "superior",
)
NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"establishment": ESTABLISHMENT, "limits": LIMITS, "lists": LISTS, "settings": tuple(SETTINGS)}
)
"""The names that `[[table.name]]` may have. `limits` and `lists` may have names of the country's own besides."""
OPEN_NAMES = ("limits", "lists")
ACT_NAMES = tuple(ACTS)
