"""Makes a screenshot smaller: at most 256 colours, written as a palette. The standard library alone, for tools only."""

import struct
import zlib
from collections import Counter

SIGNATURE = b"\x89PNG\r\n\x1a\n"
Colour = tuple[int, int, int]


def smaller(octets: bytes) -> bytes:
    """The PNG `octets` (8 bits, RGB or RGBA without transparency, as browsers write it) with its commonest colours."""
    width, height, step, rows = _read(octets)
    pixels = [[(row[at], row[at + 1], row[at + 2]) for at in range(0, len(row), step)] for row in rows]
    counted = Counter(pixel for row in pixels for pixel in row)
    palette = [colour for colour, _count in counted.most_common(256)]
    place = {colour: _nearest(colour, palette) for colour in counted}
    place |= {colour: number for number, colour in enumerate(palette)}
    body = b"".join(b"\0" + bytes(place[pixel] for pixel in row) for row in pixels)
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    flat = bytes(part for colour in palette for part in colour)
    parts = [(b"IHDR", head), (b"PLTE", flat), (b"IDAT", zlib.compress(body, 9)), (b"IEND", b"")]
    return SIGNATURE + b"".join(_chunk(kind, data) for kind, data in parts)


def _nearest(colour: Colour, palette: list[Colour]) -> int:
    red, green, blue = colour
    away = [(red - one[0]) ** 2 + (green - one[1]) ** 2 + (blue - one[2]) ** 2 for one in palette]
    return away.index(min(away))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _read(octets: bytes) -> tuple[int, int, int, list[bytearray]]:
    """Width, height, octets a pixel, and the rows with their filters undone."""
    at, data, head = len(SIGNATURE), b"", b""
    while at < len(octets):
        size, kind = struct.unpack(">I4s", octets[at : at + 8])
        part = octets[at + 8 : at + 8 + size]
        head, data = (part if kind == b"IHDR" else head), (data + part if kind == b"IDAT" else data)
        at += size + 12
    width, height, depth, colours, _, _, interlaced = struct.unpack(">IIBBBBB", head)
    if (depth, interlaced) != (8, 0) or colours not in (2, 6):
        raise ValueError("only 8 bits, RGB or RGBA, not interlaced")
    step = 3 if colours == 2 else 4
    raw, rows, above = zlib.decompress(data), [], bytearray(width * step)
    for number in range(height):
        start = number * (width * step + 1)
        above = _unfiltered(raw[start], bytearray(raw[start + 1 : start + 1 + width * step]), above, step)
        rows.append(above)
    return width, height, step, rows


def _unfiltered(kind: int, row: bytearray, above: bytearray, step: int) -> bytearray:
    """One row without its filter (PNG, clause 9.2): none, sub, up, average, Paeth."""
    if kind == 2:
        return bytearray((one + up) & 255 for one, up in zip(row, above, strict=True))
    for at in range(len(row) if kind else 0):
        left, corner = (row[at - step], above[at - step]) if at >= step else (0, 0)
        row[at] = (row[at] + _guess(kind, left, above[at], corner)) & 255
    return row


def _guess(kind: int, left: int, up: int, corner: int) -> int:
    if kind == 1:
        return left
    if kind == 3:
        return (left + up) // 2
    straight = left + up - corner
    return min((left, up, corner), key=lambda one: abs(straight - one))
