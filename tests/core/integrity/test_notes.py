"""Signed notes and keys: the example of Go's sumdb/note, and every line that is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation_core.integrity import ed25519, keys, notes
from legation_core.integrity.keys import Key, KeyType, parse_key
from legation_core.integrity.notes import Note, Signature
from legation_core.problems import Refused
from tests.core.integrity.signing import key_of, public_of, signer_of

PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
NOTE = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "\u2014 PeterNeumann "
    "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
LINE = NOTE.splitlines(keepends=True)[-1]
NO_NOTE: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "V021"),
    "no empty line": ("text\n", "V021"),
    "no newline at the end": (NOTE[:-1], "V021"),
    "not UTF-8": (b"\xff\n\n", "V020"),
    "a carriage return": (NOTE.replace("\n", "\r\n"), "V028"),
    "a tab in the text": ("a\tb\n\n" + LINE, "V028"),
    "too large": ("a" * 70_000 + "\n\n" + LINE, "V019"),
    "a hundred and one signatures": ("text\n\n" + LINE * 101, "V023"),
    "a hyphen for a dash": (NOTE.replace("\u2014", "-"), "V022"),
    "no signature in the line": ("text\n\n\u2014 PeterNeumann\n", "V022"),
    "not Base 64": (NOTE.replace("x08go", "x08g!"), "V022"),
    "Base 64 with loose ends": (NOTE.replace("JnAM=", "JnAN="), "V022"),
    "only a key id": ("text\n\n\u2014 name AAAAAA==\n", "V022"),
    "a name with a space": ("text\n\n\u2014 a b AAAAAAA=\n", "V027"),
    "a name with a plus": ("text\n\n\u2014 a+b AAAAAAA=\n", "V027"),
}
NO_KEY: dict[str, tuple[str, str]] = {
    "one part": ("PeterNeumann", "V024"),
    "another id": (PETER.replace("c74f20a3", "c74f20a4"), "V025"),
    "capital digits": (PETER.replace("c74f20a3", "C74F20A3"), "V025"),
    "another name": (PETER.replace("PeterNeumann", "PeterNewman"), "V025"),
    "an ECDSA key": ("name+00000000+AhQD", "V026"),
    "no name": (PETER.removeprefix("PeterNeumann"), "V027"),
    "a name with a space": (PETER.replace("PeterN", "Peter N"), "V027"),
    "not Base 64": (PETER[:-1] + "!", "V024"),
    "nothing after the id": ("name+00000000+", "V024"),
    "a short key": ("name+00000000+ARpc", "V024"),
    "a key of small order": (f"name+00000000+AQ{'A' * 42}", "V024"),
}


@pytest.mark.parametrize(("content", "code"), NO_NOTE.values(), ids=NO_NOTE)
def test_no_note(content: str | bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        notes.parse(content)
    assert refused.value.code == code


@pytest.mark.parametrize(("text", "code"), NO_KEY.values(), ids=NO_KEY)
def test_no_key(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_key(text)
    assert refused.value.code == code


@pytest.mark.parametrize("text", [PETER, ENOCH])
def test_keys_of_other_programs_are_read(text: str) -> None:
    key = parse_key(f" {text}\n")
    assert (str(key), key.type) == (text, KeyType.LOG)


def test_the_note_of_another_program_is_read_and_its_signature_verifies() -> None:
    note, key = notes.parse(NOTE), parse_key(PETER)
    assert str(note) == NOTE
    assert [ed25519.verify(key.public_key, note.text.encode(), value) for value in note.by(key)] == [True]


def test_the_text_may_hold_empty_lines() -> None:
    assert notes.parse(f"one\n\ntwo\n\n{LINE}").text == "one\n\ntwo\n"


def test_sixteen_signatures_are_read_as_the_specification_demands() -> None:
    assert len(notes.parse("text\n\n" + LINE * 16).signatures) == 16


def test_name_and_id_must_both_match() -> None:
    key = parse_key(PETER)
    note = Note("text\n", (Signature("other", key.id, b"1"), Signature(key.name, b"\0" * 4, b"2")))
    assert list(note.by(key)) == []


def test_a_new_signature_of_a_key_takes_the_place_of_its_older_one() -> None:
    old, new = Signature("a", b"1234", b"old"), Signature("a", b"1234", b"new")
    other = Signature("b", b"1234", b"old")
    assert Note("t\n", (old, other)).signed(new).signatures == (other, new)


def test_one_key_has_another_id_for_another_use() -> None:
    log, witness = key_of("a", b"k" * 32), key_of("a", b"k" * 32, KeyType.WITNESS)
    assert log.public_key == witness.public_key
    assert log.id != witness.id


@given(seed=st.binary(min_size=32, max_size=32), kind=st.sampled_from(KeyType))
def test_a_key_is_read_back(seed: bytes, kind: KeyType) -> None:
    key = Key("elections.example/log", kind, public_of(seed))
    assert parse_key(str(key)) == key


@given(text=st.text(max_size=80))
def test_any_text_is_refused_or_written_back_the_same(text: str) -> None:
    try:
        note = notes.parse(text)
    except Refused:
        return
    assert str(note) == text


def test_sign_is_given_the_text_alone() -> None:
    sign: keys.Sign = signer_of(b"k" * 32)
    assert ed25519.verify(public_of(b"k" * 32), b"text", sign(b"text"))
