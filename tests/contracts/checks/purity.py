"""The core decides from what it is given: standard library only; no clock, chance, socket, or file."""

import ast
import sys

from tests.contracts.checks.calls import imported_modules, references
from tests.contracts.checks.tree import Finding

CLOCKS = {"datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today"}
FORBIDDEN_MODULES = {
    "time": "a clock",
    "random": "chance",
    "secrets": "chance",
    "uuid": "chance",
    "socket": "a socket",
    "socketserver": "a socket",
    "ssl": "a socket",
    "http": "a socket",
    "urllib.request": "a socket",
    "ftplib": "a socket",
    "smtplib": "a socket",
    "asyncio": "a socket",
    "subprocess": "another program",
    "multiprocessing": "another program",
    "sqlite3": "a database",
    "locale": "the machine's language",
}
FILE_MODULES = {"os", "pathlib", "glob", "shutil", "tempfile", "fileinput", "importlib.resources", "zipfile", "tarfile"}
FILE_METHODS = {"read_text", "read_bytes", "write_text", "write_bytes"}


def outside_imports(tree: ast.Module) -> list[Finding]:
    """Imports that are neither the standard library's nor the core's own."""
    allowed = sys.stdlib_module_names | {"legation_core"}
    return [
        Finding(line, f"imports {module}, which is not in the standard library")
        for line, module in imported_modules(tree)
        if module.split(".")[0] not in allowed
    ]


def touches(tree: ast.Module, *, may_read_files: bool) -> list[Finding]:
    """Clocks, chance, sockets and files that the file reaches for. `may_read_files` for the few that may."""
    found = [
        Finding(line, f"imports {module}: {FORBIDDEN_MODULES[module]}")
        for line, module in imported_modules(tree)
        if module in FORBIDDEN_MODULES
    ]
    found += [Finding(line, f"{name}: a clock") for line, name in references(tree) if name in CLOCKS]
    return found if may_read_files else found + _files(tree)


def _files(tree: ast.Module) -> list[Finding]:
    found = [
        Finding(line, f"imports {module}: files") for line, module in imported_modules(tree) if module in FILE_MODULES
    ]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open":
            found.append(Finding(node.lineno, "open(): a file"))
        if isinstance(node, ast.Attribute) and node.attr in FILE_METHODS:
            found.append(Finding(node.lineno, f".{node.attr}: a file"))
    return found
