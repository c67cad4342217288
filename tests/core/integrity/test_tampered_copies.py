"""Copies of a published log that somebody tampered with: each is refused, with a sentence of its own."""

import os
import shutil
from pathlib import Path

import pytest

from legation_core.integrity import published
from legation_core.integrity.verify import Demands, verify
from legation_core.problems import Refused
from legation_core.words import SENTENCES, sentence
from tests.core.integrity import copies
from tests.core.integrity.copies import (
    KEY,
    SIZE,
    STRANGER_SEED,
    WITNESS_KEY,
    Copy,
    flip,
    in_bundle,
    replaced_last,
    rewrite,
    with_note,
)

TRUE, OTHER = copies.leaves(), copies.leaves(story="false")
SEEN = Demands(KEY, copies.note_over(TRUE[: copies.SEEN_SIZE]).encode())
SEEN_WHOLE = Demands(KEY, copies.note_over(TRUE).encode())
WITNESSED = Demands(KEY, witnesses=(WITNESS_KEY,))
STRANGER = copies.key_of(copies.ORIGIN, STRANGER_SEED)
LAST = "tile/0/002.p/88"


def swap(content: list[bytes], place: int) -> None:
    content[place], content[place + 1] = content[place + 1], content[place]


def _cut(path: Path, octets: int) -> None:
    path.write_bytes(path.read_bytes()[:-octets])


def _link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/hostname")


def _move(folder: Path, old: str, new: str) -> None:
    (folder / old).rename(folder / new)


def _note(folder: Path) -> str:
    return (folder / published.CHECKPOINT).read_text(encoding="utf-8")


def _receipt(folder: Path, text: str) -> None:
    (folder / published.receipt_path(3)).write_text(text, encoding="utf-8")


def _forged(folder: Path) -> str:
    return copies.receipt(4, TRUE, _note(folder)).replace("index 4", "index 3")


def _forked(_: Path, size: int = SIZE) -> str:
    return copies.receipt(3, OTHER[:size], copies.note_over(OTHER[:size]))


def _longer() -> str:
    longer = copies.leaves(SIZE + 5)
    return copies.receipt(3, longer, copies.note_over(longer))


def _elsewhere() -> str:
    return copies.receipt(3, TRUE, copies.note_over(TRUE, origin="elections.example/other"))


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def _strange() -> str:
    return copies.receipt(3, TRUE, copies.note_over(TRUE, seed=STRANGER_SEED))


def _other_root(text: str) -> str:
    lines = text.split("\n")
    return "\n".join([*lines[:2], copies.note_over(OTHER).split("\n")[2], *lines[3:]])


def _forged_witness(text: str) -> str:
    """The witness's line of another checkpoint under this one."""
    theirs = copies.cosigned(copies.note_over(OTHER)).splitlines()[-1]
    return "\n".join([*text.splitlines()[:-1], theirs]) + "\n"


COPIES = [
    Copy("a record altered", in_bundle(20, lambda every, at: every.__setitem__(at, OTHER[599])), "V115"),
    Copy("a record removed from the middle", in_bundle(20, lambda every, at: every.pop(at)), "V113"),
    Copy("a record put in", in_bundle(590, lambda every, at: every.insert(at, OTHER[599])), "V114"),
    Copy("two records exchanged", in_bundle(20, swap), "V117"),
    Copy(
        "a record repeated over the next", in_bundle(20, lambda every, at: every.__setitem__(at + 1, every[at])), "V118"
    ),
    Copy("the last records cut off", in_bundle(590, lambda every, at: every.__delitem__(slice(at, None))), "V132"),
    Copy("records added after the last", in_bundle(590, lambda every, _: every.append(OTHER[599])), "V133"),
    Copy("a record that is not canonical", replaced_last(TRUE[0].replace(b",", b", ", 1)), "V009"),
    Copy("a record over 16 KiB", replaced_last(b'{"at":"' + b"9" * 16 * 1024 + b'"}'), "V006"),
    Copy("a record with a fraction in it", replaced_last(TRUE[0].replace(b'"v":1', b'"v":1.0')), "V001"),
    Copy("a record with a field twice", replaced_last(TRUE[0].replace(b'"v":1', b'"v":1,"v":1')), "V010"),
    Copy("a record that names a person", replaced_last(TRUE[0].replace(b'"kind"', b'"keeper":"x","kind"')), "V056"),
    Copy("a record without a role", replaced_last(TRUE[0].replace(b'"role":"mission_head",', b"")), "V050"),
    Copy("a record that is no JSON", replaced_last(b"\x7b"), "V007"),
    Copy("a record that is not UTF-8", replaced_last(b"\xff"), "V008"),
    Copy("a bundle cut in the middle of a record", lambda at: _cut(at / "tile/entries/000", 3), "V072"),
    Copy("a bundle gone", lambda at: (at / "tile/entries/001").unlink(), "V110"),
    Copy("a bit of a full tile flipped", flip("tile/0/000"), "V116"),
    Copy("a bit of the top tile flipped", flip("tile/1/000.p/2"), "V116"),
    Copy("a bit of the last tile flipped", flip(LAST), "V109"),
    Copy("a tile of odd length", lambda at: _cut(at / LAST, 5), "V071"),
    Copy("a tile too short", lambda at: _cut(at / LAST, 32), "V073"),
    Copy("a tile gone", lambda at: (at / LAST).unlink(), "V110"),
    Copy("an earlier partial tile rewritten", flip("tile/0/001.p/44"), "V119"),
    Copy("a file swollen", lambda at: (at / LAST).write_bytes(bytes(10**6)), "V111"),
    Copy("a tile that is a link to the outside", lambda at: _link(at / LAST), "V112"),
    Copy("a tile that is a link to itself", lambda at: _loop(at / LAST), "V112"),
    Copy("a tile that is a pipe", lambda at: _pipe(at / LAST), "V137"),
    Copy("an earlier partial tile of another width", lambda at: _cut(at / "tile/0/001.p/44", 32), "V073"),
    Copy("a checkpoint that is not text", lambda at: (at / "checkpoint").write_bytes(b"\xff"), "V020"),
    Copy("the proof of another record", lambda at: _receipt(at, copies.receipt(4, TRUE, _note(at))), "V125"),
    Copy("a proof under the wrong record", lambda at: _receipt(at, _forged(at)), "V064"),
    Copy("a receipt of a forked log", lambda at: _receipt(at, _forked(at)), "V126"),
    Copy("an older receipt of a forked log", lambda at: _receipt(at, _forked(at, 500)), "V126"),
    Copy("a receipt of a longer log", lambda at: _receipt(at, _longer()), "V136"),
    Copy("a receipt of another log", lambda at: _receipt(at, _elsewhere()), "V104", Demands()),
    Copy("a receipt that is not text", lambda at: (at / "receipts/3.tlog-proof").write_bytes(b"\xff\xfe"), "V128"),
    Copy("a receipt that is no receipt", lambda at: _receipt(at, "index 3\n\n"), "V080"),
    Copy("a receipt of a stranger", lambda at: _receipt(at, _strange()), "V081"),
    Copy("a receipt beyond the log", lambda at: _move(at, "receipts/3.tlog-proof", "receipts/900.tlog-proof"), "V124"),
    Copy("an opened part altered", rewrite("opened/7.json", lambda text: text.replace("12", "13")), "V130"),
    Copy("an opened part under another record", lambda at: _move(at, "opened/7.json", "opened/8.json"), "V131"),
    Copy("a file that has no business there", lambda at: (at / "opened/notes.txt").write_text("x"), "V127"),
    Copy("a foreign key", lambda _: None, "V101", Demands(STRANGER)),
    Copy("the key of another log", lambda _: None, "V102", Demands(copies.key_of("other.example/log", copies.SEED))),
    Copy(
        "a checkpoint without signatures",
        rewrite("checkpoint", lambda text: text.partition("\n\n")[0] + "\n\n"),
        "V139",
    ),
    Copy("a checkpoint of a stranger", with_note(copies.note_over(TRUE, seed=STRANGER_SEED)), "V101"),
    Copy(
        "a checkpoint with another size",
        rewrite("checkpoint", lambda text: text.replace(f"\n{SIZE}\n", "\n599\n")),
        "V103",
    ),
    Copy("a checkpoint with another root", rewrite("checkpoint", _other_root), "V103"),
    Copy(
        "a checkpoint that lost its lines", rewrite("checkpoint", lambda text: "\n".join(text.split("\n")[1:])), "V030"
    ),
    Copy("a checkpoint that is no note", rewrite("checkpoint", lambda text: text.partition("\n\n")[0]), "V021"),
    Copy("a checkpoint gone", lambda at: (at / "checkpoint").unlink(), "V138"),
    Copy("rolled back", copies.replaced_by(TRUE[:200]), "V105", SEEN),
    Copy("forked at the same size", copies.replaced_by(OTHER), "V106", SEEN_WHOLE),
    Copy("rewritten and signed again", copies.replaced_by(OTHER), "V107", SEEN),
    Copy(
        "shown another log than was seen",
        lambda _: None,
        "V108",
        Demands(KEY, copies.note_over(TRUE, seed=STRANGER_SEED).encode()),
    ),
    Copy("a witness missing", with_note(copies.note_over(TRUE)), "V120", WITNESSED),
    Copy("a witness forged", rewrite("checkpoint", _forged_witness), "V121", WITNESSED),
    Copy("a split view", with_note(copies.cosigned(copies.note_over(OTHER))), "V109"),
]


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copies.publish(tmp_path_factory.mktemp("whole") / "log", TRUE)


@pytest.fixture
def copy(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "log"))


@pytest.mark.parametrize("case", COPIES, ids=lambda case: case.name)
def test_a_tampered_copy_is_refused_by_name(copy: Path, case: Copy) -> None:
    case.tamper(copy)
    with pytest.raises(Refused) as refused:
        verify(copy, case.demands)
    assert refused.value.code == case.code
    assert "{" not in sentence(refused.value.problem)


def test_every_kind_of_refusal_has_a_sentence_of_its_own() -> None:
    sentences = {case.code: SENTENCES[case.code] for case in COPIES}
    assert len({case.name for case in COPIES}) == len(COPIES) >= 55
    assert len(set(sentences.values())) == len(sentences) >= 45
