"""Where a problem stands, in the reader's language: rows and cells, lines of a file, districts, countries, days.

The core and the readers name a place in English, as the terminal shows it. Each way of naming one is known here; a code
of a mission or a station belongs to no language and stays as it is.
"""

import re
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from legation.base.wording.countries import country_name
from legation.base.wording.instants import day_in_words
from legation_core.network.countries import COUNTRIES
from legation_core.values import CountryCode

_FORMS: tuple[tuple[str, str | Promise], ...] = (
    (
        r"row (?P<row>\d+), station (?P<station>[^,]+), (?P<line>.+)",
        _("row %(row)s, station %(station)s, %(line)s"),
    ),
    (r"row (?P<row>\d+), column (?P<column>.+)", _("row %(row)s, column %(column)s")),
    (r"row (?P<row>\S+)", _("row %(row)s")),
    (r"cell (?P<cell>\S+)", _("cell %(cell)s")),
    (r"cells (?P<cells>\S+)", _("cells %(cells)s")),
    (r"column (?P<column>\S+)", _("column %(column)s")),
    (r"columns", _("columns")),
    (r"line (?P<line>\d+)", _("line %(line)s")),
    (r"byte (?P<byte>\d+)", _("octet %(byte)s")),
    (r"district (?P<district>\S+)", _("district %(district)s")),
)
_KNOWN = tuple((re.compile(pattern), text) for pattern, text in _FORMS)
_IN_FILE = re.compile(r"file (?P<file>.+?)(?:, (?P<rest>(?:row|cell|cells|column|columns|line|byte)\b.*|\S+\.xml))?")
_AT_LINE = re.compile(r"(?P<file>\S.*) line (?P<line>\d+)")
_DAY = re.compile(r"\b(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2})?Z)?(?!\d)")


def where_in_words(where: str) -> str:
    """The place of a problem in the language of the request; what is no known way of naming a place stays as it is."""
    for pattern, text in _KNOWN:
        if found := pattern.fullmatch(where):
            return str(text) % found.groupdict()
    if found := _IN_FILE.fullmatch(where):
        file = gettext("file %(file)s") % {"file": found["file"]}
        return f"{file}, {where_in_words(found['rest'])}" if found["rest"] else file
    if found := _AT_LINE.fullmatch(where):
        return gettext("%(file)s, line %(line)s") % found.groupdict()
    country, comma, region = where.partition(", ")
    if CountryCode(country) in COUNTRIES:
        return country_name(country) + comma + region
    return days_in_words(where)


def days_in_words(text: str) -> str:
    """`text` with each `2024-02-07` in it as people read a day, and each instant in UTC as day and hour."""
    return _DAY.sub(_told, text)


def _told(found: "re.Match[str]") -> str:
    day = _date(found[1])
    if day is None:
        return found[0]
    told = day_in_words(day, get_language() or "en")
    return f"{told}, {found[2]} UTC" if found[2] else told


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
