"""Proofs against the test data of transparency-dev/merkle: every file, with the verdict it expects.

The data stand outside the project, in the folder that STANDARDS_DIR names (default ../shared/standards). Where they are
missing the head of the test run says so by name.
"""

import json
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest

from legation_core.integrity import proofs
from legation_core.problems import Refused
from tests.core.standards import MERKLE

FILES = sorted(MERKLE.rglob("*.json"))
COUNTED = {"consistency": 98, "inclusion": 98, "subtreeconsistency": 118, "subtreeinclusion": 204}
CODES = {
    "consistency": {"V062", "V065"},
    "inclusion": {"V061", "V063", "V064"},
    "subtreeconsistency": {"V063", "V065"},
    "subtreeinclusion": {"V061", "V063", "V064"},
}
"""What a refusal of each kind of proof may be called."""


def kind_of(path: Path) -> str:
    return path.relative_to(MERKLE).parts[0]


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


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(MERKLE)))
def test_proof(path: Path) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    if not case["wantErr"]:
        verify(kind_of(path), case)
        return
    with pytest.raises(Refused) as refused:
        verify(kind_of(path), case)
    assert refused.value.code in CODES[kind_of(path)]


def test_every_file_is_read_where_the_data_are_there() -> None:
    counted = {kind: sum(kind_of(path) == kind for path in FILES) for kind in COUNTED}
    assert counted in (COUNTED, dict.fromkeys(COUNTED, 0))
    assert sum(COUNTED.values()) == 518
