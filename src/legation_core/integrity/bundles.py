"""Bundles: files that belong together, listed with their SHA-256 in a manifest that one key signed.

`manifest.json` is canonical JSON (RFC 8785): the form, what the bundle is of, as of when, and every other file with
size and SHA-256. `manifest.sig` is a signed note (c2sp.org/signed-note) over the form and the manifest's SHA-256.
`records/N.json` is record N of the log byte for byte, `records/N.tlog-proof` its receipt.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Never

from legation_core.integrity import archive, canonical, ed25519, notes, receipts
from legation_core.integrity.keys import Key, KeyType, Sign
from legation_core.integrity.notes import Note, Signature
from legation_core.problems import Fact, Refused

FORM = "legation-bundle/v1"
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
MANIFEST_LIMIT = 8 * 1024 * 1024
RECORD, RECEIPT = ".json", ".tlog-proof"


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle that was found whole. `facts` are those of its manifest, `files` the others, by name.

    `receipts`: how many records are proved to stand in the log; `open_records`: how many no checkpoint covered yet.
    """

    facts: Mapping[str, Any]
    files: Mapping[str, bytes]
    origin_checked: bool
    log_checked: bool
    receipts: int
    open_records: int


def write(files: Mapping[str, bytes], facts: Mapping[str, Any], key: Key, sign: Sign) -> bytes:
    """The signed bundle of `files`. `facts` says what it is of: text, whole numbers, lists and objects.

    The same files, facts and key give the same octets. Refuses V082, V083, V036 and what has no canonical form.
    """
    manifest = canonical.encode({**facts, "form": FORM, "files": _listed(files)}, MANIFEST_LIMIT)
    text = _signed_text(manifest)
    value = sign(text.encode())
    if not ed25519.verify(key.public_key, text.encode(), value):
        raise Refused("V036", key.name)
    note = str(Note(text).signed(Signature(key.name, key.id, value)))
    return archive.pack({**files, MANIFEST: manifest, SIGNATURE: note.encode()})


def verify(octets: bytes, key: Key | None = None, log: Key | None = None) -> Bundle:
    """The bundle, found whole: packed as it must be, signed by `key`, every file the one that was listed.

    Refuses another packing (V082 to V084), a bundle without manifest or signature (V085), a manifest that cannot be
    read (V086) or that the signature does not fit (V087), another signer (V088), files altered (V089), missing (V090)
    or put in (V091), and records whose receipt does not lead to the log (V064, V080, V081, V092, V102). Without `key`
    and `log` it is only found consistent in itself.
    """
    for one in (key, log):
        if one is not None and one.type is not KeyType.LOG:
            _refuse("V134", one.name, type=f"{one.type:#04x}", wanted=f"{KeyType.LOG:#04x}")
    found = archive.unpack(octets)
    for name in (MANIFEST, SIGNATURE):
        if name not in found:
            _refuse("V085", name)
    manifest, note = found.pop(MANIFEST), notes.parse(found.pop(SIGNATURE))
    _check_signature(manifest, note, key)
    facts = _read(manifest)
    _check_files(found, facts["files"])
    proved, waiting = _check_records(found, log)
    return Bundle(facts, found, key is not None, log is not None, proved, waiting)


def _listed(files: Mapping[str, bytes]) -> dict[str, dict[str, Any]]:
    return {name: {"sha256": sha256(files[name]).hexdigest(), "size": len(files[name])} for name in files}


def _signed_text(manifest: bytes) -> str:
    return f"{FORM}\n{sha256(manifest).hexdigest()}\n"


def _check_signature(manifest: bytes, note: Note, key: Key | None) -> None:
    if note.text != _signed_text(manifest):
        _refuse("V087", SIGNATURE)
    if key is None:
        return
    values = list(note.by(key))
    if not values:
        _refuse("V088", SIGNATURE, key=key.name, id=key.id.hex())
    if not all(ed25519.verify(key.public_key, note.text.encode(), value) for value in values):
        _refuse("V087", SIGNATURE)


def _read(manifest: bytes) -> dict[str, Any]:
    facts = canonical.decode(manifest, MANIFEST_LIMIT)
    listed = facts.get("files") if isinstance(facts, dict) else None
    if not isinstance(listed, dict) or facts.get("form") != FORM:
        _refuse("V086", MANIFEST, form=FORM)
    if not all(isinstance(one, dict) and set(one) == {"sha256", "size"} for one in listed.values()):
        _refuse("V086", MANIFEST, form=FORM)
    return dict(facts)


def _check_files(found: Mapping[str, bytes], listed: Mapping[str, Any]) -> None:
    for name in sorted(set(listed) - set(found)):
        _refuse("V090", name[:80])
    for name in sorted(set(found) - set(listed)):
        _refuse("V091", name)
    for name, own in _listed(found).items():
        if own != listed[name]:
            _refuse("V089", name)


def _check_records(found: Mapping[str, bytes], log: Key | None) -> tuple[int, int]:
    """How many records are proved, and how many have no receipt yet."""
    records = {name.removesuffix(RECORD) for name in found if _record(name, RECORD)}
    proofs = {name.removesuffix(RECEIPT) for name in found if _record(name, RECEIPT)}
    for name in sorted(proofs):
        if name not in records:
            _refuse("V092", name + RECEIPT)
        _check_receipt(name, found[name + RECEIPT], found[name + RECORD], log)
    return len(proofs), len(records - proofs)


def _check_receipt(name: str, receipt: bytes, record: bytes, log: Key | None) -> None:
    try:
        read = receipts.parse(receipt.decode())
        receipts.verify(read, record, log)
    except UnicodeDecodeError as error:
        raise Refused("V128", name + RECEIPT) from error
    except Refused as refused:
        raise Refused(refused.code, name + RECEIPT, refused.problem.facts) from refused
    if str(read.index) != name.removeprefix("records/"):
        _refuse("V092", name + RECEIPT)


def _record(name: str, ending: str) -> bool:
    return name.startswith("records/") and name.endswith(ending)


def _refuse(code: str, where: str, **facts: Fact) -> Never:
    raise Refused(code, where, facts)
