"""A check that never fails proves nothing: each is shown breaches that it names, and neighbours that it lets pass."""

import ast
import re
from collections.abc import Callable

import pytest

from tests.contracts.checks import clocks, codes, countries, manners, purity, rows, settings_read, sizes, templates
from tests.contracts.checks.tree import Finding

Check = Callable[[ast.Module], list[Finding]]


def pure(tree: ast.Module) -> list[Finding]:
    return purity.touches(tree, may_read_files=False)


def without_azania(tree: ast.Module) -> list[Finding]:
    return countries.countries_in_code(tree, jurisdictions=frozenset({"ZZ"}), names=re.compile("Azania"))


def public_only(tree: ast.Module) -> list[Finding]:
    return rows.sees_beyond(tree, allowed=frozenset({"public", "publication", "base"}))


BREACHES: list[tuple[Check, str]] = [
    (purity.outside_imports, "import django"),
    (purity.outside_imports, "from legation.base import clock"),
    (purity.outside_imports, "def late():\n    import pymerkle"),
    (pure, "from datetime import datetime\ndatetime.now()"),
    (pure, "import datetime as dt\ndt.datetime.now(dt.UTC)"),
    (pure, "from datetime import date\ntoday = date.today"),
    (pure, "from datetime import datetime\ndatetime.utcnow()"),
    (pure, "import time"),
    (pure, "import random"),
    (pure, "from secrets import token_bytes"),
    (pure, "import uuid"),
    (pure, "import socket"),
    (pure, "import urllib.request"),
    (pure, "from urllib import request"),
    (pure, "import subprocess"),
    (pure, "open('a')"),
    (pure, "from pathlib import Path"),
    (pure, "import os"),
    (pure, "from importlib import resources"),
    (pure, "given.read_text()"),
    (clocks.clock_reads, "from django.utils import timezone\ntimezone.now()"),
    (clocks.clock_reads, "from django.utils.timezone import now\nnow()"),
    (clocks.clock_reads, "from django.utils import timezone\nfield(default=timezone.now)"),
    (clocks.clock_reads, "from datetime import datetime, UTC\ndatetime.now(UTC)"),
    (clocks.clock_reads, "import datetime\ndatetime.date.today()"),
    (clocks.clock_reads, "import time\ntime.time()"),
    (clocks.clock_reads, "models.DateTimeField(auto_now=True)"),
    (clocks.clock_reads, "models.DateTimeField(auto_now_add=True)"),
    (clocks.clock_reads, "from django.db.models.functions import Now\nNow()"),
    (clocks.clock_reads, "from django.db.models import functions\nfunctions.Now()"),
    (clocks.chance_reads, "import random"),
    (clocks.chance_reads, "from uuid import uuid4"),
    (clocks.chance_reads, "import os\nos.urandom(8)"),
    (clocks.chance_reads, "from django.utils.crypto import get_random_string"),
    (sizes.long_functions, "def long():\n" + "    a = 1\n" * 81),
    (manners.missing_return_types, "def f(a): ..."),
    (manners.missing_return_types, "class C:\n    async def f(self): ..."),
    (manners.catch_alls, "try:\n    a\nexcept Exception:\n    b"),
    (manners.catch_alls, "try:\n    a\nexcept:\n    b"),
    (manners.catch_alls, "try:\n    a\nexcept (OSError, BaseException) as e:\n    b"),
    (manners.star_imports, "from a import *"),
    (manners.skipped_tests, "import pytest\n@pytest.mark.skip\ndef test_a(): ..."),
    (manners.skipped_tests, "import pytest\npytest.importorskip('a')"),
    (rows.reads_voters, "from legation.voters import models"),
    (rows.reads_voters, "from legation.voters.persons import by_document"),
    (rows.reads_voters, "import legation.voters.models"),
    (public_only, "from legation.stations import queries"),
    (public_only, "import legation.plan.models"),
    (without_azania, "if jurisdiction == 'ZZ': ..."),
    (without_azania, "title = 'Elections in Azania'"),
]

NEIGHBOURS: list[tuple[Check, str]] = [
    (purity.outside_imports, "import tomllib\nfrom legation_core.values import Span"),
    (pure, "from datetime import datetime, time\ntime(8)\ndatetime(2024, 2, 7)"),
    (pure, "def now(): ...\nnow()"),
    (clocks.clock_reads, "from legation.base import clock\nclock.now()"),
    (clocks.clock_reads, "import time\ntime.monotonic()\ntime.sleep(1)"),
    (clocks.clock_reads, "from datetime import datetime\ndatetime.fromisoformat(text)"),
    (clocks.chance_reads, "from legation.base import entropy\nentropy.code()"),
    (sizes.long_functions, 'def documented():\n    """\n' + "    text\n" * 90 + '    """\n    return 1'),
    (manners.missing_return_types, "def f(a) -> None: ..."),
    (manners.catch_alls, "try:\n    a\nexcept OSError:\n    b"),
    (manners.catch_alls, "try:\n    a\nexcept BaseException:\n    undo()\n    raise"),
    (manners.skipped_tests, "import pytest\npytest.mark.django_db"),
    (rows.reads_voters, "from legation.voters import queries"),
    (
        public_only,
        "from legation.publication import queries\nfrom legation.base import clock\nimport legation_core.words",
    ),
    (without_azania, '"""Azania is an example, ZZ its code."""\nlanguage = "zz"'),
]


@pytest.mark.parametrize(("check", "source"), BREACHES)
def test_a_breach_is_named(check: Check, source: str) -> None:
    assert check(ast.parse(source))


@pytest.mark.parametrize(("check", "source"), NEIGHBOURS)
def test_a_neighbour_passes(check: Check, source: str) -> None:
    assert check(ast.parse(source)) == []


@pytest.mark.parametrize(
    "text",
    ["{% now 'Y' %}", "{%now 'Y'%}", "{{ at|timesince }}", "{{ at | timeuntil|upper }}", "{{ at|naturaltime }}"],
)
def test_a_clock_in_a_template_is_named(text: str) -> None:
    assert clocks.template_clock_reads(text)


def test_counting_from_a_given_instant_in_a_template_passes() -> None:
    assert clocks.template_clock_reads("{{ at|timesince:moment }} {{ nowhere }} {% if now %}") == []


OWNERS = {"layouts/work.html": "base", "stations/list.html": "stations", "plan/row.html": "plan"}


@pytest.mark.parametrize(
    "text",
    [
        '{% extends "plan/row.html" %}',
        "{% include 'plan/row.html' with a=b %}",
        "{% include name %}",
        '{% extends "gone.html" %}',
    ],
)
def test_a_foreign_template_is_named(text: str) -> None:
    assert templates.foreign_uses(text, app="stations", owners=OWNERS)


def test_templates_of_base_and_of_the_own_app_pass() -> None:
    text = '{% extends "layouts/work.html" %}{% include "stations/list.html" with rows=rows only %}'
    assert templates.foreign_uses(text, app="stations", owners=OWNERS) == []


@pytest.mark.parametrize(
    "text",
    [
        "<script>a()</script>",
        '<script type="module">\na()</script>',
        "<style>a {}</style>",
        '<p class="a" style="color: red">',
        '<button onclick="a()">',
        '<a href="javascript:a()">',
        '<script src="https://cdn.example/a.js"></script>',
        '<link rel="stylesheet" href="//cdn.example/a.css">',
    ],
)
def test_inline_code_in_a_template_is_named(text: str) -> None:
    assert templates.inline_code(text)


def test_a_script_from_our_own_files_passes() -> None:
    script = '<script src="{% static "a.js" %}" type="module"></script>'
    text = script + '<a href="https://example.org/" data-style="a">on style = ours</a>'
    assert templates.inline_code(text) == []


def test_leftovers_are_named() -> None:
    assert [finding.line for finding in manners.leftovers("a = 1\nb = 2  # {}O: c\n# FIXM{}".format("TOD", "E"))] == [
        2,
        3,
    ]


def test_a_file_of_601_lines_is_named_and_one_of_600_passes() -> None:
    assert sizes.long_file("a\n" * 601)
    assert sizes.long_file("a\n" * 600) == []


def test_six_long_functions_in_a_hundred_are_too_many() -> None:
    assert sizes.share_is_kept([8] * 95 + [40] * 5)
    assert not sizes.share_is_kept([8] * 94 + [40] * 6)


def test_a_file_for_odds_and_ends_is_known_by_its_name() -> None:
    paths = ("a/utils.py", "a/common/b.py", "a/helpers/c.py", "a/wording.py")
    assert [manners.is_odds_and_ends(path) for path in paths] == [True, True, True, False]


def test_codes_are_found_with_their_facts() -> None:
    source = (
        'raise Refused("A001", facts={"role": r})\nProblem("L010", where)\nProblem("L011", where, found)\ncode = "T002"'
    )
    assert list(codes.uses(ast.parse(source))) == [
        codes.Use(1, "A001", frozenset({"role"})),
        codes.Use(2, "L010", frozenset()),
        codes.Use(3, "L011", None),
        codes.Use(4, "T002", None),
    ]


def test_placeholders_of_a_sentence() -> None:
    assert codes.placeholders("Row {row}: {found!r} is not {{braces}}.") == {"row", "found"}


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"target": "stations", "source": "missions"}, "points up the order"),
        ({"related_name": None}, 'needs related_name="+"'),
        ({"protects": False}, "needs on_delete=PROTECT"),
    ],
)
def test_a_faulty_foreign_key_is_named(changed: dict[str, object], fault: str) -> None:
    sound = {
        "source": "stations",
        "target": "missions",
        "related_name": "+",
        "protects": True,
        "order": ("stations", "missions"),
    }
    assert rows.foreign_key_faults(**sound) == []  # type: ignore[arg-type]
    assert rows.foreign_key_faults(**(sound | changed)) == [fault]  # type: ignore[arg-type]


def test_settings_are_found() -> None:
    assert settings_read.environment_names('os.environ["LEGATION_A"] and LEGATION_B_C') == {
        "LEGATION_A",
        "LEGATION_B_C",
    }
    assert list(settings_read.settings_attributes(ast.parse("settings.DATA_DIR, settings.configured"))) == [
        (1, "DATA_DIR")
    ]
    assert settings_read.documented("### `LEGATION_A`\ntext `LEGATION_B`\n") == {"LEGATION_A"}
