"""The demonstration's tables emptied inside a test's transaction, so that a script can be played from its beginning."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection

from legation.integrity.models import Head, Leaf


@pytest.fixture
def emptied(db: None) -> Callable[[], None]:
    """Empties every table of the system, as a database just prepared is empty."""

    def empty() -> None:
        tables = [model._meta.db_table for model in apps.get_models() if model._meta.app_label != "contenttypes"]
        with connection.cursor() as cursor:
            for statement in connection.ops.sql_flush(no_style(), tables, reset_sequences=True):
                cursor.execute(statement)
        Head.objects.create(pk=1)

    empty()
    return empty


@pytest.fixture
def the_log() -> Callable[[], list[bytes]]:
    return lambda: [bytes(octets) for octets in Leaf.objects.order_by("index").values_list("octets", flat=True)]
