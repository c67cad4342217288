"""The core is the standard library and values: a verifier needs nothing else; the same input gives the same output."""

from functools import partial

from tests.contracts.checks import purity
from tests.contracts.checks.tree import CORE, name_of, place, python_files

MAY_READ_FILES = {
    "src/legation_core/__main__.py",
    "src/legation_core/lawbook/loader.py",
    "src/legation_core/integrity/verify.py",
    "src/legation_core/recount/counting.py",
    "src/legation_core/recount/reading.py",
}


def test_every_import_of_the_core_is_the_standard_librarys_or_its_own() -> None:
    assert place(python_files(CORE), purity.outside_imports) == []


def test_the_core_touches_no_clock_chance_socket_or_file() -> None:
    readers, others = [], []
    for path in python_files(CORE):
        (readers if name_of(path) in MAY_READ_FILES else others).append(path)
    assert place(others, partial(purity.touches, may_read_files=False)) == []
    assert place(readers, partial(purity.touches, may_read_files=True)) == []


def test_the_files_that_may_read_files_exist() -> None:
    assert {name_of(path) for path in python_files(CORE)} >= MAY_READ_FILES
