"""Settings: every variable of the environment that the code reads, and every setting of our own."""

import ast
import re
from collections.abc import Iterator

ENVIRONMENT = re.compile(r"\bLEGATION_[A-Z0-9_]+\b")
ENTRY = re.compile(r"^#{2,4}\s+`([A-Z][A-Z0-9_]+)`", re.MULTILINE)


def environment_names(text: str) -> frozenset[str]:
    return frozenset(ENVIRONMENT.findall(text))


def settings_attributes(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, name) of every `settings.NAME` read from django.conf."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "settings" and node.attr.isupper():
            yield node.lineno, node.attr


def documented(text: str) -> frozenset[str]:
    """Names that have an entry: a heading that is the name in backticks."""
    return frozenset(ENTRY.findall(text))
