"""A paper as a document to sign: DOCX and PDF from the same data. Until it is signed, each says that it is a draft.

What people typed is data for both writers, never markup; letters that no document can hold are left out.
"""

import io
import re
from typing import Any

from django.utils.translation import gettext, override

from legation.base.typesetting import typeset
from legation.base.wording.instants import day_in_letters
from legation.coordination.convert.papers import PaperValue
from legation.plan.convert import ElectionValue
from legation_core.lawbook.templates import TABLE, paragraphs

UNWRITABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]"
)
"""Controls that XML forbids, and marks that turn the direction of what is read."""


def clean(text: str) -> str:
    return UNWRITABLE.sub("", text)


def data_of(paper: PaperValue, election: ElectionValue) -> dict[str, Any]:
    """Everything that stands in the document, cleaned."""
    content = paper.content
    language = content.language
    body = election.book.bodies.get(paper.body)
    with override(language):
        draft = gettext("DRAFT") if paper.draft else ""
        dated = day_in_letters(paper.dated, language) if paper.dated else ""
        reference = gettext("No. %(number)s, %(day)s") % {"number": paper.number, "day": dated} if dated else ""
        foot = gettext("Version %(version)d, SHA-256 %(digest)s") % {
            "version": paper.current.version,
            "digest": paper.current.digest,
        }
    found: dict[str, Any] = {
        "title": clean(content.title),
        "body": clean(body.name.in_language(language) if body else paper.body),
        "addressee": clean(content.addressee),
        "reference": clean(reference),
        "parts": [clean(part) for part in paragraphs(content.text)],
        "table": [[clean(cell) for cell in cells] for cells in content.table],
        "draft": draft,
        "foot": foot,
        "language": language,
    }
    if content.table and TABLE not in found["parts"]:
        found["parts"].append(TABLE)
    return found


def pdf(paper: PaperValue, election: ElectionValue) -> bytes:
    """The document as PDF."""
    return pdf_of(data_of(paper, election))


def pdf_of(data: dict[str, Any]) -> bytes:
    """What stands in a document, as `data_of` says it, as PDF."""
    return typeset("legation.coordination", "paper", data)


def docx(paper: PaperValue, election: ElectionValue) -> bytes:
    """The document as DOCX, to be corrected by hand where an institution's own form asks for it."""
    return docx_of(data_of(paper, election))


def docx_of(data: dict[str, Any]) -> bytes:
    """The same as DOCX."""
    from docx import Document

    document = Document()
    document.core_properties.title, document.core_properties.author = data["title"][:255], data["body"][:255]
    document.styles["Normal"].font.name = "Noto Sans"
    for text in (data["draft"], data["body"]):
        if text:
            document.add_paragraph().add_run(text).bold = True
    for text in (data["reference"], data["addressee"]):
        if text:
            document.add_paragraph(text)
    document.add_heading(data["title"], level=1)
    for part in data["parts"]:
        if part == TABLE:
            _add_table(document, data["table"])
        else:
            document.add_paragraph(part)
    document.sections[0].footer.paragraphs[0].text = " · ".join(text for text in (data["draft"], data["foot"]) if text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _add_table(document: Any, rows: list[list[str]]) -> None:
    if not rows:
        return
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    table.style = "Table Grid"
    for place, cells in enumerate(rows):
        for cell, text in zip(table.rows[place].cells, cells, strict=False):
            cell.text = text
