"""Problems, texts and instants in the reader's language."""

from django.utils.translation import get_language, gettext

from legation.base.wording.bodies import body_name
from legation_core.problems import Fact, Problem
from legation_core.values import ASSUMED, Text
from legation_core.words import SENTENCES


def worded(problem: Problem) -> str:
    """The sentence of `problem` in the language of the request, with its place in front."""
    facts = {name: _told(name, value) for name, value in problem.facts.items()}
    text = gettext(SENTENCES[problem.code]).format_map(facts)
    return f"{problem.where}: {text}" if problem.where else text


def _told(name: str, value: Fact) -> Fact:
    """A body by its name; an article that nobody read as assumed; anything else as it is."""
    if name == "body":
        return body_name(str(value))
    return gettext("assumed") if name == "source" and value == ASSUMED else value


def text_of(text: Text | dict[str, str] | str) -> str:
    """A text of several languages in the language of the request."""
    if isinstance(text, str):
        return text
    return Text(text).in_language(get_language() or "en")
