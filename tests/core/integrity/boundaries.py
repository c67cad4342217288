"""Copies at the edges of docs/log-format.md, where its reader could doubt: what is still a log, what no longer is."""

import base64
from pathlib import Path

from tests.core.integrity import copies
from tests.core.integrity.tampered import BUNDLE, FULL, LEAF, NOTE, OPENED, PARTIAL, RECEIPT
from tests.core.integrity.tampering import Tamper, gone, linked, put, rewritten, with_leaf, with_note

BODY = NOTE.partition("\n\n")[0]
FOREIGN = "\u2014 {} AAAAAAAAAAAA\n"
"""The line of a signer whom nobody knows."""


def leaf(old: str, new: str) -> Tamper:
    return with_leaf(20, LEAF.replace(old, new).encode())


def station(value: str) -> Tamper:
    return leaf('"true-20"', value)


def nested(depth: int) -> Tamper:
    return station("[" * depth + "]" * depth)


def further(text: str) -> Tamper:
    return rewritten("checkpoint", lambda note: note + text)


def line(text: str) -> Tamper:
    """A further line of the signed text."""
    return with_note(copies.signed(f"{BODY}\n{text}\n"))


def in_receipt(text: str) -> Tamper:
    return rewritten(RECEIPT, lambda receipt: receipt.replace("\nindex", f"\n{text}\nindex"))


def damaged_cosignature(note: str) -> str:
    before, _, encoded = note.rstrip("\n").rpartition(" ")
    octets = bytearray(base64.b64decode(encoded))
    octets[-1] ^= 1
    return f"{before} {base64.b64encode(bytes(octets)).decode()}\n"


def linked_inside(folder: Path) -> None:
    (folder / FULL).rename(folder / ".full")
    (folder / FULL).symlink_to("../../.full")


def linked_folder(folder: Path) -> None:
    (folder / "opened").rename(folder / ".opened")
    (folder / "opened").symlink_to(".opened")


def of_size(size: int) -> Tamper:
    return with_note(copies.signed(BODY.replace("\n300\n", f"\n{size}\n") + "\n"))


STILL_A_LOG: dict[str, Tamper] = {
    "a further line": line("ab c"),
    "a further line with delete": line("a\x7fb"),
    "a further line with a line separator": line("a\u2028b"),
    "the log signs twice": rewritten("checkpoint", lambda note: note + note.split("\n")[4] + "\n"),
    "a hundred signatures": further(FOREIGN.format("x") * 98),
    "a foreign name without width": further(FOREIGN.format("x\u200by")),
    "a damaged cosignature that nobody demands": rewritten("checkpoint", damaged_cosignature),
    "a damaged cosignature in a receipt": rewritten(RECEIPT, damaged_cosignature),
    "an extra in a receipt": in_receipt("extra AAAA"),
    "an extra of nothing": in_receipt("extra "),
    "a hidden file": put("opened/.8.json", "x"),
    "an empty folder": lambda folder: (folder / "tile/9").mkdir(),
    "a link inside": linked_inside,
    "a tile far ahead": put("tile/0/x001/000", b"x"),
    "a tile of level 99": put("tile/99/000.p/1", b"x"),
    "a bundle further on": put("tile/entries/005.p/3", b"x"),
    "an earlier part of a full tile": lambda at: copies.write(at, f"{FULL}.p/3", (at / FULL).read_bytes()[:96]),
    "year 9999": leaf("2024-01-08", "9999-12-31"),
    "no election": leaf('"zz2030"', '""'),
    "a code of 64": leaf('"ZZ"', '"' + "Z" * 64 + '"'),
    "an identifier of 64": leaf('"station_created"', '"' + "z" * 64 + '"'),
    "an empty public part": leaf('{"station":"true-20"}', "{}"),
    "nested to 32": nested(30),
    "the largest number": station(str(2**53 - 1)),
    "the smallest number": station(str(1 - 2**53)),
    "an escaped control character": station('"\\u001f"'),
    "names in the order of UTF-16": leaf('{"station":"true-20"}', '{"\U0001f600":1,"\uff5e":2}'),
    "a leaf of 16384 octets": leaf("true-20", "x" * (16384 - len(LEAF) + 7)),
}
NO_LONGER: dict[str, Tamper] = {
    "a hundred and one signatures": further(FOREIGN.format("x") * 99),
    "a name with a space that does not break": further(FOREIGN.format("x\u00a0y")),
    "a name with a line separator": further(FOREIGN.format("x\u2028y")),
    "a name with a plus": further(FOREIGN.format("x+y")),
    "a signature of no octets": further("\u2014 x AAAAAA==\n"),
    "an empty line at the end": further("\n"),
    "a last line without its end": rewritten("checkpoint", lambda note: note[:-1]),
    "a byte order mark": rewritten("checkpoint", lambda note: "\ufeff" + note),
    "a size of 64 bits": of_size(2**63),
    "a size of 19 nines": of_size(10**19 - 1),
    "an extra without its space": in_receipt("extra"),
    "two extras": in_receipt("extra AAAA\nextra AAAA"),
    "an extra with a control character": in_receipt("extra A\x00AA"),
    "an index with a nought": rewritten(RECEIPT, lambda receipt: receipt.replace("index 3", "index 03")),
    "a receipt among folders": put("receipts/x/3.tlog-proof", "x"),
    "a receipt among opened parts": put("opened/3.tlog-proof", "x"),
    "a receipt of a leaf past counting": put(f"receipts/{'9' * 30}.tlog-proof", "x"),
    "a file in a hidden folder": put(".git/config", "x"),
    "a hidden link out": linked(".x", "/etc/hostname"),
    "a link to a folder": linked_folder,
    "a tile of level 100": put("tile/100/000.p/1", bytes(32)),
    "a level with a nought": put("tile/05/000.p/1", bytes(32)),
    "a group of noughts": put("tile/0/x000/000", bytes(8192)),
    "a partial tile of 256": put("tile/0/001.p/256", bytes(8192)),
    "a partial tile of none": put("tile/0/005.p/0", b""),
    "an earlier part that is no beginning": put(f"{FULL}.p/3", bytes(96)),
    "only a longer tile": lambda at: [copies.write(at, "tile/0/001.p/45", bytes(45 * 32)), gone(PARTIAL)(at)],
    "only a longer bundle": lambda at: (at / BUNDLE).rename(at / "tile/entries/001.p/45"),
    "an index that is no whole number": rewritten(OPENED, lambda text: text.replace('"index":7', '"index":7.0')),
    "a field more": rewritten(OPENED, lambda text: text.replace('{"index"', '{"a":1,"index"')),
    "year 0": leaf("2024-01-08", "0000-01-08"),
    "a leap second": leaf("12:00:00", "12:00:60"),
    "24 hours": leaf("12:00:00", "24:00:00"),
    "Arabic digits": leaf("2024-01-08", "\u0662\u0660\u0662\u0664-01-08"),
    "no jurisdiction": leaf('"ZZ"', '""'),
    "a code with a letter beyond ASCII": leaf('"ZZ"', '"Z\u00c9"'),
    "a code with a newline": leaf('"ZZ"', '"ZZ\\n"'),
    "a code of 65": leaf('"ZZ"', '"' + "Z" * 65 + '"'),
    "an identifier of 65": leaf('"station_created"', '"' + "z" * 65 + '"'),
    "an identifier with a digit in front": leaf('"station_created"', '"1a"'),
    "version true": leaf('"v":1', '"v":true'),
    "a public list": leaf('{"station":"true-20"}', "[]"),
    "a private object": leaf('"private":null', '"private":{}'),
    "a commitment in capitals": leaf('"private":null', '"private":"' + "A" * 64 + '"'),
    "nested to 33": nested(31),
    "a number too large": station(str(2**53)),
    "minus nought": station("-0"),
    "an exponent": station("1e0"),
    "no number": station("NaN"),
    "an escaped slash": station('"\\/"'),
    "an escaped letter": station('"\\u0041"'),
    "an escape in capitals": station('"\\u001F"'),
    "an escaped pair": station('"\\ud83d\\ude00"'),
    "names in the order of code points": leaf('{"station":"true-20"}', '{"\uff5e":2,"\U0001f600":1}'),
    "a list for a leaf": with_leaf(20, b"[]"),
    "an empty leaf": with_leaf(20, b""),
    "a leaf of 16385 octets": leaf("true-20", "x" * (16384 - len(LEAF) + 8)),
}
