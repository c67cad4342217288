"""Who may read the rows of another capability, and how tables may point at each other."""

import ast
from collections.abc import Sequence

from tests.contracts.checks.calls import imported_modules
from tests.contracts.checks.tree import Finding

VOTERS_ROOMS = ("legation.voters.models", "legation.voters.persons")
READERS_OF_VOTERS = ("voters", "pollbook")


def reads_voters(tree: ast.Module) -> list[Finding]:
    """Imports of the rooms that hold personal data of voters."""
    return [
        Finding(line, f"imports {module}: only voters and pollbook may")
        for line, module in imported_modules(tree)
        if any(module == room or module.startswith(f"{room}.") for room in VOTERS_ROOMS)
    ]


def sees_beyond(tree: ast.Module, *, allowed: frozenset[str]) -> list[Finding]:
    """Imports of capabilities other than `allowed`."""
    return [
        Finding(line, f"imports {module}")
        for line, module in imported_modules(tree)
        if module.startswith("legation.") and module.split(".")[1] not in allowed
    ]


def foreign_key_faults(
    *, source: str, target: str, related_name: str | None, protects: bool, order: Sequence[str]
) -> list[str]:
    """What is wrong with a foreign key from app `source` to app `target`. `order`: upper first."""
    if source == target:
        return []
    faults = []
    if target in order and source in order and order.index(target) < order.index(source):
        faults.append("points up the order")
    if related_name != "+":
        faults.append('needs related_name="+"')
    if not protects:
        faults.append("needs on_delete=PROTECT")
    return faults
