"""Spreadsheets written octet by octet, so that they can be as wrong as no program would write them."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping

from legation.readers.addresses import address
from tests.apps.readers.stations import HEADINGS

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{}</Types>'
WORKBOOK_TYPE = (
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
)
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
SHEET = "xl/worksheets/sheet1.xml"
SHARED = "xl/sharedStrings.xml"
BOOK = "xl/workbook.xml"
BOOK_RELATIONS = "xl/_rels/workbook.xml.rels"
EDIT = Callable[[zipfile.ZipFile], None]
GOOD = ("Seoul", 40, "08:00", "Asia/Seoul", "embassy", "2024-01-08")


def relation(identifier: str, kind: str, target: str, more: str = "") -> str:
    return f'<Relationship Id="{identifier}" Type="{OFFICE}/{kind}" Target="{target}" {more}/>'


def cell(row: int, column: int, value: object) -> str:
    """A number, a text in the cell itself, or XML as it is where `value` begins with "<"."""
    place = address(row, column)
    if isinstance(value, str) and value.startswith("<"):
        return value.replace("HERE", place)
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def rows_of(*rows: Iterable[object], first: int = 1, attributes: str = "") -> str:
    """Rows one below the other; `None` leaves a cell out."""
    return "".join(
        f'<row r="{number}" {attributes}>'
        + "".join(cell(number, column, value) for column, value in enumerate(row, start=1) if value is not None)
        + "</row>"
        for number, row in enumerate(rows, start=first)
    )


def sheet(rows: str, *, before: str = "", after: str = "") -> str:
    return f"<worksheet {MAIN}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"


def parts_of(sheet_xml: str, *, name: str = "Stations", state: str = "visible") -> dict[str, str | bytes]:
    """The parts of the smallest spreadsheet there is."""
    return {
        "[Content_Types].xml": TYPES.format(WORKBOOK_TYPE),
        "_rels/.rels": RELATIONS.format(relation("rId1", "officeDocument", BOOK)),
        BOOK: f'<workbook {MAIN} xmlns:r="{OFFICE}"><sheets>'
        f'<sheet name="{name}" sheetId="1" state="{state}" r:id="rId1"/></sheets></workbook>',
        BOOK_RELATIONS: RELATIONS.format(
            relation("rId1", "worksheet", "worksheets/sheet1.xml")
            + relation("rId2", "sharedStrings", "sharedStrings.xml")
        ),
        SHARED: f"<sst {MAIN}><si><t>shared</t></si></sst>",
        SHEET: sheet_xml,
    }


def package(parts: Mapping[str, str | bytes], edit: EDIT = lambda _archive: None) -> bytes:
    """The zip of `parts`. `edit` may falsify what the directory at its end says."""
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # names that appear twice
        for name, content in parts.items():
            archive.writestr(name, content)
        edit(archive)
    return target.getvalue()


def workbook(*rows: Iterable[object], before: str = "", after: str = "", **more: str) -> bytes:
    """A spreadsheet of `rows`, the headings being the first."""
    return package(parts_of(sheet(rows_of(*rows), before=before, after=after), **more))


def stations(*rows: Iterable[object], **more: str) -> bytes:
    """`rows` below the headings of the stations."""
    return workbook(HEADINGS, *rows, **more)


def with_parts(changes: Mapping[str, str | bytes | None], *, edit: EDIT = lambda _archive: None) -> bytes:
    """A good spreadsheet with some parts added, exchanged, or taken out (`None`)."""
    parts = {**parts_of(sheet(rows_of(HEADINGS, GOOD))), **changes}
    return package({name: content for name, content in parts.items() if content is not None}, edit)


def swollen(declared: int) -> bytes:
    """A sheet of ten gigabytes of spaces in ten megabytes, which says it has `declared` octets."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = compressor.compress(b" " * 2**20) + compressor.flush(zlib.Z_FULL_FLUSH)

    def edit(archive: zipfile.ZipFile) -> None:
        archive.writestr(zipfile.ZipInfo(SHEET), block * 10_240 + compressor.flush())
        archive.filelist[-1].compress_type = zipfile.ZIP_DEFLATED
        archive.filelist[-1].file_size = declared

    return with_parts({SHEET: None}, edit=edit)


def laughs() -> str:
    """A text of some gigabytes in ten entities, each ten times the one before."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE sst [<!ENTITY l0 "ha">{entities}]><sst {MAIN}><si><t>&l9;</t></si></sst>'
