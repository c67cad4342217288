"""Templates of letters: texts in the lawbook's languages with `{placeholders}`, filled from facts and never by hand.

A placeholder that no fact fills refuses; what a fact says is never read as a template again, so nothing that somebody
typed can become a placeholder. A paragraph that is `{table}` alone is where the table of the letter stands.
"""

import re
from collections.abc import Mapping

from legation_core.problems import Refused

PLACEHOLDERS = (
    "addressee",
    "body",
    "country",
    "countries",
    "day",
    "election",
    "last_day",
    "mission",
    "missions",
    "stations",
    "table",
    "voters",
)
"""What a text may name: each is generated from records."""
TABLES = ("missions", "stations")
"""Tables that a letter may hold: missions with their voters by ground, stations of a host country."""
TABLE = "{table}"
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def placeholders(text: str) -> tuple[str, ...]:
    """The names in braces, each once, in their order; a lone brace counts as a name that is none."""
    found = list(dict.fromkeys(_PLACEHOLDER.findall(text)))
    rest = _PLACEHOLDER.sub("", text)
    return (*found, *(brace for brace in "{}" if brace in rest))


def fill(text: str, facts: Mapping[str, str]) -> str:
    """`text` with every placeholder but `{table}` filled. Refuses (C131) where a fact is missing."""
    missing = [name for name in placeholders(text) if name != "table" and name not in facts]
    if missing:
        raise Refused("C131", facts={"missing": ", ".join(missing)})
    return _PLACEHOLDER.sub(lambda match: match[0] if match[1] == "table" else facts[match[1]], text)


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, divided by empty lines; lines inside one are joined."""
    parts = re.split(r"\n[ \t]*\n", text.strip())
    return tuple(" ".join(part.split()) for part in parts if part.strip())
