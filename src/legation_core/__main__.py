"""`python -m legation_core verify PATH`: verify a published log without the system, without a network, without trust.

Exit codes: 0 verified, 1 refused, 2 the words of the call are off, 3 something cannot be read.
"""

import json
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from pathlib import Path

from legation_core.integrity.keys import parse_key
from legation_core.integrity.verify import LIMITS_OF_PROOF, Demands, Verdict, verify
from legation_core.problems import Refused
from legation_core.words import sentence

VERIFIED, REFUSED, USAGE, UNREADABLE = 0, 1, 2, 3


def parser() -> ArgumentParser:
    """What can be asked."""
    whole = ArgumentParser(
        prog="python -m legation_core", description=__doc__, formatter_class=RawDescriptionHelpFormatter
    )
    verbs = whole.add_subparsers(metavar="VERB", required=True)
    one = verbs.add_parser("verify", help="verify the published log in a folder")
    one.add_argument("path", type=Path, help="folder of the published log")
    one.add_argument("--key", help="the log's key (NAME+ID+BASE64); without it the origin is not checked")
    one.add_argument("--seen", type=Path, help="a checkpoint kept from before: the log must continue it")
    one.add_argument("--witness", action="append", default=[], help="key of a witness that must have cosigned")
    one.add_argument("--quorum", type=int, help="how many of the witnesses must have cosigned (default: all)")
    one.add_argument("--json", action="store_true", help="answer as JSON")
    return whole


def main(arguments: list[str] | None = None) -> int:
    """Verify, and say so in words or JSON."""
    asked = parser().parse_args(arguments)
    try:
        demands = _demands(asked)
    except Refused as refused:
        return _refused(asked, refused, USAGE)
    except OSError as error:
        return _unreadable(error)
    try:
        verdict = verify(asked.path, demands, lambda text: print(text, file=sys.stderr, flush=True))
    except Refused as refused:
        return _refused(asked, refused, REFUSED)
    except OSError as error:
        return _unreadable(error)
    _tell(asked, verdict)
    return VERIFIED


def _demands(asked: Namespace) -> Demands:
    witnesses = tuple(parse_key(text) for text in asked.witness)
    if asked.quorum is not None and not 0 <= asked.quorum <= len(witnesses):
        raise Refused("V122", "", {"quorum": asked.quorum, "witnesses": len(witnesses)})
    seen = asked.seen.read_bytes() if asked.seen else None
    return Demands(parse_key(asked.key) if asked.key else None, seen, witnesses, asked.quorum)


def _tell(asked: Namespace, verdict: Verdict) -> None:
    if asked.json:
        facts = {
            "result": "verified" if verdict.origin_checked else "consistent, origin not checked",
            "origin": verdict.origin,
            "size": verdict.size,
            "root": verdict.root.hex(),
            "witnesses": list(verdict.witnesses),
            "receipts": verdict.receipts,
            "opened": verdict.opened,
            "problems": [],
            "limits": LIMITS_OF_PROOF,
        }
        print(json.dumps(facts, ensure_ascii=False, indent=2))
        return
    signed = (
        f"signed by {verdict.origin}" if verdict.origin_checked else "consistent, origin not checked (no --key given)"
    )
    print(f"{verdict.size} records, root {verdict.root.hex()}: {signed}.")
    if verdict.witnesses:
        print(f"Cosigned by {', '.join(verdict.witnesses)}.")
    print(f"{verdict.opened} opened parts and {verdict.receipts} receipts fit.")
    print(LIMITS_OF_PROOF)


def _refused(asked: Namespace, refused: Refused, code: int) -> int:
    if asked.json:
        problems = [{"code": one.code, "where": one.where, "sentence": sentence(one)} for one in refused.problems]
        print(json.dumps({"result": "refused", "problems": problems}, ensure_ascii=False, indent=2))
    else:
        print(refused.diagnostics(), file=sys.stderr)
    return code


def _unreadable(error: OSError) -> int:
    print(f"{error.filename}: {error.strerror}. Check the path and whether you may read it.", file=sys.stderr)
    return UNREADABLE


if __name__ == "__main__":
    sys.exit(main())
