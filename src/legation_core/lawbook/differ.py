"""What one version of a lawbook changes in another: every provision that came, went or says something else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import time
from enum import StrEnum

from legation_core.lawbook.model import Form, Lawbook, Provision
from legation_core.values import Span, Text

NAMES = ("act", "key", "code", "number", "day")
"""What tells provisions of one topic apart, the first that a provision has."""


class Kind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: `topic` and `name` say where, `field` what, with how it stood and how it stands."""

    kind: Kind
    topic: str
    name: str
    field: str
    before: str
    after: str

    def __str__(self) -> str:
        where = f"{self.topic} {self.name}".strip()
        if self.kind is Kind.CHANGED:
            return f"{where}, {self.field}: {self.before} -> {self.after}"
        return f"{where}: {self.kind}"


def diff(old: Lawbook, new: Lawbook) -> tuple[Change, ...]:
    """Every difference from `old` to `new`, in the order of `new`, then what is gone."""
    before, after = _by_name(old), _by_name(new)
    found = list(_head(old, new))
    for (topic, name), item in after.items():
        if (topic, name) not in before:
            found.append(Change(Kind.ADDED, topic, name, "", "", ""))
        else:
            found += _fields(topic, name, before[topic, name], item)
    found += [Change(Kind.REMOVED, topic, name, "", "", "") for topic, name in before if (topic, name) not in after]
    return tuple(found)


def _head(old: Lawbook, new: Lawbook) -> Iterator[Change]:
    yield from _attributes("lawbook", "", old, new, ("name", "home_zone", "home_country", "languages", "span"))
    for key in dict.fromkeys([*old.bodies, *new.bodies]):
        if key not in new.bodies or key not in old.bodies:
            yield Change(Kind.ADDED if key in new.bodies else Kind.REMOVED, "bodies", key, "", "", "")
        else:
            yield from _attributes("bodies", key, old.bodies[key], new.bodies[key], ("name", "short", "kind"))


def _attributes(topic: str, key: str, old: object, new: object, names: Iterable[str]) -> Iterator[Change]:
    for name in names:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield Change(Kind.CHANGED, topic, key, name, _said(before), _said(after))


def _by_name(book: Lawbook) -> dict[tuple[str, str], Provision]:
    """Provisions by topic and name; of several with one name (at different times) each by its beginning too."""
    found: dict[tuple[str, str], Provision] = {}
    for topic, item in book.provisions:
        name = _name(item)
        if (topic, name) in found:
            name = f"{name} from {item.span.start}".strip()
        found[topic, name] = item
    return found


def _name(item: Provision) -> str:
    return next((str(getattr(item, name)) for name in NAMES if hasattr(item, name)), "")


def _fields(topic: str, name: str, before: Provision, after: Provision) -> Iterator[Change]:
    for one in fields(after):
        was, becomes = getattr(before, one.name, ()), getattr(after, one.name)
        if was == becomes:
            continue
        if isinstance(after, Form) and one.name in ("lines", "relations", "figures"):
            yield from _parts(f"{topic} {name} {one.name}", was, becomes)
        else:
            yield Change(Kind.CHANGED, topic, name, one.name, _said(was), _said(becomes))


def _parts(topic: str, before: tuple[Provision, ...], after: tuple[Provision, ...]) -> Iterator[Change]:
    old, new = {_name(one): one for one in before}, {_name(one): one for one in after}
    for name in dict.fromkeys([*old, *new]):
        if name not in old or name not in new:
            yield Change(Kind.ADDED if name in new else Kind.REMOVED, topic, name, "", "", "")
        elif old[name] != new[name]:
            yield from _fields(topic, name, old[name], new[name])


def _said(value: object) -> str:
    """A value in one line."""
    if isinstance(value, Text):
        return " / ".join(value.values())
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value) or "-"
    if isinstance(value, Span):
        return " ".join(f"{word} {day}" for word, day in (("from", value.start), ("to", value.end)) if day) or "-"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return "-" if value in (None, "") else str(value)
