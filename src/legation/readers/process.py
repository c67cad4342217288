"""Runs the child process that opens a file, and keeps this process small whatever the child does."""

import json
import logging
import signal
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from threading import Event, Timer
from typing import IO, Any, BinaryIO, cast

import legation_core
from legation.readers.limits import MEBIBYTE, Limits
from legation.readers.request import RawRow, Request
from legation_core.problems import Problem, Refused

log = logging.getLogger(__name__)

_LINE_BYTES = 16 * MEBIBYTE
_LINES = frozenset({"rows", "problem", "refused", "end"})
_ROOTS = {str(Path(__file__).parents[2]), str(Path(legation_core.__file__).parents[1])}
_ENVIRONMENT = {"PYTHONPATH": ":".join(sorted(_ROOTS)), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
"""All that the child is given: no setting and no key of this process reaches it."""


def answers(source: BinaryIO, request: Request) -> Iterator[RawRow | Problem]:
    """Rows and problems as the child finds them. `Refused` where it refuses, breaks a limit or dies."""
    source.seek(0)
    with TemporaryFile() as errors, _child(source, request, errors) as (child, expired):
        if (yield from _until_end(child, request.limits)):
            return
        status = child.wait()
        errors.seek(0)
        raise _death(status, expired.is_set(), request.limits, errors.read(4096))


@contextmanager
def _child(source: BinaryIO, request: Request, errors: IO[bytes]) -> Iterator[tuple["subprocess.Popen[bytes]", Event]]:
    """The running child, ended when the time is over or nobody listens any more."""
    command = [sys.executable, "-P", "-s", "-m", "legation.readers.child", request.to_json()]
    child = subprocess.Popen(  # noqa: S603  our own module, with arguments that we made
        command, stdin=source, stdout=subprocess.PIPE, stderr=errors, env=_ENVIRONMENT, cwd="/"
    )
    expired = Event()

    def end() -> None:
        expired.set()
        child.kill()

    timer = Timer(request.limits.seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield child, expired
    finally:
        timer.cancel()
        child.kill()
        with child:
            pass


def _until_end(child: "subprocess.Popen[bytes]", limits: Limits) -> Generator[RawRow | Problem, None, bool]:
    """What the child says, line by line. True when it has said that this was all: else nothing counts."""
    left = limits.answer_bytes
    output = cast("IO[bytes]", child.stdout)
    while line := output.readline(_LINE_BYTES):
        left -= len(line)
        if left < 0 or not line.endswith(b"\n"):
            raise Refused("R109", facts={"limit": limits.answer_bytes // MEBIBYTE})
        kind, *parts = _parts(line)
        if kind == "rows":
            yield from parts[0]
        elif kind == "problem":
            yield Problem(*parts)
        elif kind == "refused":
            raise Refused(*parts)
        else:
            if parts[0]:
                yield Problem("R502", facts={"count": parts[0]})
            return True
    return False


def _parts(line: bytes) -> list[Any]:
    """One line of the child, if it is one."""
    try:
        parts = json.loads(line)
    except (ValueError, RecursionError):
        parts = None
    if not isinstance(parts, list) or len(parts) < 2 or parts[0] not in _LINES:
        log.error("the reading of a file said what it should not: %r", line[:200])
        raise Refused("R110")
    return parts


def _death(status: int, expired: bool, limits: Limits, errors: bytes) -> Refused:
    """Why a child ended without its last word. An abort is how the spreadsheet library meets the end of its memory."""
    if expired or status == -signal.SIGXCPU:
        return Refused("R108", facts={"limit": int(limits.seconds)})
    if status in {-signal.SIGABRT, -signal.SIGKILL, -signal.SIGSEGV} or b"MemoryError" in errors:
        return Refused("R107", facts={"limit": limits.memory // MEBIBYTE})
    log.error("the reading of a file stopped with status %d: %s", status, errors.decode("utf-8", "replace"))
    return Refused("R110")
