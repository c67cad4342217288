"""Pages of papers: the register, one paper, its documents, and the way from a draft to the decision by the forms."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from legation.coordination.models import Paper

pytestmark = pytest.mark.django_db
HOME = "/az2024/papers"
NEW = {
    "kind": "submission", "body": "ministry", "addressee_body": "central_commission", "title": "On <b>stations</b>",
    "text": "First.\n\nSecond.", "language": "en", "links": "station:tabriz\nhost:IR",
}  # fmt: skip


def made(client, **facts) -> str:
    answer = client.post(f"{HOME}/new/", NEW | facts)
    assert answer.status_code == 302
    return answer["Location"].rstrip("/").rpartition("/")[2]


def test_from_a_draft_to_the_decision_by_the_forms(as_person) -> None:
    ben, ana = as_person("ben"), as_person("ana")
    code = made(ben)
    assert ana.get(f"{HOME}/{code}/").status_code == 404
    assert ben.post(f"{HOME}/{code}/send/", {"number": "", "dated": "2024-01-22"}).status_code == 302
    assert [one.code for one in ana.get(f"{HOME}/").context["waiting"]] == [code]
    given = {"outcome": "partly", "title": "Decision", "text": "In part.", "dated": "2024-01-22", "links": ""}
    assert ana.post(f"{HOME}/{code}/decide/", given).status_code == 302
    page = ben.get(f"{HOME}/{code}/")
    assert (str(page.context["paper"].state), page.context["decision"].number) == ("partly", "1")
    assert b"On &lt;b&gt;stations&lt;/b&gt;" in page.content
    assert b"<b>stations</b>" not in page.content


def test_steps_are_offered_to_those_whose_they_are(as_person) -> None:
    ben = as_person("ben")
    code = made(ben)
    assert ben.get(f"{HOME}/{code}/").context["steps"] == ["correct", "send", "withdraw"]
    ben.post(f"{HOME}/{code}/send/", {"dated": "2024-01-22"})
    assert {who: as_person(who).get(f"{HOME}/{code}/").context["steps"] for who in ("ben", "ana", "eli", "gus")} == {
        "ben": ["correct", "withdraw"], "ana": ["decide"], "eli": [], "gus": [],
    }  # fmt: skip
    assert as_person("eli").get(f"{HOME}/{code}/decide/").status_code == 404


def test_a_letter_drawn_from_the_records_is_shown_before_it_is_kept(as_person) -> None:
    ben = as_person("ben")
    shown = ben.get(f"{HOME}/draw/submission_voters_abroad/?language=az")
    assert "Seçki Məcəlləsinin" in shown.content.decode()
    assert Paper.objects.count() == 0
    answer = ben.post(f"{HOME}/draw/submission_voters_abroad/", {"language": "az"})
    assert (answer.status_code, Paper.objects.get().kind) == (302, "submission")
    assert ben.get(f"{HOME}/draw/no_such/").status_code == 404


def test_a_mission_drafts_its_note_verbale(as_person) -> None:
    cora = as_person("cora")
    answer = cora.post(f"{HOME}/draw/note_verbale_consent/?country=IR", {"language": "en"})
    assert answer.status_code == 302
    paper = Paper.objects.get()
    assert (paper.author, paper.kind) == ("head_of_mission/tabriz", "note_verbale")
    assert as_person("ana").post(f"{HOME}/draw/note_verbale_consent/?country=IR&mission=rome", {}).status_code == 409


def test_the_ways_in_from_the_host_and_from_the_missions(as_person) -> None:
    assert b"papers/draw/note_verbale_consent/?country=IR" in as_person("cora").get("/az2024/consent/IR/").content
    assert b"papers/draw/note_verbale_consent" not in as_person("gus").get("/az2024/consent/IR/").content
    assert b"papers/draw/submission_voters_abroad/" in as_person("ben").get("/az2024/missions/").content
    assert b"papers/draw/submission_voters_abroad/" not in as_person("ana").get("/az2024/missions/").content


def test_documents_are_saved_never_shown(as_person) -> None:
    ben = as_person("ben")
    code = made(ben)
    for form, start in (("pdf", b"%PDF-"), ("docx", b"PK")):
        answer = ben.get(f"{HOME}/{code}/document/{form}/")
        assert answer.content.startswith(start)
        assert answer["Content-Disposition"] == f'attachment; filename="az2024-DRAFT-submission-{code}.{form}"'
    assert ben.get(f"{HOME}/{code}/document/exe/").status_code == 404
    assert as_person("ana").get(f"{HOME}/{code}/document/pdf/").status_code == 404


def test_a_file_is_for_those_who_read_its_paper(as_person) -> None:
    ben = as_person("ben")
    code = made(ben, text="", file=SimpleUploadedFile("order.pdf", b"%PDF-1.7 order"))
    digest = ben.get(f"{HOME}/{code}/").context["versions"][0].content.file
    assert ben.get(f"{HOME}/{code}/attached/{digest}/").content == b"%PDF-1.7 order"
    assert as_person("ana").get(f"{HOME}/{code}/attached/{digest}/").status_code == 404
    assert ben.get(f"{HOME}/{code}/attached/{'0' * 64}/").status_code == 404


SEARCHES = {
    "any word, folded": ("q=SEKIL", 1),
    "by kind": ("kind=order", 1),
    "by state": ("state=drafted", 2),
    "nothing": ("q=atlantis", 0),
    "by number": ("sort=number", 2),
    "by title": ("sort=-title", 2),
}


@pytest.mark.parametrize("case", SEARCHES.values(), ids=SEARCHES)
def test_papers_are_found(as_person, case) -> None:
    ben = as_person("ben")
    made(ben)
    made(ben, kind="order", title="Şəkil barədə", addressee_body="")
    query, count = case
    assert len(ben.get(f"{HOME}/?{query}").context["papers"]) == count


WRONG = {
    "no text": ({"text": " "}, "text"),
    "a link that is none": ({"links": "http://x"}, "links"),
    "another's body": ({"body": "central_commission"}, "body"),
}


@pytest.mark.parametrize("case", WRONG.values(), ids=WRONG)
def test_what_can_be_mended_stands_beside_its_field(as_person, case) -> None:
    facts, field = case
    answer = as_person("ben").post(f"{HOME}/new/", NEW | facts)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_the_register_is_exported_as_it_is_filtered(as_person, form) -> None:
    ben = as_person("ben")
    made(ben)
    made(ben, kind="order", addressee_body="")
    answer = ben.get(f"{HOME}/export/{form}/?kind=order")
    assert answer.status_code == 200
    if form == "json":
        assert [one["kind"] for one in json.loads(answer.content)] == ["order"]


def test_at_a_terminal(as_person, capsys, tmp_path) -> None:
    from legation.project.cli import main

    code = made(as_person("ben"))
    assert main(["papers", "list", "az2024", "--by", "ben", "--json"]) == 0
    assert [one["paper"] for one in json.loads(capsys.readouterr().out)] == [code]
    assert main(["papers", "write", "az2024", code, "--by", "ben", "-o", str(tmp_path / "a.pdf")]) == 0
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert main(["papers", "write", "az2024", code, "--by", "ana", "-o", str(tmp_path / "b.pdf")]) == 2
