"""Instants in words, in two zones: `Thu 8 Feb, 08:00 Tabriz (08:30 Baku)`.

The first zone is where the act is done, the second is the home country's. The day stands in brackets only where it
differs. No page types an instant by hand: whoever shows one calls `told`, so that every second zone is computed.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, get_timezone_location
from django.utils.translation import gettext, ngettext


@dataclass(frozen=True, slots=True)
class Clock:
    """Whose clock: an IANA zone and the place named beside the time. Without `place` it is the zone's city."""

    zone: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """An instant or a span in words: by the clock of the place, then by the home clock (empty if that is the same)."""

    first: str
    second: str
    iso: str
    """The instant (of a span: its start) in UTC, for `<time datetime>`."""

    def __str__(self) -> str:
        return f"{self.first} ({self.second})" if self.second else self.first


def locale_of(language: str) -> Locale:
    """The locale whose customs a page in `language` follows. English puts the day before the month."""
    base = language.partition("-")[0]
    return Locale.parse("en_GB" if base == "en" else base)


@lru_cache(maxsize=1024)
def place_of(zone: str, language: str) -> str:
    """The city that names `zone`, in `language`."""
    if zone in ("UTC", "Etc/UTC"):
        return "UTC"
    return get_timezone_location(zone, locale=locale_of(language), return_city=True)


@lru_cache(maxsize=4096)
def day_in_words(day: date, language: str, year: int | None = None) -> str:
    """`Thu 8 Feb`; with its year where that is not `year`. No comma inside: the comma parts the day from the time."""
    locale = locale_of(language)
    skeleton = "MMMEd" if day.year == year else "yMMMEd"
    return format_date(day, _pattern(locale, skeleton), locale=locale)


def day_in_letters(day: date, language: str) -> str:
    """`7 February 2024`: as a day stands in a letter, without its weekday."""
    return format_date(day, "long", locale=locale_of(language))


def day_words(language: str) -> dict[str, str]:
    """What a script needs to write a day as `day_in_words` does: the pattern, the months and the weekdays from Monday.

    Browsers do not know every language that we speak; so they are told.
    """
    locale = locale_of(language)
    names = {"months": locale.months["format"]["abbreviated"], "days": locale.days["format"]["abbreviated"]}
    words = {kind: "|".join(value for _, value in sorted(found.items())) for kind, found in names.items()}
    return words | {"pattern": _pattern(locale, "MMMEd")}


def _pattern(locale: Locale, skeleton: str) -> str:
    return str(locale.datetime_skeletons[skeleton]).replace(",", "").replace("،", "")


def _on_clock(instant: datetime, clock: Clock, *, end_of_day: bool = False) -> tuple[date, str]:
    local = instant.astimezone(ZoneInfo(clock.zone))
    if end_of_day and local.hour == local.minute == 0:
        return local.date() - timedelta(days=1), "24:00"
    return local.date(), f"{local:%H:%M}"


def _place(clock: Clock, language: str) -> str:
    return clock.place or place_of(clock.zone, language)


def told(
    instant: datetime,
    clock: Clock,
    home: Clock | None = None,
    *,
    language: str,
    year: int | None = None,
    end_of_day: bool = False,
) -> Told:
    """`instant` by `clock`, then by `home`.

    `year` is the year of the election: only other years are written. `end_of_day` writes a midnight as 24:00 of the
    day before, as laws do.
    """
    day, hour = _on_clock(instant, clock, end_of_day=end_of_day)
    first = f"{day_in_words(day, language, year)}, {hour} {_place(clock, language)}"
    second = ""
    if home is not None and home.zone != clock.zone:
        home_day, home_hour = _on_clock(instant, home, end_of_day=end_of_day)
        before = "" if home_day == day else f"{day_in_words(home_day, language, year)}, "
        second = f"{before}{home_hour} {_place(home, language)}"
    return Told(first, second, iso(instant))


def told_in_column(
    instant: datetime,
    clock: Clock,
    home: Clock | None = None,
    *,
    language: str,
    year: int | None = None,
    end_of_day: bool = False,
) -> Told:
    """As `told`, for a column whose head names the places: without them, a differing home day as its weekday only."""
    day, hour = _on_clock(instant, clock, end_of_day=end_of_day)
    second = ""
    if home is not None and home.zone != clock.zone:
        home_day, home_hour = _on_clock(instant, home, end_of_day=end_of_day)
        weekday = "" if home_day == day else format_date(home_day, "E", locale=locale_of(language)) + " "
        second = f"{weekday}{home_hour}"
    return Told(f"{day_in_words(day, language, year)}, {hour}", second, iso(instant))


def span_told(
    opens: datetime,
    closes: datetime,
    clock: Clock,
    home: Clock | None = None,
    *,
    language: str,
    year: int | None = None,
    column: bool = False,
) -> Told:
    """The time from `opens` to `closes`: `Wed 7 Feb, 08:00 to 19:00 Tabriz (08:30 to 19:30 Baku)`.

    `column` leaves the places out: the head of the column names them.
    """
    day, hours = _span_on_clock(opens, closes, clock, language, year)
    first = f"{day_in_words(day, language, year)}, {hours}{'' if column else ' ' + _place(clock, language)}"
    second = ""
    if home is not None and home.zone != clock.zone:
        home_day, hours = _span_on_clock(opens, closes, home, language, year)
        before = "" if home_day == day else f"{day_in_words(home_day, language, year)}, "
        second = f"{before}{hours}{'' if column else ' ' + _place(home, language)}"
    return Told(first, second, iso(opens))


def _span_on_clock(
    opens: datetime, closes: datetime, clock: Clock, language: str, year: int | None
) -> tuple[date, str]:
    day, start = _on_clock(opens, clock)
    last, end = _on_clock(closes, clock, end_of_day=True)
    if last != day:
        end = f"{day_in_words(last, language, year)}, {end}"
    return day, gettext("%(start)s to %(end)s") % {"start": start, "end": end}


def time_told(instant: datetime, clock: Clock) -> str:
    """Hour and minute by `clock`: `08:00`. The place must stand nearby."""
    return f"{instant.astimezone(ZoneInfo(clock.zone)):%H:%M}"


def rest_told(instant: datetime, now: datetime) -> str:
    """How long until `instant`, or how late it is: in minutes, hours or days, never rounded up."""
    minutes = int(abs(instant - now).total_seconds()) // 60
    if instant >= now:
        return _until(minutes)
    return _late(minutes)


def _until(minutes: int) -> str:
    hours, days = minutes // 60, minutes // 1440
    if not hours:
        return gettext("in %(count)d min") % {"count": minutes}
    if not days:
        return gettext("in %(count)d h") % {"count": hours}
    return ngettext("in %(count)d day", "in %(count)d days", days) % {"count": days}


def _late(minutes: int) -> str:
    hours, days = minutes // 60, minutes // 1440
    if not hours:
        return gettext("%(count)d min late") % {"count": minutes}
    if not days:
        return gettext("%(count)d h late") % {"count": hours}
    return ngettext("%(count)d day late", "%(count)d days late", days) % {"count": days}


def iso(instant: datetime) -> str:
    """`instant` in UTC as HTML and JSON write it: `2024-02-08T04:30Z`."""
    return f"{instant.astimezone(ZoneInfo('UTC')):%Y-%m-%dT%H:%MZ}"
