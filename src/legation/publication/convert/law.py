"""What the lawbook says that a voter needs: grounds, documents, how to get onto the list, its calendar."""

from collections import defaultdict
from collections.abc import Sequence

from legation.plan.convert import ElectionValue
from legation.publication.convert.facts import texts, utc
from legation.stations.convert import StationValue
from legation_core.lawbook.model import CalendarEntry, Listed, Rule
from legation_core.timetable.deadlines import Deadline, Place, deadlines
from legation_core.timetable.windows import Window

TOLD = ("publication", "counting_place", "catchment", "added_voters", "mobile_voting", "early_end", "at_closing")
"""Choices of the law that a voter or a journalist asks about."""
LISTING = ("draw_up_list", "certify_list", "add_voter")
"""Acts that bring a voter onto the list; their deadlines are the voter's."""


def law_document(election: ElectionValue) -> dict[str, object]:
    rules = election.rules
    acts = [rules.competences[act] for act in LISTING if act in rules.competences]
    return {
        "lawbook": {
            "version": election.book.version,
            "digest": election.book.digest,
            "name": texts(election.book.name),
        },
        "bodies": {key: texts(body.name) for key, body in election.book.bodies.items()},
        "grounds": [_listed(one) for one in rules.lists.get("grounds", ())],
        "documents": [_listed(one) for one in rules.lists.get("documents", ())],
        "choices": {topic: _listed(rules.settings[topic]) for topic in TOLD if topic in rules.settings},
        "listing": [
            {"act": one.act, "body": one.body, "deadline": one.deadline or "", "source": one.source} for one in acts
        ],
    }


def _listed(one: Listed) -> dict[str, object]:
    """A provision with its source; `assumed` where nobody read the article."""
    return {"key": one.key, "text": texts(one.text), "source": one.source}


def calendar_document(election: ElectionValue, found: Sequence[StationValue]) -> list[dict[str, object]]:
    """One line an entry of the law; for entries made for each mission or station the first and the last instant."""
    together = _places(found, election.home_zone)
    by_key: dict[str, list[Deadline]] = defaultdict(list)
    for one in deadlines(election.rules.calendar, election.dates, election.home_zone, list(together)):
        by_key[one.key].append(one)
    lines = [_line(ones) for ones in by_key.values()]
    return sorted(lines, key=lambda line: (str(line["due"]), str(line["key"])))


def _places(found: Sequence[StationValue], home_zone: str) -> list[Place]:
    """One place for all that close for the last time at one instant in one zone: whatever one owes, the others owe."""
    windows: dict[str, list[Window]] = defaultdict(list)
    zones: dict[str, str] = {}
    for one in found:
        windows[one.mission.code] += one.windows
        zones[one.mission.code] = one.zone
    alike: dict[tuple[str, str, object], Place] = {}
    for one in found:
        alike.setdefault(("station", one.zone, one.closes), Place("station", one.code, one.zone, one.windows))
    for code, own in windows.items():
        last = max(window.closes for window in own)
        alike.setdefault(("mission", zones[code], last), Place("mission", code, zones[code], tuple(own)))
    nobody = [Place("mission", "", home_zone), Place("station", "", home_zone)]
    return list(alike.values()) or nobody


def _line(found: Sequence[Deadline]) -> dict[str, object]:
    entry = found[0].entry
    zones = {one.zone for one in found}
    return {
        "key": entry.key,
        "text": texts(entry.text),
        "owner": entry.owner,
        "rule": str(entry.rule),
        "each": entry.each,
        "on": min(one.on for one in found).isoformat(),
        "last_on": max(one.on for one in found).isoformat(),
        "due": utc(min(one.due for one in found)),
        "last_due": utc(max(one.due for one in found)),
        "zone": zones.pop() if len(zones) == 1 else "",
        "whole_day": _whole_day(entry),
        "source": entry.source,
    }


def _whole_day(entry: CalendarEntry) -> bool:
    """Whether the law names a day and no time of it."""
    end = 1440 if entry.rule is Rule.BY else 0
    return entry.hours is None and entry.time_of_day in (None, end)
