"""Verbs of the `legation` command, as each capability offers them, and how they speak at a terminal."""

import csv
import io
import json
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

DONE, REFUSED, USAGE, UNREADABLE = 0, 1, 2, 3
"""Exit codes: done; refused or problems found; the words of the call are off; something cannot be read."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: the words that call it, one line of help, its arguments, what it does (its exit code is returned)."""

    words: tuple[str, ...]
    help: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]
    needs_database: bool = True


def instant(text: str) -> datetime:
    """An instant typed at a terminal: ISO 8601 with its offset, `2024-02-07T15:00Z`."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{text!r} is no instant; write it like 2024-02-07T15:00Z") from error
    if found.tzinfo is None:
        raise ArgumentTypeError(f"{text!r} has no offset; write it like 2024-02-07T15:00Z or 2024-02-07T19:00+04:00")
    return found.astimezone(UTC)


Row = Mapping[str, object]


def formats(parser: ArgumentParser, *names: str) -> None:
    """Add `--json`, `--csv`, ... of which one may be chosen."""
    group = parser.add_mutually_exclusive_group()
    for name in names:
        group.add_argument(f"--{name}", action="store_true", help=f"write {name.upper()} to standard output")


def print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_csv(rows: Sequence[Row]) -> None:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, fieldnames=list(rows[0]) if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    sys.stdout.write(buffer.getvalue())


def print_table(rows: Sequence[Row]) -> None:
    """Rows in aligned columns, for people."""
    if not rows:
        print("Nothing to show.")
        return
    heads = list(rows[0])
    widths = [max(len(head), *(len(str(row[head])) for row in rows)) for head in heads]
    for line in [dict(zip(heads, heads, strict=True)), *rows]:
        print("  ".join(str(line[head]).ljust(width) for head, width in zip(heads, widths, strict=True)).rstrip())


def progress(text: str) -> None:
    """One line about long work, to standard error so that output stays readable by programs."""
    print(text, file=sys.stderr, flush=True)


def counted(items: Iterable[object], total: int, what: str, every: int = 1000) -> Iterable[object]:
    """Pass `items` on, saying how far it is."""
    for number, item in enumerate(items, start=1):
        if number % every == 0:
            progress(f"{what}: {number} of {total}")
        yield item
