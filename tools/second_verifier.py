"""A second verifier of a published log, written from docs/log-format.md alone: it shares no line with `legation_core`.

Two programs by two hands that say the same of a copy are worth more than one that says it twice. One file, the standard
library, at most 300 lines: read it before you run it.

    python second_verifier.py PATH [--key VKEY] [--seen CHECKPOINT] [--witness VKEY ...] [--quorum N]

It ends as the first does: 0 verified (consistent, where no key was given), 1 refused, 2 wrong call, 3 cannot be read.
"""

import argparse
import json
import os
import re
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256, sha512
from pathlib import Path
from typing import Any, NamedTuple


def demand(holds: object, what: str) -> None:
    if not holds:
        raise ValueError(what)


@contextmanager
def at(where: object) -> Iterator[None]:
    """Whatever is wrong inside is wrong there."""
    try:
        yield
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{where}: {error}") from None


# Ed25519: RFC 8032, section 5.1, with the strictness of the page.
P, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D, ROOT_OF_MINUS_1 = -121665 * pow(121666, -1, P) % P, pow(2, (P - 1) // 4, P)
Point = tuple[int, int]


def add(p: Point, q: Point) -> Point:
    k = D * p[0] * q[0] * p[1] * q[1] % P
    return (p[0] * q[1] + q[0] * p[1]) * pow(1 + k, -1, P) % P, (p[1] * q[1] + p[0] * q[0]) * pow(1 - k, -1, P) % P


def times(scalar: int, point: Point) -> Point:
    total = (0, 1)
    for bit in f"{scalar:b}":
        total = add(total, total)
        total = add(total, point) if bit == "1" else total
    return total


def point_of(octets: bytes) -> Point:
    """The point; what is none, not in its only spelling, or of small order is refused."""
    y, sign = (number := int.from_bytes(octets, "little")) & (2**255 - 1), number >> 255
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if x * x % P == square else x * ROOT_OF_MINUS_1 % P
    demand(y < P and x * x % P == square and (x or not sign), "no point of the curve")
    x = P - x if x & 1 != sign else x
    demand(times(8, (x, y)) != (0, 1), "a point of small order")
    return x, y


BASE = point_of((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def demand_signature(key: bytes, message: bytes, signature: bytes) -> None:
    demand(len(signature) == 64, "a signature has 64 octets")
    public, nonce, s = point_of(key), point_of(signature[:32]), int.from_bytes(signature[32:], "little")
    challenge = int.from_bytes(sha512(signature[:32] + key + message).digest(), "little") % ORDER
    demand(s < ORDER and times(s, BASE) == add(nonce, times(challenge, public)), "the signature does not fit")


def base64(text: str) -> bytes:
    octets = b64decode(text, validate=True)
    demand(b64encode(octets).decode() == text, "Base 64, but not in its only spelling")
    return octets


def whole(text: str) -> int:
    demand(re.fullmatch("0|[1-9][0-9]{0,17}", text), "no whole number")
    return int(text)


def canonical(value: Any, depth: int = 0) -> bytes:
    """RFC 8785 of objects, lists, texts, whole numbers, true, false and null."""
    if not isinstance(value, dict | list):
        demand(type(value) is not float and (type(value) is not int or abs(value) < 2**53), "no such number")
        return json.dumps(value, ensure_ascii=False).encode()
    demand(depth < 32, "nested too deep")
    if isinstance(value, list):
        return b"[" + b",".join(canonical(one, depth + 1) for one in value) + b"]"
    names = sorted(value, key=lambda name: name.encode("utf-16-be"))
    return b"{" + b",".join(canonical(name) + b":" + canonical(value[name], depth + 1) for name in names) + b"}"


def read_json(octets: bytes, most: int) -> dict[str, Any]:
    """The object; whatever would be written otherwise is refused, a name that stands twice too."""
    demand(len(octets) <= most, "too large")
    value = json.loads(octets.decode())
    demand(isinstance(value, dict) and canonical(value) == octets, "no canonical JSON of an object")
    return dict(value)


HEX, NAME, CODE = r"[0-9a-f]{64}", r"[a-z][a-z0-9_]{0,63}", r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}"
INSTANT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"
TEXTS = {"at": INSTANT, "kind": NAME, "jurisdiction": CODE, "election": f"({CODE})?", "lawbook": f"({HEX})?"}
TEXTS |= {"body": NAME, "role": NAME}
Key = tuple[str, bytes, bytes]
KEY_NAME, CONTROL = r"[^\s+\x00-\x1f]+", r"[\x00-\x09\x0b-\x1f]"


def is_text(value: object, pattern: str) -> bool:
    return isinstance(value, str) and re.fullmatch(pattern, value) is not None


def read_leaf(octets: bytes) -> dict[str, Any]:
    leaf = read_json(octets, 16384)
    more = {"public_commitment"} if leaf.get("public", 0) is None else set()
    demand(set(leaf) == {"v", "public", "private", *TEXTS} | more, "not the fields of a leaf")
    demand(type(leaf["v"]) is int and leaf["v"] == 1, "not of version 1")
    for name, pattern in TEXTS.items():
        demand(is_text(leaf[name], pattern), f"{name} is malformed")
    datetime.strptime(leaf["at"], "%Y-%m-%dT%H:%M:%SZ")  # noqa: DTZ007 - a ValueError where there is no such instant
    demand(isinstance(leaf["public"], dict) or is_text(leaf.get("public_commitment"), HEX), "its public part")
    demand(leaf["private"] is None or is_text(leaf["private"], HEX), "its private part")
    return leaf


def digest(*parts: bytes) -> bytes:
    return sha256(b"".join(parts)).digest()


class Tree:
    """Row `k` has the roots of all whole subtrees of 2^k leaves, so row 8 L is level L of the tiles."""

    def __init__(self, leaves: list[bytes]) -> None:
        self.rows = [[digest(b"\x00", leaf) for leaf in leaves]]
        while len(row := self.rows[-1]) > 1:
            self.rows.append([digest(b"\x01", *row[one : one + 2]) for one in range(0, len(row) - 1, 2)])

    def root(self, size: int) -> bytes:
        """The root over the first `size` leaves, from the whole subtrees into which they divide."""
        parts = [self.rows[k][(size >> k) - 1] for k in range(size.bit_length()) if size >> k & 1]
        root = parts[0] if parts else digest()
        for left in parts[1:]:
            root = digest(b"\x01", left, root)
        return root


def led_to(leaf: bytes, index: int, size: int, proof: list[bytes]) -> bytes:
    """The root to which the proof leads from leaf `index` in a tree of `size`."""
    demand(index < size and (size > 1) == bool(proof), "a leaf outside the tree, or a proof of another length")
    if size == 1:
        return leaf
    half = 1 << (size - 1).bit_length() - 1
    if index < half:
        return digest(b"\x01", led_to(leaf, index, half, proof[:-1]), proof[-1])
    return digest(b"\x01", proof[-1], led_to(leaf, index - half, size - half, proof[:-1]))


def key_of(line: str, kind: int) -> Key:
    """The name, id and octets of a public key of the type `kind`."""
    name, number, encoded = line.split("+", 2)
    own = digest(name.encode(), b"\n", octets := base64(encoded))[:4]
    demand(is_text(name, KEY_NAME) and number == own.hex(), "no key")
    demand(len(octets) == 33 and octets[0] == kind and point_of(octets[1:]), "no key of this type")
    return name, own, octets[1:]


class Note(NamedTuple):
    """A checkpoint: its text has the first three; then its signature lines."""

    origin: str
    size: int
    root: bytes
    text: str
    signatures: list[tuple[str, bytes, bytes]]

    def signed_by(self, key: Key, before: str = "") -> bool:
        """Whether `key` signed; a signature of that key that does not fit is refused."""
        own = [octets for name, number, octets in self.signatures if (name, number) == key[:2]]
        for octets in own:
            head, time = len(before) and 8, int.from_bytes(octets[:8], "big")
            with at(key[0]):
                demand_signature(key[2], (before.format(time) + self.text).encode(), octets[head:])
        return own != []

    def demand_log(self, key: Key | None) -> None:
        demand(key is None or (self.signed_by(key) and self.origin == key[0]), "of another log, or not signed by it")


def read_note(octets: bytes) -> Note:
    demand(
        len(octets) <= 65536 and not re.search(CONTROL, note := octets.decode()), "too large, or a control character"
    )
    text, gap, below = note.rpartition("\n\n")
    lines, end = text.split("\n"), below.split("\n")
    demand(gap and len(lines) >= 3 and all(lines) and end.pop() == "", "not of the form of a checkpoint")
    demand(1 <= len(end) <= 100, "not signed at all, or too often")
    signatures = []
    for line in end:
        dash, name, encoded = line.split(" ")
        demand(dash == "\u2014" and is_text(name, KEY_NAME) and len(signed := base64(encoded)) > 4, "no signature line")
        signatures.append((name, signed[:4], signed[4:]))
    demand(len(root := base64(lines[2])) == 32, "no root")
    return Note(lines[0], whole(lines[1]), root, text + "\n", signatures)


def read_receipt(octets: bytes) -> tuple[int, list[bytes], Note]:
    head, _, note = octets.decode().partition("\n\n")
    form = r"c2sp\.org/tlog-proof@v1\n(?:extra [^\n]*\n)?index [0-9]+(?:\n[^\n ]+){0,63}"
    demand(len(octets) <= 65536 and re.fullmatch(form, head), "not of the form of a receipt")
    extra, lines = head.split("\n")[1][6:], head.split("\n")[1:]
    demand(not lines[0].startswith("extra ") or base64(extra) is not None, "no Base 64")
    index, *proof = lines[lines[0].startswith("extra ") :]
    demand(all(len(base64(line)) == 32 for line in proof), "a hash has 32 octets")
    return whole(index[6:]), [base64(line) for line in proof], read_note(note.encode())


def tile_path(level: str, number: int, width: int) -> str:
    first, *rest = f"{number:,}".split(",")
    groups = "/".join("x" + group for group in (first.zfill(3), *rest))
    return f"tile/{level}/" + groups[: -len("x000")] + groups[-3:] + f".p/{width}" * (width < 256)


def split(bundle: bytes) -> list[bytes]:
    leaves, place = [], 0
    while place < len(bundle):
        end = place + 2 + int.from_bytes(bundle[place : place + 2], "big")
        demand(end <= len(bundle), "ends inside a leaf")
        leaves.append(bundle[place + 2 : end])
        place = end
    return leaves


def read_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file by its path; nothing is read that is too large, no plain file, or a link out of the folder."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or not (path.is_dir() or path.name.startswith(".")):
            most = 4194816 if name.startswith("tile/entries/") else 8192 if name.startswith("tile/") else 65536
            with at(ascii(name)):
                demand(os.path.realpath(path).startswith(os.path.realpath(folder) + os.sep), "a link out")
                demand(path.is_file() and path.stat().st_size <= most, "too large, or no plain file")
            yield name, path.read_bytes()


class Copy:
    """A copy of a log whose checkpoint has been read."""

    def __init__(self, folder: Path, key: Key | None) -> None:
        self.key, self.files = key, dict(read_files(folder))
        with at("checkpoint"):
            self.now = read_note(self.files.pop("checkpoint", b""))
            self.now.demand_log(key)
        self.places: dict[tuple[str, int], bytes] = {}

    def at_place(self, level: str, number: int, width: int) -> bytes:
        demand((path := tile_path(level, number, width)) in self.files, f"{path}: not there")
        self.places[level, number] = self.files.pop(path)
        return self.places[level, number]

    def demand_tree(self) -> None:
        size, self.leaves = self.now.size, []
        for first in range(0, size, 256):
            self.leaves += split(self.at_place("entries", first // 256, min(256, size - first)))
            demand(len(self.leaves) == min(first + 256, size), f"bundle {first // 256}: another number of leaves")
        self.tree = Tree(self.leaves)
        for level, row in enumerate(self.tree.rows[::8]):
            for first in range(0, len(row), 256):
                there = self.at_place(str(level), first // 256, len(row[first : first + 256]))
                demand(
                    there == b"".join(row[first : first + 256]), f"tile {level}/{first // 256}: not over these leaves"
                )
        demand(self.tree.root(size) == self.now.root, "checkpoint: not the root of these leaves")
        for index, leaf in enumerate(self.leaves):
            with at(f"record {index}"):
                read_leaf(leaf)

    def demand_beside(self) -> None:
        """What stands beside the tree: opened parts, receipts, tiles of other sizes, and nothing else."""
        for path, octets in self.files.items():
            with at(ascii(path)):
                if found := re.fullmatch(r"(opened/(?=.*json)|receipts/(?=.*-proof))([0-9]+)\.(json|tlog-proof)", path):
                    demand((index := whole(found[2])) < self.now.size, "beyond the checkpoint")
                    (self.demand_opened if found[3] == "json" else self.demand_receipt)(index, octets)
                else:
                    self.demand_other_size(path, octets)

    def demand_other_size(self, path: str, octets: bytes) -> None:
        found = re.fullmatch(r"tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/)*[0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?", path)
        level, groups, width = found.groups("256") if found else ("", "0", "256")
        number = int(re.sub("[x/]", "", groups))
        demand(tile_path(level, number, int(width)) == path, "does not belong there")
        if here := self.places.get((level, number), b""):
            items = len(split(octets)) if level == "entries" else len(octets) / 32
            demand(items == int(width), "another number of items than its name says")
            demand(here.startswith(octets) or octets.startswith(here), "not the beginning of what stands there")

    def demand_opened(self, index: int, octets: bytes) -> None:
        opened, leaf = read_json(octets, 16640), read_leaf(self.leaves[index])
        demand(set(opened) == {"index", "public", "salt"} and is_text(opened["salt"], HEX), "not its fields")
        demand(opened["index"] == index and isinstance(opened["public"], dict), "of another leaf, or no part")
        committed = digest(bytes.fromhex(opened["salt"]), canonical(opened["public"])).hex()
        demand(leaf.get("public_commitment") == committed, "not what the leaf committed to")

    def demand_receipt(self, index: int, octets: bytes) -> None:
        own, proof, then = read_receipt(octets)
        demand(own == index and then.origin == self.now.origin, "of another leaf or log")
        then.demand_log(self.key)
        self.demand_root(then)
        demand(led_to(self.tree.rows[0][index], index, then.size, proof) == then.root, "leads to another root")

    def demand_root(self, then: Note) -> None:
        known = then.size <= self.now.size and then.root == self.tree.root(then.size)
        demand(known, "this log does not continue that checkpoint")


def verify(asked: argparse.Namespace) -> str:
    copy = Copy(asked.path, asked.key)
    signed = [copy.now.signed_by(witness, "cosignature/v1\ntime {}\n") for witness in asked.witness]
    enough = len(signed) if asked.quorum is None else asked.quorum
    demand(sum(signed) >= enough, "checkpoint: too few of the witnesses signed")
    copy.demand_tree()
    copy.demand_beside()
    if asked.seen:
        with at("checkpoint seen before"):
            seen = read_note(asked.seen.read_bytes())
            seen.demand_log(asked.key)
            demand(seen.origin == copy.now.origin, "of another log")
            copy.demand_root(seen)
    return f"{'verified' if asked.key else 'consistent, origin not checked'}: {copy.now.size} records"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--key", type=lambda line: key_of(line, 1))
    parser.add_argument("--witness", type=lambda line: key_of(line, 4), action="append", default=[])
    parser.add_argument("--quorum", type=int)
    parser.add_argument("--seen", type=Path)
    asked = parser.parse_args(arguments)
    given = [*asked.witness, *([asked.key] if asked.key else [])]
    if len({key[2] for key in given}) < len(given) or not 0 <= (asked.quorum or 0) <= len(asked.witness):
        parser.error("a key is given twice, or the quorum cannot be met")
    try:
        next(asked.path.iterdir(), None)
        print(verify(asked))
    except OSError as error:
        return print(f"cannot be read: {error}", file=sys.stderr) or 3
    except ValueError as error:
        return print(f"refused: {error}", file=sys.stderr) or 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
