"""The one way in which a bundle is packed: a ZIP file whose octets follow from its files alone.

Files stand in the order of their names, stored as they are, at one fixed time (1980-01-01), without comments, extra
fields or gaps. So two people who pack the same files get the same octets, any program opens them, and whatever differs
from this form is refused: nothing can hide between the files. (APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.)
"""

import re
import struct
from collections.abc import Iterator, Mapping
from typing import Never
from zlib import crc32

from legation_core.problems import Fact, Refused

MAX_BYTES = 256 * 1024 * 1024
"""The largest bundle that is packed or opened, in octets."""
MAX_FILES = 60_000
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}(?:/[A-Za-z0-9][A-Za-z0-9._-]{0,79}){0,3}", re.ASCII)
"""Names that mean the same file on every system and lead nowhere else."""
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _UTF8, _STORED, _MIDNIGHT, _DAY = 20, 0x0800, 0, 0, 0x0021


def pack(files: Mapping[str, bytes]) -> bytes:
    """The archive of `files`. Refuses a name that is not plain (V082) and what is too large (V083)."""
    size = sum(map(len, files.values()))
    if size > MAX_BYTES or len(files) > MAX_FILES:
        _refuse("V083", size=size, limit=MAX_BYTES)
    entries, directory, place = [], [], 0
    for name in sorted(files):
        if not NAME.fullmatch(name):
            _refuse("V082", where=ascii(name)[1:-1][:80])
        content, called = files[name], name.encode()
        facts = (_UTF8, _STORED, _MIDNIGHT, _DAY, crc32(content), len(content), len(content), len(called), 0)
        entries += [_LOCAL.pack(b"PK\x03\x04", _VERSION, *facts), called, content]
        directory += [_CENTRAL.pack(b"PK\x01\x02", _VERSION, _VERSION, *facts, 0, 0, 0, 0, place), called]
        place += _LOCAL.size + len(called) + len(content)
    listed = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(files), len(files), len(listed), place, 0)
    return b"".join((*entries, listed, end))


def unpack(octets: bytes) -> dict[str, bytes]:
    """The files of an archive that `pack` made; anything else is refused (V082 to V084), with the place."""
    if len(octets) > MAX_BYTES + MAX_FILES * 256:
        _refuse("V083", size=len(octets), limit=MAX_BYTES)
    files: dict[str, bytes] = {}
    for name, content in _entries(octets):
        if name in files:
            _refuse("V084", where=name, position=0)
        files[name] = content
    expected = pack(files)
    if expected != octets:
        pairs = enumerate(zip(expected, octets, strict=False))
        at = next((place for place, (one, other) in pairs if one != other), min(len(expected), len(octets)))
        _refuse("V084", position=at)
    return files


def _entries(octets: bytes) -> Iterator[tuple[str, bytes]]:
    """Names and contents as their own headers give them; where these are off, packing anew shows it."""
    place = 0
    while octets[place : place + 4] == b"PK\x03\x04" and place + _LOCAL.size <= len(octets):
        head = _LOCAL.unpack_from(octets, place)
        size, called = head[8], head[9]
        start = place + _LOCAL.size + called
        name = octets[place + _LOCAL.size : start].decode("ascii", "replace")
        if not NAME.fullmatch(name):
            _refuse("V082", where=ascii(name)[1:-1][:80])
        if start + size > len(octets):
            _refuse("V084", where=name, position=len(octets))
        yield name, octets[start : start + size]
        place = start + size


def _refuse(code: str, where: str = "", **facts: Fact) -> Never:
    raise Refused(code, where, facts)
