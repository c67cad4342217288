"""Letters drawn up from records, and the documents to sign: figures from rows, drafts marked, hostile text harmless."""

import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from docx import Document
from pypdf import PdfReader

from legation.coordination import actions
from legation.coordination.convert.papers import Content, PaperValue
from legation.coordination.queries import documents
from legation.coordination.queries import papers as queries
from legation.coordination.queries.drawing import drawn
from legation.missions import queries as missions
from legation.plan import queries as plan
from legation_core.lawbook.papers import Kind
from legation_core.problems import Refused

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def drawn_paper(person, template: str = "submission_voters_abroad", by: str = "ben", **named) -> PaperValue:
    facts = {"language": "en"} | named
    code = actions.draw_paper(election="az2024", template=template, by=person(by), at=AT, **facts)
    return queries.paper_for(person(by), plan.election("az2024"), code)


def pdf_text(paper) -> str:
    octets = documents.pdf(paper, plan.election("az2024"))
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(octets)).pages).split())


def docx_text(paper) -> str:
    document = Document(io.BytesIO(documents.docx(paper, plan.election("az2024"))))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(one.text for one in document.paragraphs), *cells])


def test_the_submission_counts_the_rows_that_it_lists(person) -> None:
    content = drawn_paper(person).content
    value = plan.election("az2024")
    registered = missions.registered(value)
    whole = sum(one.total for one in registered.values())
    assert len(content.table) == 46 + 2
    assert content.table[-1][-1] == str(whole)
    assert sum(int(row[-1]) for row in content.table[1:-1]) == whole
    assert f"At 46 missions in 37 countries {whole} voters are registered" in content.text


def test_invented_figures_are_marked_in_every_writing(person) -> None:
    paper = drawn_paper(person)
    mark = "DEMONSTRATION: some of these numbers are invented."
    assert (mark in paper.content.text, mark in pdf_text(paper), mark in docx_text(paper)) == (True, True, True)


@pytest.mark.parametrize(
    ("language", "word"), [("en", "Election Code"), ("az", "Seçki Məcəlləsinin"), ("fr", "Election")]
)
def test_a_letter_is_drawn_in_the_lawbooks_languages(person, language, word) -> None:
    assert word in drawn_paper(person, language=language).content.text


def test_the_note_verbale_names_the_stations_of_its_host(person) -> None:
    paper = drawn_paper(person, "note_verbale_consent", "cora", country="IR")
    assert (paper.kind, paper.mission, len(paper.content.table)) == ("note_verbale", "tabriz", 2)
    assert "in Iran, at 1 polling stations" in paper.content.text
    assert paper.content.table[1][0] == "Tabriz, Iran"
    assert "08:00–19:00" in paper.content.table[1][-1]


def test_a_letter_without_its_facts_is_refused(person) -> None:
    with pytest.raises(Refused) as refused:
        drawn(plan.election("az2024"), "note_verbale_consent", language="en", mission="tabriz")
    assert refused.value.code == "C131"
    with pytest.raises(Refused) as refused:
        drawn(plan.election("az2024"), "no_such", language="en")
    assert refused.value.code == "C141"


def test_a_drawn_letter_is_not_typed_over_but_drawn_anew(person) -> None:
    paper = drawn_paper(person)
    about = {"election": "az2024", "code": paper.code, "by": person("ben"), "at": AT}
    with pytest.raises(Refused) as refused:
        actions.correct_paper(**about, title="x", text="1000000 voters", reason="x")
    assert refused.value.code == "C142"
    with pytest.raises(Refused) as refused:
        actions.redraw_paper(**about, reason="nothing changed")
    assert refused.value.code == "A053"
    from legation.missions.actions import report_voters

    report_voters(
        election="az2024", mission="tabriz", ground="resident_abroad", count=999, as_of=date(2024, 1, 22),
        source="consular register", by=person("ben"), at=AT,
    )  # fmt: skip
    actions.redraw_paper(**about, reason="Tabriz reported anew")
    again = queries.paper_for(person("ben"), plan.election("az2024"), paper.code)
    assert (again.current.version, again.content.table != paper.content.table) == (2, True)


def test_a_document_says_that_it_is_a_draft_until_it_is_signed(person) -> None:
    paper = drawn_paper(person)
    assert ("DRAFT" in pdf_text(paper), "DRAFT" in docx_text(paper)) == (True, True)
    actions.send_paper(election="az2024", code=paper.code, dated=date(2024, 1, 22), by=person("ben"), at=AT)
    signed = queries.paper_for(person("ben"), plan.election("az2024"), paper.code)
    assert ("DRAFT" in pdf_text(signed), "DRAFT" in docx_text(signed)) == (False, False)
    assert "No. 1, 22 January 2024" in pdf_text(signed)


HOSTILE = {
    "typst code": '#read("/etc/passwd") #panic("x") $ 1/0 $ @label <b> = head',
    "unclosed": "#[ ( { \" ' \\ */ /* // `raw",
    "markup": "<w:p/><script>alert(1)</script>&amp; ]]>",
    "field code": '=HYPERLINK("http://evil") { INCLUDETEXT C:/x }',
    "placeholders": "{voters} {table} {body}",
}


@pytest.mark.parametrize("typed", HOSTILE.values(), ids=HOSTILE)
def test_what_people_type_stands_in_the_documents_as_they_typed_it(person, typed) -> None:
    paper = written(person, typed)
    plain = " ".join(typed.split())
    assert plain in " ".join(docx_text(paper).split())
    assert plain.replace(" ", "") in pdf_text(paper).replace(" ", "")


def test_letters_that_no_document_can_hold_are_left_out(person) -> None:
    paper = written(person, "a\x08b\x0cc\u202ed\ufffee\u2066f")
    assert ("abcdef" in docx_text(paper), "abcdef" in pdf_text(paper)) == (True, True)


def test_a_document_holds_no_macro_and_no_link_to_elsewhere(person) -> None:
    octets = documents.docx(written(person, "http://evil.example/"), plan.election("az2024"))
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        assert not [name for name in archive.namelist() if "vba" in name.lower()]
        relations = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".rels"))
    assert b"TargetMode" not in relations


def test_letters_of_every_script_of_the_region_are_in_the_face(person) -> None:
    paper = written(person, "Şəhər Ünvanı İĞıöç Москва Αθήνα Kraków Țară")
    fonts = PdfReader(io.BytesIO(documents.pdf(paper, plan.election("az2024")))).pages[0]["/Resources"]["/Font"]
    names = {str(font.get_object()["/BaseFont"]) for font in fonts.values()}
    assert all("NotoSans" in name for name in names)
    assert "Şəhər Ünvanı İĞıöç Москва Αθήνα Kraków Țară" in pdf_text(paper)


def written(person, typed: str) -> PaperValue:
    content = Content(typed, f"{typed}\n\nEnd.", typed)
    code = actions.draft_paper(
        election="az2024", kind=Kind.LETTER, body="ministry", content=content, by=person("ben"), at=AT
    )
    return queries.paper_for(person("ben"), plan.election("az2024"), code)
