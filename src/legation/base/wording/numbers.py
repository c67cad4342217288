"""Counts as the reader's language writes them. Shares are always told as a count of a count."""

from babel.numbers import format_decimal
from django.utils.translation import gettext

from legation.base.wording.instants import locale_of


def number(value: int, language: str) -> str:
    """`1,498`, `1.498` or `1 498`, by language."""
    return format_decimal(value, locale=locale_of(language))


def part_of(part: int, whole: int, language: str) -> str:
    """`40 of 46`: a count with its denominator."""
    return gettext("%(part)s of %(whole)s") % {"part": number(part, language), "whole": number(whole, language)}
