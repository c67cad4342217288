"""The workbook part of a spreadsheet: which sheets there are, and that nothing in it runs or reaches outside."""

from dataclasses import dataclass
from posixpath import normpath

from legation.readers.characters import in_ascii, shown
from legation.readers.request import Request
from legation.readers.xlsx_archive import Archive
from legation.readers.xml_stream import local, parse
from legation_core.problems import Refused
from legation_core.register.folding import fold

TYPES = "[Content_Types].xml"
WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
_HARMLESS_OUTSIDE = "/hyperlink"
"""A link that a person may click. It is never followed here."""
_SHARED = ("/sharedStrings", "/styles")
_OTHER_KINDS = (
    ("mimetype", ".ods"),
    ("xl/workbook.bin", ".xlsb"),
    ("index/document.iwa", ".numbers"),
    ("word/document.xml", ".docx"),
    ("ppt/presentation.xml", ".pptx"),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet: its name, the part that holds it, and whether people see it."""

    name: str
    part: str
    visible: bool


@dataclass(frozen=True, slots=True)
class Book:
    """The worksheets in the order of their tabs, and the parts that they share: texts and formats."""

    sheets: tuple[Sheet, ...]
    shared: tuple[str, ...]


def book_of(archive: Archive, *, depth: int) -> Book:
    """What the workbook says of itself. Refuses macros, links to other files and what is no workbook."""
    _refuse_other_kinds(archive)
    _refuse_macros(archive, depth)
    targets, shared = _targets(archive, depth)
    sheets: list[Sheet] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if local(name) != "sheet":
            return
        values = {local(key): value for key, value in attributes.items()}
        part = targets.get(values.get("id", ""))
        if part:
            sheets.append(Sheet(values.get("name", ""), part, values.get("state", "visible") == "visible"))

    parse(archive.chunks(WORKBOOK), WORKBOOK, start, depth=depth)
    if not sheets:
        raise Refused("R127")
    return Book(tuple(sheets), shared)


def chosen(sheets: tuple[Sheet, ...], request: Request) -> Sheet:
    """The sheet that the template names, else the first that is no help sheet and that people see."""
    named = [sheet for sheet in sheets if fold(sheet.name) in request.sheets]
    tables = [sheet for sheet in sheets if fold(sheet.name) not in request.help_sheets]
    seen = [sheet for sheet in tables if sheet.visible]
    sheet = (named or seen or tables or list(sheets))[0]
    if not sheet.visible:
        raise Refused("R125", f"sheet {shown(sheet.name)}")
    return sheet


def _refuse_other_kinds(archive: Archive) -> None:
    for part, kind in _OTHER_KINDS:
        if part in archive and WORKBOOK not in archive:
            raise Refused("R106", facts={"kind": kind})
    for part in (TYPES, WORKBOOK, RELATIONS):
        if part not in archive:
            raise Refused("R118", part)


def _refuse_macros(archive: Archive, depth: int) -> None:
    def start(_name: str, attributes: dict[str, str]) -> None:
        if "macroenabled" in attributes.get("ContentType", "").lower():
            raise Refused("R121")

    if any(part.endswith("vbaproject.bin") or "/macrosheets/" in part for part in archive.parts):
        raise Refused("R121")
    parse(archive.chunks(TYPES), TYPES, start, depth=depth)


def _targets(archive: Archive, depth: int) -> tuple[dict[str, str], tuple[str, ...]]:
    """The part of each worksheet by the identifier under which the workbook names it; the parts that all share."""
    if any(part.startswith("xl/externallinks/") for part in archive.parts):
        raise Refused("R122")
    targets: dict[str, str] = {}
    shared: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if local(name) != "Relationship":
            return
        _refuse_outside(attributes)
        if attributes.get("Type", "").endswith(_SHARED):
            shared.append(_part(attributes.get("Target", "")))
        if attributes.get("Type", "").endswith("/worksheet"):
            targets[attributes.get("Id", "")] = _part(attributes.get("Target", ""))

    for relations in (part for part in archive.parts if part.endswith(".rels") and part != RELATIONS):
        _check_relations(archive, relations, depth)
    parse(archive.chunks(RELATIONS), RELATIONS, start, depth=depth)
    return targets, tuple(part for part in dict.fromkeys(shared) if part in archive)


def _check_relations(archive: Archive, part: str, depth: int) -> None:
    def start(name: str, attributes: dict[str, str]) -> None:
        if local(name) == "Relationship":
            _refuse_outside(attributes)

    parse(archive.chunks(part), part, start, depth=depth)


def _refuse_outside(attributes: dict[str, str]) -> None:
    kind = attributes.get("Type", "")
    outside = attributes.get("TargetMode", "").lower() == "external" and not kind.endswith(_HARMLESS_OUTSIDE)
    if outside or kind.endswith(("/externalLink", "/attachedTemplate")):
        raise Refused("R122")
    if kind.endswith(("/vbaProject", "/xlMacrosheet")):
        raise Refused("R121")


def _part(target: str) -> str:
    part = normpath(target.lstrip("/") if target.startswith("/") else f"xl/{target}")
    if part.startswith("..") or "\\" in part:
        raise Refused("R115", in_ascii(target))
    return part
