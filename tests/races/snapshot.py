"""The demonstration as it was loaded: every row as it lies in the database, and every file.

Playing the script takes seconds; races commit for real and need it before each. Rows are written back as they were,
without playing it again: within one database, so whatever a column holds is what it held.
"""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, transaction

from legation.rehearsal.rebuilding import KEPT


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Rows by table, and the folder to which the files were copied."""

    rows: dict[str, list[tuple[object, ...]]]
    files: Path

    def put_back(self) -> None:
        """Into empty tables; what each row refers to is checked when all stand."""
        with transaction.atomic(), connection.cursor() as cursor:
            for table, rows in self.rows.items():
                if rows:
                    places = ", ".join(["%s"] * len(rows[0]))
                    cursor.executemany(f"INSERT INTO {quoted(table)} VALUES ({places})", rows)  # noqa: S608
            for statement in connection.ops.sequence_reset_sql(no_style(), apps.get_models(include_auto_created=True)):
                cursor.execute(statement)
        shutil.copytree(self.files, settings.FILES_DIR, dirs_exist_ok=True)


def taken() -> Snapshot:
    """What stands now."""
    with connection.cursor() as cursor:
        rows = {}
        for table in connection.introspection.django_table_names(only_existing=True):
            if table.startswith(KEPT):
                continue
            cursor.execute(f"SELECT * FROM {quoted(table)}")  # noqa: S608
            rows[table] = cursor.fetchall()
    files = Path(tempfile.mkdtemp(prefix="files-", dir=settings.DATA_DIR))
    if Path(settings.FILES_DIR).exists():
        shutil.copytree(settings.FILES_DIR, files, dirs_exist_ok=True)
    return Snapshot(rows, files)


def quoted(table: str) -> str:
    return connection.ops.quote_name(table)
