"""How the text of one cell becomes a value. Each function gives the value and its one written form, or refuses."""

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from functools import cache, lru_cache, partial

from legation.readers.columns import Column, Kind, in_all_languages
from legation_core.lawbook import zones
from legation_core.network.countries import is_country
from legation_core.problems import Refused
from legation_core.register.folding import fold

Read = tuple[object, str]
Reader = Callable[[str], Read]

_INT = re.compile(r"-?[0-9]{1,15}")
_GROUPED = re.compile(r"[-+]?[0-9]{1,3}(?:[ .,'\u2019][0-9]{3})+(?:[.,][0-9]+)?")
_DECIMAL = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_SERIAL = re.compile(r"[1-9][0-9]{4}(?:\.[0-9]+)?")
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::00)?")


_remembering = lru_cache(maxsize=4096)
"""For kinds of which a table repeats a few values in every row: they are read once and kept once."""


def reader_of(column: Column) -> Reader:
    """The function that reads a cell of `column`."""
    if column.parse is not None:
        return partial(_parsed, parse=column.parse)
    if column.kind == Kind.INT:
        return partial(_int, column=column)
    if column.kind == Kind.DECIMAL:
        return partial(_decimal, column=column)
    if column.kind == Kind.CHOICE:
        return _remembering(partial(_choice, by_wording=_wordings(column.choices), choices=", ".join(column.choices)))
    return _READERS[Kind(column.kind)]


def _text(text: str) -> Read:
    return text, text


def _parsed(text: str, *, parse: Callable[[str], object]) -> Read:
    try:
        return parse(text), text
    except ValueError as error:
        raise Refused("R420", facts={"reason": str(error)[:200]}) from None


def _int(text: str, *, column: Column) -> Read:
    if not _INT.fullmatch(text):
        raise Refused("R412" if _GROUPED.fullmatch(text) else "R411")
    value = int(text)
    if column.minimum is not None or column.maximum is not None:
        _check_bounds(value, column)
    return value, str(value)


def _decimal(text: str, *, column: Column) -> Read:
    if not _DECIMAL.fullmatch(text):
        raise Refused("R414")
    value = Decimal(text)
    _check_bounds(value, column)
    return value, text


def _check_bounds(value: int | Decimal, column: Column) -> None:
    if column.minimum is not None and value < column.minimum:
        raise Refused("R413", facts={"limit": column.minimum})
    if column.maximum is not None and value > column.maximum:
        raise Refused("R419", facts={"limit": column.maximum})


def _date(text: str) -> Read:
    found = _DATE.fullmatch(text)
    if not found:
        raise Refused("R416" if _SERIAL.fullmatch(text) else "R415")
    try:
        value = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise Refused("R417") from None
    return value, text


def _time(text: str) -> Read:
    found = _TIME.fullmatch(text)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise Refused("R418")
    value = time(int(found[1]), int(found[2]))
    return value, f"{value:%H:%M}"


def _zone(text: str) -> Read:
    if zones.usable(text):
        return text, text
    if zones.fixed_offset(text):
        raise Refused("R422")
    near = _zones_by_fold().get(fold(text))
    raise Refused("R423", facts={"near": near}) if near else Refused("R421")


@cache
def _zones_by_fold() -> Mapping[str, str]:
    """A zone by its folded name, and by that of its city."""
    names = sorted(zones.known())
    return {fold(name.rpartition("/")[2]): name for name in names} | {fold(name): name for name in names}


def _country(text: str) -> Read:
    code = text.upper()
    if not is_country(code):
        raise Refused("R424")
    return code, code


def _wordings(choices: Mapping[str, object]) -> dict[str, str]:
    titles = {fold(wording): key for key, title in choices.items() for wording in in_all_languages(title)}  # type: ignore[arg-type]
    return titles | {fold(key): key for key in choices}


def _choice(text: str, *, by_wording: Mapping[str, str], choices: str) -> Read:
    key = by_wording.get(fold(text))
    if key is None:
        raise Refused("R425", facts={"choices": choices})
    return key, key


_READERS: Mapping[Kind, Reader] = {
    Kind.TEXT: _text,
    Kind.DATE: _remembering(_date),
    Kind.TIME: _remembering(_time),
    Kind.ZONE: _remembering(_zone),
    Kind.COUNTRY: _remembering(_country),
}
