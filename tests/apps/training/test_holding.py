"""Holding a seminar: rooms, attendance, questions, tests, certificates, coverage, minutes."""

import io
from datetime import timedelta

import pytest
from docx import Document
from PIL import Image
from pypdf import PdfReader
from zxingcpp import read_barcodes

from legation.base.actors import OutOfScope
from legation.integrity.models import Leaf
from legation.plan import queries as plan
from legation.training import actions
from legation.training.actions import Asked
from legation.training.convert.bigbluebutton import Told
from legation.training.models import Attendance, Participant, RoomEvent, Seat, Seminar, SeminarSession
from legation.training.queries import documents, holding, learning
from legation.training.queries import seminars as queries
from legation_core.problems import Refused
from legation_core.training.presence import Event
from legation_core.training.states import Answer
from tests.apps.training.conftest import AT, STARTS

pytestmark = pytest.mark.django_db
HOME = "/az2024/seminars"
QUESTION = Asked(
    texts={"en": "Who counts?", "az": "Kim sayır?"},
    choices=[{"en": "The commission", "az": "Komissiya"}, {"en": "Nobody", "az": "Heç kim"}],
    right=frozenset({0}),
    feedback={"en": "The station's commission.", "az": "Məntəqə komissiyası."},
)


@pytest.fixture
def held(invited, person) -> tuple[str, str, str]:
    """A seminar whose seat of Tabriz is answered, with the codes of the seminar, the seat and the participant."""
    code = invited()
    seat = Seat.objects.get(seminar__code=code, of="tabriz")
    actions.answer(
        election="az2024", code=code, seat=seat.code, answer=Answer.YES, name="Somebody", station="tabriz",
        function="chair", by=person("cora"), at=AT,
    )  # fmt: skip
    return code, seat.code, Participant.objects.get(seat=seat).code


def about(person, code: str, by: str = "ben", **facts) -> dict:
    return {"election": "az2024", "code": code, "by": person(by), "at": AT} | facts


def there(room: str, who: str, minutes: tuple[int, int]) -> list[Told]:
    begins, ends = (STARTS[0] + timedelta(minutes=one) for one in minutes)
    return [Told(room, Event(who, "w", joined=True, at=begins)), Told(room, Event(who, "w", joined=False, at=ends))]


def took_part(person, code: str, who: str, minutes: tuple[int, int] = (0, 90)) -> None:
    actions.open_room(number=1, **about(person, code))
    actions.take_events(there(SeminarSession.objects.get(seminar__code=code, number=1).room, who, minutes))
    actions.end_session(number=1, **about(person, code, at=STARTS[0] + timedelta(minutes=95)))


def refused(do, **facts) -> str:
    with pytest.raises(Refused) as told:
        do(**facts)
    return told.value.code


@pytest.mark.parametrize(("minutes", "enough"), [((0, 90), True), ((0, 72), True), ((0, 71), False), ((-60, 0), False)])
def test_events_become_attendance_when_the_session_ends(held, person, minutes, enough) -> None:
    code, _seat, who = held
    took_part(person, code, who, minutes)
    (found,) = Attendance.objects.filter(session__seminar__code=code)
    assert (found.enough, found.source) == (enough, "events")


def test_what_is_told_twice_or_of_other_rooms_counts_once_or_not(held, person) -> None:
    code, _seat, who = held
    actions.open_room(number=1, **about(person, code))
    room = SeminarSession.objects.get(seminar__code=code, number=1).room
    told = there(room, who, (0, 30))
    assert [actions.take_events(told), actions.take_events(told), actions.take_events(there("other", who, (0, 9)))] == [
        2, 2, 0,
    ]  # fmt: skip
    assert RoomEvent.objects.filter(session__seminar__code=code).count() == 2


def test_a_hand_corrects_what_the_server_told(held, person) -> None:
    code, _seat, who = held
    took_part(person, code, who, (0, 10))
    actions.enter_attendance(number=1, participants=[who], **about(person, code))
    found = Attendance.objects.get(session__seminar__code=code)
    assert (found.enough, found.source, found.minutes) == (True, "hand", 90)
    actions.enter_attendance(number=1, participants=[], **about(person, code))
    assert Attendance.objects.get(session__seminar__code=code).enough is False
    with pytest.raises(OutOfScope):
        actions.enter_attendance(number=1, participants=["none"], **about(person, code))


def test_with_its_last_session_the_seminar_is_held(held, person) -> None:
    code, _seat, who = held
    took_part(person, code, who)
    assert Seminar.objects.get(code=code).state == "invited"
    assert refused(actions.end_session, number=1, **about(person, code)) == "S133"
    assert refused(actions.open_room, number=1, **about(person, code)) == "S133"
    actions.end_session(number=2, **about(person, code))
    assert Seminar.objects.get(code=code).state == "held"
    leaf = Leaf.objects.filter(kind="seminar_session_ended").order_by("index").first()
    assert b"Somebody" not in bytes(leaf.octets)


def test_a_question_stays_open_until_it_is_answered(held, person, as_person) -> None:
    code, seat, _who = held
    question = actions.ask_question(seat=seat, text="May a consul chair?", **about(person, code, "cora"))
    seminar = queries.seminar_for(person("ben"), plan.election("az2024"), code)
    assert [one.answer for one in holding.questions(seminar)] == [""]
    assert as_person("ben").post(f"{HOME}/{code}/questions/{question}/", {"text": "Yes."}).status_code == 302
    shown = as_person("cora").get(f"{HOME}/{code}/seats/{seat}/").content
    assert (b"May a consul chair?" in shown, b"Yes." in shown) == (True, True)
    with pytest.raises(OutOfScope):
        actions.ask_question(seat=seat, text="x", **about(person, code, "fara"))


def test_a_question_with_a_category_becomes_an_inquiry(held, person, as_person) -> None:
    from legation.coordination.models import Inquiry

    code, seat, _who = held
    cora = as_person("cora")
    given = {"text": "Who numbers the station?", "category": "station"}
    assert cora.post(f"{HOME}/{code}/seats/{seat}/ask/", given).status_code == 302
    inquiry = Inquiry.objects.latest("pk")
    assert (inquiry.category, inquiry.mission.code, inquiry.subject) == ("station", "tabriz", "On counting")
    seminar = queries.seminar_for(person("ben"), plan.election("az2024"), code)
    (question,) = holding.questions(seminar)
    assert (question.inquiry, question.answer) == (inquiry.code, "")
    reply = as_person("ben").get(f"{HOME}/{code}/questions/{question.code}/")
    assert (reply.status_code, reply["Location"]) == (302, f"/az2024/inquiries/{inquiry.code}/")


def test_a_test_is_written_as_text_and_taken_with_feedback(held, person, as_person) -> None:
    code, seat, who = held
    (module,) = queries.modules(queries.seminar_for(person("ben"), plan.election("az2024"), code))
    ben, cora = as_person("ben"), as_person("cora")
    text = {"test_en": "Who counts?\n*The commission\nNobody\n> The station's commission.", "test_az": ""}
    assert ben.post(f"{HOME}/{code}/test/{module.code}/", text).status_code == 302
    path = f"{HOME}/{code}/seats/{seat}/test/{who}/{module.code}/"
    assert b"The station" not in cora.get(path).content
    wrong = cora.post(path, {"question-0": "1"})
    assert (wrong.context["result"].passed, b"The station&#x27;s commission." in wrong.content) == (False, True)
    assert cora.post(path, {"question-0": "0"}).context["result"].passed is True
    seminar = queries.seminar_for(person("ben"), plan.election("az2024"), code)
    assert list(learning.results(seminar).values()) == [(1, 1, True)]
    again = ben.get(f"{HOME}/{code}/test/{module.code}/").context["form"]
    assert again.initial["test_en"] == "Who counts?\n*The commission\nNobody\n> The station's commission."


@pytest.mark.parametrize(("text", "code"), [("Who?\n*one", "S121"), ("Who?\none\ntwo", "S122")])
def test_a_question_that_nobody_can_answer_is_refused(held, person, as_person, text, code) -> None:
    seminar, _seat, _who = held
    (module,) = queries.modules(queries.seminar_for(person("ben"), plan.election("az2024"), seminar))
    page = as_person("ben").post(f"{HOME}/{seminar}/test/{module.code}/", {"test_en": text, "test_az": ""})
    assert (page.status_code, page.context["code"]) == (409, code)


def test_languages_of_a_test_hold_the_same_questions(held, person, as_person) -> None:
    seminar, _seat, _who = held
    (module,) = queries.modules(queries.seminar_for(person("ben"), plan.election("az2024"), seminar))
    texts = {"test_en": "Who?\n*one\ntwo", "test_az": "Kim?\nbir\n*iki"}
    assert as_person("ben").post(f"{HOME}/{seminar}/test/{module.code}/", texts).status_code == 422


def test_a_certificate_is_earned_by_attendance_and_tests(held, person) -> None:
    code, _seat, who = held
    (module,) = queries.modules(queries.seminar_for(person("ben"), plan.election("az2024"), code))
    actions.set_test(module=module.code, questions=[QUESTION], **about(person, code))
    ask = about(person, code, "cora", participant=who)
    assert refused(actions.issue_certificate, **ask) == "S124"
    took_part(person, code, who)
    assert refused(actions.issue_certificate, **ask) == "S125"
    actions.take_test(module=module.code, given=[frozenset({0})], **ask)
    actions.issue_certificate(**ask)
    assert refused(actions.issue_certificate, **ask) == "S126"


def certified(held, person, as_person) -> tuple[str, bytes]:
    """The secret code of a certificate and its PDF."""
    code, seat, who = held
    took_part(person, code, who)
    path = f"{HOME}/{code}/seats/{seat}/certificate/{who}/"
    assert as_person("cora").get(path).status_code == 404
    assert as_person("cora").post(path).status_code == 302
    seminar = queries.seminar_for(person("ben"), plan.election("az2024"), code)
    (found,) = learning.certificates(seminar).values()
    return found.code, as_person("cora").get(path).content


def test_the_code_on_the_certificate_leads_to_the_page_that_checks_it(held, person, as_person) -> None:
    secret, pdf = certified(held, person, as_person)
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    assert ("Somebody" in text, f"/certificates/{secret}/" in "".join(text.split())) == (True, True)
    election, address = plan.election("az2024"), f"https://legation.example/certificates/{secret}/"
    seminar = queries.seminar_for(person("ben"), election, held[0])
    (found,), (seat,) = learning.certificates(seminar).values(), queries.seats_for(person("cora"), seminar)
    png = documents.certificate_pdf(election, found, seat, address=address, language="az", form="png")
    (code,) = read_barcodes(Image.open(io.BytesIO(png)))
    assert code.text == address


def test_whoever_is_shown_a_certificate_checks_it_without_signing_in(held, person, as_person, client) -> None:
    secret, _pdf = certified(held, person, as_person)
    shown = client.get(f"/certificates/{secret}/")
    assert (shown.status_code, b"Somebody" in shown.content) == (200, False)
    tries = {name: client.post(f"/certificates/{secret}/", {"name": name}) for name in ("somebody ", "Another", "")}
    assert {name: (page.context["asked"], page.context["fits"]) for name, page in tries.items()} == {
        "somebody ": (True, True), "Another": (True, False), "": (False, False),
    }  # fmt: skip
    assert [b"Somebody" in page.content for page in tries.values()] == [False, False, False]
    assert client.get("/certificates/none/").status_code == 404


def test_coverage_says_which_station_has_nobody_trained(held, person, as_person) -> None:
    code, _seat, who = held
    election = plan.election("az2024")

    def of_tabriz() -> dict[str, str]:
        return next(dict(one.functions) for one in learning.coverage(election) if one.station.code == "tabriz")

    assert of_tabriz() == {"chair": "coming", "secretary": "nobody", "member": "nobody"}
    took_part(person, code, who)
    assert of_tabriz()["chair"] == "trained"
    page = as_person("gus").get(f"{HOME}/coverage/?missing=chair")
    assert (page.status_code, len(page.context["lines"]), page.context["total"]) == (200, 48, 49)


def test_minutes_count_from_records_and_are_a_draft_until_every_session_is_over(held, person, as_person) -> None:
    code, seat, who = held
    actions.ask_question(seat=seat, text="Is it open?", **about(person, code, "cora"))
    took_part(person, code, who)
    ben = as_person("ben")
    draft = Document(io.BytesIO(ben.get(f"{HOME}/{code}/minutes/docx/").content))
    rows = [[cell.text for cell in row.cells] for row in draft.tables[0].rows]
    assert rows[1][-1] == "1"
    assert "DRAFT" in " ".join(one.text for one in draft.paragraphs)
    actions.end_session(number=2, **about(person, code))
    text = PdfReader(io.BytesIO(ben.get(f"{HOME}/{code}/minutes/pdf/").content)).pages[0].extract_text()
    assert ("DRAFT" in text, "Is it open?" in text) == (False, True)
    seminar = queries.seminar_for(person("ben"), plan.election("az2024"), code)
    assert documents.minutes_data(plan.election("az2024"), seminar, language="az")["title"] == "Protokol: Sayılma"


def test_a_room_at_a_link_is_opened_and_entered(held, person, as_person) -> None:
    code, seat, who = held
    ben, cora = as_person("ben"), as_person("cora")
    assert ben.post(f"{HOME}/{code}/room/", {"room": "link", "link": "http://plain"}).status_code == 422
    assert ben.post(f"{HOME}/{code}/room/", {"room": "link", "link": "https://meet.example/x"}).status_code == 302
    enter = f"{HOME}/{code}/seats/{seat}/enter/{who}/"
    assert cora.get(enter).status_code == 409
    assert ben.post(f"{HOME}/{code}/sessions/1/open/").status_code == 302
    assert cora.get(enter)["Location"] == "https://meet.example/x"
    assert as_person("head-rome").get(enter).status_code == 404
    assert ben.post(f"{HOME}/{code}/sessions/1/attendance/", {"present": [who]}).status_code == 302
    assert ben.get(f"{HOME}/{code}/sessions/1/").status_code == 200
    assert [ben.get(f"{HOME}/{code}/sessions/1/{step}/").status_code for step in ("open", "other")] == [405, 404]


def test_a_room_of_jitsi_is_entered_with_a_token_of_ones_own(held, person, as_person, settings) -> None:
    settings.ROOMS = {"jitsi": {"address": "https://jitsi.example/", "application": "legation", "secret": "s" * 32}}
    code, seat, who = held
    ben = as_person("ben")
    assert ben.post(f"{HOME}/{code}/room/", {"room": "jitsi", "link": ""}).status_code == 302
    ben.post(f"{HOME}/{code}/sessions/1/open/")
    room = SeminarSession.objects.get(seminar__code=code, number=1).room
    way = as_person("cora").get(f"{HOME}/{code}/seats/{seat}/enter/{who}/")["Location"]
    assert way.startswith(f"https://jitsi.example/{room}?jwt=")
    assert ben.get(f"{HOME}/{code}/sessions/1/lead/")["Location"] != way


def test_the_page_that_tries_the_line_opens(as_person) -> None:
    page = as_person("cora").get(f"{HOME}/line/")
    assert (page.status_code, b"<script>" in page.content) == (200, False)
