"""Phrases among the facts of a lawbook's problems: what a cell holds and what it should. All else quotes the file."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legation_core.problems import Fact

PHRASES: dict[str, str | Promise] = {
    "the file": _("the file"),
    "a whole number without quotes": _("a whole number without quotes"),
    "a date without quotes, as 2019-07-01": _("a date without quotes, as 2019-07-01"),
    'texts by language, as { en = "..." }': _('texts by language, as { en = "..." }'),
    'a list, as ["one", "two"]': _('a list, as ["one", "two"]'),
    'a list, as ["en", "fr"]': _('a list, as ["en", "fr"]'),
    "true or false without quotes": _("true or false without quotes"),
    'a time in quotes, as "08:00"': _('a time in quotes, as "08:00"'),
    "true or false": _("true or false"),
    "text": pgettext_lazy("cell", "text"),
    "a whole number": _("a whole number"),
    "a number with a point": _("a number with a point"),
    "a date with a time": _("a date with a time"),
    "a date": _("a date"),
    "a time without quotes": _("a time without quotes"),
    "a list": _("a list"),
    "something else": _("something else"),
    "a table": _("a table"),
    "the end": _("the end"),
    "a number, a name or a sign": _("a number, a name or a sign"),
    "a number, a name or (": _("a number, a name or ("),
    "a comparison (== != <= >= < >)": _("a comparison (== != <= >= < >)"),
    "a number that is not 0 before this": _("a number that is not 0 before this"),
    "a name": _("a name"),
    "a number": _("a number"),
}
"""The phrases of `legation_core.lawbook`, which a test holds to it."""
_PHRASED = frozenset({"expected", "found", "table"})


def in_phrases(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """`facts` with the phrases among them in the reader's language."""
    return {name: str(PHRASES.get(str(fact), fact)) if name in _PHRASED else fact for name, fact in facts.items()}
