"""The child that opens the file: it is given nothing, outlives nothing, and its death is told."""

import logging
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from legation.readers import process
from legation.readers.columns import Column, Columns
from legation.readers.limits import Limits
from legation.readers.process import answers
from legation.readers.request import Request
from legation_core.problems import Refused
from tests.apps.readers.stations import SEOUL, STATIONS, csv_of


def child_that(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Put a program of a few words in the place of the child."""
    start = subprocess.Popen

    def other(command: list[str], **more: object) -> "subprocess.Popen[bytes]":
        return start([command[0], "-c", code], **more)

    monkeypatch.setattr(process.subprocess, "Popen", other)


def listen(seconds: float = 20) -> list[object]:
    with TemporaryFile() as source:
        source.write(csv_of(SEOUL))
        source.flush()
        return list(answers(source, Request.of(STATIONS, Limits(seconds=seconds))))


def test_the_child_gets_no_setting_of_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEGATION_KEYS_DIR", "/keys")
    child_that(monkeypatch, "import os, json; print(json.dumps(['refused', 'R110', ' '.join(os.environ), {}]))")
    with pytest.raises(Refused) as refused:
        listen()
    assert set(refused.value.problem.where.split()) - {"LC_CTYPE"} == {
        "PYTHONDONTWRITEBYTECODE",
        "PYTHONPATH",
        "PYTHONUTF8",
    }


@pytest.mark.parametrize(
    ("code", "refusal"),
    [
        ("import os; os.abort()", "R107"),
        ("import os; os.kill(os.getpid(), 9)", "R107"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", "R108"),
        ("print('x' * 2**25)", "R109"),
        ("raise SystemExit(3)", "R110"),
        ("pass", "R110"),
        ("print('no answer')", "R110"),
        ("print('{}')", "R110"),
        ("print('[' * 100000)", "R110"),
    ],
)
def test_a_child_that_dies_or_babbles_is_a_refusal(
    code: str, refusal: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    child_that(monkeypatch, code)
    with caplog.at_level(logging.CRITICAL), pytest.raises(Refused) as refused:
        listen()
    assert refused.value.code == refusal


def test_a_child_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    child_that(monkeypatch, "import time; time.sleep(60)")
    with pytest.raises(Refused) as refused:
        listen(seconds=0.5)
    assert refused.value.code == "R108"


def test_a_reading_that_nobody_follows_ends_its_child() -> None:
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    with TemporaryFile() as source:
        source.write(csv_of(*[SEOUL] * 50_000))
        source.flush()
        reading = answers(source, Request.of(STATIONS, Limits()))
        next(reading)
        assert len(children.read_text(encoding="ascii").split()) == 1
        reading.close()
        assert children.read_text(encoding="ascii") == ""


def test_an_error_in_the_child_goes_to_the_journal(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    child_that(monkeypatch, "raise ZeroDivisionError")
    with pytest.raises(Refused):
        listen()
    assert "ZeroDivisionError" in caplog.text


def test_the_child_runs_where_the_parent_does() -> None:
    assert Path(sys.executable).exists()
    columns = Columns((Column("a", "A" * 200),))
    assert Request.from_json(Request.of(columns, Limits()).to_json()) == Request.of(columns, Limits())
