"""The page on which earlier elections are kept: who may open it, what it says, and a table brought in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from legation.accounts.queries import user
from legation.base import queue
from legation.integrity import queries as log
from legation.publication import queries
from legation.publication.models import EarlierFigure

pytestmark = [pytest.mark.django_db, pytest.mark.urls("legation.project.urls")]
PAGE = "/az2024/publication/history/"
HEAD = "election,name,name_az,day,measure,value,precision,stage,source\n"
ROW = "p,<b>President</b>,,2018-04-11,stations,60,about,planned,https://a.example/\n"


def at_desk(person: str) -> Client:
    client = Client()
    client.force_login(user(person))
    return client


def brought(client: Client, text: str) -> str:
    address = client.post(f"{PAGE}import/", {"file": SimpleUploadedFile("h.csv", (HEAD + text).encode())})["Location"]
    queue.run_waiting()
    return address


def test_every_number_of_a_source_has_its_line() -> None:
    page = at_desk("eli").get(PAGE)
    assert (page.status_code, len(page.context["figures"])) == (200, EarlierFigure.objects.count())
    assert page.context["record"].kind == "history_kept"


def test_who_brings_a_table_in_reads_the_words_that_a_column_knows() -> None:
    page = at_desk("eli").get(f"{PAGE}import/").content.decode()
    assert (page.count("held · planned"), page.count("Stations · Countries · Voters")) == (1, 1)


def test_a_table_that_is_confirmed_replaces_what_was_kept() -> None:
    eli = at_desk("eli")
    address = brought(eli, ROW)
    assert EarlierFigure.objects.count() > 1
    eli.post(f"{PAGE}import/", {"confirmed": address.partition("=")[2]})
    queue.run_waiting()
    assert eli.get(address)["Location"] == PAGE
    assert [one.said.value for one in queries.history("az2024")] == [60]
    page = eli.get(PAGE).content.decode()
    assert "&lt;b&gt;President&lt;/b&gt;" in page
    assert log.about("AZ", "az2024", {"history:az2024"})[0].facts["figures"] == 1


def test_a_table_that_is_wrong_keeps_nothing_and_says_where() -> None:
    eli, before = at_desk("eli"), EarlierFigure.objects.count()
    answer = eli.get(brought(eli, ROW.replace("2018-04-11", "2025-04-11")))
    assert answer.status_code == 422
    assert [(one["place"], one["code"]) for one in answer.context["problems"]] == [("row 2", "N401")]
    assert EarlierFigure.objects.count() == before


@pytest.mark.parametrize("person", ["ben", "cora"])
def test_nobody_else_opens_it(person: str) -> None:
    client = at_desk(person)
    assert {client.get(f"{PAGE}{end}").status_code for end in ("", "import/", "import/template/csv/")} == {404}


def test_the_template_is_that_of_the_table() -> None:
    answer = at_desk("eli").get(f"{PAGE}import/template/csv/")
    assert answer.content.decode("utf-8-sig").count("\n") >= 1
    assert answer["Content-Disposition"].startswith("attachment")
