"""A station's document, and its line in the list of all."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from legation.publication.convert.changes import Acts, Told
from legation.publication.convert.facts import established, source_told, texts, to_the_second, utc
from legation.stations.convert import ADVICE, StationValue
from legation_core.network.stations import State
from legation_core.values import ESTABLISHED


def station_line(one: StationValue) -> dict[str, object]:
    """What lists, maps and the rolling day need of a station."""
    return {
        "code": one.code,
        "mission": one.mission.code,
        "cities": texts(one.mission.cities),
        "country": one.mission.country,
        "zone": one.zone,
        "windows": [{"opens": utc(window.opens), "closes": utc(window.closes)} for window in one.windows],
        "number": _number(one),
        "district": established(one.district, one.district_basis),
        "latitude": one.mission.latitude,
        "longitude": one.mission.longitude,
        "position": one.mission.position,
    }


def station_document(
    one: StationValue, changes: Sequence[Told], record: int | None, registered: datetime | None
) -> dict[str, object]:
    """Everything that is public about a station, and when its mission was `registered` (`None`: not known).

    `record` is the index of the newest record about it.
    """
    return station_line(one) | {
        "names": texts(one.names),
        "mission_names": texts(one.mission.names),
        "mission_kind": one.mission.kind,
        "phone": one.mission.duty_phone if one.mission.duty_phone_public else "",
        "website": source_told(one.mission.website),
        "closed": _closing(one),
        "facts": _facts(one, changes, registered),
        "changes": [change.document for change in changes],
        "record": record,
    }


def _number(one: StationValue) -> int | None:
    """The number, where it and the district in which alone it means something are established."""
    known = one.number_basis in ESTABLISHED and one.district_basis in ESTABLISHED
    return one.number if known else None


def _closing(one: StationValue) -> dict[str, str] | None:
    if one.state is not State.CLOSED or one.closed_at is None:
        return None
    return {"at": utc(one.closed_at), "reason": one.close_reason}


def _facts(one: StationValue, changes: Sequence[Told], registered: datetime | None) -> dict[str, dict[str, object]]:
    """Each fact with its value, where it was read, since when it holds; `null` is "not published"."""
    since = _since(one, changes, registered)
    source = source_told(one.source)
    found: dict[str, tuple[object, str]] = {
        "address": (established(one.address, one.address_basis), one.address_basis),
        "district": (established(one.district, one.district_basis), one.district_basis),
        "number": (_number(one), one.number_basis),
        "phone": ((one.mission.duty_phone if one.mission.duty_phone_public else "") or None, ""),
        "website": (source_told(one.mission.website) or None, ""),
    }
    facts: dict[str, dict[str, object]] = {
        name: {
            "value": value,
            "since": since.get(name, "") if value is not None else "",
            "source": source if value is not None and basis == "published" else "",
        }
        for name, (value, basis) in found.items()
    }
    named = facts["district"]["value"] is not None
    facts["district"]["names"] = texts(one.district_names) if named else {}
    for subject in ADVICE:
        told = texts(one.advice[subject]) if subject in one.advice else None
        facts[subject] = {"value": told, "since": since.get(subject, "") if told else "", "source": ""}
    facts["hours"] = {"value": _spans(one), "since": since["hours"], "source": ""}
    return facts


def _spans(one: StationValue) -> list[dict[str, str]]:
    """The hours by the station's own clock."""
    return [
        {"day": hours.day.isoformat(), "opens": f"{hours.opens:%H:%M}", "closes": _end(hours.closes_at)}
        for hours in one.openings
    ]


def _end(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _since(one: StationValue, changes: Sequence[Told], registered: datetime | None) -> dict[str, str]:
    """From which day each fact holds: of its last change, else of the act that first set it."""
    first = {
        "address": one.created_at,
        "hours": one.created_at,
        "district": one.attached_at,
        "number": one.numbered_at,
        "phone": registered,
        "website": registered,
    }
    days = {name: f"{at:%Y-%m-%d}" for name, at in first.items() if at}
    return days | {change.field: change.effective_on.isoformat() for change in reversed(changes)}


def changes_document(
    found: Sequence[StationValue], by_station: Mapping[str, Sequence[Told]], acts: Acts
) -> list[dict[str, object]]:
    """Every public change of every station, newest first, with the closings among them."""
    lines: list[dict[str, object]] = []
    for one in found:
        about: dict[str, object] = {
            "station": one.code,
            "cities": texts(one.mission.cities),
            "country": one.mission.country,
        }
        lines += [about | change.document for change in by_station.get(one.code, ())]
        if one.closed_at is not None and (closing := _closing(one)):
            record = acts.get((f"station:{one.code}", "closed", to_the_second(one.closed_at), ""))
            told = {"field": "closed", "before": "", "after": "", "effective_on": closing["at"][:10], "record": record}
            lines.append(about | closing | told)
    return sorted(lines, key=_order, reverse=True)


def _order(line: Mapping[str, object]) -> tuple[object, ...]:
    """By record; a change never comes to stand before an older one, so that archives of the feed stay as they are."""
    record = line["record"]
    return (-1 if record is None else record, str(line["at"]), str(line["station"]), str(line["field"]))
