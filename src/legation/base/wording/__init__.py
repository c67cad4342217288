"""Problems, texts and instants in the reader's language."""

from django.utils.translation import get_language, gettext

from legation.base.wording.facts import in_words
from legation_core.problems import Problem
from legation_core.values import Text
from legation_core.words import SENTENCES


def worded(problem: Problem) -> str:
    """The sentence of `problem` in the language of the request, with its place in front."""
    facts = in_words(problem.facts) if problem.code[0] not in "RV" else dict(problem.facts)
    text = gettext(SENTENCES[problem.code]).format_map(facts)
    return f"{problem.where}: {text}" if problem.where else text


def text_of(text: Text | dict[str, str] | str) -> str:
    """A text of several languages in the language of the request."""
    if isinstance(text, str):
        return text
    return Text(text).in_language(get_language() or "en")


def numbered(number: str, names: Text | dict[str, str]) -> str:
    """A thing that has a number and a name: the number once, though a name may begin with it."""
    name = text_of(names)
    return name if name.startswith(number) else f"{number} {name}".strip()
