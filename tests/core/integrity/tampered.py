"""Every kind of tampering with a copy of a published log, and the refusal that it must meet. Two verifiers obey."""

from typing import NamedTuple

from legation_core.integrity import checkpoint, published
from legation_core.integrity.canonical import MAX_BYTES
from legation_core.integrity.leaf import commit
from legation_core.integrity.verify import Demands
from tests.core.integrity import copies
from tests.core.integrity.copies import KEY, OTHER_WITNESS_KEY, STRANGER_SEED, WITNESS_KEY
from tests.core.integrity.tampering import (
    Tamper,
    cut,
    flip,
    gone,
    huge,
    in_bundle,
    linked,
    moved,
    nothing,
    piped,
    put,
    replaced_by,
    rewritten,
    with_leaf,
    with_note,
    with_receipt,
)

TRUE, OTHER = copies.leaves(), copies.leaves(story="false")
NOTE, OTHER_NOTE = copies.note_over(TRUE), copies.note_over(OTHER)
LONGER_NOTE = copies.note_over(copies.leaves(310))
TEXT = checkpoint.parse(NOTE).note.text
SEEN = Demands(KEY, copies.note_over(TRUE[: copies.SEEN_SIZE]).encode())
SEEN_WHOLE = Demands(KEY, NOTE.encode())
WITNESSED = Demands(KEY, witnesses=(WITNESS_KEY,))
BOTH, FULL, PARTIAL, UPPER = (WITNESS_KEY, OTHER_WITNESS_KEY), "tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1"
FULL_BUNDLE, BUNDLE = "tile/entries/000", "tile/entries/001.p/44"
RECEIPT, OPENED = "receipts/3.tlog-proof", "opened/7.json"
LEAF = TRUE[20].decode()


class Copy(NamedTuple):
    """What was done (what stands before a colon is the kind), the code of its refusal, its place, what is demanded."""

    name: str
    tamper: Tamper
    code: str
    where: str
    demands: Demands = Demands(KEY)


def swap(content: list[bytes], place: int) -> None:
    content[place], content[place + 1] = content[place + 1], content[place]


def repeat(content: list[bytes], place: int) -> None:
    content[place + 1] = content[place]


def alter(content: list[bytes], place: int) -> None:
    content[place] = content[place].replace(b"true", b"True")


def unsigned(text: str) -> str:
    return text.partition("\n\n")[0] + "\n\n"


def altered_line(number: int, line: str) -> Tamper:
    return rewritten("checkpoint", lambda text: "\n".join(_replaced(text.split("\n"), number, line)))


def _replaced(lines: list[str], number: int, line: str) -> list[str]:
    return [*lines[: number - 1], line, *lines[number:]]


def forged_witness(text: str) -> str:
    """The witness's line of another checkpoint under this one."""
    return text.replace(text.splitlines()[-1], copies.cosigned(OTHER_NOTE).splitlines()[-1])


def over(content: list[bytes], index: int = copies.RECEIPTED, note: str = "") -> str:
    return copies.receipt(index, content, note or copies.note_over(content))


RECORDS = [
    Copy("altered: full bundle", in_bundle(20, alter), "V115", "record 20"),
    Copy("altered: partial bundle", in_bundle(299, alter), "V115", "record 299"),
    Copy("taken out", in_bundle(20, lambda them, at: them.pop(at)), "V113", "record 20"),
    Copy("put in", in_bundle(280, lambda them, at: them.insert(at, OTHER[299])), "V114", "record 280"),
    Copy("put behind: another", in_bundle(280, lambda them, at: them.append(OTHER[299])), "V133", BUNDLE),
    Copy("exchanged", in_bundle(20, swap), "V117", "record 20"),
    Copy("repeated", in_bundle(20, repeat), "V118", "record 21"),
    Copy("cut off", in_bundle(290, lambda them, at: them.__delitem__(slice(at, None))), "V132", BUNDLE),
    Copy("cut inside a record", cut(FULL_BUNDLE, 3), "V072", FULL_BUNDLE),
    Copy("put behind: an empty one", in_bundle(280, lambda them, at: them.append(b"")), "V133", BUNDLE),
    Copy("bundle gone", gone(FULL_BUNDLE), "V142", FULL_BUNDLE),
    Copy("records gone: last bundle", gone(BUNDLE), "V143", "tile/entries"),
    Copy("records gone: checkpoint of a longer log", with_note(LONGER_NOTE), "V143", "tile/entries"),
]
TILES = [
    Copy("bit of full tile", flip(FULL), "V116", FULL),
    Copy("bit of partial tile", flip(PARTIAL), "V141", PARTIAL),
    Copy("bit of upper tile", flip(UPPER, 20), "V140", UPPER),
    Copy("tile gone: full", gone(FULL), "V110", FULL),
    Copy("tile gone: partial", gone(PARTIAL), "V110", PARTIAL),
    Copy("tile gone: upper", gone(UPPER), "V110", UPPER),
    Copy("tile of odd length", cut(PARTIAL, 5), "V071", PARTIAL),
    Copy("tile too short", cut(PARTIAL, 32), "V073", PARTIAL),
    Copy("earlier partial rewritten: tile", flip("tile/0/001.p/14"), "V119", "tile/0/001.p/14"),
    Copy("earlier partial rewritten: bundle", flip("tile/entries/001.p/14"), "V119", "tile/entries/001.p/14"),
    Copy("earlier partial rewritten: one ahead", put("tile/0/001.p/45", bytes(45 * 32)), "V119", "tile/0/001.p/45"),
    Copy("earlier partial rewritten: whole ahead", put("tile/0/001", bytes(256 * 32)), "V119", "tile/0/001"),
    Copy("tile too short: earlier", cut("tile/0/001.p/14", 32), "V073", "tile/0/001.p/14"),
]
FILES = [
    Copy("huge: tile", huge(PARTIAL), "V111", PARTIAL),
    Copy("huge: bundle", huge(FULL_BUNDLE), "V111", FULL_BUNDLE),
    Copy("huge: checkpoint", huge("checkpoint"), "V111", "checkpoint"),
    Copy("link out: tile", linked(PARTIAL, "/etc/hostname"), "V112", PARTIAL),
    Copy("link out: folder", linked("opened/more", "/etc"), "V112", "opened/more"),
    Copy("link out: to nothing", linked("receipts/4.tlog-proof", "../../gone"), "V112", "receipts/4.tlog-proof"),
    Copy("link out: in a circle", linked("opened/8.json", "8.json"), "V112", "opened/8.json"),
    Copy("link out: checkpoint", linked("checkpoint", "/etc/hostname"), "V112", "checkpoint"),
    Copy("no plain file: pipe", piped(PARTIAL), "V137", PARTIAL),
    Copy("no plain file: folder", lambda at: [gone(FULL)(at), (at / FULL).mkdir()], "V137", FULL),
    Copy("stray: beside the checkpoint", put("results.json", "{}"), "V127", "results.json"),
    Copy("stray: beside opened parts", put("opened/notes.txt", "x"), "V127", "opened/notes.txt"),
    Copy("stray: another spelling", put("opened/07.json", "{}"), "V127", "opened/07.json"),
    Copy("stray: among tiles", put("tile/0/001.p/044", "x"), "V127", "tile/0/001.p/044"),
    Copy("stray: a name to deceive", put("opened/\u202e7.json", "{}"), "V127", "opened/\\u202e7.json"),
]
LEAVES = [
    Copy("not canonical", with_leaf(20, LEAF.replace(":", ": ", 1).encode()), "V009", "record 20, byte 6"),
    Copy("too large", with_leaf(20, LEAF.replace("true-20", "x" * MAX_BYTES).encode()), "V006", "record 20"),
    Copy("unknown field", with_leaf(20, LEAF.replace('"v":1', '"v":1,"z":1').encode()), "V056", "record 20"),
    Copy("missing field", with_leaf(20, LEAF.replace('"role":"mission_head",', "").encode()), "V050", "record 20"),
    Copy("field twice", with_leaf(20, LEAF.replace('"v":1', '"v":1,"v":1').encode()), "V010", "record 20"),
    Copy("malformed field", with_leaf(20, LEAF.replace("2024-01", "2024-13").encode()), "V051", "record 20, at"),
    Copy("other version", with_leaf(20, LEAF.replace('"v":1', '"v":2').encode()), "V055", "record 20, v"),
    Copy(
        "part and commitment",
        with_leaf(
            20,
            _both := LEAF.replace(
                '},"role"', '},"public_commitment":"' + commit(copies.SALT, {}) + '","role"'
            ).encode(),
        ),
        "V052",
        "record 20, public",
    ),
    Copy(
        "part and commitment: of nothing",
        with_leaf(20, LEAF.replace('},"role"', '},"public_commitment":null,"role"').encode()),
        "V052",
        "record 20, public",
    ),
    Copy(
        "bad commitment: to nothing",
        with_leaf(20, LEAF.replace('{"station":"true-20"}', 'null,"public_commitment":null').encode()),
        "V053",
        "record 20, public_commitment",
    ),
    Copy(
        "bad commitment",
        with_leaf(20, LEAF.replace('"private":null', '"private":"ab"').encode()),
        "V053",
        "record 20, private",
    ),
    Copy("fraction", with_leaf(20, LEAF.replace('"true-20"', "0.5").encode()), "V001", "record 20"),
    Copy("large number", with_leaf(20, LEAF.replace('"true-20"', "9" * 20).encode()), "V002", "record 20"),
    Copy(
        "half a character",
        with_leaf(20, LEAF.replace("true-20", "\\ud800").encode()),
        "V003",
        "record 20, $.public.station",
    ),
    Copy("no JSON", with_leaf(20, b"{"), "V007", "record 20, character 1"),
    Copy("no UTF-8", with_leaf(20, b'{"\xff"'), "V008", "record 20, byte 2"),
    Copy("too deep", with_leaf(20, b"[" * 5000 + b"]" * 5000), "V011", "record 20"),
]
BESIDE = [
    Copy("receipt renamed", moved(RECEIPT, "receipts/5.tlog-proof"), "V125", "receipts/5.tlog-proof"),
    Copy("proof of another record", with_receipt(over(TRUE, 4).replace("index 4", "index 3")), "V064", RECEIPT),
    Copy("receipt of a fork: same size", with_receipt(over(OTHER)), "V126", RECEIPT),
    Copy("receipt of a fork: smaller", with_receipt(over(OTHER[:290])), "V126", RECEIPT),
    Copy("receipt of a longer log", with_receipt(over(copies.leaves(310))), "V136", RECEIPT),
    Copy(
        "receipt of another log",
        with_receipt(over(TRUE, note=copies.note_over(TRUE, origin="other.example/log"))),
        "V147",
        RECEIPT,
    ),
    Copy(
        "receipt of a stranger",
        with_receipt(over(TRUE, note=copies.note_over(TRUE, seed=STRANGER_SEED))),
        "V081",
        f"{RECEIPT}, {copies.ORIGIN}",
    ),
    Copy("receipt beyond", moved(RECEIPT, "receipts/900.tlog-proof"), "V124", "receipts/900.tlog-proof"),
    Copy("no receipt", with_receipt("index 3\n"), "V080", RECEIPT),
    Copy("receipt not UTF-8", lambda at: (at / RECEIPT).write_bytes(b"\xff"), "V128", RECEIPT),
    Copy("part altered", rewritten(OPENED, lambda text: text.replace("12", "13")), "V130", OPENED),
    Copy("part renamed", moved(OPENED, "opened/8.json"), "V131", "opened/8.json"),
    Copy(
        "part never sealed",
        lambda at: copies.write(at, *published.opened(8, copies.SALT, {"a": 1})),
        "V145",
        "opened/8.json",
    ),
    Copy("part beyond", moved(OPENED, "opened/900.json"), "V144", "opened/900.json"),
    Copy("no part", put(OPENED, '{"index":7}'), "V074", OPENED),
    Copy("field twice: in a part", rewritten(OPENED, lambda text: text.replace("{", '{"index":7,', 1)), "V010", OPENED),
]
CHECKPOINTS = [
    Copy("foreign key: the verifier's", nothing, "V101", "checkpoint", Demands(copies.stranger())),
    Copy("foreign key: the signer's", with_note(copies.note_over(TRUE, seed=STRANGER_SEED)), "V101", "checkpoint"),
    Copy(
        "foreign key: a name stands without its key",
        with_note(copies.signed(TEXT, name="else.example")),
        "V101",
        "checkpoint",
    ),
    Copy(
        "wrong origin: key of another log",
        nothing,
        "V102",
        "checkpoint",
        Demands(copies.key_of("other.example/log", copies.SEED)),
    ),
    Copy(
        "wrong origin: in the signed text", with_note(copies.signed(TEXT.replace("log", "gol"))), "V102", "checkpoint"
    ),
    Copy("unsigned", rewritten("checkpoint", unsigned), "V139", "checkpoint"),
    Copy("signature does not fit: bit", flip("checkpoint", NOTE.index("\n\n") + 50), "V103", copies.ORIGIN),
    Copy("signature does not fit: size", altered_line(2, "299"), "V103", copies.ORIGIN),
    Copy("signature does not fit: root", altered_line(3, OTHER_NOTE.split("\n")[2]), "V103", copies.ORIGIN),
    Copy("lines lost", rewritten("checkpoint", lambda text: text.partition("\n")[2]), "V030", "checkpoint"),
    Copy("no origin", altered_line(1, ""), "V031", "checkpoint, line 1"),
    Copy("no size", altered_line(2, "0300"), "V032", "checkpoint, line 2"),
    Copy("no root", altered_line(3, "AAAA"), "V033", "checkpoint, line 3"),
    Copy("no note", rewritten("checkpoint", lambda text: text.partition("\n\n")[0]), "V021", "checkpoint"),
    Copy(
        "no signature line", rewritten("checkpoint", lambda text: text + "x\n"), "V022", "checkpoint, signature line 3"
    ),
    Copy("checkpoint not UTF-8", put("checkpoint", b"\xff\n\n"), "V020", "checkpoint, byte 0"),
    Copy(
        "control character",
        rewritten("checkpoint", lambda text: text.replace("\n", "\r\n", 1)),
        "V028",
        "checkpoint, character 21",
    ),
    Copy("checkpoint gone", gone("checkpoint"), "V138", "checkpoint"),
    Copy("split view: of the checkpoint alone", with_note(OTHER_NOTE), "V109", "checkpoint"),
    Copy(
        "split view: tree of nothing",
        with_note(copies.signed(TEXT.replace(NOTE.split("\n")[2], "A" * 43 + "="))),
        "V109",
        "checkpoint",
    ),
]
SEEN_BEFORE = [
    Copy("rolled back", replaced_by(TRUE[:200]), "V105", "checkpoint", SEEN),
    Copy("forked", replaced_by(OTHER), "V106", "checkpoint", SEEN_WHOLE),
    Copy("rewritten and signed again", replaced_by(OTHER), "V107", "checkpoint seen before", SEEN),
    Copy(
        "seen of another log",
        nothing,
        "V104",
        "checkpoint seen before",
        Demands(KEY, copies.note_over(TRUE, origin="other.example").encode()),
    ),
    Copy(
        "seen of a stranger",
        nothing,
        "V108",
        "checkpoint seen before",
        Demands(KEY, copies.note_over(TRUE, seed=STRANGER_SEED).encode()),
    ),
    Copy("witness missing", with_note(NOTE), "V120", "checkpoint", WITNESSED),
    Copy("witness forged", rewritten("checkpoint", forged_witness), "V121", copies.WITNESS, WITNESSED),
    Copy("quorum not met", nothing, "V146", "checkpoint", Demands(KEY, witnesses=BOTH, quorum=2)),
]
COPIES = [*RECORDS, *TILES, *FILES, *LEAVES, *BESIDE, *CHECKPOINTS, *SEEN_BEFORE]
