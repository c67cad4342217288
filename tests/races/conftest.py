"""Races commit for real, so the demonstration stands anew before each: played once, then put back row by row."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.races.snapshot import Snapshot

LOADED: list["Snapshot"] = []
"""The demonstration as the first race of this process found it."""


@pytest.fixture(autouse=True)
def demonstration_again(transactional_db: None, own_state: None, tmp_path: Path) -> None:
    """The tables as the demonstration leaves them: a race before may have changed or emptied them."""
    from django.core.management import call_command

    from legation.integrity.models import Head
    from legation.rehearsal import actions
    from tests.races import snapshot

    call_command("flush", verbosity=0, interactive=False)
    if LOADED:
        LOADED[0].put_back()
        return
    Head.objects.create(pk=1)
    actions.load()
    LOADED.append(snapshot.taken())
