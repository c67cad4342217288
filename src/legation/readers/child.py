"""The child process that opens a stranger's file. It holds no secret, and the limits on it are set before it reads.

Standard input is the file, the one argument the request; each line of standard output is a JSON array, see `_Answers`.
"""

import gc
import json
import resource
import signal
import sys
from collections.abc import Iterator
from typing import BinaryIO

from legation.readers import content, csv_file, xlsx_file
from legation.readers.limits import Limits
from legation.readers.request import RawRow, Request
from legation_core.problems import Problem, Refused

_ROWS_A_LINE = 100
_LINE_BYTES = 1024 * 1024
_STDERR_BYTES = 64 * 1024


def main() -> None:
    """Read the file on standard input and answer on standard output."""
    gc.disable()
    request = Request.from_json(sys.argv[1])
    _confine(request.limits)
    answers = _Answers(sys.stdout.buffer, request.limits)
    try:
        for item in _read(sys.stdin.buffer, request):
            answers.add(item)
        answers.end()
    except Refused as refused:
        answers.refuse(refused.problem)
    except MemoryError:
        answers.refuse(Problem("R107", facts={"limit": request.limits.memory // (1024 * 1024)}))


def _confine(limits: Limits) -> None:
    """Take away what reading does not need. A child that breaks a limit dies, and the parent says so."""
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    bounds = (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_FSIZE, _STDERR_BYTES),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CORE, 0),
    )
    for name, bound in bounds:
        resource.setrlimit(name, (bound, bound))


def _read(stream: BinaryIO, request: Request) -> Iterator[RawRow | Problem]:
    if content.is_spreadsheet(stream):
        return xlsx_file.read(stream, request)
    return csv_file.read(stream, request)


class _Answers:
    """Lines to the parent: `["rows", [...]]`, `["problem", code, where, facts]`, `["refused", ...]`, `["end"]`."""

    def __init__(self, stream: BinaryIO, limits: Limits) -> None:
        self._stream = stream
        self._rows: list[RawRow] = []
        self._characters = 0
        self._problems_left = limits.problems
        self._problems_more = 0

    def add(self, item: RawRow | Problem) -> None:
        if isinstance(item, Problem):
            self._add_problem(item)
            return
        self._rows.append(item)
        self._characters += sum(map(len, filter(None, item[1])))
        if len(self._rows) >= _ROWS_A_LINE or self._characters * 4 >= _LINE_BYTES:
            self._flush()

    def _add_problem(self, problem: Problem) -> None:
        if self._problems_left:
            self._problems_left -= 1
            self._line("problem", problem.code, problem.where, dict(problem.facts))
        else:
            self._problems_more += 1

    def end(self) -> None:
        self._flush()
        self._line("end", self._problems_more)

    def refuse(self, problem: Problem) -> None:
        self._line("refused", problem.code, problem.where, dict(problem.facts))

    def _flush(self) -> None:
        self._line("rows", self._rows)
        self._rows, self._characters = [], 0

    def _line(self, *parts: object) -> None:
        text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
        self._stream.write(text.encode("utf-8") + b"\n")
        self._stream.flush()


if __name__ == "__main__":
    main()
