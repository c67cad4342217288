"""Tags that put instants, numbers and texts of several languages into the reader's words. `{% load wording %}`"""

from datetime import date, datetime

import tzdata
from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, gettext_lazy

from legation.base import clock
from legation.base.wording import instants, numbers
from legation.base.wording import text_of as text_in_language
from legation.base.wording.instants import Clock, Told
from legation_core.values import Text

register = template.Library()

UTC = Clock("UTC")
BASES = {
    "inferred": gettext_lazy("inferred"),
    "assumed": gettext_lazy("assumed"),
    "invented": gettext_lazy("invented"),
    "not_published": gettext_lazy("not published"),
}


def _language() -> str:
    return get_language() or "en"


def _clocks(context: template.Context, zone: str | None, place: str) -> tuple[Clock, Clock | None]:
    """The clock of the place and the home clock: `home` of the context, else UTC alone."""
    home: Clock | None = context.get("home")
    if zone:
        return Clock(zone, str(place)), home
    return home or UTC, None


def _element(told: Told, reader: SafeString | str = "") -> SafeString:
    second = format_html(" <span>({})</span>", told.second) if told.second else ""
    markup = '<time class="instant" datetime="{}"{}><b>{}</b>{}</time>'
    return format_html(markup, told.iso, reader, told.first, second)


def _for_reader(first: Clock, home: Clock | None, closes: datetime | None = None) -> SafeString:
    """What the browser needs to add the reader's own clock: the zones that are shown already, and the end of a span."""
    zones = " ".join(clock.zone for clock in (first, home) if clock)
    until = format_html(' data-closes="{}"', instants.iso(closes)) if closes else ""
    return format_html(' data-reader-zone="{}"{}', zones, until)


@register.simple_tag(takes_context=True)
def instant(
    context: template.Context,
    value: datetime,
    zone: str | None = None,
    place: str = "",
    *,
    end_of_day: bool = False,
    column: bool = False,
    reader: bool = False,
) -> SafeString:
    """`{% instant value zone place %}`: by that clock, then by `home`; without a zone by `home` alone.

    `end_of_day` writes a midnight as 24:00, `column` leaves the places to the column's head, `reader` asks the browser
    to add the reader's own zone.
    """
    first, home = _clocks(context, zone, place)
    year = context.get("year")
    tell = instants.told_in_column if column else instants.told
    told = tell(value, first, home, language=_language(), year=year, end_of_day=end_of_day)
    return _element(told, _for_reader(first, home) if reader else "")


@register.simple_tag(takes_context=True)
def hours(
    context: template.Context,
    opens: datetime,
    closes: datetime,
    zone: str | None = None,
    place: str = "",
    *,
    column: bool = False,
    reader: bool = False,
) -> SafeString:
    """`{% hours opens closes zone place %}`: a span of one or two days, by that clock and by `home`.

    `column` and `reader` as for `instant`.
    """
    first, home = _clocks(context, zone, place)
    year = context.get("year")
    told = instants.span_told(opens, closes, first, home, language=_language(), year=year, column=column)
    return _element(told, _for_reader(first, home, closes) if reader else "")


@register.simple_tag(takes_context=True)
def local_time(context: template.Context, value: datetime, zone: str | None = None) -> SafeString:
    """`{% local_time value zone %}`: hour and minute only; the place must stand nearby."""
    first, _ = _clocks(context, zone, "")
    markup = '<time class="instant" datetime="{}">{}</time>'
    return format_html(markup, instants.iso(value), instants.time_told(value, first))


@register.simple_tag(takes_context=True)
def day(context: template.Context, value: date) -> str:
    """`{% day value %}`: `Wed 7 Feb`, with its year where that is not the election's."""
    return instants.day_in_words(value, _language(), context.get("year"))


@register.simple_tag
def rest(value: datetime) -> str:
    """`{% rest value %}`: `in 2 h`, `16 h late`, by election time. Beside the instant, never instead of it."""
    return instants.rest_told(value, clock.now())


@register.simple_tag(takes_context=True)
def election_clock(context: template.Context, zone: str = "", place: str = "") -> SafeString:
    """`{% election_clock zone place %}`: the election's own now, with its year, by that clock and by the home clock."""
    first, home = _clocks(context, zone, place)
    return _element(instants.told(clock.now(), first, home, language=_language()), _for_reader(first, home))


@register.filter
def number(value: int) -> str:
    """`{{ count|number }}`: a count as the language writes it."""
    return numbers.number(value, _language())


@register.filter
def hundredths(value: int) -> str:
    """A share of hundredths of a percent, with two places."""
    return numbers.hundredths(value, _language())


@register.simple_tag
def part_of(part: int, whole: int) -> str:
    """`{% part_of 40 46 %}`: `40 of 46`."""
    return numbers.part_of(part, whole, _language())


@register.simple_tag
def spread(stations: int, missions: int, countries: int) -> str:
    """`{% spread 49 46 37 %}`: `49 stations at 46 missions in 37 countries`, and one of each in the singular."""
    return numbers.spread(stations, missions, countries, _language())


@register.filter
def in_words(value: Text | str) -> str:
    """`{{ body.name|in_words }}`: a text of the lawbook in the reader's language."""
    return text_in_language(value)


@register.simple_tag
def basis(value: str) -> SafeString | str:
    """`{% basis station.number_basis %}`: a dashed label where a fact is not established; nothing where it is."""
    if value not in BASES:
        return ""
    return format_html('<span class="label label-dashed">{}</span>', BASES[value])


@register.simple_tag
def reader_words() -> SafeString:
    """Attributes of the page's body from which `zones.js` words the reader's own clock."""
    words = instants.day_words(_language())
    markup = 'data-reader-words="{}" data-day-pattern="{}" data-day-months="{}" data-day-names="{}"'
    return format_html(markup, gettext("your clock"), words["pattern"], words["months"], words["days"])


@register.simple_tag
def zone_table() -> str:
    """The version of the zone table that all times are computed by, e.g. `2026a`."""
    return tzdata.IANA_VERSION
