"""A shortcut through the rows of a sheet: most are plain, and a pattern knows a plain row far faster than a parser.

A plain row holds cells with a value and nothing else: no formula, no error, no element or attribute that matters here.
The pattern describes it to the last octet, in ASCII and without entities, so that it is well formed by itself; no ">"
stands inside texts and attributes, so that taking the row out can never change how a parser reads what is around it.
"""

import re
from collections.abc import Iterator

_END = b"</row>"
_LONGEST = 1024 * 1024
_ATTRIBUTE = rb'(?: [A-Za-z:0-9]+="[^"<>&]*")'
_VALUE = rb'(?:<v>[^<>&]*</v>|<is><t(?: xml:space="preserve")?>[^<>&]*</t></is>)'
_CELL = rb'<c r="[A-Z]{1,3}[0-9]{1,7}"(?: s="[0-9]+")?(?: t="(?:s|n|str|b|inlineStr)")?>' + _VALUE + rb"</c>"
_ROW = re.compile(rb'\s*<row r="([1-9][0-9]{0,6})"(' + _ATTRIBUTE + rb"*)>((?:" + _CELL + rb")+)")
_SHOWN = re.compile(rb' hidden="(?:0|false)"')
_REFERENCES = re.compile(rb'<c r="([A-Z]+[0-9]+)"')

PlainRow = tuple[int, list[bytes]]
"""The number of a row, and the references of its cells as they are written."""


class PlainRows:
    """Divides the octets of a sheet into plain rows and the rest.

    From a comment, a character section or an open instruction on nothing is plain: rows may stand inside it.
    """

    def __init__(self) -> None:
        self._rest = b""
        self._is_plain = True

    def divide(self, chunk: bytes) -> Iterator[PlainRow | bytes]:
        """Whole rows as far as `chunk` ends them, in their order. What grows too long is no plain row."""
        *rows, self._rest = (self._rest + chunk).split(_END)
        for row in rows:
            plain = _plain(row) if self._is_plain else None
            if plain is None and _hides_rows(row):
                self._is_plain = False
            yield plain or row + _END
        if len(self._rest) > _LONGEST:
            yield self._rest
            self._rest, self._is_plain = b"", False

    def end(self) -> bytes:
        """What stands behind the last row."""
        return self._rest


def _hides_rows(text: bytes) -> bool:
    """Whether something begins here that could hold rows which are none."""
    return b"<!" in text or text.count(b"<?") != text.count(b"?>")


def _plain(text: bytes) -> PlainRow | None:
    row = _ROW.fullmatch(text) if text.isascii() else None
    if row is None or (b"hidden" in row[2] and b"hidden" in _SHOWN.sub(b"", row[2])):
        return None
    return int(row[1]), _REFERENCES.findall(row[3])
