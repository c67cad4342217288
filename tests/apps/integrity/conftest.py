"""A kind of record whose public part opens with a publication: no capability has one yet."""

import pytest

from legation.integrity import kinds
from legation.integrity.kinds import Kind, PublicFrom


@pytest.fixture
def sealed_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    sealed = Kind("sealed_by_tests", fields=("votes",), sentence="{votes}", public_from=PublicFrom.WITH_PUBLICATION)
    monkeypatch.setitem(kinds._kinds, sealed.name, sealed)
    return sealed.name
