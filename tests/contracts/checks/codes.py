"""Codes of problems and refusals: one sentence each, facts that fill it, one subject."""

import ast
import re
from collections.abc import Iterator
from string import Formatter
from typing import NamedTuple

CODE = re.compile(r"[A-Z]\d{3}")
CARRIERS = {"Problem", "Refused"}


class Use(NamedTuple):
    """A code in the source. `facts` is None where they are not written out beside it."""

    line: int
    code: str
    facts: frozenset[str] | None


def uses(tree: ast.Module) -> Iterator[Use]:
    """Every string that is a code; with its facts where a `Problem` or `Refused` is built on the spot."""
    built: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _is_carrier(node.func) and node.args and _is_code(node.args[0]):
            built.add(id(node.args[0]))
            yield Use(node.args[0].lineno, _text(node.args[0]), _facts(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in built and _is_code(node):
            yield Use(node.lineno, _text(node), None)


def placeholders(sentence: str) -> frozenset[str]:
    return frozenset(field for _, field, _, _ in Formatter().parse(sentence) if field)


def _is_carrier(node: ast.expr) -> bool:
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return name in CARRIERS


def _is_code(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value) is not None


def _text(node: ast.AST) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else ""


def _facts(call: ast.Call) -> frozenset[str] | None:
    """The keys of a facts dictionary written out in the call; empty where none is given."""
    third = call.args[2] if len(call.args) > 2 else None
    given = next((word.value for word in call.keywords if word.arg == "facts"), third)
    if given is None:
        return frozenset() if not any(word.arg is None for word in call.keywords) else None
    if isinstance(given, ast.Dict) and all(isinstance(key, ast.Constant) for key in given.keys):
        return frozenset(str(key.value) for key in given.keys if isinstance(key, ast.Constant))
    return None
