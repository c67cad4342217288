"""Races commit for real, so the demonstration is loaded anew before each."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def demonstration_again(transactional_db: None, own_state: None, tmp_path: Path) -> None:
    """The tables as the demonstration leaves them: a race before may have changed or emptied them."""
    from django.core.management import call_command

    from legation.integrity.models import Head
    from legation.rehearsal import actions

    call_command("flush", verbosity=0, interactive=False)
    Head.objects.create(pk=1)
    actions.load()
