"""Two readings of one paper, field by field."""

from dataclasses import dataclass

from legation_core.protocol.values import Protocol, Value


@dataclass(frozen=True, slots=True)
class Differing:
    """A field that two readings give differently; `None` where one left it empty."""

    field: str
    first: Value | None
    second: Value | None


def fields(protocol: Protocol) -> dict[str, Value]:
    """Every value by its field: the key of the line, with the option behind a slash where the line is repeated."""
    found = dict(protocol.values)
    for line, votes in protocol.votes.items():
        found.update({f"{line}/{option}": count for option, count in votes.items()})
    return found


def differing(first: Protocol, second: Protocol) -> tuple[Differing, ...]:
    """The fields that differ, in the order of the first reading, then those that only the second has."""
    one, other = fields(first), fields(second)
    return tuple(
        Differing(field, one.get(field), other.get(field))
        for field in dict.fromkeys((*one, *other))
        if one.get(field) != other.get(field)
    )


def with_fields(protocol: Protocol, settled: dict[str, Value | None]) -> Protocol:
    """`protocol` with these fields as they were settled; `None` leaves a field empty."""
    values = dict(protocol.values)
    votes = {line: dict(given) for line, given in protocol.votes.items()}
    for field, value in settled.items():
        line, _, option = field.partition("/")
        place: dict[str, Value] = votes.setdefault(line, {}) if option else values  # type: ignore[assignment]
        place.pop(option or line, None)
        if value is not None:
            place[option or line] = value
    return Protocol(values, votes, protocol.closing, protocol.previous)
