"""The law as readable text, as an official reads it: chapter by chapter, each entry with its source and its time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from legation_core.lawbook.acts import ACTS
from legation_core.lawbook.form_sheet import sheet
from legation_core.lawbook.model import (
    Anchor,
    CalendarEntry,
    Competence,
    Contest,
    Escalation,
    Form,
    HomeDistrict,
    Hours,
    Incompatible,
    InquiryCategory,
    InquiryTerm,
    Lawbook,
    Limit,
    Listed,
    Provision,
    Task,
    Template,
)
from legation_core.lawbook.templates import paragraphs
from legation_core.values import Span

CHAPTERS = {
    "contests_abroad": "Elections held abroad",
    "competences": "Who does what",
    "incompatible": "Who may not act for two bodies",
    "establishment": "When a mission has stations",
    "hours": "Voting hours",
    "calendar": "Calendar",
    "districts": "Home districts that may carry stations abroad",
    "limits": "Other numbers of the law",
    "settings": "Choices of the law",
    "lists": "Lists of the law",
    "forms": "Protocol forms",
    "templates": "Letters",
    "escalations": "Who is told of late work",
    "tasks": "Action plan",
    "inquiry_categories": "Inquiries: who answers",
    "inquiry_terms": "Inquiries: within which time",
}
"""Chapters by topic, in the order of reading."""

ANCHORS = {
    Anchor.ELECTION_DAY: "the election day",
    Anchor.CALL: "the call",
    Anchor.DAY_SET: "the day on which the election day was set",
    Anchor.STATION_CLOSING: "the closing of the station",
    Anchor.LAST_CLOSING: "the last closing on earth",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing the law says. `details` are further lines, such as the rows of a form."""

    text: str
    source: str
    assumed: bool
    span: Span
    note: str = ""
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """Entries of one topic; `key` is the topic, for those who translate the titles."""

    key: str
    title: str
    entries: tuple[Entry, ...]


def chapters(book: Lawbook, *, language: str = "en", day: date | None = None) -> tuple[Chapter, ...]:
    """The whole law, or what is in force on `day`, with the lawbook's own texts in `language`."""
    found = []
    for key, title in CHAPTERS.items():
        own = [(topic, item) for topic, item in book.provisions if topic.partition(".")[0] == key]
        kept = [(topic, item) for topic, item in own if day is None or item.span.holds_on(day)]
        entries = tuple(_entry(book, topic, item, language) for topic, item in kept)
        if entries:
            found.append(Chapter(key, title, entries))
    return tuple(found)


def explain(book: Lawbook, *, language: str = "en", day: date | None = None) -> str:
    """The same as text for a terminal or a printer."""
    head = f"{book.name.in_language(language)}, version {book.version}"
    return "\n".join([head, "=" * len(head), *_head(book, language, day), *_lines(book, language, day)]) + "\n"


def _head(book: Lawbook, language: str, day: date | None) -> Iterator[str]:
    yield f"Home zone {book.home_zone}. Languages: {', '.join(book.languages)}. SHA-256 {book.digest}"
    if day is not None:
        yield f"In force on {day}."
    yield "An entry marked [assumed] was not read in the law: it warns and never refuses."
    yield ""
    yield "Bodies"
    for body in book.bodies.values():
        yield f"  {body.name.in_language(language)} ({body.key})"


def _lines(book: Lawbook, language: str, day: date | None) -> Iterator[str]:
    for chapter in chapters(book, language=language, day=day):
        yield ""
        yield chapter.title
        yield "-" * len(chapter.title)
        for entry in chapter.entries:
            mark = "[assumed]" if entry.assumed else f"[{entry.source}]"
            yield f"* {entry.text} {mark}{_time(entry.span)}"
            yield from (f"    {line}" for line in entry.details)
            if entry.note:
                yield f"    Note: {entry.note}"


def _time(span: Span) -> str:
    start = f" from {span.start}" if span.start else ""
    return start + (f" to {span.end}" if span.end else "")


def _entry(book: Lawbook, topic: str, item: Provision, language: str) -> Entry:
    name = topic.partition(".")[2].replace("_", " ")
    text, details = _TEXTS[type(item)](book, item, language)
    prefix = f"{name}: " if name else ""
    return Entry(prefix + text, item.source, item.assumed, item.span, item.note, tuple(details))


Said = tuple[str, tuple[str, ...]]


def _listed(book: Lawbook, item: Listed, language: str) -> Said:
    more = [f"at {_clock(item.at)}"] if item.at is not None else []
    more += [_body(book, item.body, language)] if item.body else []
    more += [f"{item.months} months"] if item.months else []
    return item.text.in_language(language) + (f" ({', '.join(more)})" if more else ""), ()


def _contest(book: Lawbook, item: Contest, language: str) -> Said:
    return f"{item.text.in_language(language)} ({item.choice})", ()


def _limit(book: Lawbook, item: Limit, language: str) -> Said:
    text = item.text.in_language(language)
    return f"{item.value:,}" + (f" ({text})" if text else ""), ()


def _competence(book: Lawbook, item: Competence, language: str) -> Said:
    text = f"{ACTS[item.act].text}: {_body(book, item.body, language)}"
    more = []
    if item.submitted_by:
        more.append(f"on the submission of {_body(book, item.submitted_by, language)}")
    if item.confirmed_by:
        more.append(f"confirmed by {_body(book, item.confirmed_by, language)}")
    if item.after:
        more.append("after: " + "; ".join(ACTS[act].text.lower() for act in item.after))
    if item.deadline:
        more.append(f"due: {_entry_names(book, language).get(item.deadline, item.deadline)}")
    return text, tuple(more)


def _incompatible(book: Lawbook, item: Incompatible, language: str) -> Said:
    first, second = (_body(book, key, language) for key in (item.first, item.second))
    pair = f"{first}, in two places" if item.first == item.second else f"{first} and {second}"
    return f"{pair}: {item.text.in_language(language)}", ()


def _hours(book: Lawbook, item: Hours, language: str) -> Said:
    day = "election day" if item.day == 0 else f"day {item.day:+d}"
    hours = f"{_clock(item.opens_minute)} to {_clock(item.closes_minute)}"
    return f"{day}: {hours}, local time of the station", ()


def _calendar(book: Lawbook, item: CalendarEntry, language: str) -> Said:
    owner = _body(book, item.owner, language)
    each = "" if item.each == "election" else f", each {item.each}"
    names = _entry_names(book, language)
    more = ["after: " + "; ".join(names.get(key, key) for key in item.after)] if item.after else []
    more += [f"shown by: {item.evidence.in_language(language)}"] if item.evidence else []
    return f"{_when(item)}: {item.text.in_language(language)} ({owner}{each})", tuple(more)


def _entry_names(book: Lawbook, language: str) -> dict[str, str]:
    """The calendar's texts by key."""
    entries = (item for _, item in book.provisions if isinstance(item, CalendarEntry))
    return {item.key: item.text.in_language(language) for item in entries}


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _when(item: CalendarEntry) -> str:
    if item.hours is not None:
        return f"{item.rule} {item.hours} h after {ANCHORS[item.anchor]}"
    counted = (
        f"T{item.days:+d}" if item.anchor is Anchor.ELECTION_DAY else f"{item.days:+d} days from {ANCHORS[item.anchor]}"
    )
    at = "" if item.time_of_day is None else f", {_clock(item.time_of_day)}"
    return f"{item.rule} {counted}{at}{' local time' if item.zone == 'local' else ''}"


def _district(book: Lawbook, item: HomeDistrict, language: str) -> Said:
    carries = " (may carry stations abroad)" if item.carries_abroad else ""
    return f"{item.number} {item.name.in_language(language)}{carries}", ()


def _form(book: Lawbook, item: Form, language: str) -> Said:
    return item.name.in_language(language), sheet(item, language)


def _template(book: Lawbook, item: Template, language: str) -> Said:
    head = f"{item.name.in_language(language)} ({_body(book, item.body, language)})"
    return head, tuple(paragraphs(item.text.in_language(language)))


def _task(book: Lawbook, item: Task, language: str) -> Said:
    owner = _body(book, item.owner, language)
    each = ", each mission" if item.each == "mission" else ""
    names = {one.key: one.text.in_language(language) for _, one in book.provisions if isinstance(one, Task)}
    more = ["after: " + "; ".join(names.get(key, key) for key in item.after)] if item.after else []
    more += [f"shown by: {item.evidence.in_language(language)}"] if item.evidence else []
    more += [f"accepted by: {_body(book, item.accepted_by, language)}"] if item.accepted_by else []
    more += [f"told on by the rule: {item.escalation}"] if item.escalation else []
    when = f"T{item.days:+d}" if item.anchor is Anchor.ELECTION_DAY else f"{item.days:+d} d from {ANCHORS[item.anchor]}"
    days = "1 working day" if item.lead == 1 else f"{item.lead} working days"
    return f"{when}, {days}: {item.text.in_language(language)} ({owner}{each}; {item.basis})", tuple(more)


def _escalation(book: Lawbook, item: Escalation, language: str) -> Said:
    last = ", ".join(_body(book, key, language) for key in item.headquarters)
    superior = _body(book, item.superior, language)
    return (
        f"{item.key}: after {item.superior_after} working days {superior}, after {item.headquarters_after} {last}",
        (),
    )


def _inquiry_category(book: Lawbook, item: InquiryCategory, language: str) -> Said:
    approved = [f"approved by {_body(book, item.approved_by, language)}"] if item.approved_by else []
    anybody = ["anybody may ask"] if item.open_to_public else []
    return f"{item.text.in_language(language)}: {_body(book, item.body, language)}", (*approved, *anybody)


def _inquiry_term(book: Lawbook, item: InquiryTerm, language: str) -> Said:
    clock = "hours, round the clock" if item.clock == "round" else "working hours of whoever asks"
    return f"{item.urgency.replace('_', ' ')}, from T{item.days:+d} on: {item.hours} {clock}", ()


def _body(book: Lawbook, key: str, language: str) -> str:
    return book.bodies[key].name.in_language(language) if key in book.bodies else key


_TEXTS: dict[type[Provision], Callable[[Lawbook, Any, str], Said]] = {
    Contest: _contest,
    Listed: _listed,
    Limit: _limit,
    Competence: _competence,
    Incompatible: _incompatible,
    Hours: _hours,
    CalendarEntry: _calendar,
    HomeDistrict: _district,
    Form: _form,
    Template: _template,
    Escalation: _escalation,
    Task: _task,
    InquiryCategory: _inquiry_category,
    InquiryTerm: _inquiry_term,
}
