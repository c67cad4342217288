"""The strip moves the clock; going back says what is lost and builds everything anew."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.test import Client

from legation.base import clock
from legation.integrity import queries as log
from legation.rehearsal import actions, playing, queries, rebuilding
from legation.rehearsal.models import CastMember, DemonstrationClock
from legation.rehearsal.script import az2024
from legation.rehearsal.script.library import scenes_of
from legation.rehearsal.web.context import seen_text

BEGIN = az2024.baku(12, 8, 13)
STRIP = "legation.rehearsal.web.context.demonstration"


@pytest.fixture
def visitor(emptied: Callable[[], None], settings: object) -> Iterator[Client]:
    """A visitor of a demonstration that stands at 8 December 2023, 13:00 in Baku, entered as the head of mission."""
    settings.ROOT_URLCONF = "legation.project.urls_demonstration"  # type: ignore[attr-defined]
    settings.DEMONSTRATION = True  # type: ignore[attr-defined]
    options = settings.TEMPLATES[0]["OPTIONS"]  # type: ignore[attr-defined]
    before = list(options["context_processors"])
    settings.TEMPLATES = [  # type: ignore[attr-defined]
        settings.TEMPLATES[0] | {"OPTIONS": options | {"context_processors": [STRIP, *before]}}  # type: ignore[attr-defined]
    ]
    actions.load(until=BEGIN)
    restore = clock.use(queries.demonstration_now)
    client = Client()
    client.get(f"/demonstration/enter/{CastMember.objects.get(pk='ben').token}/")
    yield client
    restore()


def moved(client: Client, **sent: str) -> int:
    sent.setdefault("seen", seen_text(DemonstrationClock.objects.get().at))
    return client.post("/demonstration/move/", sent).status_code


@pytest.mark.parametrize(
    ("step", "to"),
    [("scene", az2024.baku(12, 11, 10)), ("hour", BEGIN + timedelta(hours=1)), ("day", BEGIN + timedelta(days=1))],
)
def test_a_button_of_the_strip_moves_the_clock(visitor: Client, step: str, to: object) -> None:
    assert moved(visitor, move=step) == 302
    assert DemonstrationClock.objects.get().at == to


def test_the_same_page_sent_twice_moves_once(visitor: Client) -> None:
    seen = seen_text(BEGIN)

    assert [moved(visitor, move="day", seen=seen) for _ in range(2)] == [302, 409]
    assert DemonstrationClock.objects.get().at == BEGIN + timedelta(days=1)


def test_a_moment_typed_without_an_offset_is_by_the_home_clock(visitor: Client) -> None:
    assert moved(visitor, to="2023-12-10 12:00") == 302
    assert DemonstrationClock.objects.get().at == az2024.baku(12, 10, 12)


def test_every_page_shows_the_strip_with_the_time_of_home(visitor: Client) -> None:
    for address in ("/az2024/", "/sign-in/", "/demonstration/move/", "/demonstration/script/"):
        page = visitor.get(address).content.decode()
        assert ("13:00 Baku" in page, "Next scene" in page) == (True, True)


def test_the_script_tells_every_scene_with_its_state(visitor: Client) -> None:
    page = visitor.get("/demonstration/script/").content.decode()

    assert page.count("<tr><td") == len(scenes_of("az2024")) - 48
    assert page.count(az2024.DAY_SET) == 1


def test_going_back_says_what_is_lost(visitor: Client) -> None:
    visitor.post("/az2024/missions/import/missions/")
    page = visitor.get("/demonstration/move/back/", {"to": seen_text(az2024.baku(12, 8, 9))}).content.decode()

    assert "nothing that was done by hand" in page


def test_going_back_builds_a_new_log_of_another_origin_and_keeps_who_one_is(visitor: Client) -> None:
    before = log.origin()
    answer = visitor.post(
        "/demonstration/move/back/", {"back_to": seen_text(az2024.baku(12, 8, 9)), "seen": seen_text(BEGIN)}
    )

    assert answer.status_code == 302
    playing.play_due()
    assert visitor.get("/demonstration/moving/").status_code == 302
    assert (log.origin(), DemonstrationClock.objects.get().at) == (f"{before}/2", az2024.baku(12, 8, 9))
    assert visitor.get("/roles/").status_code == 200


def test_a_rebuilt_demonstration_has_the_log_of_a_fresh_one(
    emptied: Callable[[], None], the_log: Callable[[], list[bytes]]
) -> None:
    actions.load(until=BEGIN)
    fresh = the_log()
    actions.move_forward(to=az2024.OPENS_AT)
    playing.play()
    rebuilding.rebuild(to=BEGIN)
    playing.play()

    assert the_log() == fresh
