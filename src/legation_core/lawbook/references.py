"""What the entries of a lawbook file say of one another: names that exist, spans that fit, nothing missing."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from graphlib import CycleError, TopologicalSorter

from legation_core.lawbook.acts import ACTS, REQUIRED
from legation_core.lawbook.cells import Cells
from legation_core.lawbook.model import Anchor
from legation_core.lawbook.rows import Row
from legation_core.lawbook.schema import BODY_REFERENCES, REQUIRED_SETTINGS, SETTINGS, TABLES, Shape
from legation_core.values import ASSUMED, Span

MOST_CIRCLES = 20
INSTANTS = (Anchor.STATION_CLOSING, Anchor.LAST_CLOSING)
_AFTER = {"calendar": ("L044", "L045"), "competences": ("L042", "L043"), "tasks": ("C201", "C202")}
"""The codes of a word in `after` that is none of the table's: with the nearest spelling, and without."""
Identity = tuple[str, str, str]
"""(table, name, key): what makes two entries say the same thing, at the same or at different times."""


def check_references(rows: Sequence[Row], cells: Cells) -> None:
    """Every problem between entries goes to `cells`."""
    bodies = [row.name for row in rows if row.table == "bodies"]
    for row in rows:
        _check_bodies(row, bodies, cells)
        _check_span(row, cells)
        _check_note(row, cells)
        if row.table == "settings":
            _check_setting(row, cells)
        if row.table == "hours":
            _check_hours(row, cells)
        if row.table == "calendar":
            _check_anchor(row, cells)
    _check_competences(rows, cells)
    _check_after(rows, cells)
    _check_overlaps(rows, cells)
    _check_required(rows, cells)


def identity(row: Row) -> Identity:
    key = " ".join(row.word(name) for name in TABLES[row.table].identity)
    return row.table, row.name, key


def span_of(row: Row) -> Span:
    start, end = row.values.get("from"), row.values.get("to")
    return Span(start if isinstance(start, date) else None, end if isinstance(end, date) else None)


def title(row: Row) -> str:
    """The entry in the words of the file: `limits.district_voters`, `calendar stations_created`."""
    table, name, key = identity(row)
    return f"{table}.{name} {key}".rstrip() if name else f"{table} {key}".rstrip()


def _check_bodies(row: Row, bodies: Collection[str], cells: Cells) -> None:
    for key in BODY_REFERENCES:
        word = row.word(key)
        if word and word not in bodies:
            cells.unknown_word(("L040", "L041"), (*row.path, key), word, bodies)


def _check_span(row: Row, cells: Cells) -> None:
    span = span_of(row)
    if span.start and span.end and span.start > span.end:
        cells.problem("L031", (*row.path, "from"), start=span.start.isoformat(), end=span.end.isoformat())


def _check_note(row: Row, cells: Cells) -> None:
    if row.word("source") == ASSUMED and "note" not in row.values:
        cells.problem("L061", (*row.path, "source"))


def _check_setting(row: Row, cells: Cells) -> None:
    choices = SETTINGS.get(row.name, ())
    word = row.word("key")
    if choices and word and word not in choices:
        cells.unknown_word(("L014", "L015"), (*row.path, "key"), word, choices)


def _check_hours(row: Row, cells: Cells) -> None:
    opens, closes = row.values.get("opens"), row.values.get("closes")
    if opens == 1440:
        cells.problem("L037", (*row.path, "opens"))
    elif isinstance(opens, int) and isinstance(closes, int) and closes <= opens:
        cells.problem("L036", (*row.path, "closes"), opens=_clock(opens), closes=_clock(closes))


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _check_anchor(row: Row, cells: Cells) -> None:
    anchor, each = row.word("anchor"), row.word("each") or "election"
    if not anchor:
        return
    instant = anchor in INSTANTS
    for key in ("days", "time_of_day") if instant else ("hours",):
        if key in row.values:
            cells.problem("L054", (*row.path, key), key=key, anchor=anchor, wanted="hours" if instant else "days")
    if (*row.path, "hours" if instant else "days") not in cells.lines:
        cells.problem("L055", (*row.path, "anchor"), anchor=anchor, wanted="hours" if instant else "days")
    if anchor == Anchor.STATION_CLOSING and each != "station":
        cells.problem("L056", (*row.path, "anchor"), anchor=anchor)
    if row.word("zone") == "local" and each == "election":
        cells.problem("L057", (*row.path, "zone"))


def _check_competences(rows: Sequence[Row], cells: Cells) -> None:
    entries = {row.word("key") for row in rows if row.table == "calendar"}
    for row in rows:
        if row.table != "competences":
            continue
        act, deadline = row.word("act"), row.word("deadline")
        if act and act not in ACTS:
            cells.unknown_word(("L042", "L043"), (*row.path, "act"), act, ACTS)
        if deadline and deadline not in entries:
            cells.unknown_word(("L044", "L045"), (*row.path, "deadline"), deadline, entries)


def _check_after(rows: Sequence[Row], cells: Cells) -> None:
    for table, key in (("calendar", "key"), ("competences", "act"), ("tasks", "key")):
        entries = [row for row in rows if row.table == table and row.word(key)]
        known = {row.word(key) for row in entries}
        codes = _AFTER[table]
        for row in entries:
            for word in row.words("after"):
                if word not in known and not (table == "competences" and word in ACTS):
                    cells.unknown_word(codes, (*row.path, "after"), word, ACTS if table == "competences" else known)
        _check_cycles(entries, key, cells)


def _check_cycles(entries: Sequence[Row], key: str, cells: Cells) -> None:
    """One problem for each circle of entries that presuppose one another, up to `MOST_CIRCLES` of them."""
    after: dict[str, set[str]] = defaultdict(set)
    place = {row.word(key): row for row in reversed(entries)}
    for row in entries:
        after[row.word(key)].update(word for word in row.words("after") if word in place)
    for _ in range(MOST_CIRCLES):
        circle = _circle(after)
        if not circle:
            return
        first = min(circle, key=lambda word: place[word].path[-1])
        at = circle.index(first)
        cells.problem("L046", (*place[first].path, "after"), circle=" > ".join((*circle[at:], *circle[:at], first)))
        for word in circle:
            after.pop(word)


def _circle(after: dict[str, set[str]]) -> list[str]:
    """The words of one circle, each after the next; empty where there is none."""
    try:
        TopologicalSorter({word: sorted(before) for word, before in sorted(after.items())}).prepare()
    except CycleError as error:
        return list(reversed(error.args[1][1:]))
    return []


def _check_overlaps(rows: Sequence[Row], cells: Cells) -> None:
    same: dict[Identity, list[Row]] = defaultdict(list)
    for row in rows:
        table = TABLES.get(row.table)
        if table and table.shape not in (Shape.ONE, Shape.NAMED) and all(row.word(key) for key in table.identity):
            same[identity(row)].append(row)
    for entries in same.values():
        _check_spans(sorted(entries, key=lambda row: span_of(row).start or date.min), cells)


def _check_spans(entries: Sequence[Row], cells: Cells) -> None:
    """`entries` say the same thing and are sorted by their first day: none may begin before the last one ended."""
    lasting = entries[0]
    for row in entries[1:]:
        if span_of(row).overlaps(span_of(lasting)):
            earlier, later = sorted((lasting, row), key=lambda row: cells.line(row.path))
            _report_overlap(earlier, later, cells)
        if (span_of(row).end or date.max) > (span_of(lasting).end or date.max):
            lasting = row


def _report_overlap(earlier: Row, later: Row, cells: Cells) -> None:
    code = "L047" if span_of(earlier) == span_of(later) == Span() else "L048"
    cells.problem(code, later.path, entry=title(later), line=cells.line(earlier.path))


def _check_required(rows: Sequence[Row], cells: Cells) -> None:
    """Every topic without which no election can be held has something in force on each day of the lawbook."""
    whole = next((span_of(row) for row in rows if row.table == "lawbook"), Span())
    for table in ("contests_abroad", "calendar", "forms"):
        _check_cover([row for row in rows if row.table == table], table, table, whole, cells)
    days = [row for row in rows if row.table == "hours" and row.values.get("day") == 0]
    _check_cover(days, "hours", "hours of day 0", whole, cells)
    for act in REQUIRED:
        entries = [row for row in rows if row.table == "competences" and row.word("act") == act]
        _check_cover(entries, "competences", f"the competence for {act}", whole, cells)
    for name in REQUIRED_SETTINGS:
        entries = [row for row in rows if row.table == "settings" and row.name == name]
        _check_cover(entries, "settings", f"settings.{name}", whole, cells)


def _check_cover(entries: Sequence[Row], table: str, entry: str, whole: Span, cells: Cells) -> None:
    if not entries:
        cells.problem("L049", (table,) if (table,) in cells.lines else (), entry=entry)
        return
    ordered = sorted(entries, key=lambda row: span_of(row).start or date.min)
    day = _first_day_without([span_of(row) for row in ordered], whole)
    if day is not None:
        before = [row for row in ordered if (span_of(row).start or date.min) <= day]
        cells.problem("L050", (before or ordered)[-1].path, entry=entry, day=day.isoformat())


def _first_day_without(spans: Sequence[Span], whole: Span) -> date | None:
    """The first day of `whole` that none of `spans`, sorted, holds on; without a first day, it begins with them."""
    day = whole.start or spans[0].start or date.min
    for span in spans:
        if span.start and span.start > day:
            break
        if span.end is None or (whole.end and span.end >= whole.end):
            return None
        if span.end < date.max:
            day = max(day, span.end + timedelta(days=1))
    return day
