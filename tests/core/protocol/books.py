"""The forms that the tests of protocols read: two of the package, one of an invented country."""

from pathlib import Path

from legation_core.lawbook import loader
from legation_core.lawbook.model import Form
from tests.core.lawbook import ruritania

PACKAGE = Path(loader.__file__).parent / "books"
REFERENDUM = Path(__file__).parents[2] / "assets" / "forms" / "referendum.toml"


def form(book: str, key: str = "station_protocol") -> Form:
    if book == "ruritania":
        read = loader.read((ruritania.TEXT + REFERENDUM.read_text(encoding="utf-8")).encode(), "ruritania.toml")
    else:
        read = loader.load(PACKAGE / f"{book}.toml")
    return next(item for _, item in read.provisions if isinstance(item, Form) and item.key == key)


AZ, AZ_DISTRICT, RO = form("az"), form("az", "district_protocol"), form("ro")
REFERENDUM_FORM = form("ruritania", "referendum_protocol")
EVERY = (AZ, AZ_DISTRICT, RO, REFERENDUM_FORM)
