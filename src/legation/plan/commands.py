"""Verbs of the law and the election: lawbooks checked, explained, compared, adopted; an election opened."""

import json
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from legation.accounts.queries import actor_by_code
from legation.base import clock
from legation.base.verbs import DONE, REFUSED, Verb, formats, print_json, progress
from legation.plan import actions
from legation_core.lawbook import differ, loader
from legation_core.lawbook.explain import explain
from legation_core.lawbook.model import Lawbook
from legation_core.problems import Refused
from legation_core.words import sentence


def _load(path: Path) -> Lawbook:
    """The lawbook in a file; a file that is not there or may not be read is told as such, not as a fault of the law."""
    with path.open("rb"):
        return loader.load(path)


def check(chosen: Namespace) -> int:
    """Every error of a lawbook file with its line and how to mend it."""
    try:
        book = _load(chosen.file)
    except Refused as refused:
        problems = [{"code": one.code, "where": one.where, "sentence": sentence(one)} for one in refused.problems]
        if chosen.json:
            print_json({"problems": problems})
        else:
            print("\n".join(one["sentence"] for one in problems))
            progress(f"{len(problems)} problems")
        return REFUSED
    facts = {"problems": [], "jurisdiction": book.jurisdiction, "version": book.version, "digest": book.digest}
    if chosen.json:
        print_json(facts)
    else:
        count = len(book.provisions)
        print(f"{chosen.file}: sound. {book.jurisdiction}, version {book.version}, {count} provisions,")
        print(f"SHA-256 {book.digest}")
    return DONE


def explain_file(chosen: Namespace) -> int:
    """The law as readable text."""
    print(explain(_load(chosen.file), language=chosen.language, day=chosen.day), end="")
    return DONE


def compare(chosen: Namespace) -> int:
    """What the second file changes in the first; exit code 1 where there is any difference."""
    changes = differ.diff(_load(chosen.before), _load(chosen.after))
    if chosen.json:
        print_json([{name: str(getattr(one, name)) for name in one.__slots__} for one in changes])
    else:
        print("\n".join(str(one) for one in changes) or "No difference.")
    return REFUSED if changes else DONE


def propose(chosen: Namespace) -> int:
    at = clock.now()
    octets = chosen.file.read_bytes()
    print(actions.propose_lawbook(octets=octets, name=chosen.file.name, by=actor_by_code(chosen.by, at), at=at))
    return DONE


def adopt(chosen: Namespace) -> int:
    at = clock.now()
    by = actor_by_code(chosen.by, at)
    print(actions.adopt_lawbook.propose(digest=chosen.digest, decision=chosen.decision, by=by, at=at))
    progress("Proposed. A second person of the commission confirms it: legation joint confirm CODE --by PERSON")
    return DONE


def open_election(chosen: Namespace) -> int:
    at = clock.now()
    code = actions.open_election.propose(
        code=chosen.code,
        names=json.loads(chosen.names) if chosen.names.startswith("{") else {"en": chosen.names},
        kind=chosen.kind,
        called_on=chosen.called,
        day_set_on=chosen.set or chosen.called,
        election_day=chosen.day,
        by=actor_by_code(chosen.by, at),
        at=at,
    )
    print(code)
    progress("Proposed. A second person of the commission confirms it: legation joint confirm CODE --by PERSON")
    return DONE


def _file(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="a lawbook, TOML")


def _check(parser: ArgumentParser) -> None:
    _file(parser)
    formats(parser, "json")


def _explain(parser: ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("--day", type=date.fromisoformat, help="only what is in force on this day (YYYY-MM-DD)")
    parser.add_argument("--language", default="en", help="language of the lawbook's own texts (default: %(default)s)")


def _compare(parser: ArgumentParser) -> None:
    parser.add_argument("before", type=Path, help="the earlier lawbook")
    parser.add_argument("after", type=Path, help="the later lawbook")
    formats(parser, "json")


def _propose(parser: ArgumentParser) -> None:
    _file(parser)
    _by(parser)


def _adopt(parser: ArgumentParser) -> None:
    parser.add_argument("digest", help="SHA-256 that `lawbook propose` printed")
    parser.add_argument("--decision", required=True, help="number and date of the decision")
    _by(parser)


def _open(parser: ArgumentParser) -> None:
    parser.add_argument("code", help="short code of the election, e.g. zz2030")
    parser.add_argument("--names", required=True, help='name, or names by language as JSON: {"en": "...", "az": "..."}')
    parser.add_argument("--kind", required=True, help="kind of election as the lawbook lists it")
    parser.add_argument("--called", type=date.fromisoformat, required=True, help="day of the call (YYYY-MM-DD)")
    parser.add_argument(
        "--set", type=date.fromisoformat, help="day on which the election day was set (default: the call)"
    )
    parser.add_argument("--day", type=date.fromisoformat, required=True, help="election day (YYYY-MM-DD)")
    _by(parser)


def _by(parser: ArgumentParser) -> None:
    parser.add_argument("--by", required=True, help="code of the person who acts")


VERBS = [
    Verb(("lawbook", "check"), "check a lawbook file", _check, check),
    Verb(("lawbook", "explain"), "show a lawbook as readable law", _explain, explain_file),
    Verb(("lawbook", "diff"), "show what one lawbook changes in another", _compare, compare),
    Verb(("lawbook", "propose"), "propose a lawbook for adoption", _propose, propose),
    Verb(("lawbook", "adopt"), "propose that a lawbook be adopted; a second person confirms", _adopt, adopt),
    Verb(
        ("election", "open"),
        "propose to open an election; a second person confirms",
        _open,
        open_election,
    ),
]
