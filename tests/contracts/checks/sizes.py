"""Files and functions that one person can hold in mind. A function is measured without its docstring and decorators."""

import ast

from tests.contracts.checks.tree import Finding

MOST_LINES_OF_A_FILE = 600
MOST_LINES_OF_A_FUNCTION = 80
USUAL_LINES_OF_A_FUNCTION = 40
SHARE_OF_USUAL_FUNCTIONS = 95
"""Of a hundred functions, at least so many are shorter than the usual limit."""


def function_lengths(tree: ast.Module) -> list[tuple[int, str, int]]:
    """(line, name, lines) of every function."""
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return [(node.lineno, node.name, _length(node)) for node in functions]


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    documented = ast.get_docstring(node, clean=False) is not None
    start = node.body[0].end_lineno + 1 if documented and node.body[0].end_lineno else node.lineno
    return (node.end_lineno or node.lineno) - start + 1


def long_functions(tree: ast.Module) -> list[Finding]:
    return [
        Finding(line, f"{name} has {length} lines; the most is {MOST_LINES_OF_A_FUNCTION}")
        for line, name, length in function_lengths(tree)
        if length > MOST_LINES_OF_A_FUNCTION
    ]


def long_file(text: str) -> list[Finding]:
    lines = text.count("\n")
    if lines <= MOST_LINES_OF_A_FILE:
        return []
    return [Finding(lines, f"the file has {lines} lines; the most is {MOST_LINES_OF_A_FILE}")]


def share_is_kept(lengths: list[int]) -> bool:
    usual = sum(length < USUAL_LINES_OF_A_FUNCTION for length in lengths)
    return usual * 100 >= len(lengths) * SHARE_OF_USUAL_FUNCTIONS
