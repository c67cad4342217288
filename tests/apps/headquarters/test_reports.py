"""The situation report: its sections, what is new on top, two signatures, frozen, the daily order, its document."""

import hashlib
import io
import json
from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from pypdf import PdfReader

from legation.accounts.actions import joint
from legation.accounts.queries.people import actor_by_code
from legation.base import clock, files
from legation.base.actors import OutOfScope
from legation.headquarters import actions, jobs
from legation.headquarters.models import Report
from legation.headquarters.queries import reports
from legation.headquarters.queries.sections import Asked, sections
from legation.integrity import queries as log
from legation.plan import queries as plan
from legation_core.problems import Refused

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
LATER = AT + timedelta(hours=10)
ROOT = "/az2024/headquarters/reports/"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_before(db) -> None:
    Report.objects.all().delete()


def draw(by: str = "ben", at: datetime = AT) -> int:
    return actions.draw_report(election="az2024", by=actor_by_code(by, at), at=at)


def digest(number: int = 1) -> str:
    return reports.report(plan.election("az2024"), number).digest


def propose(by: str = "ben", read: str = "", number: int = 1, at: datetime = AT) -> str:
    return actions.sign_report.propose(
        election="az2024", report=number, read=read or digest(number), by=actor_by_code(by, at), at=at
    )


def refusal(action, *given, **named) -> str:
    with pytest.raises(Refused) as refused:
        action(*given, **named)
    return refused.value.code


def test_every_section_is_there_in_its_order() -> None:
    found = sections(Asked(plan.election("az2024"), None, AT))
    assert [one.key for one in found] == [
        "done", "tasks", "overdue", "inquiries", "matters", "complaints", "changes", "readiness", "duty",
    ]  # fmt: skip


def test_a_report_tells_in_every_language_what_the_records_hold() -> None:
    draw()
    found = reports.report(plan.election("az2024"), 1)
    assert sorted(found.content) == ["az", "en"]
    done = {line.text: line.figure for line in found.sections("en")[0].lines}
    assert done["Station created"] == "49"
    readiness = next(one for one in found.sections("en") if one.key == "readiness")
    assert len(readiness.lines) == 9


def test_what_is_new_stands_on_top() -> None:
    draw()
    joint.confirm(code=propose(), by=actor_by_code("ana", AT), at=AT)
    actions.keep_entry(election="az2024", kind="note", text="Something", by=actor_by_code("ben", LATER), at=LATER)
    draw(at=LATER)
    found = reports.report(plan.election("az2024"), 2)
    duty = next(one for one in found.sections("en") if one.key == "duty")
    assert [line.new for line in duty.lines] == sorted((line.new for line in duty.lines), reverse=True)
    assert ("Duty", "Ministry of Foreign Affairs", "1 entry, 0 open") in {
        (title, line.text, line.figure) for title, line in found.new_lines("en")
    }


def test_one_person_of_each_institution_signs_and_it_is_frozen() -> None:
    draw()
    code, sha256 = propose(), digest()
    assert Report.objects.get().signed_at is None
    joint.confirm(code=code, by=actor_by_code("eli", AT), at=AT)
    octets, _name = files.read(sha256)
    assert hashlib.sha256(octets).hexdigest() == sha256
    assert json.loads(octets) == Report.objects.get().content
    record = log.records(jurisdiction="AZ", kind="report_signed").records[0]
    assert record.facts == {"report": 1, "digest": sha256}


def test_the_second_signature_is_the_other_institutions() -> None:
    draw()
    code = propose()
    assert refusal(joint.confirm, code=code, by=actor_by_code("mina", AT), at=AT) == "A501"
    assert refusal(joint.confirm, code=code, by=actor_by_code("ben", AT), at=AT) == "A500"


def test_the_commission_may_sign_first() -> None:
    draw("ana")
    joint.confirm(code=propose("ana"), by=actor_by_code("ben", AT), at=AT)
    assert Report.objects.get().signed_at == AT


def test_a_report_that_was_drawn_up_anew_is_read_anew() -> None:
    draw()
    code, before = propose(), digest()
    actions.keep_entry(election="az2024", kind="note", text="Something", by=actor_by_code("ben", LATER), at=LATER)
    assert draw(at=LATER) == 1
    assert refusal(joint.confirm, code=code, by=actor_by_code("ana", LATER), at=LATER) == "D302"
    assert digest() != before
    assert refusal(propose, read="0" * 64, at=LATER) == "D302"
    value, ben = plan.election("az2024"), actor_by_code("ben", LATER)
    assert reports.signatures(ben, value, reports.report(value, 1), LATER) is None


def test_what_is_signed_is_signed_once_and_stays() -> None:
    draw()
    joint.confirm(code=propose(), by=actor_by_code("ana", AT), at=AT)
    assert refusal(propose) == "D301"
    assert refusal(draw) == "D303"


def test_who_reports_nothing_signs_nothing(person) -> None:
    with pytest.raises(OutOfScope):
        draw("cora")
    assert refusal(draw, "gus") == "A001"


def test_the_report_is_drawn_up_at_the_set_hour() -> None:
    actions.order_reports(election="az2024", minutes=18 * 60, by=actor_by_code("ben", AT), at=AT)
    restore = clock.use(lambda: datetime(2024, 1, 23, 14, tzinfo=UTC))
    try:
        jobs.draw_due()
        jobs.draw_due()
    finally:
        restore()
    assert list(Report.objects.values_list("number", "until")) == [(1, datetime(2024, 1, 23, 14, tzinfo=UTC))]


def test_a_time_that_is_none_is_refused(person) -> None:
    assert refusal(actions.order_reports, election="az2024", minutes=1440, by=person("ben"), at=AT) == "D304"


def test_a_report_is_drawn_read_and_signed_on_its_pages(as_person) -> None:
    ben, ana = as_person("ben"), as_person("ana")
    assert ben.post(f"{ROOT}draw/").headers["Location"] == f"{ROOT}1/"
    assert "Sign for your institution" in ben.get(f"{ROOT}1/").content.decode()
    assert ben.post(f"{ROOT}1/sign/", {"read": digest()}).status_code == 302
    page = ana.get(f"{ROOT}1/").content.decode()
    assert ("signed by one institution" in page, "Read and confirm" in page) == (True, True)
    value = plan.election("az2024")
    waiting = reports.signatures(actor_by_code("ana", AT), value, reports.report(value, 1), AT)
    assert ana.post(f"/two-persons/{waiting.code}/confirm/").status_code == 302
    page = as_person("gus").get(f"{ROOT}1/").content.decode()
    assert ("signed by both" in page, "Ben, Ana" in page) == (True, True)


def test_the_hour_is_set_on_its_page(as_person) -> None:
    client = as_person("ben")
    assert client.post(f"{ROOT}order/", {"hour": "noon"}).status_code == 422
    assert client.post(f"{ROOT}order/", {"hour": "18:00"}).status_code == 302
    assert "each day at 18:00, home clock" in client.get(ROOT).content.decode()


@pytest.mark.parametrize(("language", "wanted"), [("en", "NOT SIGNED"), ("az", "İMZALANMAYIB")])
def test_the_document_says_whether_it_is_signed(as_person, language, wanted) -> None:
    draw()
    client = as_person("ben")
    client.cookies["django_language"] = language
    answer = client.get(f"{ROOT}1/document/pdf/")
    told = "".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    assert (wanted in told, "NOT-SIGNED" in answer.headers["Content-Disposition"]) == (True, True)
    assert hashlib.sha256(client.get(f"{ROOT}1/document/json/").content).hexdigest() == digest()
    assert client.get(f"{ROOT}1/document/docx/").status_code == 404


def test_the_empty_list_says_so(as_person) -> None:
    assert "No report is drawn up yet." in as_person("gus").get(ROOT).content.decode()


def test_only_one_report_waits(db) -> None:
    draw()
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.create(election_id="az2024", number=2, until=AT, content={}, digest="", body="ministry")
