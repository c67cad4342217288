"""Going back: the demonstration is built anew, with a new log of a new origin, and played up to the earlier instant.

The tables are emptied in one transaction together with the new clock; what lies in files follows. Whoever is killed
between the two leaves a difference that `settle` mends before anything else is played.
"""

import shutil
from datetime import datetime

from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, transaction

from legation.integrity import signer
from legation.integrity.models import Head
from legation.rehearsal.actions import begin, standing
from legation.rehearsal.models import DemonstrationClock
from legation.rehearsal.script.library import bounds
from legation_core.problems import Refused

KEPT = ("auth_", "django_")
"""Beginnings of the names of tables that stay: what the framework fills itself, and the visitors' sessions."""


def rebuild(*, to: datetime, seen: datetime | None = None) -> None:
    """Empty the demonstration and send its new clock on its way to `to`. Everything done by hand is lost."""
    with signer.alone():
        with transaction.atomic():
            row = standing(seen)
            first, _last = bounds(row.script)
            if not first <= to <= row.at:
                facts = {"first": f"{first:%Y-%m-%dT%H:%MZ}", "last": f"{row.at:%Y-%m-%dT%H:%MZ}"}
                raise Refused("A304", facts=facts)
            empty()
            begin(until=to, seed=row.seed, script=row.script, generation=row.generation + 1)
        _renew(row.generation + 1)


def empty() -> None:
    """Empty every table as a database just prepared is empty."""
    tables = [name for name in connection.introspection.django_table_names() if not name.startswith(KEPT)]
    connection.check_constraints()  # PostgreSQL empties no table whose rows still wait to be checked
    with connection.cursor() as cursor:
        for statement in connection.ops.sql_flush(no_style(), tables, reset_sequences=True):
            cursor.execute(statement)
    Head.objects.create(pk=1)


def settle() -> None:
    """Bring the files to the building that the database tells of."""
    row = DemonstrationClock.objects.filter(pk=1).first()
    if row is not None and signer.origin() != _origin(row.generation):
        with signer.alone():
            _renew(row.generation)


def _renew(generation: int) -> None:
    shutil.rmtree(settings.FILES_DIR, ignore_errors=True)
    signer.begin_anew(_origin(generation))


def _origin(generation: int) -> str:
    return settings.LOG_ORIGIN if generation == 1 else f"{settings.LOG_ORIGIN}/{generation}"
