"""Names of countries and territories in the reader's language, and their alphabetical order there."""

from django.utils.translation import get_language

from legation.base.wording.instants import locale_of
from legation_core.network.countries import COUNTRIES
from legation_core.values import CountryCode

AZERBAIJANI = "abcçdeəfgğhxıijkqlmnoöprsştuüvyz"
"""The alphabet of Azerbaijani in its order: ə after e, x after h, ı before i, q after k."""


def country_name(code: str) -> str:
    """The country in the reader's language; by its English name where the language has none."""
    names = locale_of(get_language() or "en").territories
    return str(names.get(code) or COUNTRIES.get(CountryCode(code), code))


def region_name(code: str) -> str:
    """A region of the world by its M49 code, in the reader's language."""
    return str(locale_of(get_language() or "en").territories.get(code) or code)


def sort_key(text: str) -> tuple[object, ...]:
    """What sorts `text` as its readers expect: by the Azerbaijani alphabet in Azerbaijani, else by folded letters."""
    from legation_core.register.folding import fold

    if (get_language() or "en").startswith("az"):
        lowered = text.replace("I", "ı").replace("İ", "i").lower()
        return tuple(AZERBAIJANI.find(letter) if letter in AZERBAIJANI else 100 for letter in lowered)
    return (fold(text),)
