"""Counts as the reader's language writes them. A share is told as a count of a count, or beside its counts."""

from decimal import Decimal

from babel.numbers import format_decimal
from django.utils.translation import gettext, npgettext, pgettext

from legation.base.wording.instants import locale_of


def number(value: int, language: str) -> str:
    """`1,498`, `1.498` or `1 498`, by language."""
    return format_decimal(value, locale=locale_of(language))


def hundredths(value: int, language: str) -> str:
    """`52.80` or `52,80` of 5,280 hundredths of a percent."""
    return format_decimal(Decimal(value) / 100, format="#,##0.00", locale=locale_of(language))


def part_of(part: int, whole: int, language: str) -> str:
    """`40 of 46`: a count with its denominator."""
    return gettext("%(part)s of %(whole)s") % {"part": number(part, language), "whole": number(whole, language)}


def spread(stations: int, missions: int, countries: int, language: str) -> str:
    """`49 stations at 46 missions in 37 countries`; each of the three in the form that its number asks for."""
    parts = {
        "stations": npgettext("spread", "%(count)s station", "%(count)s stations", stations)
        % {"count": number(stations, language)},
        "missions": npgettext("spread", "at %(count)s mission", "at %(count)s missions", missions)
        % {"count": number(missions, language)},
        "countries": npgettext("spread", "in %(count)s country", "in %(count)s countries", countries)
        % {"count": number(countries, language)},
    }
    return pgettext("spread", "%(stations)s %(missions)s %(countries)s") % parts
