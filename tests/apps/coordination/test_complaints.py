"""Complaints: from lodging to appeal; whose clock governs; who decides; who reads what; no name in the open."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from legation.base import clock
from legation.base.actors import OutOfScope
from legation.coordination import actions
from legation.coordination.convert.complaints import Form, Party
from legation.coordination.models import ComplaintParty
from legation.coordination.queries import complaints as queries
from legation.integrity.models import Leaf
from legation.plan import queries as plan
from legation_core.correspondence.complaints import Channel, Outcome
from legation_core.problems import Refused

AT = datetime(2024, 2, 7, 14, 30, tzinfo=UTC)
"""18:00 in Tabriz on the day."""
PARTY = Party("Zahra Muster", "Invented Street 1", "+98 000")
FORM = Form("No ballot was given", "The chair said that the name is on no list.", attends=True)
DECISION: dict[str, Any] = {
    "outcome": Outcome.GRANTED, "article": "art. 112", "text": "She votes.", "summary": "Granted: she votes.",
}  # fmt: skip
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_the_day() -> Any:
    restore = clock.use(lambda: AT)
    yield
    restore()


@pytest.fixture
def lodged(person) -> Callable[..., int]:
    def lodge(by: str = "cora", role: str = "station_chair", **named: Any) -> int:
        facts: dict[str, Any] = {
            "station": "tabriz", "channel": Channel.STATION, "against": "station_commission",
            "happened_on": date(2024, 2, 7), "party": PARTY, "form": FORM,
        }  # fmt: skip
        return actions.lodge_complaint(election="az2024", by=person(by, role), at=AT, **(facts | named))

    return lodge


def refusal(action: Callable[..., Any], **given: Any) -> str:
    with pytest.raises(Refused) as refused:
        action(**given)
    return refused.value.code


def about(number: int, by: object) -> dict[str, Any]:
    return {"election": "az2024", "complaint": number, "by": by, "at": AT}


def one(number: int) -> Any:
    return queries.complaint(plan.election("az2024"), number)


def test_on_the_day_at_once_by_the_clock_of_the_station(lodged) -> None:
    found = one(lodged())
    assert (found.current.body, found.current.zone, found.current.at_once) == (
        "district_commission", "Asia/Tehran", True,
    )  # fmt: skip
    assert found.current.due == datetime(2024, 2, 7, 15, 30, tzinfo=UTC)


def test_from_the_station_to_the_court(lodged, person) -> None:
    number = lodged()
    for who, body in (("fara", "district_commission"), ("ana", "central_commission"), ("ana", "court_of_appeal")):
        assert one(number).current.body == body
        actions.decide_complaint(**about(number, person(who)), **DECISION)
        if body != "court_of_appeal":
            actions.appeal(**about(number, person("cora", "station_chair")), grounds="Not so")
    assert [stage.outcome for stage in one(number).stages] == [Outcome.GRANTED] * 3
    assert refusal(actions.appeal, **about(number, person("ana")), grounds="again") == "K105"


def test_only_the_deciding_body_decides_and_reads_who_complains(lodged, person) -> None:
    number, value = lodged(), plan.election("az2024")
    people = {"fara": "", "ana": "", "eli": "", "ben": "", "cora": "station_chair", "gus": "", "chair-15": ""}
    read = {who: queries.party(person(who, role), value, one(number)) for who, role in people.items()}
    assert {who for who, party in read.items() if party} == {"fara"}
    assert read["fara"] == PARTY
    assert refusal(actions.decide_complaint, **about(number, person("ana")), **DECISION) == "K102"
    for who in ("chair-15", "ben"):
        with pytest.raises(OutOfScope):
            actions.decide_complaint(**about(number, person(who)), **DECISION)
    actions.decide_complaint(**about(number, person("fara")), **DECISION)
    actions.appeal(**about(number, person("fara")), grounds="Not so")
    assert queries.party(person("fara"), value, one(number)) is None
    assert queries.party(person("ana"), value, one(number)) == PARTY


def test_the_name_stands_nowhere_in_the_open(lodged, person) -> None:
    number = lodged()
    actions.decide_complaint(**about(number, person("fara")), **DECISION)
    leaves = b"".join(bytes(leaf.octets) for leaf in Leaf.objects.filter(subject=f"complaint:{number}"))
    box = ComplaintParty.objects.get().box
    row = str(queries.register_row(one(number)))
    assert [word for word in ("Muster", "Street", "98 000") if word.encode() in leaves or word in box + row] == []
    assert b"no list" not in leaves


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "no name": ({"party": Party(" ", "x")}, "K103"),
    "nothing complained of": ({"form": Form(" ", "x")}, "K103"),
    "no such station": ({"station": "atlantis", "by": "ana", "role": ""}, "K104"),
    "the last instance": ({"against": "court_of_appeal"}, "K105"),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_lodged(lodged, case) -> None:
    given, code = case
    assert refusal(lodged, **given) == code


def test_a_station_lodges_for_itself_alone(lodged) -> None:
    with pytest.raises(OutOfScope):
        lodged(station="rome")
    with pytest.raises(OutOfScope):
        lodged(by="fara", role="", station="rome")


def test_a_hearing_then_a_decision_and_no_second_one(lodged, person) -> None:
    number = lodged()
    fara = about(number, person("fara"))
    assert refusal(actions.set_hearing, **fara, hearing=AT) == "K107"
    actions.set_hearing(**fara, hearing=datetime(2024, 2, 7, 15, tzinfo=UTC))
    assert refusal(actions.decide_complaint, **fara, **(DECISION | {"article": " "})) == "K106"
    actions.decide_complaint(**fara, **DECISION)
    assert refusal(actions.decide_complaint, **fara, **DECISION) == "K101"
    actions.withdraw_complaint(**about(number, person("cora", "station_chair")))
    assert str(one(number).state) == "withdrawn"


def test_by_the_pages_from_the_station_to_the_register(as_person, person) -> None:
    cora, fara, ben = as_person("cora"), as_person("fara"), as_person("ben")
    assert cora.get("/az2024/complaints/new/").status_code == 404
    given = {
        "channel": "paper", "station": "tabriz", "against": "station_commission", "happened_on": "2024-02-07",
        "name": "Zahra Muster", "address": "Street", "act": "No <b>ballot</b>", "circumstances": "Said no",
    }  # fmt: skip
    made = fara.post("/az2024/complaints/new/", given)
    page = made.headers["Location"]
    assert "Zahra Muster" in fara.get(page).content.decode()
    for other in (ben, cora, as_person("gus")):
        text = other.get(page).content.decode()
        assert [word for word in ("Muster", "ballot", "Said no") if word in text] == []
    assert next(line.button for line in fara.get("/az2024/").context["todo"]) == "Look and decide"
    typed = {"outcome": "refused", "article": "art. 112", "text": "No.", "summary": "Refused."}
    assert fara.post(f"{page}decide/", typed).status_code == 302
    assert fara.get(f"{page}decision/0/").content.startswith(b"%PDF-")
    assert ben.get(f"{page}decision/0/").status_code == 404
    register = ben.get("/az2024/complaints/?q=refused")
    assert [row.number for row in register.context["complaints"]] == [1]
    for form in ("csv", "xlsx", "json"):
        assert b"Muster" not in ben.get(f"/az2024/complaints/export/{form}/").content
