"""Problems, texts and instants in the reader's language."""

from django.utils.translation import get_language, gettext

from legation.base.wording.facts import in_words
from legation.base.wording.phrases import in_phrases
from legation.base.wording.where import where_in_words
from legation_core.problems import Fact, Problem
from legation_core.values import Text
from legation_core.words import SENTENCES


def worded(problem: Problem) -> str:
    """The sentence of `problem` in the language of the request, with its place in front."""
    text = gettext(SENTENCES[problem.code]).format_map(facts_in_words(problem))
    return f"{where_in_words(problem.where)}: {text}" if problem.where else text


def facts_in_words(problem: Problem) -> dict[str, Fact]:
    """The facts in the reader's words. Those of files and lawbooks quote what stands there and stay as they are."""
    if problem.code[0] in "RV":
        return dict(problem.facts)
    return in_phrases(problem.facts) if problem.code[0] == "L" else in_words(problem.facts)


class _Unknown:
    """A fact that no problem has filled in: three dots, in whatever way it would be written."""

    def __format__(self, how: str) -> str:
        return "…"


class _Dots(dict[str, _Unknown]):
    def __missing__(self, fact: str) -> _Unknown:
        return _Unknown()


def pattern_of(code: str) -> str:
    """The sentence of a code in the language of the request, with dots where the facts of a problem would stand."""
    return gettext(SENTENCES[code]).format_map(_Dots())


def text_of(text: Text | dict[str, str] | str) -> str:
    """A text of several languages in the language of the request."""
    if isinstance(text, str):
        return text
    return Text(text).in_language(get_language() or "en")


def numbered(number: str, names: Text | dict[str, str]) -> str:
    """A thing that has a number and a name: the number once, though a name may begin with it."""
    name = text_of(names)
    return name if name.startswith(number) else f"{number} {name}".strip()
