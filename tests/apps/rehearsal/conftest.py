"""The demonstration's tables emptied inside a test's transaction, so that a script can be played from its beginning."""

from collections.abc import Callable

import pytest

from legation.integrity.models import Leaf
from legation.rehearsal import rebuilding


@pytest.fixture
def emptied(db: None) -> Callable[[], None]:
    """Empties every table of the system, as a database just prepared is empty."""
    rebuilding.empty()
    return rebuilding.empty


@pytest.fixture
def the_log() -> Callable[[], list[bytes]]:
    return lambda: [bytes(octets) for octets in Leaf.objects.order_by("index").values_list("octets", flat=True)]
