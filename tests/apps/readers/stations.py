"""The table that the tests read: five stations' worth of columns, one of each kind."""

from legation.readers.columns import Column, Columns, Kind
from legation_core.values import Text

HEADINGS = ("Mission", "Number", "Opens", "Time zone", "Kind", "Created")
STATIONS = Columns(
    (
        Column("mission", Text({"en": "Mission", "az": "Nümayəndəlik"}), required=True, max_length=60),
        Column("number", "Number", required=True, kind=Kind.INT, minimum=1),
        Column("opens", "Opens", required=True, kind=Kind.TIME),
        Column("zone", "Time zone", kind=Kind.ZONE, aliases=("timezone",), example="Asia/Seoul"),
        Column("kind", "Kind", kind=Kind.CHOICE, choices={"embassy": "Embassy", "consulate": "Consulate"}),
        Column("created", "Created", kind=Kind.DATE),
    ),
    key=("mission", "number"),
    sheet=Text({"en": "Stations", "az": "Məntəqələr"}),
    ignored=("note",),
)
SEOUL = ("Seoul", "40", "08:00", "Asia/Seoul", "embassy", "2024-01-08")
ROME = ("Rome", "39", "08:00", "Europe/Rome", "embassy", "")


def csv_of(*rows: tuple[str, ...], headings: tuple[str, ...] = HEADINGS, separator: str = ",") -> bytes:
    """Lines of a file as a person would save it; nothing is quoted."""
    return "".join(separator.join(row) + "\r\n" for row in (headings, *rows)).encode()
