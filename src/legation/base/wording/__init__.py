"""Problems, texts and instants in the reader's language."""

from django.utils.translation import get_language, gettext

from legation_core.problems import Problem
from legation_core.values import Text
from legation_core.words import SENTENCES


def worded(problem: Problem) -> str:
    """The sentence of `problem` in the language of the request, with its place in front."""
    text = gettext(SENTENCES[problem.code]).format_map(dict(problem.facts))
    return f"{problem.where}: {text}" if problem.where else text


def text_of(text: Text | dict[str, str] | str) -> str:
    """A text of several languages in the language of the request."""
    if isinstance(text, str):
        return text
    return Text(text).in_language(get_language() or "en")
