"""Bundles: the same files give the same octets, any program opens them, every tampering has a sentence of its own."""

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.integrity import archive, bundles, canonical, checkpoint, notes, proofs, receipts
from legation_core.integrity.keys import KeyType
from legation_core.problems import Refused
from legation_core.words import SENTENCES
from tests.core.integrity import copies
from tests.core.integrity.signing import key_of, signer_of

SEED, NAME = b"p" * 32, "elections.example/log/package"
KEY, STRANGER = key_of(NAME, SEED), key_of(NAME, b"s" * 32)
LEAVES = copies.leaves(9)
LAST = checkpoint.parse(copies.note_over(LEAVES))
PROOF = receipts.write(3, proofs.inclusion(3, 9, copies.tree_of(LEAVES).hash_at), LAST).encode()
FILES = {
    "mission.json": b"{}",
    "papers/note.pdf": b"%PDF-",
    "records/3.json": LEAVES[3],
    "records/3.tlog-proof": PROOF,
    "records/4.json": LEAVES[4],
}
FACTS = {"of": "mission", "election": "zz2030", "subject": "tabriz", "as_of": "2030-01-01T00:00:00Z"}
WHOLE = bundles.write(FILES, FACTS, KEY, signer_of(SEED))


def repacked(change: Callable[[dict[str, bytes]], object]) -> bytes:
    """The bundle with its files changed, packed as it must be."""
    files = archive.unpack(WHOLE)
    change(files)
    return archive.pack(files)


def signed_anew(files: dict[str, bytes]) -> bytes:
    return bundles.write(files, FACTS, KEY, signer_of(SEED))


def listing(files: dict[str, bytes]) -> bytes:
    """The bundle after somebody altered a file and its line in the manifest, without the key."""
    files["mission.json"] = b"[]"
    own = {name: content for name, content in files.items() if name not in (bundles.MANIFEST, bundles.SIGNATURE)}
    files[bundles.MANIFEST] = archive.unpack(signed_anew(own))[bundles.MANIFEST]
    return archive.pack(files)


def unread(files: dict[str, bytes], manifest: bytes) -> bytes:
    """A manifest of another form, truly signed."""
    text = bundles._signed_text(manifest)
    note = notes.Note(text).signed(notes.Signature(NAME, KEY.id, signer_of(SEED)(text.encode())))
    return archive.pack({**files, bundles.MANIFEST: manifest, bundles.SIGNATURE: str(note).encode()})


def compressed() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in archive.unpack(WHOLE).items():
            packed.writestr(name, content)
    return out.getvalue()


TAMPERED = {
    "cut": (WHOLE[:-40], "V084", ""),
    "cut inside a file": (WHOLE[:60], "V084", "manifest.json"),
    "no archive": (b"%PDF-1.7", "V084", ""),
    "octets behind": (WHOLE + b"x", "V084", ""),
    "octets in front": (b"MZ" + WHOLE, "V084", ""),
    "a byte of a file": (WHOLE.replace(b"%PDF-", b"%PDF+", 1), "V084", ""),
    "packed by another program": (compressed(), "V084", ""),
    "a name that leads elsewhere": (WHOLE.replace(b"papers/note.pdf", b"papers/../x.pdf"), "V082", "papers/../x.pdf"),
    "a file altered": (repacked(lambda files: files.update({"mission.json": b"[]"})), "V089", "mission.json"),
    "a file taken out": (repacked(lambda files: files.pop("papers/note.pdf")), "V090", "papers/note.pdf"),
    "a file put in": (repacked(lambda files: files.update({"z.json": b"1"})), "V091", "z.json"),
    "no manifest": (repacked(lambda files: files.pop(bundles.MANIFEST)), "V085", bundles.MANIFEST),
    "no signature": (repacked(lambda files: files.pop(bundles.SIGNATURE)), "V085", bundles.SIGNATURE),
    "the list altered": (listing(archive.unpack(WHOLE)), "V087", bundles.SIGNATURE),
    "signed by another": (bundles.write(FILES, FACTS, STRANGER, signer_of(b"s" * 32)), "V088", bundles.SIGNATURE),
    "another form": (unread(FILES, canonical.encode({"form": "x", "files": {}})), "V086", bundles.MANIFEST),
    "a receipt of another record": (
        signed_anew({**FILES, "records/5.tlog-proof": PROOF, "records/5.json": LEAVES[3]}),
        "V092",
        "records/5.tlog-proof",
    ),
    "a receipt without its record": (
        signed_anew({name: content for name, content in FILES.items() if name != "records/3.json"}),
        "V092",
        "records/3.tlog-proof",
    ),
    "a record that was not logged": (
        signed_anew({**FILES, "records/3.json": LEAVES[4]}),
        "V064",
        "records/3.tlog-proof",
    ),
    "a receipt that is none": (signed_anew({**FILES, "records/3.tlog-proof": b"x"}), "V080", "records/3.tlog-proof"),
    "a receipt that is no text": (
        signed_anew({**FILES, "records/3.tlog-proof": b"\xff"}),
        "V128",
        "records/3.tlog-proof",
    ),
}


@pytest.mark.parametrize(("octets", "code", "where"), TAMPERED.values(), ids=TAMPERED)
def test_what_was_tampered_with_is_refused(octets: bytes, code: str, where: str) -> None:
    with pytest.raises(Refused) as refused:
        bundles.verify(octets, KEY, copies.KEY)
    assert (refused.value.code, refused.value.problem.where) == (code, where)
    assert refused.value.diagnostics().startswith(code)


def test_each_kind_of_tampering_with_files_has_a_sentence_of_its_own() -> None:
    codes = {code for _octets, code, _where in TAMPERED.values()}
    assert codes >= {f"V0{number}" for number in (82, *range(84, 93))}
    assert len({SENTENCES[code] for code in codes}) == len(codes)


def test_a_whole_bundle_says_what_it_is_of() -> None:
    found = bundles.verify(WHOLE, KEY, copies.KEY)
    assert {name: value for name, value in found.facts.items() if name != "files"} == FACTS | {"form": bundles.FORM}
    assert (found.files, found.receipts, found.open_records) == (FILES, 1, 1)
    assert (found.origin_checked, found.log_checked) == (True, True)


def test_without_keys_nothing_is_said_of_who_made_it() -> None:
    found = bundles.verify(WHOLE)
    assert (found.origin_checked, found.log_checked, found.receipts) == (False, False, 1)


def test_the_log_of_another_is_not_the_one_asked_for() -> None:
    with pytest.raises(Refused) as refused:
        bundles.verify(WHOLE, KEY, key_of("other.example/log", copies.SEED))
    assert refused.value.code == "V102"


def test_a_witness_signs_no_bundle() -> None:
    with pytest.raises(Refused) as refused:
        bundles.verify(WHOLE, key_of(NAME, SEED, KeyType.WITNESS))
    assert refused.value.code == "V134"


def test_a_signer_that_is_not_the_keys_is_found_before_anything_leaves() -> None:
    with pytest.raises(Refused) as refused:
        bundles.write(FILES, FACTS, KEY, signer_of(b"s" * 32))
    assert refused.value.code == "V036"


def test_any_program_opens_it() -> None:
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name) for name in opened.namelist()} == archive.unpack(WHOLE)
        assert {one.date_time for one in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_what_is_too_large_is_neither_packed_nor_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_BYTES", 100)
    monkeypatch.setattr(archive, "MAX_FILES", 1)
    for act in (lambda: archive.pack({"a": b"x" * 101}), lambda: archive.unpack(b"x" * 400)):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == "V083"


NAMES = st.from_regex(r"[a-z0-9]{1,8}(/[a-z0-9.-]{1,3}[a-z0-9])?", fullmatch=True).filter(archive.NAME.fullmatch)


@given(st.dictionaries(NAMES, st.binary(max_size=40), max_size=6))
def test_what_was_packed_comes_back_and_order_says_nothing(files: dict[str, bytes]) -> None:
    packed = archive.pack(files)
    assert archive.unpack(packed) == files
    assert archive.pack(dict(reversed(files.items()))) == packed


@given(st.data())
def test_no_octet_can_be_changed(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(WHOLE) - 1))
    changed = bytearray(WHOLE)
    changed[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(Refused):
        bundles.verify(bytes(changed), KEY, copies.KEY)
