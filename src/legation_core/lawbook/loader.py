"""Reading a lawbook file. The only place of the core, beside `verify`, that opens a file."""

import hashlib
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path as File

from legation_core.lawbook.building import build
from legation_core.lawbook.cells import Cells
from legation_core.lawbook.form_references import check_forms
from legation_core.lawbook.inquiry_references import check_inquiries
from legation_core.lawbook.model import Lawbook
from legation_core.lawbook.positions import Path, lines_of
from legation_core.lawbook.references import check_references
from legation_core.lawbook.rows import Row, rows_of
from legation_core.lawbook.task_references import check_tasks
from legation_core.lawbook.template_references import check_templates
from legation_core.problems import Problem, Refused

MOST_BYTES = 1024 * 1024
MOST_LINE = 8000
"""Letters in one line: far more than a sentence of law, far less than what slows the TOML reader down."""
MOST_STOPS = 200
"""Full stops in one line: each may be one table in another, and the TOML reader takes long for those."""
MOST_DEPTH = 8
MOST_PATHS = 20_000
"""Keys and entries of a file; the law of a country has two thousand."""
_BOM = b"\xef\xbb\xbf"
_AT = re.compile(
    r"^(?P<reason>.*?)\s*\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$", re.DOTALL
)


def load(path: File) -> Lawbook:
    """The lawbook in a file. `Refused` L001 with every problem, L002 where the file cannot be read."""
    return read(_bytes_of(path), File(path).name)


def check(path: File) -> list[Problem]:
    """Every problem of a lawbook file, by line; none means that it can be adopted."""
    try:
        data = _bytes_of(path)
    except Refused as refused:
        return list(refused.problems)
    return _read(data, File(path).name)[1]


def read(data: bytes, name: str = "lawbook") -> Lawbook:
    """The lawbook that `data` is. `Refused` L001 with every problem found, each with its line, by line."""
    rows, problems = _read(data, name)
    if problems:
        raise Refused("L001", name, {"count": len(problems)}, problems)
    return build(rows, hashlib.sha256(data).hexdigest())


def _bytes_of(path: File) -> bytes:
    try:
        with File(path).open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refused("L002", File(path).name, {"reason": reason}) from error


def _read(data: bytes, name: str) -> tuple[list[Row], list[Problem]]:
    """The entries and the problems, sorted by line; problems that hide the rest stand alone."""
    try:
        text = _text_of(data, name)
        values, lines = _values_of(text, name)
    except Refused as refused:
        return [], list(refused.problems)
    cells = Cells(name, lines)
    _check_letters(text, values, cells)
    rows = rows_of(values, cells)
    check_references(rows, cells)
    check_forms(rows, cells)
    check_templates(rows, cells)
    check_tasks(rows, cells)
    check_inquiries(rows, cells)
    return rows, [problem for _, problem in sorted(cells.problems, key=lambda pair: pair[0])]


def _text_of(data: bytes, name: str) -> str:
    if len(data) > MOST_BYTES:
        raise Refused("L003", name, {"most": MOST_BYTES})
    if data.startswith(_BOM):
        raise Refused("L005", f"{name} line 1")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Refused("L004", f"{name} line {line}", {"byte": f"{data[error.start]:02X}"}) from error
    for number, line_text in enumerate(text.split("\n"), start=1):
        if len(line_text) > MOST_LINE:
            raise Refused("L008", f"{name} line {number}", {"letters": len(line_text), "most": MOST_LINE})
        if line_text.count(".") > MOST_STOPS:
            raise Refused("L086", f"{name} line {number}", {"stops": line_text.count("."), "most": MOST_STOPS})
    return text


def _values_of(text: str, name: str) -> tuple[dict[str, object], dict[Path, int]]:
    """The values of the file and the line of each path."""
    try:
        values = tomllib.loads(text)
        lines = lines_of(text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_refused(str(error), text, name) from error
    except RecursionError as error:
        raise Refused("L007", name, {"most": MOST_DEPTH}) from error
    if len(lines) > MOST_PATHS:
        raise Refused("L085", name, {"count": len(lines), "most": MOST_PATHS})
    deep = next((path for path, _ in _leaves(values) if len(path) > MOST_DEPTH), None)
    if deep is not None:
        raise Refused("L007", f"{name} line {lines[deep]}", {"most": MOST_DEPTH})
    return values, lines


def _syntax_refused(message: str, text: str, name: str) -> Refused:
    match = _AT.match(message)
    reason = match["reason"] if match else message
    line = match["line"] if match and match["line"] else text.count("\n") + (not text.endswith("\n"))
    return Refused("L006", f"{name} line {line}", {"reason": reason})


def _leaves(values: dict[str, object]) -> Iterator[tuple[Path, object]]:
    """Every value that is no table and no list, and every empty one, with its path; without recursion, for depth."""
    waiting: list[tuple[Path, object]] = [((), values)]
    while waiting:
        path, value = waiting.pop()
        inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        found = [((*path, key), item) for key, item in inner]
        waiting.extend(found)
        if not found or len(path) > MOST_DEPTH:
            yield path, value


def _check_letters(text: str, values: dict[str, object], cells: Cells) -> None:
    """Letters that cannot be seen and change what is read: anywhere in the file, and written with a backslash."""
    found = {
        (number, letter)
        for number, line in enumerate(text.split("\n"), start=1)
        for letter in line.removesuffix("\r")
        if _hidden(letter) and letter != "\t"
    }
    for path, value in _leaves(values):
        written = f"{value if isinstance(value, str) else ''}{''.join(part for part in path if isinstance(part, str))}"
        found |= {(cells.line(path), letter) for letter in written if _hidden(letter) and letter not in "\n\t"}
    for line, letter in sorted(found):
        cells.problem_on(
            line, "L009", letter=f"U+{ord(letter):04X}", name=unicodedata.name(letter, "control character")
        )


def _hidden(letter: str) -> bool:
    """Controls, direction marks and private letters; the joiners that Persian and Indic scripts need are not."""
    return unicodedata.category(letter) in ("Cc", "Cf", "Co", "Zl", "Zp") and letter not in "\u200c\u200d"
