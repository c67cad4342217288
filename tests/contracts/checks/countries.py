"""No country in code: the law of a country is a lawbook, its facts are data."""

import ast
import re

from tests.contracts.checks.tree import Finding

COUNTRY_CODE = re.compile(r"[A-Z]{2}")


def countries_in_code(tree: ast.Module, *, jurisdictions: frozenset[str], names: re.Pattern[str]) -> list[Finding]:
    """String literals that are the code of a jurisdiction with a lawbook, or name its country; docstrings are free."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        Finding(node.lineno, f"{node.value!r}: a country stands in data, not in code")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
        if node.value in jurisdictions or names.search(node.value)
    ]
