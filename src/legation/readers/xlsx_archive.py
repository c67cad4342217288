"""The zip that a spreadsheet is: looked through before anything in it is unpacked."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from legation.readers.characters import in_ascii
from legation.readers.limits import MEBIBYTE, Limits
from legation_core.problems import Refused

_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
_CHUNK = 64 * 1024
_ENCRYPTED_FLAG = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ARCHIVES = (".zip", ".xlsx", ".xlsm", ".xlsb", ".docx", ".docm", ".pptx", ".jar", ".gz", ".7z", ".rar", ".ods")
_ENDING = struct.Struct("<4s4H2LH")


class Archive:
    """The members of a spreadsheet, by name in lower case. Refused unless every one of them is harmless to unpack."""

    def __init__(self, stream: BinaryIO, limits: Limits) -> None:
        self._limits = limits
        self._unpacked = 0
        _check_count(stream, limits)
        try:
            self._zip = zipfile.ZipFile(stream)
        except _BROKEN:
            raise Refused("R111") from None
        self._members = self._checked(self._zip.infolist())

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._members

    @property
    def parts(self) -> tuple[str, ...]:
        """Names of all members, in lower case."""
        return tuple(self._members)

    def chunks(self, part: str) -> Iterator[bytes]:
        """The content of a member, piece by piece."""
        if part not in self:
            raise Refused("R118", part)
        try:
            with self._zip.open(self._members[part.lower()]) as member:
                while chunk := member.read(_CHUNK):
                    self._count(len(chunk))
                    yield chunk
        except _BROKEN:
            raise Refused("R111", part) from None

    def read(self, part: str) -> bytes:
        """The whole content of a member."""
        return b"".join(self.chunks(part))

    def _count(self, size: int) -> None:
        self._unpacked += size
        if self._unpacked > 2 * self._limits.unpacked_bytes:
            raise Refused("R112", facts={"limit": self._limits.unpacked_bytes // MEBIBYTE})

    def _checked(self, members: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        _check_size(members, self._limits)
        by_name: dict[str, zipfile.ZipInfo] = {}
        for member in members:
            _check_member(member, self._limits)
            name = member.filename.lower()
            if name in by_name:
                raise Refused("R124", in_ascii(member.filename))
            by_name[name] = member
        return by_name


def _check_count(stream: BinaryIO, limits: Limits) -> None:
    """Read the number of members where the zip ends, before a table of them is built."""
    stream.seek(0)
    tail = stream.read()[-(_ENDING.size + 65_535) :]
    position = tail.rfind(b"PK\x05\x06")
    if position < 0 or len(tail) < position + _ENDING.size:
        raise Refused("R111")
    count = _ENDING.unpack_from(tail, position)[4]
    if count > limits.members:
        raise Refused("R114", facts={"count": count, "limit": limits.members})
    stream.seek(0)


def _check_size(members: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(members) > limits.members:
        raise Refused("R114", facts={"count": len(members), "limit": limits.members})
    if sum(member.file_size for member in members) > limits.unpacked_bytes:
        raise Refused("R112", facts={"limit": limits.unpacked_bytes // MEBIBYTE})


def _check_member(member: zipfile.ZipInfo, limits: Limits) -> None:
    name, quoted = member.orig_filename, in_ascii(member.orig_filename)
    if name.startswith(("/", "\\")) or "\\" in name or ":" in name or "\x00" in name or ".." in name.split("/"):
        raise Refused("R115", quoted)
    if member.flag_bits & _ENCRYPTED_FLAG:
        raise Refused("R116", quoted)
    if member.compress_type not in _METHODS:
        raise Refused("R111", quoted)
    if member.file_size > MEBIBYTE and member.file_size > limits.ratio * member.compress_size:
        raise Refused("R113", quoted, {"limit": limits.ratio})
    if name.lower().endswith(_ARCHIVES) or "/embeddings/" in name.lower():
        raise Refused("R117", quoted)
