"""How well questions find their answers: 66 invented pairs in three languages, a third of them kept back."""

import csv
import tomllib
from collections import Counter
from pathlib import Path

from legation.coordination.convert.knowledge import keys_of
from legation_core.correspondence.finding import Text, find

ROOT = Path(__file__).parents[3]
QUESTIONS = ROOT / "tests/assets/questions"
GOAL = 0.9


def texts() -> list[Text]:
    known = tomllib.loads((QUESTIONS / "knowledge.toml").read_text(encoding="utf-8"))
    return [
        Text(entry, keys_of(question), keys_of(answer))
        for entry, languages in known.items()
        for question, answer in languages.values()
    ]


def pairs() -> list[dict[str, str]]:
    with (QUESTIONS / "pairs.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def recall(rows: list[dict[str, str]], most: int) -> tuple[int, int]:
    """How many of the pairs find their entry among the first `most`, and how many pairs there are."""
    known = texts()
    hits = [row["entry"] in [one.entry for one in find(keys_of(row["question"]), known, most=most)] for row in rows]
    return sum(hits), len(hits)


def table() -> list[str]:
    """The rows of the table in docs/search-quality.md."""
    rows = pairs()
    parts = {
        "tuned": [row for row in rows if row["part"] == "tuned"],
        "kept back": [row for row in rows if row["part"] == "kept back"],
        **{f"{language}": [row for row in rows if row["language"] == language] for language in ("en", "az", "ru")},
        **{name: [row for row in rows if row["writing"] == name] for name in sorted({one["writing"] for one in rows})},
    }
    lines = []
    for name, part in parts.items():
        (third, count), (first, _) = recall(part, 3), recall(part, 1)
        lines.append(f"| {name} | {count} | {third / count:.2f} | {first / count:.2f} |")
    return lines


def test_the_pairs_are_enough_and_of_three_languages_and_two_scripts() -> None:
    rows = pairs()
    assert (len(rows), Counter(row["part"] for row in rows)["kept back"]) == (66, 22)
    assert {row["language"] for row in rows} == {"en", "az", "ru"}
    assert {row["writing"].split()[0] for row in rows} == {"Latin", "Cyrillic"}


def test_nine_of_ten_questions_kept_back_find_their_answer_among_three() -> None:
    found, count = recall([row for row in pairs() if row["part"] == "kept back"], 3)
    assert found / count >= GOAL


def test_nine_of_ten_questions_find_their_answer_among_three() -> None:
    found, count = recall(pairs(), 3)
    assert found / count >= GOAL


def test_the_document_prints_what_is_measured() -> None:
    printed = (ROOT / "docs/search-quality.md").read_text(encoding="utf-8")
    assert [line for line in table() if line not in printed] == []
