"""Which answered questions are like a question that somebody asks, however and in whatever script it is written.

Words are compared by their beginnings and by the groups of three letters in them, so that endings, slips and other
spellings of a word still meet; what stands in many texts counts little (BM25, Robertson and Zaragoza 2009). Whoever
calls gives text whose letters are Latin already; `rough` then brings together what scripts write differently. It is for
finding alone: two words that are alike to it are not the same word.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

_Marks = Callable[[Iterable[str]], list[str]]
_TOGETHER = (
    *(("shch", "s"), ("sch", "s"), ("sh", "s"), ("ch", "c"), ("kh", "h"), ("zh", "j"), ("gh", "g"), ("ph", "f")),
    *(("ts", "c"), ("x", "h"), ("q", "g"), ("w", "v"), ("y", "i"), ("j", "i"), ("e", "a")),
)
"""What transliterations of one letter differ in, the longer first."""
BEGINNING = 5
"""Letters of a word by which its forms are held together."""
K1, B = 1.2, 0.6
"""How soon a repeated word stops to count; how much a long text counts less."""
OF_LETTERS, OF_ANSWERS = 0.6, 0.35
"""What groups of letters count beside words, and answers beside questions."""
ENOUGH = 0.3
"""Share of what a question could reach at most; what reaches less is not offered."""
TELLING, SHARED = 4, 2
"""Letters from which a word tells something; so many of these words, and two fifths of them, an offer shares."""


@dataclass(frozen=True, slots=True)
class Text:
    """An answered question in one language: the entry to which it belongs, and the rough words of both."""

    entry: str
    question: tuple[str, ...]
    answer: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """An entry and how like it is, 1 at the most for the same question."""

    entry: str
    likeness: float


def rough(text: str) -> tuple[str, ...]:
    """The words of a text in small Latin letters, as far as spellings and scripts agree on them."""
    kept = "".join(letter if letter.isalnum() else " " for letter in text.lower().replace("'", ""))
    return tuple(word for raw in kept.split() if (word := _word(raw)))


def _word(word: str) -> str:
    for several, one in _TOGETHER:
        word = word.replace(several, one)
    return "".join(letter for at, letter in enumerate(word) if not at or letter != word[at - 1])


def find(asked: Sequence[str], texts: Sequence[Text], *, most: int = 3) -> list[Found]:
    """The entries most like what is asked, the likest first."""
    by_words = _Index([(one.question, one.answer) for one in texts], _beginnings)
    by_letters = _Index([(one.question, one.answer) for one in texts], _letters)
    words, letters = by_words.scores(asked), by_letters.scores(asked)
    whole = by_words.reachable(asked) + OF_LETTERS * by_letters.reachable(asked)
    best: dict[str, float] = {}
    for text, first, second in zip(texts, words, letters, strict=True):
        score = min((first + OF_LETTERS * second) / whole, 1.0) if whole else 0.0
        best[text.entry] = max(best.get(text.entry, 0.0), score)
    ranked = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
    return [Found(entry, likeness) for entry, likeness in ranked[:most] if likeness > 0]


def alike(asked: Sequence[str], texts: Sequence[Text], *, most: int = 3) -> list[Found]:
    """Those among `find` that are like enough to be offered to somebody who did not search."""
    found = [one for one in find(asked, texts, most=most) if one.likeness >= ENOUGH]
    return [one for one in found if any(_shares(asked, text) for text in texts if text.entry == one.entry)]


def _shares(asked: Sequence[str], text: Text) -> bool:
    wanted = {word[:BEGINNING] for word in asked if len(word) >= TELLING}
    common = wanted & {word[:BEGINNING] for word in (*text.question, *text.answer)}
    return len(common) >= SHARED and 5 * len(common) >= 2 * len(wanted)


def _beginnings(words: Iterable[str]) -> list[str]:
    return [word[:BEGINNING] for word in words if len(word) > 1]


def _letters(words: Iterable[str]) -> list[str]:
    return [f" {word} "[at : at + 3] for word in words if len(word) > 2 for at in range(len(word))]


class _Index:
    """Marks of texts (beginnings, groups of letters) with how rare each is."""

    def __init__(self, texts: Sequence[tuple[Sequence[str], Sequence[str]]], marks: _Marks) -> None:
        self.marks = marks
        self.counts = [(Counter(marks(question)), Counter(marks(answer))) for question, answer in texts]
        holding = Counter(mark for question, answer in self.counts for mark in question.keys() | answer.keys())
        self.rarity = {
            mark: math.log(1 + (len(texts) - count + 0.5) / (count + 0.5)) for mark, count in holding.items()
        }
        self.lengths = [_mean([sum(pair[part].values()) for pair in self.counts]) for part in (0, 1)]

    def scores(self, asked: Sequence[str]) -> list[float]:
        """How like each text is to what is asked."""
        wanted = set(self.marks(asked))
        return [
            self._part(wanted, question, self.lengths[0]) + OF_ANSWERS * self._part(wanted, answer, self.lengths[1])
            for question, answer in self.counts
        ]

    def reachable(self, asked: Sequence[str]) -> float:
        """What a text of the same words would reach; words that stand nowhere count as the rarest do."""
        rarest = math.log(1 + (len(self.counts) + 0.5) / 0.5)
        return sum(self.rarity.get(mark, rarest) for mark in set(self.marks(asked)))

    def _part(self, wanted: Iterable[str], counts: Mapping[str, int], usual: float) -> float:
        length = sum(counts.values())
        pressed = K1 * (1 - B + B * length / usual) if usual else K1
        return sum(
            self.rarity[mark] * counts[mark] * (K1 + 1) / (counts[mark] + pressed) for mark in wanted if mark in counts
        )


def _mean(numbers: Sequence[int]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0
