"""Nothing in the system reads a clock but `base.clock`, and nothing takes chance but from `base.entropy`.

`time.monotonic`, `time.perf_counter` and `time.sleep` measure or wait; they do not tell the time and are free.
"""

import ast
import re

from tests.contracts.checks.calls import imported_modules, references
from tests.contracts.checks.tree import Finding

CLOCKS = {
    "django.utils.timezone.now",
    "django.utils.timezone.localtime",
    "django.utils.timezone.localdate",
    "django.db.models.functions.Now",
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "datetime.datetime.today",
    "datetime.date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
    "time.strftime",
    "time.ctime",
}
CHANCE = {"random", "secrets", "uuid", "django.utils.crypto.get_random_string", "os.urandom"}
TEMPLATE_CLOCKS = re.compile(r"\{%\s*now\b|\|\s*(?:timesince|timeuntil|naturaltime|naturalday)\s*(?=[|}%\s])")


def clock_reads(tree: ast.Module) -> list[Finding]:
    found = [
        Finding(line, f"{name} reads a clock: use base.clock") for line, name in references(tree) if name in CLOCKS
    ]
    return found + [
        Finding(node.value.lineno, f"{node.arg} reads a clock: the act gives the time")
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg in ("auto_now", "auto_now_add")
    ]


def chance_reads(tree: ast.Module) -> list[Finding]:
    return [
        Finding(line, f"{module} takes chance: use base.entropy")
        for line, module in {*imported_modules(tree), *references(tree)}
        if module in CHANCE
    ]


def template_clock_reads(text: str) -> list[Finding]:
    """`{% now %}` and the filters that count from now. (`timesince:x` counts from a given instant and is free.)"""
    return [
        Finding(text.count("\n", 0, match.start()) + 1, f"{match.group().strip()} reads a clock")
        for match in TEMPLATE_CLOCKS.finditer(text)
    ]
