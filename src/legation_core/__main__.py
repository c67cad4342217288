"""Verify a published log or a receipt without the system, without a network, without trust.

    python -m legation_core verify FOLDER --key KEY        a published log: every record, proof and signature
    python -m legation_core receipt FILE RECORD --key KEY  that a record, as a file of its bytes, stands in the log
    python -m legation_core bundle FILE --key KEY          a signed bundle, such as a mission's whole file
    python -m legation_core recount FOLDER                 published results: every total, from the files alone

Exit codes: 0 verified, 1 refused or not agreeing, 2 the words of the call are off, 3 something cannot be read.
"""

import json
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from legation_core.integrity import archive, bundles, leaf, receipts
from legation_core.integrity.auditing import SMALL_LIMIT
from legation_core.integrity.keys import Key, KeyType, parse_key
from legation_core.integrity.verify import LIMITS_OF_PROOF, Demands, Verdict, verify
from legation_core.problems import Refused
from legation_core.recount.counting import Recounted, recount
from legation_core.recount.reading import Unreadable
from legation_core.words import sentence

VERIFIED, REFUSED, USAGE, UNREADABLE = 0, 1, 2, 3
LIMITS_OF_RECOUNT = (
    "What this shows: the published totals follow from the published protocols. That nothing was changed since it was "
    "signed shows `verify` on the folder log/. Neither shows that the protocols say what the papers say."
)
UNCHECKED = "consistent, origin not checked"


def parser() -> ArgumentParser:
    """What can be asked."""
    whole = ArgumentParser(
        prog="python -m legation_core", description=__doc__, formatter_class=RawDescriptionHelpFormatter
    )
    verbs = whole.add_subparsers(metavar="VERB", required=True)
    log = verbs.add_parser("verify", help="verify the published log in a folder")
    log.add_argument("path", type=Path, metavar="FOLDER", help="where `checkpoint` and `tile` stand")
    log.add_argument("--seen", type=Path, help="a checkpoint kept from before: the log must continue it")
    log.add_argument("--witness", action="append", default=[], help="key of a witness that must have cosigned")
    log.add_argument("--quorum", type=int, help="how many of the witnesses must have cosigned (default: all)")
    log.set_defaults(ask=_log)
    one = verbs.add_parser("receipt", help="verify that a record stands in the log")
    one.add_argument("path", type=Path, metavar="FILE", help="the receipt, a .tlog-proof file")
    one.add_argument("record", type=Path, metavar="RECORD", help="the record, byte for byte as it was logged")
    one.set_defaults(ask=_receipt)
    packed = verbs.add_parser("bundle", help="verify a signed bundle")
    packed.add_argument("path", type=Path, metavar="FILE", help="the bundle, a .zip file")
    packed.add_argument("--log-key", help="the log's key: its records must be proved under it")
    packed.set_defaults(ask=_bundle)
    results = verbs.add_parser("recount", help="count published results anew from their files")
    results.add_argument("path", type=Path, metavar="FOLDER", help="the public site, where `manifest.json` stands")
    results.add_argument("--json", action="store_true", help="answer as JSON")
    results.set_defaults(run=_recount)
    for verb in (log, one, packed):
        whose = "key of packages" if verb is packed else "log's key"
        verb.add_argument("--key", help=f"the {whose} (NAME+ID+BASE64); without it the origin is not checked")
        verb.add_argument("--json", action="store_true", help="answer as JSON")
    return whole


def main(arguments: list[str] | None = None) -> int:
    """Verify, and say so in words or JSON."""
    asked = parser().parse_args(arguments)
    if hasattr(asked, "run"):
        return int(asked.run(asked))
    try:
        step = asked.ask(asked)
    except Refused as refused:
        return _refused(asked, refused, USAGE)
    except OSError as error:
        return _unreadable(asked, error)
    try:
        facts, words = step()
    except Refused as refused:
        return _refused(asked, refused, REFUSED)
    except OSError as error:
        return _unreadable(asked, error)
    print(_json(facts) if asked.json else words)
    return VERIFIED


Answer = tuple[dict[str, Any], str]


def _log(asked: Namespace) -> Callable[[], Answer]:
    witnesses = tuple(parse_key(text) for text in asked.witness)
    seen = _bounded(asked.seen) if asked.seen else None
    demands = Demands(_key(asked), seen, witnesses, asked.quorum)
    return lambda: _answer(verify(asked.path, demands, lambda text: print(text, file=sys.stderr, flush=True)))


def _answer(verdict: Verdict) -> Answer:
    witnesses = [{"name": name, "time": seconds} for name, seconds in verdict.witnesses]
    facts = {
        "result": "verified" if verdict.origin_checked else UNCHECKED,
        "origin": verdict.origin,
        "size": verdict.size,
        "root": verdict.root.hex(),
        "witnesses": witnesses,
        "receipts": verdict.receipts,
        "opened": verdict.opened,
        "ahead": verdict.ahead,
        "problems": [],
        "limits": LIMITS_OF_PROOF,
    }
    signed = f"signed by {verdict.origin}" if verdict.origin_checked else f"{UNCHECKED} (no --key given)"
    lines = [
        f"{verdict.size} records, root {verdict.root.hex()}: {signed}.",
        *(f"Cosigned by {name}, {_instant(seconds)}." for name, seconds in verdict.witnesses),
        f"{verdict.opened} opened parts and {verdict.receipts} receipts fit.",
    ]
    if verdict.ahead:
        lines.append(
            f"{verdict.ahead} files hold records that no checkpoint here covers yet; nothing is said of those."
        )
    return facts, "\n".join([*lines, LIMITS_OF_PROOF])


def _receipt(asked: Namespace) -> Callable[[], Answer]:
    key = _key(asked)
    if key is not None and key.type is not KeyType.LOG:
        raise Refused("V134", key.name, {"type": f"{key.type:#04x}", "wanted": f"{KeyType.LOG:#04x}"})
    receipt, record = _bounded(asked.path), _bounded(asked.record)
    return lambda: _stands(receipt, record, key)


def _stands(content: bytes, record: bytes, key: Key | None) -> Answer:
    try:
        receipt = receipts.parse(content.decode())
    except UnicodeDecodeError as error:
        raise Refused("V128") from error
    receipts.verify(receipt, record, key)
    act = leaf.read_leaf(record)
    last = receipt.checkpoint
    facts = {
        "result": "verified" if key else UNCHECKED,
        "origin": last.origin,
        "index": receipt.index,
        "size": last.size,
        "root": last.root.hex(),
        "kind": act.kind,
        "at": act.at,
        "problems": [],
        "limits": LIMITS_OF_PROOF,
    }
    signed = f"signed by {last.origin}" if key else f"{UNCHECKED} (no --key given)"
    words = f"Record {receipt.index} of {last.size} ({act.kind}, {act.at}) stands in the log: {signed}."
    return facts, f"{words}\n{LIMITS_OF_PROOF}"


def _bundle(asked: Namespace) -> Callable[[], Answer]:
    key, log = _key(asked), parse_key(asked.log_key) if asked.log_key else None
    octets = _bounded(asked.path, archive.MAX_BYTES * 2)
    return lambda: bundle_told(bundles.verify(octets, key, log))


def bundle_told(found: bundles.Bundle) -> Answer:
    """What was found, as facts and in words."""
    about = {name: value for name, value in found.facts.items() if name != "files"}
    facts = {
        "result": "verified" if found.origin_checked else UNCHECKED,
        "bundle": about,
        "files": len(found.files),
        "receipts": found.receipts,
        "records_without_receipt": found.open_records,
        "log": "verified" if found.log_checked else "receipts consistent, log not checked",
        "problems": [],
        "limits": LIMITS_OF_PROOF,
    }
    signed = "signed by this key" if found.origin_checked else f"{UNCHECKED} (no --key given)"
    name = " ".join(str(about.get(part, "")) for part in ("of", "election", "subject")).strip()
    proved = "the log of this key" if found.log_checked else "a log whose origin was not checked (no --log-key given)"
    lines = [
        f"{name}, as of {about.get('as_of', '')}: {len(found.files)} files, {signed}.",
        f"{found.receipts} records are proved to stand in {proved}; {found.open_records} were not signed for yet.",
    ]
    return facts, "\n".join([*lines, LIMITS_OF_PROOF])


def _recount(asked: Namespace) -> int:
    """Recount, and name each difference. The limits of what it shows stand beside the answer."""
    try:
        found = recount(asked.path)
    except Unreadable as error:
        return _unreadable(asked, OSError(0, error.reason, error.path))
    print(_json(_recounted(found)) if asked.json else _recounted_told(found))
    return REFUSED if found.differences else VERIFIED


def _recounted(found: Recounted) -> dict[str, Any]:
    return {
        "result": "differs" if found.differences else "agrees",
        "contests": found.contests,
        "stations": found.stations,
        "totals": found.totals,
        "manifest": found.manifest,
        "manifest_in_log": found.in_log,
        "differences": [{name: getattr(one, name) for name in one.__slots__} for one in found.differences],
        "limits": LIMITS_OF_RECOUNT,
    }


def _recounted_told(found: Recounted) -> str:
    said = f"{len(found.differences)} differences" if found.differences else "all agree"
    lines = [
        *(one.sentence for one in found.differences),
        f"{found.totals} totals of {found.stations} stations recounted: {said}. Manifest {found.manifest}.",
        LIMITS_OF_RECOUNT,
    ]
    return "\n".join(lines)


def _key(asked: Namespace) -> Key | None:
    return parse_key(asked.key) if asked.key else None


def _bounded(path: Path, limit: int = SMALL_LIMIT) -> bytes:
    with path.open("rb") as file:
        return file.read(limit + 1)


def _instant(seconds: int) -> str:
    """A POSIX time in words; one beyond the year 9999 stays a number."""
    if seconds >= 253_402_300_800:
        return f"POSIX time {seconds}"
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%SZ}"


def _json(facts: dict[str, Any]) -> str:
    return json.dumps(facts, ensure_ascii=False, indent=2)


def _refused(asked: Namespace, refused: Refused, code: int) -> int:
    if asked.json:
        problems = [{"code": one.code, "where": one.where, "sentence": sentence(one)} for one in refused.problems]
        result = "unreadable" if code == UNREADABLE else "refused"
        print(_json({"result": result, "problems": problems}))
    else:
        print(refused.diagnostics(), file=sys.stderr)
    return code


def _unreadable(asked: Namespace, error: OSError) -> int:
    return _refused(asked, Refused("V149", str(error.filename), {"reason": str(error.strerror)}), UNREADABLE)


if __name__ == "__main__":
    sys.exit(main())
