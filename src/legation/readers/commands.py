"""What the verbs `import` and `template` share: every capability that reads tables offers them for its own."""

from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings

from legation.base import files
from legation.base.verbs import DONE, REFUSED, progress
from legation.readers.bringing import tried
from legation.readers.columns import Columns
from legation.readers.table_kinds import Importable
from legation.readers.tables import read_table
from legation.readers.templates import template_csv, template_xlsx
from legation_core.problems import Problem, Refused
from legation_core.words import sentence


def import_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="CSV or XLSX, as the template has it")
    parser.add_argument("--by", required=True, metavar="PERSON", help="code of the person who acts")
    parser.add_argument("--role", default="", help="the role they act in, where they hold several")
    parser.add_argument("--dry-run", action="store_true", help="do everything, say what came of it, and keep nothing")


def bring(path: Path, what: Importable, *, dry_run: bool) -> int:
    """Keep the rows of a file: all, or none and every problem on standard output, row by row."""
    octets = path.read_bytes()
    progress(f"reading {path}")
    table = read_table(octets, name=path.name, columns=what.columns)
    problems = table.problems
    if not problems:
        progress(f"{len(table.rows)} rows are in order by themselves; keeping them")
        try:
            acts = _kept(octets, path.name, what, table.rows, dry_run=dry_run)
        except Refused as refused:
            problems = refused.problems
    if problems:
        return _report(problems)
    ending = "; nothing was kept, as asked" if dry_run else ""
    print(f"{len(table.rows)} rows, {acts} acts{ending}")
    return DONE


def _kept(octets: bytes, name: str, what: Importable, rows: tuple, *, dry_run: bool) -> int:
    digest = files.keep(octets, name)
    return tried(what, rows, digest) if dry_run else what.keep(rows, digest)


def _report(problems: tuple[Problem, ...]) -> int:
    for one in problems:
        print(sentence(one))
    progress(f"{len(problems)} problems; nothing was kept")
    return REFUSED


def template_arguments(parser: ArgumentParser) -> None:
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="write CSV (default: by the ending of the file)")
    form.add_argument("--xlsx", action="store_true", help="write a spreadsheet with a help sheet")
    parser.add_argument("-o", "--output", type=Path, required=True, help="file to write")
    languages = [code for code, _name in settings.LANGUAGES]
    parser.add_argument("--language", default="en", choices=languages, help="language of the headings")


def write_template(path: Path, columns: Columns, language: str, *, csv: bool, xlsx: bool) -> int:
    """Write the empty table to fill in."""
    make = template_csv if csv or (path.suffix.lower() == ".csv" and not xlsx) else template_xlsx
    path.write_bytes(make(columns, language))
    print(path)
    return DONE
