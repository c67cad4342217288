"""Proofs against the test data of transparency-dev/merkle: every file, with the verdict it expects.

The data stand outside the project, in the folder that STANDARDS_DIR names (default ../shared/standards). Where they are
missing these tests fail by name, unless ALLOW_MISSING=1.
"""

import json
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest

from legation_core.integrity import proofs
from legation_core.problems import Refused
from tests.core.standards import MERKLE, is_there

FILES = sorted(MERKLE.rglob("*.json"))
COUNTED = {"consistency": 98, "inclusion": 98, "subtreeconsistency": 118, "subtreeinclusion": 204}


def kind_of(path: Path) -> str:
    return path.relative_to(MERKLE).parts[0]


def expected_code(kind: str, case: dict[str, Any]) -> str:
    """How the refusal must be called: by the numbers where they alone are impossible, else by the proof."""
    if kind == "consistency":
        old, new = case["size1"], case["size2"]
        return "V062" if old > new or (old == 0 < new) else "V065"
    start, end = case.get("start", 0), case.get("end", case.get("treeSize"))
    if kind == "subtreeconsistency":
        is_span = end <= case["size"] and (start == end or is_subtree(start, end))
        return "V065" if is_span else "V063"
    if not is_subtree(start, end):
        return "V063"
    return "V064" if start <= case["leafIdx"] < end else "V061"


def is_subtree(start: int, end: int) -> bool:
    width = 1
    while width < end - start:
        width *= 2
    return 0 <= start < end and start % width == 0


def verify(kind: str, case: dict[str, Any]) -> None:
    proof = [b64decode(one) for one in case["proof"] or []]
    octets = {name: b64decode(case[name] or "") for name in ("root", "leafHash", "root1", "root2") if name in case}
    match kind:
        case "inclusion":
            proofs.verify_inclusion(octets["leafHash"], case["leafIdx"], case["treeSize"], octets["root"], proof)
        case "consistency":
            proofs.verify_consistency(case["size1"], case["size2"], octets["root1"], octets["root2"], proof)
        case "subtreeinclusion":
            span = (case["leafIdx"], case["start"], case["end"])
            proofs.verify_subtree_inclusion(octets["leafHash"], *span, octets["root"], proof)
        case _:
            span = (case["start"], case["end"], case["size"])
            proofs.verify_subtree_consistency(*span, octets["root1"], octets["root2"], proof)


@pytest.mark.parametrize("path", FILES or [MERKLE], ids=lambda path: str(path.relative_to(MERKLE)))
def test_proof(path: Path) -> None:
    if not is_there(path) or path == MERKLE:
        return
    case = json.loads(path.read_text(encoding="utf-8"))
    if not case["wantErr"]:
        verify(kind_of(path), case)
        return
    with pytest.raises(Refused) as refused:
        verify(kind_of(path), case)
    assert refused.value.code == expected_code(kind_of(path), case)


def test_all_518_files_are_read() -> None:
    if is_there(MERKLE):
        assert {kind: sum(kind_of(path) == kind for path in FILES) for kind in COUNTED} == COUNTED
        assert len(FILES) == sum(COUNTED.values()) == 518
