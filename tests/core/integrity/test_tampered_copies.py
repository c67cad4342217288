"""Copies of a published log that somebody tampered with: each kind of tampering is refused by a code of its own."""

import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from legation_core.integrity import checkpoint
from legation_core.integrity.verify import Demands, verify
from legation_core.problems import Refused
from legation_core.words import SENTENCES, sentence
from tests.core.integrity import copies
from tests.core.integrity.copies import KEY
from tests.core.integrity.tampered import COPIES, TRUE, Copy


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copies.publish(tmp_path_factory.mktemp("whole") / "log", TRUE)


@pytest.mark.parametrize("case", COPIES, ids=lambda case: case.name)
def test_a_tampered_copy_is_refused_by_name(whole: Path, tmp_path: Path, case: Copy) -> None:
    copy = Path(shutil.copytree(whole, tmp_path / "log"))
    case.tamper(copy)
    with pytest.raises(Refused) as refused:
        verify(copy, case.demands)
    assert (refused.value.code, refused.value.problem.where) == (case.code, case.where)
    assert sentence(refused.value.problem).startswith(f"{case.code} {case.where}: ")


def test_each_kind_of_tampering_has_a_code_of_its_own() -> None:
    codes, kinds = defaultdict(set), defaultdict(set)
    for case in COPIES:
        kind = case.name.partition(":")[0]
        codes[kind].add(case.code)
        kinds[case.code].add(kind)
    assert [kind for kind, given in codes.items() if len(given) > 1] == []
    assert [code for code, given in kinds.items() if len(given) > 1] == []


def test_each_code_has_a_sentence_that_no_other_has_and_that_says_how_to_mend() -> None:
    sentences = [SENTENCES[code] for code in {case.code for case in COPIES}]
    assert len(set(sentences)) == len(sentences)
    assert [text for text in sentences if text.count(". ") + text.count("; ") + text.count(": ") == 0] == []


def test_an_empty_log_with_a_root_of_something_is_refused(tmp_path: Path) -> None:
    forged = copies.signed(checkpoint.body(copies.ORIGIN, 0, bytes(32)))
    with pytest.raises(Refused, match="V109"):
        verify(copies.publish(tmp_path / "log", [], forged), Demands(KEY))
