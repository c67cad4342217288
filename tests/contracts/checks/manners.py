"""What STYLE asks of every file: return types, no leftovers, no catch-alls, no rooms for odds and ends."""

import ast
import re

from tests.contracts.checks.tree import Finding

LEFTOVERS = re.compile(r"\b(?:TOD[O]|FIXM[E]|XX[X]|HAC[K])\b")
ODDS_AND_ENDS = {"utils", "common", "helpers", "libs", "misc"}
SKIPS = {"skip", "skipif", "xfail", "importorskip"}


def missing_return_types(tree: ast.Module) -> list[Finding]:
    return [
        Finding(node.lineno, f"{node.name} does not say what it returns")
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns is None
    ]


def leftovers(text: str) -> list[Finding]:
    return [
        Finding(number, f"{match.group()}: do it, or file it")
        for number, line in enumerate(text.splitlines(), start=1)
        for match in LEFTOVERS.finditer(line)
    ]


def catch_alls(tree: ast.Module) -> list[Finding]:
    """`except:`, `except Exception:`, `except BaseException:`, alone or in a tuple; ends with `raise`: free."""
    return [
        Finding(node.lineno, "catches everything: name the errors that can be mended here")
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and _catches_everything(node.type) and not _raises_again(node)
    ]


def _catches_everything(kind: ast.expr | None) -> bool:
    if isinstance(kind, ast.Tuple):
        return any(_catches_everything(each) for each in kind.elts)
    return kind is None or (isinstance(kind, ast.Name) and kind.id in ("Exception", "BaseException"))


def _raises_again(node: ast.ExceptHandler) -> bool:
    last = node.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def star_imports(tree: ast.Module) -> list[Finding]:
    return [
        Finding(node.lineno, f"from {node.module} import *")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
    ]


def skipped_tests(tree: ast.Module) -> list[Finding]:
    """`pytest.skip`, `pytest.mark.xfail` and their kin: a test runs or is not there."""
    return [
        Finding(node.lineno, f"pytest {node.attr}: a test runs, or it is not there")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in SKIPS and ast.unparse(node).startswith("pytest.")
    ]


def is_odds_and_ends(path: str) -> bool:
    """Whether a file or folder on the path is named for no subject."""
    return any(part.removesuffix(".py") in ODDS_AND_ENDS for part in path.split("/"))
