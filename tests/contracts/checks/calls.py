"""Names and calls in a parsed file, resolved through its imports: `dt.datetime.now` whatever it was imported as."""

import ast
from collections.abc import Iterator


def imported_names(tree: ast.Module) -> dict[str, str]:
    """Local name -> full dotted name, for every import anywhere in the file."""
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                top = alias.name.split(".")[0]
                names[alias.asname or top] = alias.name if alias.asname else top
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                names[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return names


def imported_modules(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, module) of every import; `from a import b` gives both `a` and `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"


def dotted(node: ast.expr, names: dict[str, str]) -> str:
    """The full name of `a.b.c`, with `a` resolved through `names`; "" for anything that is not a plain name."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return ""
    parts.append(names.get(node.id, node.id))
    return ".".join(reversed(parts))


def references(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, full name) of every name or attribute that is read."""
    names = imported_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute | ast.Name) and (full := dotted(node, names)):
            yield node.lineno, full
