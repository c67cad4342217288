"""Drafts of long forms on the server: kept by button, by script, by refusal; put back, discarded, done, forgotten."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from legation.accounts.models import User
from legation.accounts.web import visits
from legation.base import clock, drafts
from legation.base.models import Draft
from legation.integrity.models import Leaf
from tests.contracts.checks.tree import SYSTEM

pytestmark = [pytest.mark.django_db, pytest.mark.urls("legation.project.urls")]
FORM = "/az2024/stations/tabriz/change/address/"
TYPED = {"address": "Emam street 9", "reason": "", "effective_on": "soon", "draft": ["on", "keep"]}


@pytest.fixture
def at_desk() -> Callable[[str], Client]:
    def signed_in(code: str) -> Client:
        client = Client()
        client.force_login(User.objects.get(code=code))
        return client

    return signed_in


def value(client: Client, name: str) -> str:
    return str(client.get(FORM).context["form"][name].value() or "")


def test_a_draft_comes_back_at_another_device(at_desk: Callable[[str], Client]) -> None:
    kept = at_desk("cora").post(FORM, TYPED)
    assert kept["Location"] == FORM
    other = at_desk("cora")
    page = other.get(FORM).content.decode()
    assert ('value="Emam street 9"' in page, 'value="soon"' in page, "data-draft=" in page) == (True, True, True)


def test_script_is_answered_in_a_word(at_desk: Callable[[str], Client]) -> None:
    answer = at_desk("cora").post(FORM, TYPED, headers={"X-Draft": "yes"})
    assert (answer.status_code, answer.content) == (204, b"")


def test_nobody_else_has_it(at_desk: Callable[[str], Client]) -> None:
    at_desk("cora").post(FORM, TYPED)
    assert b"Emam street 9" not in at_desk("ana").get(FORM).content
    assert drafts.find("ana", FORM) is None


def test_no_record_tells_of_it(at_desk: Callable[[str], Client]) -> None:
    before = Leaf.objects.count()
    at_desk("cora").post(FORM, TYPED)
    assert Leaf.objects.count() == before


def test_what_was_refused_is_kept(at_desk: Callable[[str], Client]) -> None:
    refused = at_desk("cora").post(FORM, TYPED | {"draft": "on"})
    kept = drafts.find("cora", FORM)
    assert refused.status_code == 422
    assert kept is not None
    assert dict(kept.fields) == {"address": ["Emam street 9"], "reason": [""], "effective_on": ["soon"]}


def test_it_is_gone_when_the_act_is_done(at_desk: Callable[[str], Client]) -> None:
    cora = at_desk("cora")
    cora.post(FORM, TYPED)
    done = {"address": "Emam street 9", "reason": "The hall burnt", "effective_on": "2024-01-25", "draft": "on"}
    assert cora.post(FORM, done).status_code == 302
    assert drafts.find("cora", FORM) is None


def test_it_is_gone_when_it_is_discarded(at_desk: Callable[[str], Client]) -> None:
    cora = at_desk("cora")
    cora.post(FORM, TYPED)
    cora.post(FORM, TYPED | {"draft": ["on", "discard"]})
    assert drafts.find("cora", FORM) is None
    assert value(cora, "effective_on") == "2024-01-23"


def test_it_is_gone_after_a_week(at_desk: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch) -> None:
    begun = datetime(2024, 1, 23, 5, tzinfo=UTC)
    monkeypatch.setattr(clock, "real", lambda: begun)
    at_desk("cora").post(FORM, TYPED)
    monkeypatch.setattr(clock, "real", lambda: begun + drafts.KEPT_FOR - timedelta(seconds=1))
    drafts.forget_old()
    assert drafts.find("cora", FORM) is not None
    monkeypatch.setattr(clock, "real", lambda: begun + drafts.KEPT_FOR)
    assert drafts.find("cora", FORM) is None
    drafts.forget_old()
    assert Draft.objects.count() == 0


def test_who_is_signed_out_keeps_none() -> None:
    assert Client().post(FORM, TYPED).status_code == 302
    assert Draft.objects.count() == 0


def test_what_is_too_long_is_not_kept(at_desk: Callable[[str], Client]) -> None:
    at_desk("cora").post(FORM, TYPED | {"reason": "x" * drafts.MOST})
    assert Draft.objects.count() == 0


OF_ANA = [
    ("/elections/open/", "/elections/open/", "code", "az2025"),
    ("/az2024/calendar/move/?to=2024-02-14", "/az2024/calendar/move/", "reason", "The hall burnt"),
    ("/people/give/", "/people/give/", "person", "cora"),
    ("/people/invite/", "/people/invite/", "name", "Someone New"),
]
"""Forms that act for the whole election: the page, whose draft it is, a field, and what is typed there."""


@pytest.fixture
def just_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visits, "is_fresh", lambda request: True)


@pytest.mark.usefixtures("just_proved")
@pytest.mark.parametrize(("page", "of", "name", "typed"), OF_ANA)
def test_forms_of_the_institutions_have_drafts(
    at_desk: Callable[[str], Client], page: str, of: str, name: str, typed: str
) -> None:
    kept = at_desk("ana").post(page, {name: typed, "draft": ["on", "keep"]})
    shown = at_desk("ana").get(page).content.decode()
    assert (kept["Location"], f'value="{typed}"' in shown, "data-draft=" in shown) == (page, True, True)
    at_desk("ana").post(page, {"draft": ["on", "discard"]})
    assert drafts.find("ana", of) is None


def test_a_form_that_is_sent_elsewhere_has_the_draft_of_its_page(at_desk: Callable[[str], Client]) -> None:
    ana, page = at_desk("ana"), "/az2024/calendar/move/"
    ana.post(page, {"reason": "The hall burnt", "draft": ["on", "keep"]})
    shown = ana.get(f"{page}?to=2024-02-14").content.decode()
    assert f'name="draft_of" value="{page}"' in shown
    assert f'formaction="{page}?to=2024-02-14"' in shown
    sent = {"to": "2024-02-14", "seen": "2024-02-07", "reason": "The hall burnt", "draft": "on", "draft_of": page}
    assert ana.post(f"{page}confirm/", sent).status_code == 302
    assert Draft.objects.count() == 0


@pytest.mark.usefixtures("just_proved")
def test_an_invitation_that_is_done_leaves_no_draft(at_desk: Callable[[str], Client]) -> None:
    sent = {
        "name": "Someone New",
        "code": "new-officer",
        "role": "commission_officer",
        "telephone": "+994 12 555 01 01",
    }
    answer = at_desk("ana").post("/people/invite/", sent | {"draft": "on"})
    assert (answer.status_code, Draft.objects.count()) == (200, 0)


def test_what_is_sent_before_one_proves_again_who_one_is_is_kept(
    at_desk: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visits, "is_fresh", lambda request: False)
    answer = at_desk("ana").post("/people/give/", {"person": "cora", "draft": "on"})
    kept = drafts.find("ana", "/people/give/")
    assert (answer.status_code, kept is not None and dict(kept.fields)) == (302, {"person": ["cora"]})


def test_days_that_were_only_tried_out_are_kept(at_desk: Callable[[str], Client]) -> None:
    at_desk("ana").post("/elections/open/", {"code": "az2025", "try": "1", "draft": "on"})
    kept = drafts.find("ana", "/elections/open/")
    assert kept is not None
    assert kept.fields["code"] == ["az2025"]


def test_every_form_with_a_button_for_drafts_says_so() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in SYSTEM.rglob("templates/**/*.html")}
    says = {name for name, text in texts.items() if "{% draft %}" in text or "{% draft elsewhere=True %}" in text}
    has_button = {name for name, text in texts.items() if "{% draft_button %}" in text}
    assert says == has_button
    assert "act.html" in says
