"""The countries and territories against the table that comes with the time zones."""

from importlib.resources import files

from legation_core.network.countries import COUNTRIES, is_country


def test_countries_are_the_249_codes_of_iso_3166() -> None:
    table = (files("tzdata") / "zoneinfo/iso3166.tab").read_text(encoding="utf-8").splitlines()
    assert list(COUNTRIES) == [line[:2] for line in table if line and not line.startswith("#")]
    assert len(COUNTRIES) == 249


def test_countries_have_names_of_their_own() -> None:
    assert len(set(COUNTRIES.values())) == 249
    assert [name for name in COUNTRIES.values() if name != name.strip() or not name] == []


def test_is_country_takes_capital_letters_only() -> None:
    assert [is_country(code) for code in ("AZ", "az", "XX", "", "AZE")] == [True, False, False, False, False]
