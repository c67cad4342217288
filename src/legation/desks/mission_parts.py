"""A mission's file as plain values for programs: one part a subject, codes as they are, instants in UTC (ISO 8601)."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from legation.coordination.queries import papers
from legation.desks import calendar_files, hosts
from legation.desks.mission_file import MissionFile
from legation.missions import queries as missions
from legation.stations import convert as stations
from legation.stations.convert import StationValue
from legation_core.values import Text

Part = dict[str, Any] | list[Any]


def parts(file: MissionFile) -> dict[str, Part]:
    """Every part by its name. Persons stand in it only where the reader of `file` may see them."""
    return {
        "mission": _mission(file),
        "voters": [
            {"ground": one.ground, "count": one.count, "as_of": one.as_of.isoformat(), "source": one.source,
             "basis": one.basis, "reported_at": utc(one.at), "in_force": one in file.registered.reports}
            for one in file.history
        ],
        "stations": [_station(file, one) for one in file.stations],
        "consent": _consent(file),
        "papers": [_plain(papers.paper_row(one)) | _said(one.content) for one in file.papers],
        "deadlines": [
            calendar_files.row_of(file.election, one.line, file.post.zone) | {"state": one.state} for one in file.owed
        ],
        "records": [
            {"record": one.index, "kind": one.kind, "at": utc(one.at), "body": one.body, "subject": one.subject}
            for one in file.records
        ],
    }  # fmt: skip


def utc(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"


def _mission(file: MissionFile) -> dict[str, Any]:
    found = _plain(missions.mission_row(file.post, file.registered))
    found |= {"name": _text(file.post.names), "city": _text(file.post.cities)}
    found["holidays"] = [{"day": one.day.isoformat(), "of": one.of, "name": one.name} for one in file.holidays]
    found["deputies"] = list(file.deputies) if file.persons else len(file.deputies)
    one = file.representative
    if one:
        letter = {"letter_number": one.letter_number, "letter_date": one.letter_date.isoformat()}
        found["representative"] = letter | ({"person": one.person} if file.persons else {})
    need = file.registered.need
    if need:
        found["rule"] = {"says": need.kind, "stations": need.stations, "assumed": need.assumed}
        found["rule"]["sources"] = list(need.sources)
    return found


def _station(file: MissionFile, one: StationValue) -> dict[str, Any]:
    found = _plain(stations.row_of(one))
    found |= {"opens_utc": utc(one.opens), "closes_utc": utc(one.closes)} if one.windows else {}
    instants = {"created": one.created_at, "attached": one.attached_at, "numbered": one.numbered_at}
    found |= {f"{name}_at": utc(at) for name, at in {**instants, "closed": one.closed_at}.items() if at}
    found["changes"] = [
        {"field": change.field, "before": change.before, "after": change.after, "reason": change.reason,
         "effective_on": change.effective_on.isoformat(), "at": utc(change.at)}
        for change in file.changes.get(one.id, ())
    ]  # fmt: skip
    found["serves"] = [{"country": part.country, "region": part.region, "basis": part.basis} for part in file.catchment]
    return found


def _consent(file: MissionFile) -> dict[str, Any]:
    found = _plain(hosts.row_of(file.host))
    if file.opens_host:
        found["conditions"] = file.host.conditions
        found["steps"] = [
            {"step": one.step, "state": one.state, "premises": one.premises, "mission": one.mission,
             "note_number": one.note_number, "note_date": one.note_date.isoformat(), "text": one.text,
             "file": one.file, "at": utc(one.at)}
            for one in file.steps
        ]  # fmt: skip
    return found


def _said(content: Any) -> dict[str, Any]:
    return {"text": content.text, "table": [list(row) for row in content.table], "file": content.file}


def _text(text: Text) -> dict[str, str]:
    return {language: text.in_language(language) for language in sorted(text)}


def _plain(row: Mapping[str, object]) -> dict[str, Any]:
    """Days as text; everything else as it is."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
