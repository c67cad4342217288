"""The register of sections of a situation report: each a function that gives its lines, from whichever capability.

A section tells counts and titles, never a person. It is asked in each language of the lawbook, for one span of time.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext, override
from django.utils.translation import gettext_lazy as _

from legation.base.wording import text_of
from legation.base.wording.fields import field_in_words
from legation.coordination.queries import complaints as complaints_read
from legation.coordination.queries import inquiries as inquiries_read
from legation.coordination.queries import matters as matters_read
from legation.coordination.queries import tasks as tasks_read
from legation.headquarters.convert.reports import Line, Section
from legation.headquarters.permissions import institutions
from legation.headquarters.queries import duty
from legation.integrity import queries as log
from legation.integrity.kinds import kind_of
from legation.plan.convert import ElectionValue
from legation.stations import queries as stations
from legation_core.correspondence.inquiries import OPEN as OPEN_INQUIRIES
from legation_core.correspondence.matters import OPEN as OPEN_MATTERS


@dataclass(frozen=True, slots=True)
class Asked:
    """Of what a section tells: an election, after `since` (from its beginning where there is none) up to `until`."""

    election: ElectionValue
    since: datetime | None
    until: datetime

    def new(self, at: datetime | None) -> bool:
        """Whether something at that instant belongs to this report and not to the one before."""
        return at is not None and at <= self.until and (self.since is None or at > self.since)


Maker = Callable[[Asked], Iterator[Line]]


@dataclass(frozen=True, slots=True)
class _Offered:
    key: str
    title: str | Promise
    make: Maker
    place: int


_sections: dict[str, _Offered] = {}


def offer(key: str, title: str | Promise, make: Maker, place: int) -> None:
    """Let a capability tell a section. Called by its app when it is ready; `place` is where it stands."""
    _sections[key] = _Offered(key, title, make, place)


def sections(asked: Asked) -> tuple[Section, ...]:
    """Every section in the language of the request, what is new on top of each."""
    ordered = sorted(_sections.values(), key=lambda one: (one.place, one.key))
    return tuple(Section(one.key, str(one.title), _new_first(list(one.make(asked)))) for one in ordered)


def _new_first(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: not line.new))


def in_every_language(asked: Asked) -> dict[str, list[dict[str, object]]]:
    """The sections in each language that the lawbook and the system share."""
    known = {code for code, _name in settings.LANGUAGES}
    found: dict[str, list[dict[str, object]]] = {}
    for language in [one for one in asked.election.book.languages if one in known] or ["en"]:
        with override(language):
            found[language] = [section.plain for section in sections(asked)]
    return found


def offer_own() -> None:
    """The sections of what headquarters themselves can read."""
    offer("done", _("Done"), _done, 10)
    offer("tasks", _("Action plan"), _tasks, 15)
    offer("overdue", _("Overdue"), _overdue, 20)
    offer("inquiries", _("Inquiries"), _inquiries, 30)
    offer("matters", _("Matters"), _matters, 40)
    offer("complaints", _("Complaints"), _complaints, 50)
    offer("changes", _("Changes of stations"), _changes, 60)
    offer("duty", _("Duty"), _duty, 80)


def _done(asked: Asked) -> Iterator[Line]:
    """How many acts of each kind were recorded."""
    value = asked.election
    for kind, count in log.counted(value.jurisdiction, value.code, asked.since, asked.until):
        title = kind_of(kind).title
        yield Line(gettext(title) if title else kind.replace("_", " "), str(count))


def _tasks(asked: Asked) -> Iterator[Line]:
    """How the action plan stands; nothing before it is approved."""
    found = tasks_read.counted(asked.election, asked.since, asked.until)
    if not any(found[name] for name in tasks_read.STANDINGS):
        return
    yield Line(gettext("Tasks done since the last report"), str(found["newly_done"]), found["newly_done"] > 0)
    yield Line(gettext("Tasks late"), str(found["late"]), found["newly_late"] > 0)
    yield Line(gettext("Tasks waiting to be accepted"), str(found["waiting"]))
    yield Line(gettext("Tasks finished"), str(found["finished"]))


def _overdue(asked: Asked) -> Iterator[Line]:
    """What waits past its instant: inquiries, matters, complaints, open items of headquarters."""
    late = inquiries_read.values(list(inquiries_read.open_ones_of(asked.election)))
    yield from _late(gettext("Inquiries past their deadline"), [one.due_at for one in late], asked)
    matters = [one for one in matters_read.matters(asked.election) if one.state in OPEN_MATTERS[:2]]
    yield from _late(gettext("Matters past the instant of their decision"), [one.due for one in matters], asked)
    stages = [one.stages[-1] for one in complaints_read.complaints(asked.election) if one.stages]
    due = [one.due for one in stages if one.decided_at is None]
    yield from _late(gettext("Complaints past their deadline"), due, asked)
    entries = [one.due for one in duty.entries(asked.election) if one.is_open and one.due]
    yield from _late(gettext("Open items of headquarters past their instant"), entries, asked)


def _late(text: str, due: Sequence[datetime], asked: Asked) -> Iterator[Line]:
    late = [at for at in due if at <= asked.until]
    if late:
        yield Line(text, str(len(late)), any(asked.new(at) for at in late))


def _inquiries(asked: Asked) -> Iterator[Line]:
    found = inquiries_read.values(list(inquiries_read.all_of(asked.election)))
    fresh = sum(asked.new(one.asked_at) for one in found)
    answered = sum(asked.new(one.answered_at) for one in found)
    yield Line(gettext("Asked since the last report"), str(fresh), fresh > 0)
    yield Line(gettext("Answered since the last report"), str(answered), answered > 0)
    yield Line(gettext("Open"), str(sum(one.state in OPEN_INQUIRIES for one in found)))


def _matters(asked: Asked) -> Iterator[Line]:
    """Open matters and those that were decided or closed, by their titles."""
    for one in matters_read.matters(asked.election):
        moved = asked.new(one.raised_at) or asked.new(one.decided_at) or asked.new(one.closed_at)
        if one.state in OPEN_MATTERS or moved:
            yield Line(one.title, str(_STATES[one.state]), moved)


_STATES: dict[str, str | Promise] = {
    "raised": _("raised"),
    "taken": _("has its owners"),
    "decided": _("decided"),
    "closed": _("closed"),
}


def _complaints(asked: Asked) -> Iterator[Line]:
    """Only counts: who complains and of what stays with the commissions."""
    found = complaints_read.complaints(asked.election)
    fresh = sum(asked.new(one.lodged_at) for one in found)
    decided = sum(asked.new(stage.decided_at) for one in found for stage in one.stages)
    waiting = sum(bool(one.stages) and one.stages[-1].decided_at is None for one in found)
    yield Line(gettext("Lodged since the last report"), str(fresh), fresh > 0)
    yield Line(gettext("Decided since the last report"), str(decided), decided > 0)
    yield Line(gettext("Waiting for a decision"), str(waiting))


def _changes(asked: Asked) -> Iterator[Line]:
    """What changed at stations since the last report."""
    found = stations.changes_by_station(asked.election.code)
    by_id = {one.id: one for one in stations.stations(asked.election, closed=True)}
    for station, changes in found.items():
        for one in changes:
            if asked.new(one.at) and station in by_id:
                city = text_of(by_id[station].mission.cities)
                yield Line(f"{city}: {field_in_words(one.field)}", one.after[:200], new=True)


def _duty(asked: Asked) -> Iterator[Line]:
    """Of each headquarters: entries of its log since the last report, what is open, shifts handed over."""
    value = asked.election
    for key, body in institutions(value.rules).items():
        own = duty.entries(value, key)
        fresh, still = sum(asked.new(one.happened_at) for one in own), sum(one.is_open for one in own)
        text = ngettext("%(count)d entry, %(open)d open", "%(count)d entries, %(open)d open", fresh)
        yield Line(text_of(body.name), text % {"count": fresh, "open": still}, fresh > 0)
    handed = sum(asked.new(one.at) for one in duty.hand_overs(value))
    yield Line(gettext("Shifts handed over"), str(handed), handed > 0)
