"""The `legation` command: help everywhere, errors as sentences, exit codes as documented."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from legation.project.cli import main, verbs

pytestmark = pytest.mark.django_db

BOOK = Path(__file__).parents[3] / "src/legation_core/lawbook/books/az.toml"


@pytest.mark.parametrize("words", [(), *{verb.words[:1] for verb in verbs()}, *(verb.words for verb in verbs())])
def test_every_verb_has_help(words, capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*words, "--help"])
    assert (ended.value.code, capsys.readouterr().out.startswith("usage: legation")) == (0, True)


def test_no_two_verbs_are_called_by_the_same_words() -> None:
    words = [verb.words for verb in verbs()]
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["lawbook", "check", "no-such-file.toml"], 3, "no-such-file.toml: No such file or directory."),
        (["calendar", "no-such-election"], 2, "There is nothing of the name no-such-election."),
        (["lawbook", "propose", str(BOOK), "--by", "nobody"], 1, "A007 "),
    ],
)
def test_errors_are_sentences_with_their_exit_code(words, code, said, capsys) -> None:
    assert main(words) == code
    assert capsys.readouterr().err.startswith(said)


@pytest.mark.one_database
def test_who_no_longer_reads_is_told_nothing() -> None:
    command = [sys.executable, "-m", "legation.project.cli", "lawbook", "check", str(BOOK)]
    held_back = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=held_back) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        said = running.stderr.read()
    assert (running.returncode, said) == (0, b"")


def test_lawbook_is_checked(capsys) -> None:
    assert main(["lawbook", "check", str(BOOK)]) == 0
    assert "sound. AZ, version 1" in capsys.readouterr().out


def test_broken_lawbook_is_checked_line_by_line(capsys, tmp_path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_bytes(BOOK.read_bytes().replace(b'home_zone = "Asia/Baku"', b'home_zone = "UTC+4"'))
    assert main(["lawbook", "check", str(broken), "--json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["code"], problem["where"]) == ("L035", "broken.toml line 16")


def test_lawbook_is_explained_for_a_day_in_a_language(capsys) -> None:
    assert main(["lawbook", "explain", str(BOOK), "--day", "2024-02-07", "--language", "az"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Azərbaycan: xaricdəki nümayəndəliklərdə seçkilər və referendumlar, version 1")
    assert "In force on 2024-02-07." in said


@pytest.mark.parametrize(("change", "code"), [((b"", b""), 0), ((b"\nvalue = 1500\n", b"\nvalue = 1400\n"), 1)])
def test_lawbooks_are_compared(change, code, capsys, tmp_path) -> None:
    later = tmp_path / "later.toml"
    later.write_bytes(BOOK.read_bytes().replace(*change))
    assert main(["lawbook", "diff", str(BOOK), str(later)]) == code
    assert capsys.readouterr().out == (
        "establishment.maximum_per_station, value: 1500 -> 1400\n" if code else "No difference.\n"
    )
