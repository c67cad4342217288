"""Canonical bytes of a JSON value (RFC 8785), for whole numbers and strings only.

Two programs that hold the same value must hash the same bytes. RFC 8785 makes JSON unique; its one difficult part,
the printing of floating-point numbers, is left out by refusing them: counts are whole, readers compute the shares.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Never

from legation_core.problems import Fact, Refused

MAX_BYTES = 16 * 1024
"""The longest leaf, in bytes: files enter the log by their SHA-256, never in whole."""
MAX_INTEGER = 2**53 - 1
"""The largest whole number that every JSON reader keeps exact (RFC 7493, section 2.2)."""
MAX_DEPTH = 32
"""The deepest nesting of lists and objects; a limit of ours, so that a hostile leaf exhausts no stack."""


def encode(value: Any, limit: int = MAX_BYTES) -> bytes:
    """The canonical bytes of `value`, UTF-8. Refuses what the form has no place for: V001 to V006, V011."""
    content = json.dumps(_ordered(value, "$", 0), ensure_ascii=False, separators=(",", ":")).encode()
    if len(content) > limit:
        _refuse("V006", "", size=len(content), limit=limit)
    return content


def decode(content: bytes, limit: int = MAX_BYTES) -> Any:
    """The value whose canonical bytes are `content`. Anything `encode` would have written otherwise is refused."""
    if len(content) > limit:
        _refuse("V006", "", size=len(content), limit=limit)
    value = _parsed(content)
    expected = encode(value, limit)
    if expected != content:
        _refuse("V009", f"byte {_first_difference(expected, content)}")
    return value


def _ordered(value: Any, where: str, depth: int) -> Any:
    """`value` with every object in the order of RFC 8785, section 3.2.3, checked on the way."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return _whole(value, where)
    if isinstance(value, str):
        return _text(value, where)
    if depth >= MAX_DEPTH:
        _refuse("V011", where[:80], limit=MAX_DEPTH)
    if isinstance(value, Mapping):
        return _object(value, where, depth)
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray | memoryview):
        return [_ordered(item, f"{where}[{place}]", depth + 1) for place, item in enumerate(value)]
    if isinstance(value, float):
        _refuse("V001", where, value=repr(value))
    _refuse("V005", where, type=type(value).__name__)


def _object(value: Mapping[Any, Any], where: str, depth: int) -> dict[str, Any]:
    for key in value:
        if not isinstance(key, str):
            _refuse("V004", where, type=type(key).__name__)
        _text(key, where)
    # Keys sort by UTF-16 code units: U+1F600 (a surrogate pair, D83D ...) stands before U+FB33.
    return {
        key: _ordered(value[key], f"{where}.{key}", depth + 1)
        for key in sorted(value, key=lambda k: k.encode("utf-16-be"))
    }


def _whole(value: int, where: str) -> int:
    if abs(value) > MAX_INTEGER:
        _refuse("V002", where, limit=MAX_INTEGER)
    return value


def _text(value: str, where: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        _refuse("V003", where, position=error.start)
    return value


def _parsed(content: bytes) -> Any:
    try:
        return json.loads(
            content.decode(),
            parse_int=_parse_integer,
            parse_float=lambda digits: _refuse("V001", "", value=digits[:40]),
            parse_constant=lambda name: _refuse("V001", "", value=name),
            object_pairs_hook=_parse_object,
        )
    except UnicodeDecodeError as error:
        raise Refused("V008", f"byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise Refused("V007", f"character {error.pos}", {"reason": error.msg}) from error
    except RecursionError as error:
        raise Refused("V011", "", {"limit": MAX_DEPTH}) from error


def _parse_integer(digits: str) -> int:
    if len(digits) > 17:
        _refuse("V002", "", limit=MAX_INTEGER)
    return int(digits)


def _parse_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            _refuse("V010", "", key=ascii(key)[1:41])
        found[key] = value
    return found


def _first_difference(left: bytes, right: bytes) -> int:
    for place, (a, b) in enumerate(zip(left, right, strict=False)):
        if a != b:
            return place
    return min(len(left), len(right))


def _refuse(code: str, where: str, **facts: Fact) -> Never:
    raise Refused(code, where, facts)
