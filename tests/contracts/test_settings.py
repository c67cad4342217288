"""Every setting that is read has its entry in docs/settings.md, and every entry is read."""

from django.conf import global_settings

from tests.contracts.checks import settings_read
from tests.contracts.checks.tree import ROOT, SOURCE, Placed, name_of, python_files, tree_of

SETTINGS = SOURCE / "legation/project/settings"
ENTRIES = settings_read.documented((ROOT / "docs/settings.md").read_text(encoding="utf-8"))
OF_PARTS = {"STATIC_ROOT", "CONTENT_SECURITY_POLICY", "TASKS"}
"""Settings that belong to Django's parts, described by them."""


def read_from_the_environment() -> frozenset[str]:
    texts = [path.read_text(encoding="utf-8") for path in python_files(SOURCE)]
    return frozenset().union(*(settings_read.environment_names(text) for text in texts))


def test_every_variable_that_is_read_has_its_entry() -> None:
    assert sorted(read_from_the_environment() - ENTRIES) == []


def test_every_entry_of_a_variable_is_read() -> None:
    variables = {entry for entry in ENTRIES if entry.startswith("LEGATION_")}
    assert sorted(variables - read_from_the_environment()) == []


def test_every_setting_of_our_own_that_code_reads_has_its_entry() -> None:
    known = ENTRIES | OF_PARTS | set(dir(global_settings))
    found = [
        Placed(name_of(path), line, setting)
        for path in python_files(SOURCE)
        if path.parent != SETTINGS
        for line, setting in settings_read.settings_attributes(tree_of(path))
        if setting not in known
    ]
    assert found == []
