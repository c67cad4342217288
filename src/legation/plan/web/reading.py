"""A lawbook as an official reads it: chapters of tables, every row with its article or marked as assumed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from legation.base.wording import text_of
from legation.plan.web.words import ACTS, body_told, counted, counted_from, counted_otherwise
from legation_core.lawbook.model import (
    Anchor,
    CalendarEntry,
    Competence,
    Contest,
    Escalation,
    Form,
    FormLine,
    FormRelation,
    HomeDistrict,
    Hours,
    Incompatible,
    InquiryCategory,
    InquiryTerm,
    Lawbook,
    Limit,
    Listed,
    Provision,
    Rule,
    Task,
    Template,
)

CHAPTERS: dict[str, str | Promise] = {
    "contests_abroad": _("Elections held abroad"),
    "competences": _("Who does what"),
    "incompatible": _("Who may not act for two bodies"),
    "establishment": _("When a mission has stations"),
    "hours": _("Voting hours"),
    "calendar": _("Calendar"),
    "districts": _("Home districts that may carry stations abroad"),
    "limits": _("Other numbers of the law"),
    "settings": _("Choices of the law"),
    "lists": _("Lists of the law"),
    "forms": _("Protocol forms"),
    "templates": _("Letters"),
    "escalations": _("Who is told of late work"),
    "tasks": _("Action plan"),
    "inquiry_categories": _("Inquiries: who answers"),
    "inquiry_terms": _("Inquiries: within which time"),
}
RULES: dict[Rule, str | Promise] = {Rule.BY: _("by"), Rule.FROM: _("from"), Rule.ON: _("on")}
BALLOTS: dict[str, str | Promise] = {
    "candidates": _("candidates"),
    "lists": _("lists"),
    "question": _("a question"),
}
SEVERITIES: dict[str, str | Promise] = {
    "blocks": _("blocks"),
    "explain": _("needs an explanation"),
    "information": _("for information"),
}
ESTABLISHMENT: dict[str, str | Promise] = {
    "more_than": _("A station stands where more voters are registered than"),
    "minimum_per_station": _("Least number of voters of a station"),
    "maximum_per_station": _("Most voters of a station"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One thing the law says: its cells by the heads of the table, and the provision with article, time and note."""

    cells: tuple[tuple[str, str], ...]
    item: Provision


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under the same heads; `caption` where a chapter has several."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    key: str
    title: str
    tables: tuple[Table, ...]

    @property
    def rows(self) -> int:
        return sum(len(table.rows) for table in self.tables)

    @property
    def assumed(self) -> int:
        return sum(row.item.assumed for table in self.tables for row in table.rows)


def chapters(book: Lawbook, *, day: date | None = None, assumed: bool = False) -> list[Chapter]:
    """The whole law, or what is in force on `day`, or only what nobody read in the law."""
    found = []
    for key, title in CHAPTERS.items():
        items = [(topic, item) for topic, item in book.provisions if topic.partition(".")[0] == key]
        kept = [(topic, item) for topic, item in items if day is None or item.span.holds_on(day)]
        tables = tuple(_only(table, assumed) for table in _tables(book, key, kept))
        shown = tuple(table for table in tables if table.rows)
        if shown:
            found.append(Chapter(key, str(title), shown))
    return found


def _only(table: Table, assumed: bool) -> Table:
    """The table without rows that are not asked for, and without columns that say nothing in any row."""
    rows = [row for row in table.rows if row.item.assumed or not assumed]
    used = {head for row in rows for head, cell in row.cells if cell}
    shown = (Row(tuple(cell for cell in row.cells if cell[0] in used), row.item) for row in rows)
    return Table(table.caption, tuple(head for head in table.heads if head in used), tuple(shown))


Items = list[tuple[str, Provision]]


def _tables(book: Lawbook, key: str, items: Items) -> Iterator[Table]:
    if key == "forms":
        for _topic, item in items:
            yield from _form(item)
        return
    by_name: dict[str, Items] = {}
    for topic, item in items:
        by_name.setdefault(topic.partition(".")[2] if key == "lists" else "", []).append((topic, item))
    for name, own in by_name.items():
        heads, cells = _SHAPES[key]
        words = tuple(str(head) for head in heads)
        rows = tuple(Row(tuple(zip(words, cells(book, topic, item), strict=True)), item) for topic, item in own)
        yield Table(_readable(name), words, rows)


def _readable(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _contest(book: Lawbook, topic: str, item: Contest) -> tuple[str, ...]:
    return text_of(item.text), str(BALLOTS.get(item.choice, item.choice))


def _competence(book: Lawbook, topic: str, item: Competence) -> tuple[str, ...]:
    return (
        str(ACTS.get(item.act, item.act)),
        body_told(book, item.body),
        body_told(book, item.submitted_by) if item.submitted_by else "",
        body_told(book, item.confirmed_by) if item.confirmed_by else "",
        _entry_name(book, item.deadline) if item.deadline else "",
    )


def _entry_name(book: Lawbook, key: str) -> str:
    entries = (item for _topic, item in book.provisions if isinstance(item, CalendarEntry) and item.key == key)
    return next((f"{text_of(one.text)}, {_when(one)}" for one in entries), key)


def _incompatible(book: Lawbook, topic: str, item: Incompatible) -> tuple[str, ...]:
    return body_told(book, item.first), body_told(book, item.second), text_of(item.text)


def _establishment(book: Lawbook, topic: str, item: Limit) -> tuple[str, ...]:
    name = topic.partition(".")[2]
    return str(ESTABLISHMENT.get(name, _readable(name))), f"{item.value}"


def _limit(book: Lawbook, topic: str, item: Limit) -> tuple[str, ...]:
    return text_of(item.text) or _readable(topic.partition(".")[2]), f"{item.value}"


def _hours(book: Lawbook, topic: str, item: Hours) -> tuple[str, ...]:
    return counted(item.day), _clock(item.opens_minute), _clock(item.closes_minute)


def _calendar(book: Lawbook, topic: str, item: CalendarEntry) -> tuple[str, ...]:
    each = {"mission": gettext("each mission"), "station": gettext("each station")}.get(item.each, "")
    what = f"{text_of(item.text)} ({each})" if each else text_of(item.text)
    evidence = text_of(item.evidence) if item.evidence else ""
    return _when(item), what, body_told(book, item.owner), evidence


def _when(item: CalendarEntry) -> str:
    """`by T-30, 18:00`: the rule, the day, the hour, and whose clock where it is the station's."""
    days = counted(item.days) if item.anchor is Anchor.ELECTION_DAY else counted_otherwise(item)
    hour = f", {_clock(item.time_of_day)}" if item.time_of_day is not None else ""
    local = f" {gettext('local time')}" if item.zone == "local" else ""
    return f"{RULES[item.rule]} {days}{hour}{local}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _district(book: Lawbook, topic: str, item: HomeDistrict) -> tuple[str, ...]:
    return item.number, text_of(item.name), gettext("yes") if item.carries_abroad else gettext("no")


def _setting(book: Lawbook, topic: str, item: Listed) -> tuple[str, ...]:
    return _readable(topic.partition(".")[2]), text_of(item.text)


def _listed(book: Lawbook, topic: str, item: Listed) -> tuple[str, ...]:
    more = [_clock(item.at)] if item.at is not None else []
    more += [body_told(book, item.body)] if item.body else []
    more += [gettext("%(count)d months") % {"count": item.months}] if item.months else []
    return text_of(item.text), ", ".join(more)


def _template(book: Lawbook, topic: str, item: Template) -> tuple[str, ...]:
    return text_of(item.name), body_told(book, item.body), " ".join(text_of(item.text).split())


def _escalation(book: Lawbook, topic: str, item: Escalation) -> tuple[str, ...]:
    bodies = ", ".join(body_told(book, key) for key in item.headquarters)
    superior = gettext("%(body)s after %(count)d working days")
    return (
        _readable(item.key),
        superior % {"body": body_told(book, item.superior), "count": item.superior_after},
        superior % {"body": bodies, "count": item.headquarters_after},
    )


def _inquiry_category(book: Lawbook, topic: str, item: InquiryCategory) -> tuple[str, ...]:
    approved = body_told(book, item.approved_by) if item.approved_by else ""
    return text_of(item.text), body_told(book, item.body), approved


def _inquiry_term(book: Lawbook, topic: str, item: InquiryTerm) -> tuple[str, ...]:
    listed = (one for name, one in book.provisions if name == "lists.inquiry_urgencies")
    urgencies = {one.key: text_of(one.text) for one in listed if isinstance(one, Listed)}
    round_the_clock = gettext("%(count)d hours, round the clock")
    of_the_asker = gettext("%(count)d working hours of whoever asks")
    within = round_the_clock if item.clock == "round" else of_the_asker
    return urgencies.get(item.urgency, item.urgency), counted(item.days), within % {"count": item.hours}


def _task(book: Lawbook, topic: str, item: Task) -> tuple[str, ...]:
    day = counted(item.days) if item.anchor is Anchor.ELECTION_DAY else counted_from(item.anchor, item.days)
    text = text_of(item.text)
    what = f"{text} ({gettext('each mission')})" if item.each == "mission" else text
    return day, f"{item.lead}", what, body_told(book, item.owner), text_of(item.evidence) if item.evidence else ""


def _form(item: Provision) -> Iterator[Table]:
    if not isinstance(item, Form):
        return
    name = text_of(item.name)
    heads = tuple(str(head) for head in (_("Number"), _("Line"), _("Key")))
    rows = tuple(Row(tuple(zip(heads, _line(one), strict=True)), one) for one in (*item.lines, *item.figures))
    yield Table(name, heads, rows)
    heads = tuple(str(head) for head in (_("Code"), _("Must hold"), _("If broken"), _("In words")))
    rows = tuple(Row(tuple(zip(heads, _relation(one), strict=True)), one) for one in item.relations)
    yield Table(gettext("%(form)s: relations between its lines") % {"form": name}, heads, rows)


def _line(one: FormLine) -> tuple[str, ...]:
    return one.number or "–", text_of(one.text), one.key


def _relation(one: FormRelation) -> tuple[str, ...]:
    return one.code, one.holds, str(SEVERITIES.get(one.severity, one.severity)), text_of(one.supervisor)


Cells = Callable[[Lawbook, str, Any], tuple[str, ...]]

_SHAPES: dict[str, tuple[tuple[str | Promise, ...], Cells]] = {
    "contests_abroad": ((_("Election"), _("On the ballot")), _contest),
    "competences": (
        (_("Act"), _("Body"), _("On the submission of"), _("Confirmed by"), _("Due with")),
        _competence,
    ),
    "incompatible": ((_("Body"), _("Not together with"), _("In words")), _incompatible),
    "establishment": ((_("Rule"), _("Number")), _establishment),
    "hours": ((_("Voting day"), _("Opens, local time"), _("Closes, local time")), _hours),
    "calendar": ((_("When"), _("What"), _("Who"), _("Evidence")), _calendar),
    "districts": ((_("Number"), _("Name"), _("Carries stations abroad")), _district),
    "limits": ((_("What"), _("Number")), _limit),
    "settings": ((_("Topic"), _("Choice")), _setting),
    "lists": ((_("What"), _("More")), _listed),
    "escalations": ((_("Rule"), _("First told"), _("Told at last")), _escalation),
    "tasks": ((_("When"), _("Working days"), _("What"), _("Who"), _("Evidence")), _task),
    "inquiry_categories": ((_("What it is about"), _("Who answers"), _("Approved by")), _inquiry_category),
    "inquiry_terms": ((_("How urgent"), _("From"), _("Within")), _inquiry_term),
    "templates": ((_("Letter"), _("Who"), _("In words")), _template),
}
"""Heads and cells of each chapter's table; the article stands in a last column of every one."""
