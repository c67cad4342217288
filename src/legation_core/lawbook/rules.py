"""The rules in force on a day."""

from collections.abc import Iterator
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from legation_core.lawbook.model import (
    CalendarEntry,
    Competence,
    Contest,
    Escalation,
    Establishment,
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
    Rules,
    Task,
    Template,
)
from legation_core.problems import Refused

P = TypeVar("P", bound=Provision)


def rules_on(book: Lawbook, day: date) -> Rules:
    """The rules in force on `day`. `Refused` L090 for a day on which the lawbook does not answer."""
    if not book.span.holds_on(day):
        start, end = (bound.isoformat() if bound else "..." for bound in (book.span.start, book.span.end))
        raise Refused("L090", book.jurisdiction, {"day": day.isoformat(), "start": start, "end": end})
    in_force = _InForce(book, day)
    return Rules(
        book=book,
        day=day,
        contests_abroad=in_force.all("contests_abroad", Contest),
        competences=MappingProxyType({item.act: item for item in in_force.all("competences", Competence)}),
        establishment=_establishment(in_force),
        hours=tuple(sorted(in_force.all("hours", Hours), key=lambda item: item.day)),
        calendar=in_force.all("calendar", CalendarEntry),
        districts=in_force.all("districts", HomeDistrict),
        limits=MappingProxyType(dict(in_force.named("limits", Limit))),
        lists=MappingProxyType(in_force.lists()),
        settings=MappingProxyType(dict(in_force.named("settings", Listed))),
        forms=MappingProxyType({item.key: item for item in in_force.all("forms", Form)}),
        incompatible=in_force.all("incompatible", Incompatible),
        inquiry_categories=MappingProxyType(
            {item.key: item for item in in_force.all("inquiry_categories", InquiryCategory)}
        ),
        inquiry_terms=in_force.all("inquiry_terms", InquiryTerm),
        templates=MappingProxyType({item.key: item for item in in_force.all("templates", Template)}),
        tasks=MappingProxyType({item.key: item for item in in_force.all("tasks", Task)}),
        escalations=MappingProxyType({item.key: item for item in in_force.all("escalations", Escalation)}),
    )


class _InForce:
    """The provisions of a lawbook that hold on one day, by topic."""

    def __init__(self, book: Lawbook, day: date) -> None:
        self.provisions = [(topic, item) for topic, item in book.provisions if item.span.holds_on(day)]

    def all(self, topic: str, kind: type[P]) -> tuple[P, ...]:
        return tuple(item for name, item in self.provisions if name == topic and isinstance(item, kind))

    def named(self, table: str, kind: type[P]) -> Iterator[tuple[str, P]]:
        """(name, provision) of the topics `table.name`."""
        for topic, item in self.provisions:
            before, _, name = topic.partition(".")
            if before == table and isinstance(item, kind):
                yield name, item

    def lists(self) -> dict[str, tuple[Listed, ...]]:
        names = dict.fromkeys(name for name, _ in self.named("lists", Listed))
        return {name: self.all(f"lists.{name}", Listed) for name in names}


def _establishment(in_force: _InForce) -> Establishment:
    limits = dict(in_force.named("establishment", Limit))
    return Establishment(
        more_than=limits.get("more_than"),
        maximum_per_station=limits.get("maximum_per_station"),
        minimum_per_station=limits.get("minimum_per_station"),
    )
