"""One reader of clocks and one source of chance: else demonstrations, rehearsals and tests could not set the time."""

from tests.contracts.checks import clocks
from tests.contracts.checks.tree import SYSTEM, name_of, place, place_text, python_files, template_files

READS_THE_CLOCK = {"src/legation/base/clock.py"}
TAKES_CHANCE = {
    "src/legation/base/entropy.py",
    "src/legation/project/settings/sources.py",  # before anything of the system is there: the secret of one process
}


def test_only_base_clock_reads_a_clock() -> None:
    files = [path for path in python_files(SYSTEM) if name_of(path) not in READS_THE_CLOCK]
    assert place(files, clocks.clock_reads) == []


def test_no_template_reads_a_clock() -> None:
    assert place_text(template_files(), clocks.template_clock_reads) == []


def test_only_base_entropy_takes_chance() -> None:
    files = [path for path in python_files(SYSTEM) if name_of(path) not in TAKES_CHANCE]
    assert place(files, clocks.chance_reads) == []
