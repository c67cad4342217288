"""Freezing at once, and while others act: dense numbers, whole acts, nothing lost."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from legation.public.site import Site
from legation.publication import actions, queries
from legation.publication.models import Freezing
from legation.stations import actions as stations
from tests.races.test_races import by, together

AT = datetime(2024, 1, 23, 5, tzinfo=UTC)
pytestmark = pytest.mark.django_db(transaction=True)


def freeze() -> None:
    actions.freeze(election="az2024", by=by("eli"), at=AT)


def move(address: str) -> Callable[[], None]:
    return lambda: stations.change_address(
        election="az2024", station="tabriz", address=address, reason="a larger hall", effective_on=date(2024, 1, 25),
        by=by("cora"), at=AT,
    )  # fmt: skip


def numbers() -> list[int]:
    return list(Freezing.objects.filter(election="az2024").order_by("number").values_list("number", flat=True))


def tabriz() -> tuple[object, int]:
    """The address of the station as it was frozen last, and the record on which it rests."""
    document = Site(queries.newest("az2024")).station("tabriz")
    return document["facts"]["address"]["value"], document["record"]


def test_two_freeze_one_change() -> None:
    """Both find the change; it is frozen in numbers that follow each other, and the newest has it."""
    before = numbers()
    move("12 Bahar Street")()
    assert together(freeze, freeze) == ["done", "done"]
    after = numbers()
    assert after == list(range(1, len(after) + 1))
    assert len(after) - len(before) in (1, 2)
    assert tabriz()[0] == "12 Bahar Street"


def test_a_change_while_it_is_frozen_is_frozen_whole_or_not_yet() -> None:
    """Never a new address with the record of the old one, nor the other way round; the next freezing has it all."""
    address, record = tabriz()
    assert together(freeze, move("12 Bahar Street"), freeze) == ["done", "done", "done"]
    told, rests = tabriz()
    assert (told == "12 Bahar Street") == (rests > record)
    assert told in (address, "12 Bahar Street")
    freeze()
    assert tabriz()[0] == "12 Bahar Street"


def test_the_manifest_names_only_documents_that_are_kept() -> None:
    assert together(freeze, move("12 Bahar Street"), freeze, move("14 Bahar Street")).count("done") >= 3
    for row in Freezing.objects.filter(election="az2024").select_related("manifest"):
        named = json.loads(bytes(row.manifest.octets))
        frozen = queries.frozen("az2024", row.manifest_id)
        assert [path for path in frozen.documents if not frozen.octets(path)] == []
        assert named["election"] == "az2024"
