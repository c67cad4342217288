"""The database as one file and back: SQLite by its own backup, PostgreSQL by its client programs."""

import os
import sqlite3
import subprocess
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from django.db import connection

from legation_core.problems import Refused

NAMES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
"""What the database is called inside a backup."""


def kind() -> str:
    """The kind of the database that is set up here: `sqlite` or `postgresql`."""
    return connection.vendor


def is_empty() -> bool:
    """Whether no table stands in the database that is set up here."""
    return not connection.introspection.table_names()


def dump(target: Path) -> None:
    """Write the database into `target` as it stands at one instant, while others go on writing."""
    if kind() == "postgresql":
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--file", str(target))
        return
    name = Path(str(connection.settings_dict["NAME"])).absolute()
    with (
        closing(sqlite3.connect(f"{name.as_uri()}?mode=ro", uri=True)) as own,
        closing(sqlite3.connect(target)) as copy,
    ):
        own.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")


def load(source: Path) -> None:
    """Put the database in `source` in the place of the one that is set up here. What stood there is replaced."""
    connection.close()
    if kind() == "postgresql":
        _pool_closed()
        _loaded(source)
        return
    _check(source)
    target = Path(str(connection.settings_dict["NAME"]))
    target.parent.mkdir(parents=True, exist_ok=True)
    for suffix in ("-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    source.replace(target)


def _loaded(source: Path) -> None:
    """Empty the schema and fill it from the dump in one transaction: all of it, or what was there before."""
    statements = source.with_suffix(".sql")
    _run("pg_restore", "--no-owner", "--no-privileges", "--file", str(statements), str(source))
    empty = ("--command", "DROP SCHEMA public CASCADE", "--command", "CREATE SCHEMA public")
    one = ("--no-psqlrc", "--quiet", "--single-transaction", "--set", "ON_ERROR_STOP=1", "--output", os.devnull)
    _run("psql", *one, *empty, "--file", str(statements))


def _check(source: Path) -> None:
    """The copy is a SQLite database; that it is whole, its SHA-256 has shown."""
    try:
        with closing(sqlite3.connect(source)) as copy:
            (tables,) = copy.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        raise Refused("V922", facts={"part": source.name}) from error
    if not tables:
        raise Refused("V922", facts={"part": source.name})


def _pool_closed() -> None:
    """No idle connection of this process may hold what is replaced."""
    getattr(connection, "close_pool", lambda: None)()


def _run(program: str, *arguments: str) -> None:
    """Run a client program on the database that is set up here. The password goes by its environment alone."""
    found = connection.settings_dict
    own = {"PGHOST": found["HOST"], "PGPORT": found["PORT"], "PGUSER": found["USER"], "PGPASSWORD": found["PASSWORD"]}
    environment = {**os.environ, **{name: str(value) for name, value in own.items() if value}}
    environment["PGDATABASE"] = str(found["NAME"])
    said = _said([program, *arguments], environment)
    if said:
        raise Refused("V925", facts={"program": program, "said": said})


def _said(command: Sequence[str], environment: dict[str, str]) -> str:
    """Empty where the program did its work; else the last line of what it said."""
    try:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    except FileNotFoundError:
        return "not found on this machine"
    return "" if done.returncode == 0 else (done.stderr.strip().splitlines() or ["no word"])[-1][:300]
