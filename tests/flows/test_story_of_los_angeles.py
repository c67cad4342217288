"""The complaint in Los Angeles at 18:30 on the day: decided at once by its clock, appealed, in the register."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.test import Client

from legation.accounts.models import User
from legation.base import clock
from legation.rehearsal.script import az2024_complaints as story
from legation.rehearsal.script.az2024_complaints import complaints_of_2024

pytestmark = [pytest.mark.django_db, pytest.mark.urls("legation.project.urls")]
PAGE = "/az2024/complaints/1/"


def at_desk(code: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(code=code))
    return client


@pytest.fixture
def played() -> Iterator[list[str]]:
    """Plays the story scene by scene, by its own instants, up to the one that is asked for."""
    scenes = sorted(complaints_of_2024(), key=lambda scene: scene.at)
    done: list[str] = []
    for scene in scenes[:2]:
        for step in scene.steps:
            step.do(scene.at)
        done.append(scene.code)
    restore = clock.use(lambda: datetime(2024, 2, 8, 2, 40, tzinfo=UTC))
    yield done
    restore()


def test_at_half_past_six_it_goes_to_the_district_at_once(played: list[str]) -> None:
    fara = at_desk("fara")
    (line,) = [one for one in fara.get("/az2024/").context["todo"] if one.url == PAGE]
    assert (line.zone, line.due) == ("America/Los_Angeles", datetime(2024, 2, 8, 3, 30, tzinfo=UTC))
    page = fara.get(PAGE).content.decode()
    assert "Wed 7 Feb, 18:30 Los Angeles" in page
    assert story.PARTY.name in page
    shown = at_desk("ben").get(PAGE).content.decode()
    assert [text for text in (story.PARTY.name, story.FORM.act, story.FORM.circumstances) if text in shown] == []


def test_it_is_appealed_and_the_register_tells_both_decisions(played: list[str]) -> None:
    for scene in sorted(complaints_of_2024(), key=lambda scene: scene.at)[2:]:
        for step in scene.steps:
            step.do(scene.at)
    one = at_desk("gus").get("/az2024/complaints/").context["complaints"][0]
    assert [(stage.body, str(stage.outcome)) for stage in one.stages] == [
        ("district_commission", "partly"), ("central_commission", "refused"),
    ]  # fmt: skip
    assert one.current.summary == story.REFUSED["summary"]
    assert at_desk("ana").get(f"{PAGE}decision/1/").content.startswith(b"%PDF-")
