"""Verbs of papers: the register of an election, a document to a file."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from legation.accounts.queries import actor_by_code
from legation.base import clock
from legation.base.verbs import DONE, Verb, formats, print_csv, print_json, print_table
from legation.coordination.queries import documents
from legation.coordination.queries import papers as queries
from legation.plan import queries as plan


def listed(chosen: Namespace) -> int:
    """The papers that a person may read."""
    by = actor_by_code(chosen.by, clock.now(), chosen.role)
    rows = [queries.paper_row(one) for one in queries.papers_for(by, plan.election_for(by, chosen.election))]
    if chosen.json:
        print_json([{name: str(cell) for name, cell in row.items()} for row in rows])
    elif chosen.csv:
        print_csv(rows)
    else:
        short = ("paper", "kind", "body", "number", "dated", "state", "title")
        print_table([{name: row[name] for name in short} for row in rows])
    return DONE


def written(chosen: Namespace) -> int:
    """A paper as a document."""
    by = actor_by_code(chosen.by, clock.now(), chosen.role)
    value = plan.election_for(by, chosen.election)
    paper = queries.paper_for(by, value, chosen.paper)
    octets = documents.docx(paper, value) if chosen.docx else documents.pdf(paper, value)
    Path(chosen.output).write_bytes(octets)
    print(f"{chosen.output}: {len(octets)} octets", file=sys.stderr)
    return DONE


def _who(parser: ArgumentParser) -> None:
    parser.add_argument("election", help="code of the election")
    parser.add_argument("--by", required=True, help="code of the person who reads")
    parser.add_argument("--role", default="", help="role in which they read (default: their first)")


def _listed(parser: ArgumentParser) -> None:
    _who(parser)
    formats(parser, "csv", "json")


def _written(parser: ArgumentParser) -> None:
    _who(parser)
    parser.add_argument("paper", help="code of the paper")
    parser.add_argument("-o", "--output", required=True, help="file to write")
    parser.add_argument("--docx", action="store_true", help="DOCX instead of PDF")


VERBS = [
    Verb(("papers", "list"), "list decisions, orders, letters, notes and submissions", _listed, listed),
    Verb(("papers", "write"), "write a paper as PDF or DOCX", _written, written),
]
